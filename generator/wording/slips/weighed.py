"""Candidates that were weighed, and of those that overlap the best."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.wording.slips.candidate import Kind
from generator.wording.slips.signs import Signs

_AHEAD = 1.5  # by so much another order or look must be better than what only sounds alike
_HEARD = ("tone", "plain")
_YIELDING = ("swap", "shape")
_SOUNDING = ("tone", "plain", "near", "word")


class Weighed(NamedTuple):
    """A candidate with all that is seen of it."""

    text: int  # which of the texts
    start: int
    end: int
    found: str
    wanted: str
    kind: Kind
    signs: Signs
    score: float


def _rivals(heard: Weighed, other: Weighed) -> bool:
    """Tell whether a homophone is meant rather than another order or look: most slips are of that kind."""
    is_over = heard.start < other.end and other.start < heard.end
    return is_over and heard.score > other.score - _AHEAD


def _holds(sounding: Weighed, half: Weighed) -> bool:
    """Tell a homophone that explains half a word with what stands beside it: 资量 is 质量, not 资金."""
    return sounding.start <= half.start and half.end <= sounding.end


def best_of(weighed: Sequence[Weighed]) -> Iterator[Weighed]:
    """Of candidates that overlap, give the best; from left to right."""
    chosen: list[Weighed] = []
    heard = [one for one in weighed if one.kind in _HEARD]
    sounding = [one for one in weighed if one.kind in _SOUNDING]
    for one in sorted(weighed, key=lambda w: (-w.score, w.start)):
        if one.kind in _YIELDING and any(_rivals(other, one) for other in heard):
            continue
        if one.kind == "missing" and any(_holds(other, one) for other in sounding):
            continue
        if all(one.end <= other.start or one.start >= other.end for other in chosen):
            chosen.append(one)
    return iter(sorted(chosen, key=lambda w: w.start))
