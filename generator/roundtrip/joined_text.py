"""Paragraphs behind each other, compared and written as one text."""

from collections.abc import Iterator, Sequence

from generator.roundtrip.printed_text import Printed
from generator.roundtrip.three_way import Stroke
from generator.word.edited.edited_story import Passage
from generator.word.edited.strokes import Piece, put

PARAGRAPH = "\u2029"


def joined(said: Sequence[Printed]) -> Printed:
    """Put paragraphs behind each other."""
    if len(said) == 1:
        return said[0]
    text = PARAGRAPH.join(one.text for one in said)
    quoted, at = [], 0
    for one in said:
        quoted += [q._replace(start=q.start + at, end=q.end + at) for q in one.quoted]
        at += len(one.text) + 1
    return Printed(text, tuple(quoted))


def marks_of(passages: Sequence[Passage]) -> dict[str, tuple[int, int]]:
    """Return where anchors enclose something, over paragraphs behind each other."""
    found: dict[str, tuple[int, int]] = {}
    at = 0
    for passage in passages:
        for name, mark in passage.words.marks.items():
            if mark.start is not None and mark.end is not None:
                found[name] = (at + mark.start, at + mark.end)
        at += len(passage.text) + 1
    return found


def write_strokes(
    passages: Sequence[Passage], strokes: Sequence[Stroke], numbers: Iterator[int]
) -> None:
    """Write over paragraphs behind each other; what reaches over several is written in the first."""
    starts = [0]
    for passage in passages:
        starts.append(starts[-1] + len(passage.text) + 1)
    for stroke in reversed(strokes):
        for number in range(len(passages) - 1, -1, -1):
            first, last = starts[number], starts[number + 1] - 1
            start, end = max(stroke.start, first), min(stroke.end, last)
            is_home = first <= stroke.start <= last
            if start > end or (not is_home and start == end):
                continue
            pieces = [Piece(*piece) for piece in stroke.new] if is_home else []
            put(
                passages[number].words,
                start - first,
                end - first,
                pieces,
                numbers,
            )
