"""Three versions of a text, by character: what we printed, what a person made of it, what we would print now.

Each side's changes are found against what was printed. A figure that moved is one change of its own;
changed wording is weighed by the sentence. What only the inputs changed is to be written where it
stands in the person's text; what both changed is left as the person has it, and told.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.base.pattern import Pattern
from generator.roundtrip.bare_text import bare
from generator.roundtrip.figure_place import around, figure_within, places_of, whole_number
from generator.roundtrip.own_writing import rewritten
from generator.roundtrip.printed_text import Printed, Quoted
from generator.roundtrip.text_changes import (
    Change,
    Shift,
    changes_between,
    meets,
    stayed,
    token_changes,
)

_END = Pattern(r"[。；！？\n]")
_WORDS_BEFORE, _WORDS_BEHIND = Pattern(r"[^\d.,]*"), Pattern(r"[^\d.,]+\Z")


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


def weave(base: Printed, found: Reading, new: Printed) -> Woven:
    """Bring what the inputs changed into a person's text."""
    return _Weaver(base, found, new).woven()


class _Weaver:
    def __init__(self, base: Printed, found: Reading, new: Printed) -> None:
        self._base, self._found, self._new = base, found, new
        self._theirs = changes_between(base.text, found.text)
        self._shift = Shift(self._theirs)
        mine, yours = base.tokens(), new.tokens()
        self._ours = token_changes(mine, yours, len(base.text), len(new.text))
        # Figures whose words stayed around them, by where they stood; they may be longer now.
        self._twins = {a.start: b for a, b in stayed(mine, yours, self._ours) if a.is_figure}
        stretched = [
            Change(q.start, q.end, twin.start, twin.end)
            for q in base.quoted
            if (twin := self._twins.get(q.start))
        ]
        self._now = Shift(sorted([*self._ours, *stretched]))
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
        due = {stroke for stroke in self._strokes if not self._is_there(stroke)}
        strokes = sorted(due, key=lambda s: (s.start, s.end))
        return Woven(tuple(_apart(strokes)), tuple(self._clashes), kept)

    def _wording(self, start: int, end: int, changes: Sequence[Change]) -> bool:
        """Take over changed wording, unless the person changed the same sentence."""
        is_blank = not self._base.text.strip()
        touched = [c for c in self._theirs if is_blank or meets(c, start, end)]
        if not touched:
            for change in changes:
                if self._is_said(change):
                    continue
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
        if all(map(self._is_said, changes)):
            return False  # both wrote the same; the figures beside it may have moved
        ours = (
            self._new.text[self._now.begin(start) : self._now.finish(end)]
            if start < end
            else "".join(self._new.text[c.new_start : c.new_end] for c in changes)
        )
        here = self._found.text[self._shift.begin(start) : self._shift.finish(end)]
        is_gone = any(c.start <= start and end <= c.end for c in touched)
        is_done = self._is_written(ours) if bare(ours) else is_gone
        if bare(ours) != bare(here) and not is_done:
            self._clash(ours, touched, is_figure=False)
        return False

    def _is_said(self, change: Change) -> bool:
        """Tell whether the person put the same words at the same place, or in a change around it."""
        ours = bare(self._new.text[change.new_start : change.new_end])
        around = [c for c in self._theirs if c.start <= change.start and change.end <= c.end]
        if len(ours) == 1:  # one character may stand anywhere
            around = [c for c in around if (c.start, c.end) == (change.start, change.end)]
        there = [bare(self._found.text[c.new_start : c.new_end]) for c in around]
        return any(ours in said if ours else not said for said in there)

    def _is_written(self, ours: str) -> bool:
        """Tell whether words stand in the person's text where they changed something."""
        text = self._found.text
        places = [m.span() for m in re.finditer(re.escape(bare(ours)), bare(text))]
        for change in self._theirs if places else ():
            start, end = (len(bare(text[:at])) for at in (change.new_start, change.new_end))
            if any(meets(change._replace(start=start, end=end), *place) for place in places):
                return True
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
        """Give the figures that moved, and what they show now."""
        for quoted, now in self._pairs():
            if now != self._base.text[quoted.start : quoted.end]:
                yield quoted, now

    def _pairs(self) -> Iterator[tuple[Quoted, str]]:
        """Pair the figures of both versions: those of words that stayed, then the first with the first.

        One that is quoted less often now shows what the others show that showed the same.
        """
        there = {quoted.start: quoted for quoted in self._new.quoted}
        left: dict[str, list[str]] = {}
        known: dict[tuple[str, str], str] = {}
        rest: list[Quoted] = []
        for quoted in self._base.quoted:
            twin = self._twins.get(quoted.start)
            if twin is None:
                rest.append(quoted)
                continue
            del there[twin.start]
            now = self._new.text[twin.start : twin.end]
            known[quoted.figure, self._base.text[quoted.start : quoted.end]] = now
            yield quoted, now
        for quoted in there.values():
            left.setdefault(quoted.figure, []).append(self._new.text[quoted.start : quoted.end])
        for quoted in rest:
            own = left.get(quoted.figure)
            old = self._base.text[quoted.start : quoted.end]
            yield quoted, own.pop(0) if own else known.get((quoted.figure, old), old)

    def _figure(self, quoted: Quoted, now: str) -> None:
        old = self._base.text[quoted.start : quoted.end]
        place = self._place_of(quoted, old)
        if place is None:
            if not self._is_typed(now):
                self._clash(now, self._changes_at(quoted, 0, 0), is_figure=True)
            return
        start, end = place
        here = self._found.text[start:end]
        if here == old:
            self._strokes.append(_least(start, old, now, quoted.start))
        elif (written := rewritten(here, old, now)) is not None:
            at, words, was = written
            place = start + at[0], start + at[1]
            self._strokes.append(Stroke(*place, ((words, ""),), was, quoted.start))
        elif bare(here) != bare(now):
            self._clash(now, self._changes_at(quoted, start, end), is_figure=True)

    def _is_typed(self, now: str) -> bool:
        """Tell whether the person typed a value themselves, wherever they did."""
        places = list(places_of(self._found.text, now))
        return any(c.new_start < end and a < c.new_end for a, end in places for c in self._theirs)

    def _is_there(self, stroke: Stroke) -> bool:
        """Tell whether the person wrote beside a place what is to be there: it was pulled since."""
        words = "".join(piece for piece, _ in stroke.new)
        place = around(self._found.text, stroke.start, stroke.end, words) if words else None
        if place is None:
            return False
        start, end = place
        is_own = any(c.new_start < end and start < c.new_end for c in self._theirs)
        base = stroke.base, stroke.base + len(stroke.was)
        return is_own and around(self._base.text, *base, words) is None

    def _changes_at(self, quoted: Quoted, start: int, end: int) -> list[Change]:
        """Give the person's changes of a figure that stands at a place of theirs now."""
        return [
            c
            for c in self._theirs
            if meets(c, quoted.start, quoted.end) or (c.new_start < end and start < c.new_end)
        ]

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
                is_longer = len(old) > end - start
                whole = around(text, start, end, old) if is_longer else None
                return whole or figure_within(text, start, end, old)
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


def _least(start: int, old: str, now: str, base: int) -> Stroke:
    """Replace of a figure only what differs: the words before and behind its number stay in their runs."""
    head = len(_WORDS_BEFORE.match(old)[0])  # type: ignore[index] # it may match nothing
    if now[:head] != old[:head] or not now[head:]:
        head = 0
    tail = 0
    rest = _WORDS_BEHIND.search(old[head:])
    unit = rest[0] if rest is not None else ""
    if (
        unit
        and now[head:].endswith(unit)
        and len(now) > head + len(unit)
        and len(old) > head + len(unit)
    ):
        tail = len(unit)
    was, new = old[head : len(old) - tail], now[head : len(now) - tail]
    return Stroke(start + head, start + len(old) - tail, ((new, ""),), was, base)


def _apart(strokes: Sequence[Stroke]) -> Iterator[Stroke]:
    """Leave out what would be written over something that is written already."""
    at = -1
    for stroke in strokes:
        if stroke.start >= at:
            yield stroke
            at = max(stroke.end, at)
