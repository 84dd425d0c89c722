"""Three versions of a text, by character: what we printed, what a person made of it, what we would print now.

Each side's changes are found against what was printed. A figure that moved is one change of its own;
changed wording is weighed by the sentence. What only the inputs changed is to be written where it
stands in the person's text; what both changed is left as the person has it, and told.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import takewhile
from typing import NamedTuple

from generator.roundtrip.printed_text import Printed, Quoted, Token, tokens_of

PARAGRAPH = "\u2029"  # between paragraphs that are compared as one text
_END = re.compile(r"[。；！？\n]")
_BEFORE, _BEHIND = re.compile(r"(?:\d[\d.,]*)?\Z"), re.compile(r"(?:[.,]?\d+)*")


class Change(NamedTuple):
    """A stretch of the printed text, and the stretch that stands there instead."""

    start: int
    end: int
    new_start: int
    new_end: int


class Stroke(NamedTuple):
    """Words to be put in place of a stretch of the person's text."""

    start: int
    end: int
    new: tuple[tuple[str, str], ...]  # words, each with the anchor it is to have (or none)
    was: str
    base: int = 0  # where it stands in the printed text


class Clash(NamedTuple):
    """What both sides changed: what the inputs have there, and the person's changes at that place."""

    ours: str
    is_figure: bool
    changes: tuple[Change, ...]


class Woven(NamedTuple):
    """What is to be done to a person's text, and what became of their changes."""

    strokes: tuple[Stroke, ...]
    clashes: tuple[Clash, ...]
    kept: tuple[Change, ...]


class Reading(NamedTuple):
    """A person's text, and where the anchors of figures enclose something in it."""

    text: str
    marks: Mapping[str, tuple[int, int]]


def changes_between(text: str, other: str) -> list[Change]:
    """Find what differs between two texts."""
    left, right = tokens_of(text, 0, len(text)), tokens_of(other, 0, len(other))
    return token_changes(left, right, len(text), len(other))


def token_changes(
    left: Sequence[Token], right: Sequence[Token], end: int, other: int
) -> list[Change]:
    """Find what differs between two rows of tokens, of texts that end at ``end`` and ``other``."""
    keys, others = [t.key for t in left], [t.key for t in right]
    head = sum(1 for _ in takewhile(lambda p: p[0] == p[1], zip(keys, others, strict=False)))
    rest = min(len(keys), len(others)) - head
    backwards = zip(reversed(keys), reversed(others), strict=False)
    tail = min(rest, sum(1 for _ in takewhile(lambda p: p[0] == p[1], backwards)))
    mine, yours = len(keys) - tail, len(others) - tail
    matcher = SequenceMatcher(None, keys[head:mine], others[head:yours], autojunk=False)
    starts = [*(t.start for t in left), end]
    new_starts = [*(t.start for t in right), other]
    return [
        Change(starts[head + a], starts[head + b], new_starts[head + c], new_starts[head + d])
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    ]


class Shift:
    """Where a place of the printed text is in another version."""

    def __init__(self, changes: Sequence[Change]) -> None:
        self._changes = changes

    def begin(self, at: int) -> int:
        """Return the place before the character that stood behind ``at``."""
        moved = at
        for change in self._changes:
            if change.end <= at:
                moved = at + change.new_end - change.end
            elif change.start < at:
                return change.new_start
        return moved

    def finish(self, at: int) -> int:
        """Return the place behind the character that stood before ``at``."""
        moved = at
        for change in self._changes:
            if change.end < at or (change.end == at and change.start < at):
                moved = at + change.new_end - change.end
            elif change.start < at:
                return change.new_end
        return moved


def weave(base: Printed, found: Reading, new: Printed) -> Woven:
    """Bring what the inputs changed into a person's text."""
    return _Weaver(base, found, new).woven()


class _Weaver:
    def __init__(self, base: Printed, found: Reading, new: Printed) -> None:
        self._base, self._found, self._new = base, found, new
        self._theirs = changes_between(base.text, found.text)
        self._shift = Shift(self._theirs)
        self._ours = token_changes(base.tokens(), new.tokens(), len(base.text), len(new.text))
        self._strokes: list[Stroke] = []
        self._clashes: list[Clash] = []
        self._spent: set[Change] = set()

    def woven(self) -> Woven:
        """Weigh every change of ours."""
        covered: list[tuple[int, int]] = []
        for start, end, changes in _by_sentence(self._base.text, self._ours):
            if self._wording(start, end, changes):
                covered += [(c.start, c.end) for c in changes]
        for quoted, shown in self._moved():
            if not any(a <= quoted.start and quoted.end <= b for a, b in covered):
                self._figure(quoted, shown)
        kept = tuple(change for change in self._theirs if change not in self._spent)
        strokes = sorted(set(self._strokes), key=lambda s: (s.start, s.end))
        return Woven(tuple(_apart(strokes)), tuple(self._clashes), kept)

    def _wording(self, start: int, end: int, changes: Sequence[Change]) -> bool:
        """Take over changed wording, unless the person changed the same sentence."""
        is_blank = not self._base.text.strip()
        touched = [c for c in self._theirs if is_blank or meets(c, start, end)]
        if not touched:
            for change in changes:
                at = (
                    self._shift.finish(change.start)
                    if change.start == change.end
                    else (self._shift.begin(change.start))
                )
                stop = at if change.start == change.end else self._shift.finish(change.end)
                self._strokes.append(
                    Stroke(
                        at,
                        stop,
                        tuple(self._pieces(change.new_start, change.new_end)),
                        self._base.text[change.start : change.end],
                        change.start,
                    )
                )
            return True
        shift = Shift(self._ours)
        ours = (
            self._new.text[shift.begin(start) : shift.finish(end)]
            if start < end
            else "".join(self._new.text[c.new_start : c.new_end] for c in changes)
        )
        here = self._found.text[self._shift.begin(start) : self._shift.finish(end)]
        if _bare(ours) != _bare(here) and _bare(ours) not in _bare(self._found.text):
            self._clash(ours, touched, is_figure=False)
        return False

    def _pieces(self, start: int, end: int) -> Iterator[tuple[str, str]]:
        at = start
        for quoted in self._new.quoted:
            if start <= quoted.start and quoted.end <= end:
                if at < quoted.start:
                    yield self._new.text[at : quoted.start], ""
                yield self._new.text[quoted.start : quoted.end], quoted.name
                at = quoted.end
        if at < end:
            yield self._new.text[at:end], ""

    def _moved(self) -> Iterator[tuple[Quoted, str]]:
        """Pair the figures of both versions, the first with the first; give those that moved."""
        left: dict[str, list[str]] = {}
        for quoted in self._new.quoted:
            left.setdefault(quoted.figure, []).append(self._new.text[quoted.start : quoted.end])
        for quoted in self._base.quoted:
            shown = left.get(quoted.figure, [])
            now = shown.pop(0) if shown else None
            if now is not None and now != self._base.text[quoted.start : quoted.end]:
                yield quoted, now

    def _figure(self, quoted: Quoted, now: str) -> None:
        old = self._base.text[quoted.start : quoted.end]
        place = self._place_of(quoted, old)
        if place is None:
            if now not in self._found.text:
                self._clash(now, self._changes_at(quoted), is_figure=True)
            return
        start, end = place
        here = self._found.text[start:end]
        if here == old:
            self._strokes.append(Stroke(start, end, ((now, ""),), old, quoted.start))
        elif _bare(here) != _bare(now):
            self._clash(now, self._changes_at(quoted), is_figure=True)

    def _changes_at(self, quoted: Quoted) -> list[Change]:
        return [c for c in self._theirs if meets(c, quoted.start, quoted.end)]

    def _clash(self, ours: str, touched: Sequence[Change], *, is_figure: bool) -> None:
        own = tuple(change for change in touched if change not in self._spent)
        self._clashes.append(Clash(ours, is_figure, own))
        self._spent.update(own)

    def _place_of(self, quoted: Quoted, old: str) -> tuple[int, int] | None:
        """Find a figure in the person's text: by its anchor, else where its words went unchanged."""
        text = self._found.text
        if quoted.name in self._found.marks:
            start, end = self._found.marks[quoted.name]
            if start < end:
                return whole_number(text, start, end, old)
        if any(meets(c, quoted.start, quoted.end) for c in self._theirs):
            return None
        start, end = self._shift.begin(quoted.start), self._shift.finish(quoted.end)
        return whole_number(text, start, end, old) if text[start:end] == old else None


def _by_sentence(
    text: str, ours: Sequence[Change]
) -> Iterator[tuple[int, int, tuple[Change, ...]]]:
    """Gather changes by the sentences in which they stand; whole new sentences stand between two."""
    ends = [0, *(m.end() for m in _END.finditer(text)), len(text)]
    now: list[Change] = []
    span = (0, 0)
    for change in ours:
        at_edge = change.start == change.end and change.start in ends
        start = change.start if at_edge else max(e for e in ends if e <= change.start)
        stop = change.end if at_edge else min(e for e in ends if e >= max(change.end, start))
        if change.start < change.end and change.start in ends:
            start = change.start
        if not at_edge and stop == start:
            stop = min((e for e in ends if e > start), default=len(text))
        if now and (start < span[1] or (start, stop) == span):
            now.append(change)
            span = (min(span[0], start), max(span[1], stop))
            continue
        if now:
            yield *span, tuple(now)
        now, span = [change], (start, stop)
    if now:
        yield *span, tuple(now)


def meets(change: Change, start: int, end: int) -> bool:
    """Tell whether a change reaches into a stretch; one that stands at its edge does not."""
    if start == end:
        return change.start < start < change.end
    if change.start == change.end:
        return start < change.start < end
    return change.start < end and start < change.end


def whole_number(text: str, start: int, end: int, old: str) -> tuple[int, int]:
    """Widen a place over digits that somebody typed right beside the number in it."""
    if old[:1].isdigit():
        start -= len(_BEFORE.search(text[:start])[0])  # type: ignore[index] # it may match nothing
    if old[-1:].isdigit():
        end += len(_BEHIND.match(text[end:])[0])  # type: ignore[index] # see above
    return start, end


def _apart(strokes: Sequence[Stroke]) -> Iterator[Stroke]:
    """Leave out what would be written over something that is written already."""
    at = -1
    for stroke in strokes:
        if stroke.start >= at:
            yield stroke
            at = max(stroke.end, at)


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)
