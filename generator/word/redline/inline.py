"""What stands in a paragraph, taken apart: characters, fields, drawings, and the marks between them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from generator.word.xml import Element, W

RUN: Final = f"{W}r"
TEXT: Final = f"{W}t"
MARKERS: Final = frozenset(
    f"{W}{name}"
    for name in (
        *("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"),
        *("proofErr", "permStart", "permEnd"),
    )
)
_CONTAINERS = frozenset(
    f"{W}{name}"
    for name in ("hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo")
)
_PROPERTIES = frozenset(
    f"{W}{name}" for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr")
)
_UNSEEN = frozenset(
    f"{W}{name}"
    for name in (
        *("rPr", "lastRenderedPageBreak", "commentReference", "annotationRef"),
        *("footnoteRef", "endnoteRef", "separator", "continuationSeparator"),
    )
)
_PLAIN = frozenset(
    f"{W}{name}"
    for name in (
        *("t", "tab", "br", "cr", "noBreakHyphen", "softHyphen", "sym", "ptab", "pgNum"),
        *("fldChar", "instrText"),
    )
)
_SIGN = "\x00"  # no XML holds it, so what follows is no text of anybody


class Leaf(NamedTuple):
    """A child of a run, or (without a run) an element that stands beside runs."""

    run: Element | None
    element: Element

    @property
    def is_opaque(self) -> bool:
        """Tell whether this cannot be taken over into another file."""
        return self.element.tag not in _PLAIN


class Unit(NamedTuple):
    """A character, or something that is changed as a whole: from leaf to leaf."""

    key: str
    first: int
    start: int
    last: int

    @property
    def is_text(self) -> bool:
        """Tell whether this is a character."""
        return not self.key.startswith(_SIGN)


@dataclass(slots=True)
class Inline:
    """A paragraph in units, with the bookmarks and comments that stand before each of them."""

    leaves: list[Leaf]
    units: list[Unit] = field(default_factory=list)
    markers: dict[int, list[Element]] = field(default_factory=dict)


def read_inline(paragraph: Element) -> Inline:
    """Take a paragraph apart."""
    order = list(_walk(paragraph))
    inline = Inline([leaf for leaf in order if isinstance(leaf, Leaf)])
    ends = _fields(inline.leaves)
    number, within = 0, -1
    for found in order:
        if not isinstance(found, Leaf):
            if number > within:
                inline.markers.setdefault(len(inline.units), []).append(found)
            continue
        if number > within:
            last = ends.get(number, number)
            inline.units += _units(inline.leaves, number, last)
            within = last if last > number else within
        number += 1
    return inline


def signature(paragraph: Element) -> str:
    """Return what a paragraph says: equal for paragraphs between which there is nothing to mark."""
    leaves = [leaf for leaf in _walk(paragraph) if isinstance(leaf, Leaf)]
    ends = _fields(leaves)
    said: list[str] = []
    number = 0
    while number < len(leaves):
        last = ends.get(number, number)
        found = leaves[number].element
        said.append(
            found.text or "" if found.tag == TEXT else f"{_key(leaves, number, last)}{_SIGN}"
        )
        number = last + 1
    return "".join(said)


def plain(said: str) -> str:
    """Return the text in a signature."""
    return "".join(said.split(_SIGN)[::2])


def open_fields(paragraph: Element) -> int:
    """Count the fields that begin in a paragraph, less those that end in it."""
    kinds = [_field_mark(leaf) for leaf in _walk(paragraph) if isinstance(leaf, Leaf)]
    return kinds.count("begin") - kinds.count("end")


def _walk(holder: Element) -> Iterator[Leaf | Element]:
    """Go through leaves and markers in the order of the text."""
    for child in holder:
        if child.tag == RUN:
            yield from (Leaf(child, c) for c in child if _is_seen(c))
        elif child.tag in _CONTAINERS:
            yield from _walk(child)
        elif child.tag in MARKERS:
            yield child
        elif isinstance(child.tag, str) and child.tag not in _PROPERTIES:
            yield Leaf(None, child)


def _is_seen(child: Element) -> bool:
    return isinstance(child.tag, str) and child.tag not in _UNSEEN


def _field_mark(leaf: Leaf) -> str:
    if leaf.element.tag != f"{W}fldChar":
        return ""
    return str(leaf.element.get(f"{W}fldCharType") or "")


def _fields(leaves: list[Leaf]) -> dict[int, int]:
    """Find the fields that begin and end here, outermost ones only: first leaf → last leaf."""
    begun: list[int] = []
    found: dict[int, int] = {}
    for number, leaf in enumerate(leaves):
        mark = _field_mark(leaf)
        if mark == "begin":
            begun.append(number)
        elif mark == "end" and begun:
            first = begun.pop()
            found = {at: last for at, last in found.items() if at < first}
            found[first] = number
    return found


def _units(leaves: list[Leaf], number: int, last: int) -> Iterator[Unit]:
    found = leaves[number].element
    if found.tag == TEXT:
        for at, character in enumerate(found.text or ""):
            yield Unit(character, number, at, number)
    else:
        yield Unit(_key(leaves, number, last), number, 0, last)


def _key(leaves: list[Leaf], number: int, last: int) -> str:
    """Return what tells a thing from another; what a field shows does not count."""
    found = leaves[number].element
    if last > number:
        asked = (leaf.element.text or "" for leaf in leaves[number : last + 1] if _asks(leaf))
        return f"{_SIGN}field {' '.join(''.join(asked).split())}"
    name = str(found.tag).rpartition("}")[2]
    if leaves[number].is_opaque:
        return f"{_SIGN}{name}"
    details = sorted(f"{key.rpartition('}')[2]}={value}" for key, value in found.attrib.items())
    return f"{_SIGN}{name} {' '.join(details)}{' ' if _asks(leaves[number]) else ''}" + (
        found.text or "" if _asks(leaves[number]) else ""
    )


def _asks(leaf: Leaf) -> bool:
    return bool(leaf.element.tag == f"{W}instrText")
