"""Headings that leave out a level which their siblings have: 一、（一）……二、1.……三、（一）."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from generator.base.pattern import Pattern
from generator.model.wording_rule import WordingRule
from generator.wording.numbering_style import STYLES, Hits, Typed, typed_number
from generator.wording.passage import Context, Hit, Passages

_LONGEST = 36
_SENTENCE = Pattern("[。；;！？]")
_FEWEST = 2  # siblings that have the level


class _Heading(NamedTuple):
    """A numbered line that is no sentence, and which passage it is."""

    number: int
    typed: Typed


class SkippedLevel:
    """A list below a heading is numbered as if a level stood between them, which only others have."""

    def __init__(self, rule: WordingRule) -> None:
        self._rule = rule

    def find(self, passages: Passages, context: Context) -> Hits:
        """Give the first number of each such list."""
        del context
        for _, run in groupby(enumerate(passages), key=lambda pair: pair[1].group):
            headings = [
                _Heading(number, typed)
                for number, passage in run
                if (typed := _of_heading(passage.plain))
            ]
            for upper in range(len(STYLES) - 2):
                for heading in _skipping(headings, upper):
                    typed = heading.typed
                    found = passages[heading.number].plain[typed.start : typed.end]
                    yield heading.number, Hit(typed.start, typed.end, found, STYLES[upper + 1][0])


def _of_heading(text: str) -> Typed | None:
    is_short = len(text.strip()) <= _LONGEST and _SENTENCE.search(text) is None
    return typed_number(text) if is_short else None


def _skipping(headings: Sequence[_Heading], upper: int) -> Iterator[_Heading]:
    """Give the first heading of each section of a level that begins below the level of the others."""
    first = [*_first_below(headings, upper)]
    due = [h for h in first if h.typed.style == upper + 1]
    if len(due) >= _FEWEST and len(due) * 2 > len(first):
        yield from (h for h in first if h.typed.style > upper + 1)


def _first_below(headings: Sequence[_Heading], upper: int) -> Iterator[_Heading]:
    """Give what stands right below each heading of a level, if a list begins there."""
    for heading, following in pairwise(headings):
        is_below = heading.typed.style == upper < following.typed.style
        if is_below and following.typed.value == 1:
            yield following
