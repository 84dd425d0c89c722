"""Give every printed value of a template its own runs, so that an anchor can be put around it."""

import copy
import re
from collections.abc import Callable

from generator.base.pattern import Pattern
from generator.word.xml import SPACE, Element, W, text_of

_PRINTED = Pattern(r"(\{\{ jx\d+ \}\})")
_MERGED = Pattern(r"\{\{((?:(?!\}\}).)*?)\|\s*merge\s*\}\}", re.DOTALL)
_INDENTED = Pattern(r"\{\{((?:(?!\}\}).)*?)\|\s*indent\s*\}\}", re.DOTALL)
_NUMBER = Pattern(r"\d+")
_NAMESPACES = Pattern(r' xmlns:\w+="[^"]*"')
# In the order of the schema, what may stand before w:vMerge.
_BEFORE = tuple(f"{W}{name}" for name in ("cnfStyle", "tcW", "gridSpan", "hMerge"))

# What stands behind w:ind in the properties of a paragraph.
_AFTER_INDENT = tuple(
    f"{W}{name}"
    for name in (
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
    )
)


def put_merges(root: Element) -> None:
    """Put the merge state into the properties of every cell that asks for it with ``|merge``.

    Conditional merges written into the text of a template end up invalid, and docxtpl's own ``vm``
    sees one loop only. So the state, which the data knows, becomes an expression in ``w:tcPr``.
    """
    for cell in root.iter(f"{W}tc"):
        words = "".join(node.text or "" for node in cell.iter(f"{W}t"))
        if not (found := _MERGED.search(words)):
            continue
        expression = f"{{{{ {found[1].strip()}|vmerge }}}}"
        properties = cell.find(f"{W}tcPr")
        if properties is None:
            properties = cell.makeelement(f"{W}tcPr", {}, None)
            cell.insert(0, properties)
        for own in properties.findall(f"{W}vMerge"):
            properties.remove(own)
        before = [child for child in properties if child.tag in _BEFORE]
        if before:
            before[-1].tail = expression
        else:
            properties.text = expression


def put_indents(root: Element) -> None:
    """Put the indent that a value asks for into paragraphs that say ``|indent``."""
    for paragraph in root.iter(f"{W}p"):
        words = "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
        if not (found := _INDENTED.search(words)):
            continue
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = paragraph.makeelement(f"{W}pPr", {}, None)
            paragraph.insert(0, properties)
        for own in properties.findall(f"{W}ind"):
            properties.remove(own)
        expression = f"{{{{ {found[1].strip()}|indented }}}}"
        before = [child for child in properties if child.tag not in _AFTER_INDENT]
        if before:
            before[-1].tail = expression
        else:
            properties.text = expression


def put_runs(root: Element, print_in_runs: Callable[[int, int], None]) -> list[str]:
    """Take printed values out of their runs; returns the run properties that they are to have.

    ``print_in_runs`` is told of every numbered tag which of them are its own.
    """
    properties: dict[str, int] = {}
    for run in list(root.iter(f"{W}r")):
        if any(_PRINTED.search(node.text or "") for node in run.findall(f"{W}t")):
            _open(run, properties, print_in_runs)
    return list(properties)


def _open(run: Element, known: dict[str, int], print_in_runs: Callable[[int, int], None]) -> None:
    """Replace a run by runs for its fixed text, with bare tags between them."""
    own = run.find(f"{W}rPr")
    written = "" if own is None else _NAMESPACES.sub("", text_of(_bare(own)))
    number = known.setdefault(written, len(known))
    parent = run.getparent()
    if parent is None:
        return
    at = parent.index(run)
    tail = run.tail or ""
    pieces: list[Element | str] = []
    for child in run:
        if child is own:
            continue
        if child.tag != f"{W}t":
            pieces.append(_run_of(run, own, copy.deepcopy(child)))
            continue
        for index, piece in enumerate(_PRINTED.split(child.text or "")):
            if index % 2:
                found = _NUMBER.search(piece)
                print_in_runs(int(found[0]) if found else 0, number)
                pieces.append(piece)
            elif piece:
                node = child.makeelement(f"{W}t", {SPACE: "preserve"}, None)
                node.text = piece
                pieces.append(_run_of(run, own, node))
    parent.remove(run)
    _insert(parent, at, pieces, tail)


def _insert(parent: Element, at: int, pieces: list[Element | str], tail: str) -> None:
    """Put elements and bare text into a parent, in order."""
    elements: list[Element] = []
    texts: list[list[str]] = [[]]  # before the first element, and behind each
    for piece in (*pieces, tail):
        if isinstance(piece, str):
            texts[-1].append(piece)
        else:
            elements.append(piece)
            texts.append([])
    for element, words in zip(elements, texts[1:], strict=True):
        element.tail = "".join(words)
    before = "".join(texts[0])
    if at == 0:
        parent.text = (parent.text or "") + before
    else:
        parent[at - 1].tail = (parent[at - 1].tail or "") + before
    parent[at:at] = elements


def _run_of(run: Element, properties: Element | None, child: Element) -> Element:
    made = run.makeelement(f"{W}r", dict(run.attrib), None)
    if properties is not None:
        made.append(_bare(properties))
    child.tail = None
    made.append(child)
    return made


def _bare(element: Element) -> Element:
    twin = copy.deepcopy(element)
    twin.tail = None
    return twin
