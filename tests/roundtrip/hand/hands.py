"""The hands of somebody who edits a file: parts, paragraphs, cells and runs, touched directly in the XML.

Knows nothing of the generator. Every edit is a function from the bytes of a file to its new bytes.
"""

import copy
import io
import zipfile
from collections.abc import Callable
from typing import NamedTuple

from lxml import etree

WN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = f"{{{WN}}}"
REL = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMES = {
    "w": WN,
    "r": RN,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
}
MINE = "手写的话"
DOCUMENT = "word/document.xml"


class Edit(NamedTuple):
    """What is done to the file of which dossier, what it is, and which words stay or are gone.

    ``kind``: ``look`` (only saved or formatted), ``words`` (words or objects), ``either`` where the
    issue leaves it open. ``typed``: a figure was typed over, so its input may be pulled. ``pulled``:
    the issue says that this comes back into the inputs; the rest comes back or is named.
    """

    name: str
    do: Callable[[bytes], bytes]
    kind: str = "words"
    dossier: str = "report"
    kept: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    typed: bool = False
    pulled: tuple[str, ...] = ()  # what the inputs must hold after a pull
    slow: bool = False  # needs LibreOffice


def xml(text: str):
    """Parse a piece of XML that uses the usual prefixes."""
    names = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMES.items())
    element = etree.fromstring(f"<root {names}>{text}</root>")[0]
    etree.cleanup_namespaces(element)
    return element


class Page:
    """An open file."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.root = etree.fromstring(self.parts[DOCUMENT])
        self.body = self.root.find(f"{W}body")
        self._number = 0

    def save(self, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
        self.parts[DOCUMENT] = etree.tostring(
            self.root, xml_declaration=True, encoding="UTF-8", standalone=True
        )
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", compression) as out:
            for name, data in self.parts.items():
                out.writestr(name, data)
        return target.getvalue()

    def part(self, name: str):
        return etree.fromstring(self.parts[name])

    def put(self, name: str, root) -> None:
        self.parts[name] = etree.tostring(
            root, xml_declaration=True, encoding="UTF-8", standalone=True
        )

    def add_part(self, name: str, data: bytes, kind: str = "", relation: str = "") -> str:
        """Add a part with its content type and, when asked, a relation from the text; its id."""
        self.parts[name] = data
        types = self.part("[Content_Types].xml")
        space = etree.QName(types).namespace
        if kind:
            ending = name.rsplit(".", 1)[1]
            if ending in {"png", "bin"}:
                if not any(one.get("Extension") == ending for one in types):
                    made = etree.SubElement(types, f"{{{space}}}Default")
                    made.set("Extension", ending)
                    made.set("ContentType", kind)
                    types.insert(0, made)
            else:
                made = etree.SubElement(types, f"{{{space}}}Override")
                made.set("PartName", f"/{name}")
                made.set("ContentType", kind)
            self.put("[Content_Types].xml", types)
        if not relation:
            return ""
        target = name.removeprefix("word/") if name.startswith("word/") else f"/{name}"
        return self.relate(relation, target)

    def relate(
        self, relation: str, target: str, *, outside: bool = False, of: str = "document.xml"
    ) -> str:
        name = f"word/_rels/{of}.rels"
        empty = f'<Relationships xmlns="{REL}"/>'.encode()
        rels = etree.fromstring(self.parts.get(name, empty))
        number = f"rIdHand{len(rels) + 1}"
        made = etree.SubElement(rels, f"{{{REL}}}Relationship")
        made.set("Id", number)
        made.set("Type", relation if "/" in relation and ":" in relation else f"{RN}/{relation}")
        made.set("Target", target)
        if outside:
            made.set("TargetMode", "External")
        self.put(name, rels)
        return number

    def paragraphs(self):
        return list(self.body.iter(f"{W}p"))

    def p(self, words: str, *, last: bool = False):
        found = [p for p in self.paragraphs() if words in text(p)]
        assert found, f"nothing says {words}"
        return found[-1 if last else 0]

    def cell(self, words: str):
        return self._one("tc", words)

    def row(self, words: str):
        return self._one("tr", words)

    def table(self, words: str):
        return self._one("tbl", words)

    def _one(self, tag: str, words: str):
        found = [p for p in self.paragraphs() if words in text(p)]
        found.sort(key=lambda p: text(p).strip() != words)  # a cell that says just this comes first
        for p in found:
            for up in p.iterancestors(f"{W}{tag}"):
                return up
        raise AssertionError(f"no {tag} says {words}")

    def run(self, words: str):
        """The run that holds the words, cut out so that it holds nothing else."""
        for run in self.body.iter(f"{W}r"):
            held = "".join(t.text or "" for t in run.iterfind(f"{W}t"))
            if words in held and len(run.findall(f"{W}t")) == 1:
                return cut(run, words)
        raise AssertionError(f"no run says {words}")

    def next_number(self) -> str:
        numbers = [
            int(e.get(f"{W}id")) for e in self.root.iter() if (e.get(f"{W}id") or "").isdigit()
        ]
        self._number += 1
        return str(max(numbers, default=0) + 900 + self._number)


def text(element) -> str:
    return "".join(t.text or "" for t in element.iter(f"{W}t"))


def cut(run, words: str):
    """Cut a run in up to three, as Word does when a part of it is formatted; returns the middle."""
    node = run.find(f"{W}t")
    before, _, after = (node.text or "").partition(words)
    for piece, put in ((before, run.addprevious), (after, run.addnext)):
        if piece:
            twin = copy.deepcopy(run)
            set_text(twin.find(f"{W}t"), piece)
            put(twin)
    set_text(node, words)
    return run


def set_text(node, words: str) -> None:
    node.text = words
    node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


ORDER = [
    "rStyle",
    "rFonts",
    "b",
    "bCs",
    "i",
    "iCs",
    "caps",
    "strike",
    "outline",
    "shadow",
    "emboss",
    "color",
    "spacing",
    "w",
    "kern",
    "position",
    "sz",
    "szCs",
    "highlight",
    "u",
    "effect",
    "bdr",
    "shd",
    "fitText",
    "vertAlign",
    "em",
    "lang",
]


def format_run(run, *pieces: str) -> None:
    """Give a run properties, in the order of the schema."""
    holder = run.find(f"{W}rPr")
    if holder is None:
        holder = etree.Element(f"{W}rPr")
        run.insert(0, holder)
    for piece in pieces:
        made = xml(piece)
        for old in holder.findall(made.tag):
            holder.remove(old)
        holder.append(made)
    holder[:] = sorted(holder, key=lambda e: _rank(etree.QName(e).localname))


def _rank(name: str) -> int:
    return ORDER.index(name) if name in ORDER else len(ORDER)


def props(holder, tag: str):
    """The properties of a paragraph, cell, row or table, made when there are none."""
    found = holder.find(f"{W}{tag}")
    if found is None:
        found = etree.Element(f"{W}{tag}")
        holder.insert(0, found)
    return found


P_ORDER = [
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "framePr",
    "widowControl",
    "numPr",
    "suppressLineNumbers",
    "pBdr",
    "shd",
    "tabs",
    "suppressAutoHyphens",
    "kinsoku",
    "wordWrap",
    "overflowPunct",
    "topLinePunct",
    "autoSpaceDE",
    "autoSpaceDN",
    "bidi",
    "adjustRightInd",
    "snapToGrid",
    "spacing",
    "ind",
    "contextualSpacing",
    "mirrorIndents",
    "suppressOverlap",
    "jc",
    "textDirection",
    "textAlignment",
    "textboxTightWrap",
    "outlineLvl",
    "divId",
    "cnfStyle",
    "rPr",
    "sectPr",
    "pPrChange",
]
TC_ORDER = [
    "cnfStyle",
    "tcW",
    "gridSpan",
    "hMerge",
    "vMerge",
    "tcBorders",
    "shd",
    "noWrap",
    "tcMar",
    "textDirection",
    "tcFitText",
    "vAlign",
    "hideMark",
    "cellIns",
    "cellDel",
]


def format_paragraph(p, *pieces: str) -> None:
    _format(props(p, "pPr"), pieces, P_ORDER)


def format_cell(tc, *pieces: str) -> None:
    _format(props(tc, "tcPr"), pieces, TC_ORDER)


def _format(holder, pieces, order) -> None:
    for piece in pieces:
        made = xml(piece)
        for old in holder.findall(made.tag):
            holder.remove(old)
        holder.append(made)
    holder[:] = sorted(
        holder,
        key=lambda e: order.index(n) if (n := etree.QName(e).localname) in order else len(order),
    )


def bare(element):
    """Copy as pasting does: without the hidden bookmarks."""
    twin = copy.deepcopy(element)
    drop_marks(twin)
    return twin


def drop_marks(element) -> None:
    for mark in list(element.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        mark.getparent().remove(mark)


def remove(element) -> None:
    element.getparent().remove(element)


def retype(p, words: str, *, marks: bool = False) -> None:
    """Select a whole paragraph and type: one run is left, and the bookmarks only if asked."""
    runs = list(p.iter(f"{W}r"))
    for run in runs[1:]:
        remove(run)
    if not marks:
        drop_marks(p)
    if runs:
        for node in list(runs[0])[1:]:
            if node.tag != f"{W}rPr":
                runs[0].remove(node)
        node = runs[0].find(f"{W}t")
        if node is None:
            node = etree.SubElement(runs[0], f"{W}t")
        set_text(node, words)
    else:
        p.append(new_run(words))


def new_run(words: str):
    run = xml('<w:r w:rsidR="00A15F22"><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t/></w:r>')
    set_text(run.find(f"{W}t"), words)
    return run


def new_paragraph(like, words: str):
    """A paragraph with the look of another one, as Enter makes it."""
    made = etree.Element(f"{W}p")
    if (look := like.find(f"{W}pPr")) is not None:
        made.append(copy.deepcopy(look))
    made.append(new_run(words))
    return made


def on(change: Callable[[Page], object]) -> Callable[[bytes], bytes]:
    """An edit made directly in the XML."""

    def do(data: bytes) -> bytes:
        page = Page(data)
        change(page)
        return page.save()

    return do


def with_docx(change) -> Callable[[bytes], bytes]:
    """An edit made through python-docx, which saves the whole package anew."""

    def do(data: bytes) -> bytes:
        import docx

        document = docx.Document(io.BytesIO(data))
        change(document)
        target = io.BytesIO()
        document.save(target)
        return target.getvalue()

    return do


def then(*steps: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    """One edit after the other."""

    def do(data: bytes) -> bytes:
        for step in steps:
            data = step(data)
        return data

    return do


def replace(old: str, new: str, *, within: str = "") -> Callable[[bytes], bytes]:
    """Type other words in the first run that holds some; in a table where asked (``tbl``)."""

    def change(page: Page) -> None:
        for node in page.body.iter(f"{W}t"):
            inside = not within or next(node.iterancestors(f"{W}{within}"), None) is not None
            if inside and old in (node.text or ""):
                set_text(node, node.text.replace(old, new, 1))
                return
        raise AssertionError(f"nothing says {old}")

    return on(change)
