"""Three versions of a text, sentence by sentence: what each side changed, and where they collide."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.model.blocks import Span, Spans, plain_text

_END = re.compile(r"[。；！？\n]")


@dataclass(frozen=True, slots=True)
class CollisionError(Exception):
    """Both sides changed the same words."""

    theirs: str


def merge_sentences(base: str, person: str, new: Spans) -> Spans:
    """Take from each side what only it changed; raises ``CollisionError``."""
    theirs = split_spans_at_sentences(new)
    olds, mine = _sentences(base), _sentences(person)
    merged: list[Spans] = []
    for old, own, other in _regions(olds, mine, [plain_text(s) for s in theirs]):
        before = olds[old[0] : old[1]]
        person_now = mine[own[0] : own[1]]
        inputs_now = theirs[other[0] : other[1]]
        if person_now == before:
            merged += inputs_now
        elif [plain_text(s) for s in inputs_now] in (before, person_now):
            merged.append((Span("".join(person_now)),))
        else:
            raise CollisionError("".join(plain_text(s) for s in inputs_now))
    return tuple(span for sentence in merged for span in sentence if span.text)


def split_spans_at_sentences(spans: Spans) -> list[Spans]:
    """Cut spans where sentences end; a figure is never cut."""
    found: list[Spans] = []
    now: list[Span] = []
    for span in spans:
        if span.figure:
            now.append(span)
            continue
        pieces = _sentences(span.text)
        for piece in pieces:
            now.append(Span(piece))
            if _END.match(piece[-1:]):
                found.append(tuple(now))
                now = []
    return [*found, tuple(now)] if now else found


def _sentences(text: str) -> list[str]:
    found, start = [], 0
    for end in _END.finditer(text):
        found.append(text[start : end.end()])
        start = end.end()
    return [*found, text[start:]] if start < len(text) else found


Region = tuple[int, int]


def _regions(
    base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]
) -> Iterator[tuple[Region, Region, Region]]:
    """Cut all three where both sides agree with the base, as the classic three-way merge does."""
    left, right = _matches(base, mine), _matches(base, theirs)
    at_base = at_mine = at_theirs = 0
    for place in sorted(set(left) & set(right)):
        own, other = left[place], right[place]
        if place < at_base or own < at_mine or other < at_theirs:
            continue
        if (place, own, other) != (at_base, at_mine, at_theirs):
            yield (at_base, place), (at_mine, own), (at_theirs, other)
        yield (place, place + 1), (own, own + 1), (other, other + 1)
        at_base, at_mine, at_theirs = place + 1, own + 1, other + 1
    if (at_base, at_mine, at_theirs) != (len(base), len(mine), len(theirs)):
        yield (at_base, len(base)), (at_mine, len(mine)), (at_theirs, len(theirs))


def _matches(base: Sequence[str], other: Sequence[str]) -> dict[int, int]:
    """Map sentences of the base to the same ones of another version."""
    blocks = SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks()
    return {b.a + n: b.b + n for b in blocks for n in range(b.size)}
