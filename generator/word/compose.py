"""Bind several Word files into one: a section each, with its own page set-up, headers and footers.

Works on packages as they are, filled or still templates. Styles that mean the same are shared;
a style that differs under the same name gets a name of its own.
"""

import posixpath
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from generator.word.compose_notes import NOTE_PARTS, NOTES, join_notes
from generator.word.package import DOCUMENT
from generator.word.xml import RELATIONS, TYPES, Element, R, W, bytes_of, parse

RELATIONS_FILE = "word/_rels/document.xml.rels"
CONTENT_TYPES = "[Content_Types].xml"
_STYLES, _NUMBERING, _SETTINGS = "word/styles.xml", "word/numbering.xml", "word/settings.xml"
_SHARED = ("styles", "numbering", "settings", "fontTable", "theme", "webSettings", "customXml")
_STYLE_USES = tuple(f"{W}{n}" for n in ("pStyle", "rStyle", "tblStyle"))
_STYLE_LINKS = (*_STYLE_USES, f"{W}basedOn", f"{W}next", f"{W}link")


@dataclass(slots=True)
class Composed:
    """The parts of the whole, and which of the files each own part came from."""

    parts: dict[str, bytes]
    owners: dict[str, int] = field(default_factory=dict)


def marker(number: int) -> str:
    """Return the comment before the body of a file in the whole."""
    return f"part {number}"


def compose(packages: Sequence[Mapping[str, bytes]]) -> Composed:
    """Bind packages in order. A comment marks where each of them begins."""
    first = dict(packages[0])
    composer = _Composer(first)
    for number, package in enumerate(packages):
        composer.add(number, package)
    return composer.finish()


class _Composer:
    def __init__(self, first: dict[str, bytes]) -> None:
        self._parts = first
        self._document = parse(first[DOCUMENT])
        body = self._document.find(f"{W}body")
        self._body = body if body is not None else etree.SubElement(self._document, f"{W}body")
        for child in list(self._body):
            self._body.remove(child)
        self._styles = parse(first[_STYLES]) if _STYLES in first else None
        self._relations = parse(first[RELATIONS_FILE])
        self._types = parse(first[CONTENT_TYPES])
        self._owners: dict[str, int] = {}
        self._sections: list[Element] = []
        self._has_even = False

    def add(self, number: int, package: Mapping[str, bytes]) -> None:
        """Add one file behind the others."""
        document = parse(package[DOCUMENT])
        body = document.find(f"{W}body")
        if body is None:
            return
        if number:
            self._rename_styles(number, package, document)
            self._rename_numbering(package, document)
            self._bring_parts(number, package, document)
        else:
            self._own_parts(package)
        settings = package.get(_SETTINGS, b"")
        self._has_even = self._has_even or b"evenAndOddHeaders" in settings
        self._close_section()
        self._body.append(etree.Comment(marker(number)))
        if b"evenAndOddHeaders" not in settings:
            self._sections += body.iter(f"{W}sectPr")
        for child in list(body):
            self._body.append(child)

    def finish(self) -> Composed:
        """Write the parts that were put together."""
        if self._has_even:
            self._repeat_on_even_pages()
        self._parts[DOCUMENT] = bytes_of(self._document)
        if self._styles is not None:
            self._parts[_STYLES] = bytes_of(self._styles)
        self._parts[RELATIONS_FILE] = bytes_of(self._relations)
        self._parts[CONTENT_TYPES] = bytes_of(self._types)
        return Composed(self._parts, self._owners)

    def _close_section(self) -> None:
        """End the section before: its page set-up moves into a last paragraph of no height."""
        if not len(self._body):
            return
        last = self._body[-1]
        if last.tag != f"{W}sectPr":
            return
        paragraph = etree.SubElement(self._body, f"{W}p")
        properties = etree.SubElement(paragraph, f"{W}pPr")
        spacing = {"before": "0", "after": "0", "line": "20", "lineRule": "exact"}
        etree.SubElement(properties, f"{W}spacing", {f"{W}{k}": v for k, v in spacing.items()})
        run = etree.SubElement(properties, f"{W}rPr")
        etree.SubElement(run, f"{W}sz", {f"{W}val": "2"})
        properties.append(last)

    def _own_parts(self, package: Mapping[str, bytes]) -> None:
        for name in package:
            if name.startswith(("word/header", "word/footer")):
                self._owners[name] = 0

    def _rename_styles(self, number: int, package: Mapping[str, bytes], document: Element) -> None:
        """Share equal styles, bring new ones, and rename those that differ."""
        if self._styles is None or _STYLES not in package:
            return
        known = {style.get(f"{W}styleId"): style for style in self._styles.iter(f"{W}style")}
        incoming = list(parse(package[_STYLES]).iter(f"{W}style"))
        renamed: dict[str, str] = {}
        for style in incoming:
            name = style.get(f"{W}styleId") or ""
            if name in known and _canonical(style) != _canonical(known[name]):
                renamed[name] = f"{name}-{number + 1}"
        for style in incoming:
            name = style.get(f"{W}styleId") or ""
            if name in known and name not in renamed:
                continue
            own = deepcopy(style)
            if name in renamed:
                own.set(f"{W}styleId", renamed[name])
                own.attrib.pop(f"{W}default", None)
                title = own.find(f"{W}name")
                if title is not None:
                    title.set(f"{W}val", f"{title.get(f'{W}val')} {number + 1}")
            _rename(own, _STYLE_LINKS, renamed)
            self._styles.append(own)
        _rename(document, _STYLE_USES, renamed)
        if "Normal" in renamed or any(s.get(f"{W}default") for s in incoming):
            _name_default(document, incoming, renamed)

    def _rename_numbering(self, package: Mapping[str, bytes], document: Element) -> None:
        """Give lists numbers behind those that are there."""
        used = list(document.iter(f"{W}numId"))
        if not used or _NUMBERING not in package or _NUMBERING not in self._parts:
            return
        own, other = parse(self._parts[_NUMBERING]), parse(package[_NUMBERING])
        shift = 1 + max((int(n.get(f"{W}numId") or 0) for n in own.iter(f"{W}num")), default=0)
        deep = 1 + max(
            (int(n.get(f"{W}abstractNumId") or 0) for n in own.iter(f"{W}abstractNum")), default=0
        )
        last = own.findall(f"{W}abstractNum")
        at = list(own).index(last[-1]) + 1 if last else 0
        for abstract in other.findall(f"{W}abstractNum"):
            _shift(abstract, "abstractNumId", deep)
            for nsid in abstract.findall(f"{W}nsid"):
                abstract.remove(nsid)
            own.insert(at, abstract)
            at += 1
        for num in other.findall(f"{W}num"):
            _shift(num, "numId", shift)
            for reference in num.findall(f"{W}abstractNumId"):
                _shift(reference, "val", deep)
            own.append(num)
        for use in used:
            if use.get(f"{W}val") != "0":
                _shift(use, "val", shift)
        self._parts[_NUMBERING] = bytes_of(own)

    def _bring_parts(self, number: int, package: Mapping[str, bytes], document: Element) -> None:
        """Copy headers, footers, pictures and charts under names of their own."""
        if RELATIONS_FILE not in package:
            return
        ids: dict[str, str] = {}
        for relation in parse(package[RELATIONS_FILE]):
            kind = (relation.get("Type") or "").rsplit("/", 1)[-1]
            if kind in _SHARED:
                continue
            if kind in NOTES and join_notes(kind, self._parts, package, document):
                continue
            old = relation.get("Id") or ""
            ids[old] = f"rIdPart{number + 1}{old}"
            target = relation.get("Target") or ""
            if relation.get("TargetMode") != "External":
                target = self._bring(number, posixpath.join("word", target), package)
                target = posixpath.relpath(target, "word")
            attributes = {**relation.attrib, "Id": ids[old], "Target": target}
            etree.SubElement(self._relations, f"{RELATIONS}Relationship", attributes)
        for element in document.iter():
            for name, value in element.attrib.items():
                if str(name).startswith(R) and value in ids:
                    element.set(name, ids[str(value)])

    def _bring(self, number: int, name: str, package: Mapping[str, bytes]) -> str:
        """Copy a part with the parts that it rests on; returns its new name."""
        name = posixpath.normpath(name.removeprefix("word//"))
        folder, base = posixpath.split(name)
        is_first = name in NOTE_PARTS and name not in self._parts
        new = name if is_first else f"{folder}/part{number + 1}-{base}"
        if name not in package or new in self._parts:
            return new
        self._parts[new] = package[name]
        if base.startswith(("header", "footer")):
            self._owners[new] = number
        self._bring_type(name, new, package)
        relations = f"{folder}/_rels/{base}.rels"
        if relations in package:
            root = parse(package[relations])
            for relation in root:
                if relation.get("TargetMode") != "External":
                    target = posixpath.join(folder, relation.get("Target") or "")
                    moved = self._bring(number, posixpath.normpath(target), package)
                    relation.set("Target", posixpath.relpath(moved, folder))
            self._parts[f"{folder}/_rels/part{number + 1}-{base}.rels"] = bytes_of(root)
        return new

    def _bring_type(self, name: str, new: str, package: Mapping[str, bytes]) -> None:
        known = {t.get("Extension") for t in self._types if t.get("Extension")}
        for kind in parse(package[CONTENT_TYPES]):
            if kind.get("PartName") == f"/{name}":
                attributes = {**kind.attrib, "PartName": f"/{new}"}
                etree.SubElement(self._types, f"{TYPES}Override", attributes)
            elif kind.get("Extension") and kind.get("Extension") not in known:
                self._types.insert(0, deepcopy(kind))
                known.add(kind.get("Extension"))

    def _repeat_on_even_pages(self) -> None:
        """Where one file tells odd pages from even ones, the others show the same on both."""
        for section in self._sections:
            for kind in ("header", "footer"):
                tag = f"{W}{kind}Reference"
                own = {r.get(f"{W}type"): r for r in section.findall(tag)}
                if "default" in own and "even" not in own:
                    twin = deepcopy(own["default"])
                    twin.set(f"{W}type", "even")
                    own["default"].addnext(twin)
        self._turn_on_even_pages()

    def _turn_on_even_pages(self) -> None:
        if _SETTINGS not in self._parts or b"evenAndOddHeaders" in self._parts[_SETTINGS]:
            return
        root = parse(self._parts[_SETTINGS])
        # In the order of the schema it stands before these.
        later = ("bookFoldPrinting", "characterSpacingControl", "footnotePr", "compat", "rsids")
        before = next((c for c in root if c.tag in {f"{W}{n}" for n in later}), None)
        made = root.makeelement(f"{W}evenAndOddHeaders", {}, None)
        if before is None:
            root.append(made)
        else:
            before.addprevious(made)
        self._parts[_SETTINGS] = bytes_of(root)


def _canonical(style: Element) -> bytes:
    twin = deepcopy(style)
    twin.tail = None
    for noise in (*twin.iter(f"{W}rsid"), *twin.iter(f"{W}uiPriority")):
        parent = noise.getparent()
        if parent is not None:
            parent.remove(noise)
    canonical: bytes = etree.tostring(twin, method="c14n")
    return canonical


def _rename(root: Element, tags: Sequence[str], names: Mapping[str, str]) -> None:
    if not names:
        return
    for element in root.iter(*tags):
        if (name := element.get(f"{W}val")) in names:
            element.set(f"{W}val", names[str(name)])


def _name_default(document: Element, styles: Sequence[Element], names: Mapping[str, str]) -> None:
    """Paragraphs that name no style have the default one of their own file; say so."""
    default: str | None = next(
        (
            s.get(f"{W}styleId")
            for s in styles
            if s.get(f"{W}default") in ("1", "true") and s.get(f"{W}type") == "paragraph"
        ),
        None,
    )
    if default is None or default not in names:
        return
    for paragraph in document.iter(f"{W}p"):
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = paragraph.makeelement(f"{W}pPr", {}, None)
            paragraph.insert(0, properties)
        if properties.find(f"{W}pStyle") is None:
            named = properties.makeelement(f"{W}pStyle", {f"{W}val": names[default]}, None)
            properties.insert(0, named)


def _shift(element: Element, name: str, by: int) -> None:
    value = element.get(f"{W}{name}") or "0"
    element.set(f"{W}{name}", str(int(value) + by if value.isdecimal() else by))
