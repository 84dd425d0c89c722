"""Put words in place of words: only the runs of what changes are touched, whatever stands beside them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.word.edited.edited_words import END, START, STRUCK, TEXT, Mark, Spot, Words
from generator.word.edited.parted_runs import (
    look_of,
    make_run,
    mark_look,
    split_before,
    split_behind,
    write_text,
)
from generator.word.edited.whole_fields import RUN
from generator.word.xml import Element, W, writable


class Piece(NamedTuple):
    """Words to be written; with a name they get an anchor around them."""

    text: str
    name: str = ""


def put(
    words: Words, start: int, end: int, pieces: Sequence[Piece], numbers: Iterator[int]
) -> None:
    """Write pieces in place of a stretch of characters.

    Several strokes in one paragraph go from right to left: what is left of a stroke stays where it
    was read.
    """
    _forget(words.marks, start, end, pieces)
    maker = _Maker(words, numbers)
    if start == end:
        maker.between(start, pieces)
        return
    maker.in_place_of(words.spots[start], pieces)
    written = len("".join(piece.text for piece in pieces)) if maker.is_spliced else 0
    _strike(words.spots[start:end], written)


def _forget(marks: dict[str, Mark], start: int, end: int, pieces: Sequence[Piece]) -> None:
    """Take away anchors of which nothing is left; one around just the stretch stays for its new words."""
    named = {piece.name for piece in pieces if piece.name}
    for name, mark in list(marks.items()):
        if mark.start is None or mark.end is None:
            continue
        is_inside = start <= mark.start < mark.end <= end
        is_all = (mark.start, mark.end) == (start, end)
        if name in named or (is_inside and not is_all):
            for element in (mark.opening, mark.closing):
                if element is not None and element.getparent() is not None:
                    element.getparent().remove(element)
            del marks[name]


def _strike(spots: Sequence[Spot], shifted: int) -> None:
    """Take characters out; where words were written before the first of them, they moved by so much."""
    by_node: dict[Element, list[int]] = {}
    first = spots[0].node
    for spot in spots:
        by_node.setdefault(spot.node, []).append(spot.at)
    for node, places in by_node.items():
        if node.tag != TEXT:
            parent = node.getparent()
            if parent is not None:
                parent.remove(node)
            continue
        moved = shifted if node is first else 0
        at, behind = places[0] + moved, places[-1] + 1 + moved
        text = node.text or ""
        write_text(node, text[:at] + text[behind:])


class _Maker:
    def __init__(self, words: Words, numbers: Iterator[int]) -> None:
        self._words, self._numbers = words, numbers
        self.is_spliced = False

    def in_place_of(self, spot: Spot, pieces: Sequence[Piece]) -> None:
        """Write before a character."""
        if spot.node.tag == TEXT and _is_plain(pieces):
            self._splice(spot, pieces)
        elif spot.node.tag == TEXT and pieces:
            self._open(spot, pieces)
        elif pieces:
            holder = spot.node.getparent()
            self._insert(split_before(spot.node), pieces, look_of(holder))

    def between(self, at: int, pieces: Sequence[Piece]) -> None:
        """Write between two characters, outside of the anchors that end or begin there."""
        spots, marks = self._words.spots, self._words.marks.values()
        is_edge = any(at in (m.start, m.end) and m.start != m.end for m in marks)
        if at and not is_edge:
            before = spots[at - 1]
            if before.node.tag == TEXT and _is_plain(pieces):
                self._splice(Spot(before.node, before.at + 1), pieces)
            elif before.node.tag == TEXT:
                self._open(Spot(before.node, before.at + 1), pieces)
            else:
                self._insert(split_behind(before.node), pieces, look_of(before.node.getparent()))
        elif at:
            run = spots[at - 1].node.getparent()
            last = split_behind(spots[at - 1].node)
            closing = [m.closing for m in marks if m.end == at and m.start != at]
            self._insert(([last, *self._in_order(closing)])[-1], pieces, look_of(run))
        elif spots:
            run = spots[0].node.getparent()
            opening = [m.opening for m in marks if m.start == 0 and m.end]
            first = next(iter(self._in_order(opening)), None)
            if first is None:
                self._insert(split_before(spots[0].node), pieces, look_of(run))
            else:
                for element in self._elements(pieces, look_of(run)):
                    first.addprevious(element)
        else:
            self._fill(pieces)

    def _in_order(self, halves: Iterable[Element | None]) -> list[Element]:
        """Put halves of anchors in their order; beside one that is struck out nothing may be written."""
        wanted = [half for half in halves if half is not None]
        if not wanted:
            return []
        return [
            half
            for half in self._words.paragraph.iter(START, END)
            if half in wanted and next(half.iterancestors(*STRUCK), None) is None
        ]

    def _fill(self, pieces: Sequence[Piece]) -> None:
        """Write into a paragraph without words: inside its anchor, in the run that waits there."""
        paragraph = self._words.paragraph
        openings = [m.opening for m in self._words.marks.values() if m.opening is not None]
        opening = openings[0] if openings else None
        run = None
        if opening is not None:
            run = next((e for e in opening.itersiblings() if e.tag == RUN), None)
        node = None if run is None else run.find(TEXT)
        if node is not None and _is_plain(pieces):
            self._splice(Spot(node, 0), pieces)
            return
        properties = look_of(run) if run is not None else mark_look(paragraph)
        if opening is not None:
            self._insert(opening, pieces, properties)
            return
        for element in self._elements(pieces, properties):
            paragraph.append(element)

    def _splice(self, spot: Spot, pieces: Sequence[Piece]) -> None:
        text = spot.node.text or ""
        write_text(
            spot.node, text[: spot.at] + writable("".join(p.text for p in pieces)) + text[spot.at :]
        )
        self.is_spliced = True

    def _open(self, spot: Spot, pieces: Sequence[Piece]) -> None:
        """Part a run in two and write between."""
        node = spot.node
        text, run = node.text or "", node.getparent()
        right = node.makeelement(TEXT, {})
        write_text(right, text[spot.at :])
        write_text(node, text[: spot.at])
        node.addnext(right)
        # The characters behind live on in another element.
        for number, other in enumerate(self._words.spots):
            if other.node is node and other.at >= spot.at:
                self._words.spots[number] = Spot(right, other.at - spot.at)
        self._insert(split_before(right), pieces, look_of(run))

    def _insert(self, last: Element, pieces: Sequence[Piece], properties: Element | None) -> None:
        for element in reversed(list(self._elements(pieces, properties))):
            last.addnext(element)

    def _elements(self, pieces: Sequence[Piece], properties: Element | None) -> Iterator[Element]:
        near = self._words.paragraph
        for piece in pieces:
            run = make_run(near, piece.text, properties)
            if not piece.name:
                yield run
                continue
            number = str(next(self._numbers))
            yield near.makeelement(START, {f"{W}id": number, f"{W}name": piece.name})
            yield run
            yield near.makeelement(END, {f"{W}id": number})


def enclose(words: Words, start: int, end: int, name: str, numbers: Iterator[int]) -> None:
    """Put an anchor around a stretch of characters; runs are parted where it begins and ends."""
    if not 0 <= start < end <= len(words.spots):
        return
    number, near = str(next(numbers)), words.paragraph
    closing = near.makeelement(END, {f"{W}id": number})
    if end < len(words.spots):
        _run_from(words, end).addprevious(closing)
    else:
        words.spots[-1].node.getparent().addnext(closing)
    opening = near.makeelement(START, {f"{W}id": number, f"{W}name": name})
    _run_from(words, start).addprevious(opening)


def runs_between(words: Words, start: int, end: int) -> list[Element]:
    """Return the runs of a stretch of characters, parted where it begins and ends."""
    if not 0 <= start < end <= len(words.spots):
        return []
    if end < len(words.spots):
        _run_from(words, end)
    _run_from(words, start)
    return list(dict.fromkeys(spot.node.getparent() for spot in words.spots[start:end]))


def _run_from(words: Words, at: int) -> Element:
    """Return the run that begins with a character, parted from what stands before it."""
    node, place = words.spots[at]
    if node.tag == TEXT and place:
        right = node.makeelement(TEXT, {})
        text = node.text or ""
        write_text(right, text[place:])
        write_text(node, text[:place])
        node.addnext(right)
        for number, other in enumerate(words.spots):
            if other.node is node and other.at >= place:
                words.spots[number] = Spot(right, other.at - place)
        node = right
    run = node.getparent()
    if any(c is not node and c.tag != f"{W}rPr" for c in node.itersiblings(preceding=True)):
        split_before(node)
    return run


def _is_plain(pieces: Sequence[Piece]) -> bool:
    return not any(p.name or "\n" in p.text or "\t" in p.text for p in pieces)
