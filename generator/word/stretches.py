"""Anchors in a file that a person may have edited: where they are, and what stands inside them."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.model.edits import Stretch
from generator.word.anchors import document_of
from generator.word.xml import Element, W

_START, _END = f"{W}bookmarkStart", f"{W}bookmarkEnd"


class Range(NamedTuple):
    """A bookmark: its two marks."""

    name: str
    start: Element
    end: Element

    @property
    def paragraph(self) -> Element | None:
        """Return the paragraph in which it begins."""
        return next(self.start.iterancestors(f"{W}p"), None)

    @property
    def row(self) -> Element | None:
        """Return the table row in which it begins."""
        return next(self.start.iterancestors(f"{W}tr"), None)

    def inside(self) -> Iterator[Element]:
        """Go through the elements between the marks, in the order of the text."""
        root = self.start.getroottree().getroot()
        is_inside = False
        for element in root.iter():
            if element is self.start:
                is_inside = True
            elif element is self.end:
                return
            elif is_inside:
                yield element

    def siblings(self) -> list[Element] | None:
        """Return what stands between the marks when both lie in one paragraph, else ``None``."""
        if self.start.getparent() is not self.end.getparent():
            return None
        found, element = [], self.start.getnext()
        while element is not None and element is not self.end:
            found.append(element)
            element = element.getnext()
        return found if element is self.end else None


def ranges_in(root: Element) -> dict[str, Range]:
    """Find all anchors of ours that have both marks; a name that came back twice counts once."""
    ends = {end.get(f"{W}id"): end for end in root.iter(_END)}
    found: dict[str, Range] = {}
    for start in root.iter(_START):
        name = start.get(f"{W}name") or ""
        end = ends.get(start.get(f"{W}id"))
        if document_of(name) and end is not None:
            found.setdefault(name, Range(name, start, end))
    return found


def stretch_of(own: Range, others: dict[str, Range]) -> Stretch:
    """Read what stands inside an anchor."""
    pieces: list[str] = []
    within: list[str] = []
    home = own.paragraph
    is_alone = True
    starts = {other.start: other.name for other in others.values()}
    for element in own.inside():
        if element.tag == f"{W}p" and element is not home:
            is_alone = False
            pieces.append("\n")
        pieces.append(text_of(element))
        if element.tag == _START and element in starts:
            within.append(starts[element])
    figures = {name: "".join(map(text_of, others[name].inside())) for name in within}
    return Stretch("".join(pieces), figures, is_alone)


def text_of(element: Element) -> str:
    """Return what an element itself adds to the text."""
    if element.tag == f"{W}t":
        return element.text or ""
    if element.tag in (f"{W}br", f"{W}cr"):
        return "\n"
    return "\t" if element.tag == f"{W}tab" and _is_in_run(element) else ""


def _is_in_run(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == f"{W}r"
