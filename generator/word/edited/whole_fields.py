"""Fields that begin and end in one paragraph, and the runs whose words are there."""

from collections.abc import Iterator
from typing import Final

from generator.word.xml import Element, W

RUN: Final = f"{W}r"
CONTAINERS: Final = frozenset(
    f"{W}{name}"
    for name in (
        *("hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo"),
        *("ins", "moveTo"),
    )
)


def whole_fields(paragraph: Element) -> dict[Element, Element]:
    """Find the outermost fields that begin and end in a paragraph: first mark → last mark."""
    begun: list[Element] = []
    found: dict[Element, Element] = {}
    for mark in _fields_of(paragraph):
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin":
            begun.append(mark)
        elif kind == "end" and begun:
            first = begun.pop()
            if not begun:
                found[first] = mark
    return found


def _fields_of(paragraph: Element) -> Iterator[Element]:
    """Go through the marks of fields in the runs of a paragraph, not in its text boxes."""
    for run in runs_of(paragraph):
        yield from run.findall(f"{W}fldChar")


def runs_of(holder: Element) -> Iterator[Element]:
    """Go through the runs whose words are there."""
    for child in holder:
        if child.tag == RUN:
            yield child
        elif child.tag in CONTAINERS:
            yield from runs_of(child)
