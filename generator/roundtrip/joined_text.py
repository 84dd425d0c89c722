"""Paragraphs behind each other, compared as one text."""

from collections.abc import Sequence

from generator.roundtrip.printed_text import Printed
from generator.word.edited.story import Passage

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
