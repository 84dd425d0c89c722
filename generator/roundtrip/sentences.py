"""Three versions of a text, sentence by sentence: what each side changed, where they collide."""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from generator.model.blocks import Span, Spans, plain_text

_END = re.compile(r"[。；！？\n]")


class Merged(NamedTuple):
    """The words of both sides, and what the inputs say where both changed the same sentence."""

    spans: Spans
    collisions: tuple[str, ...] = ()


def merge_sentences(base: Spans, person: str, new: Spans) -> Merged:
    """Take from each side what only it changed; where both changed, keep the person's words.

    Figures inside those are brought up to date all the same.
    """
    befores, theirs = split_spans_at_sentences(base), split_spans_at_sentences(new)
    olds, mine = [plain_text(s) for s in befores], _sentences(person)
    shown = {span.figure: span.text for span in new if span.figure}
    merged: list[Spans] = []
    collisions: list[str] = []
    for old, own, other in _regions(olds, mine, [plain_text(s) for s in theirs]):
        before, person_now = olds[slice(*old)], mine[slice(*own)]
        inputs_now = theirs[slice(*other)]
        if person_now == before:
            merged += inputs_now
        elif [plain_text(s) for s in inputs_now] in (before, person_now):
            merged.append((Span("".join(person_now)),))
        else:
            spans = [span for sentence in befores[slice(*old)] for span in sentence]
            merged.append(with_figures("".join(person_now), spans, shown))
            collisions.append("".join(plain_text(s) for s in inputs_now))
    words = tuple(span for sentence in merged for span in sentence if span.text)
    return Merged(words, tuple(collisions))


def with_figures(person: str, base: Sequence[Span], shown: Mapping[str, str]) -> Spans:
    """Find the figures of the base in a person's words, and show them as they are now."""
    spans: list[Span] = []
    at = 0
    for span in base:
        place = person.find(span.text, at) if span.figure in shown else -1
        if place >= 0:
            spans += (Span(person[at:place]), Span(shown[span.figure], span.figure))
            at = place + len(span.text)
    return (*spans, Span(person[at:]))


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
        yield from _apart((at_base, place), (at_mine, own), (at_theirs, other))
        yield (place, place + 1), (own, own + 1), (other, other + 1)
        at_base, at_mine, at_theirs = place + 1, own + 1, other + 1
    yield from _apart((at_base, len(base)), (at_mine, len(mine)), (at_theirs, len(theirs)))


def _apart(base: Region, mine: Region, theirs: Region) -> Iterator[tuple[Region, Region, Region]]:
    """Go sentence by sentence where all three have as many; else take the stretch as a whole."""
    sizes = {end - start for start, end in (base, mine, theirs)}
    if len(sizes) > 1:
        yield base, mine, theirs
        return
    for n in range(sizes.pop()):
        one, own, other = ((start + n, start + n + 1) for start, _ in (base, mine, theirs))
        yield one, own, other


def _matches(base: Sequence[str], other: Sequence[str]) -> dict[int, int]:
    """Map sentences of the base to the same ones of another version."""
    blocks = SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks()
    return {b.a + n: b.b + n for b in blocks for n in range(b.size)}
