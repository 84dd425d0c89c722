"""What may stand only once in a file: numbers and names of bookmarks, drawings, controls and paragraphs.

A copy of something cannot keep them; numbers that stand twice all the same are counted anew.
"""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Final

from generator.word.anchors import document_of
from generator.word.edited.edited_words import END, START
from generator.word.xml import Element, W

_NUMBER, _NAME = f"{W}id", f"{W}name"
_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_WORD_2010: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_OF_PARAGRAPHS: Final = (f"{_WORD_2010}paraId", f"{_WORD_2010}textId")


class Identities:
    """Hands out what nothing in the texts of a file has."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._roots = tuple(roots)
        self.bookmarks = _free(mark.get(_NUMBER) for mark in self._all(START))
        self._drawings = _free(mark.get("id") for mark in self._all(_DRAWING))

    def of_copy(self, copy: Element) -> None:
        """Give a copy numbers of its own; bookmarks that are not ours and are there already it loses."""
        forget_paragraphs(copy)
        for drawing in copy.iter(_DRAWING):
            drawing.set("id", str(next(self._drawings)))
        for number in list(copy.iterfind(f".//{W}sdtPr/{_NUMBER}")):
            number.getparent().remove(number)
        marks = list(copy.iter(START, END))
        for start, end in _pairs(marks):
            name = ("" if start is None else start.get(_NAME)) or ""
            if start is not None and end is not None and not self._is_taken(name):
                number = str(next(self.bookmarks))
                start.set(_NUMBER, number)
                end.set(_NUMBER, number)
                continue
            for half in (start, end):
                if half is not None and half is not copy:
                    half.getparent().remove(half)

    def _is_taken(self, name: str) -> bool:
        """Ours may come again: the one that stands first stays, once all is in its place."""
        return not document_of(name) and any(m.get(_NAME) == name for m in self._all(START))

    def _all(self, tag: str) -> Iterator[Element]:
        for root in self._roots:
            yield from root.iter(tag)


def forget_paragraphs(copy: Element) -> None:
    """Take out by what paragraphs are known to programs."""
    for element in copy.iter():
        for name in _OF_PARAGRAPHS:
            element.attrib.pop(name, None)


def number_bookmarks(root: Element, numbers: Iterator[int]) -> None:
    """Let no two bookmarks of a text bear one number."""
    known: set[str] = set()
    for start, end in _pairs(list(root.iter(START, END))):
        if start is None:
            continue
        number = start.get(_NUMBER) or ""
        if number in known:
            number = str(next(numbers))
            for half in (start, end):
                if half is not None:
                    half.set(_NUMBER, number)
        known.add(number)


def _pairs(marks: Iterable[Element]) -> Iterator[tuple[Element | None, Element | None]]:
    """Pair the halves of bookmarks; an end belongs to the last one that began under its number."""
    found: list[tuple[Element | None, Element | None]] = []
    begun: dict[str, list[int]] = {}
    for mark in marks:
        number = mark.get(_NUMBER) or ""
        if mark.tag == START:
            begun.setdefault(number, []).append(len(found))
            found.append((mark, None))
        elif begun.get(number):
            place = begun[number].pop()
            found[place] = (found[place][0], mark)
        else:
            found.append((None, mark))
    yield from found


def _free(numbers: Iterable[str | None]) -> Iterator[int]:
    """Count on behind numbers."""
    known = (int(n) for n in numbers if n and n.isascii() and n.isdecimal())
    return count(1 + max(known, default=0))
