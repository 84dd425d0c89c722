"""A run of Chinese characters between marks and figures, cut into words."""

from functools import cache
from itertools import accumulate
from typing import NamedTuple

from generator.wording.lexicon.index import OWN, PREFIX
from generator.wording.lexicon.lexicon import Lexicon
from generator.wording.lexicon.neighbour_counts import FIGURE, MARK
from generator.wording.slips.segment import best_cut

_OF_FIGURES = frozenset("%％‰")
_POOR = -7.0  # of the weight of a word for each of its characters
_STRANGE = -9.0  # of the weight of two neighbours


class Run(NamedTuple):
    """Text with the sign of what stands on each side of it, and what is seen of its characters.

    Weak are characters whose word is poor, or that stand strangely beside one that is no part of a
    sound word of its own; strange are all of these, and what stands strangely between two such words.
    Others lie within longer words.
    """

    text: str
    edged: str
    words: tuple[str, ...]
    is_weak: tuple[bool, ...]
    is_strange: tuple[bool, ...]
    is_within: tuple[bool, ...]
    own: tuple[int, ...]  # how long the word of the house or of the user is that each stands in

    neighbours: tuple[float, ...]  # of each two characters, the signs included: how likely

    def is_joined(self, at: int) -> bool:
        """Tell whether a character stands in one word with the one before it."""
        return at not in {0, *accumulate(map(len, self.words))}

    def beside(self, first: int, end: int) -> tuple[str, str]:
        """Return the words before and behind some of the run's, or the signs at its edges."""
        before = self.words[first - 1] if first else self.edged[0]
        return before, self.words[end] if end < len(self.words) else self.edged[-1]

    def better(self, start: int, end: int, wanted: str, lexicon: Lexicon) -> float:
        """Say how much better characters follow each other with other words in a span."""
        meant = self.edged[start] + wanted + self.edged[end + 1]
        return sum(lexicon.neighbours.weights(meant)) - sum(self.neighbours[start : end + 1])


def cut(edged: str, lexicon: Lexicon) -> Run:
    """Cut a run that stands between two signs."""
    text, weights = edged[1:-1], lexicon.weights
    singles, beginnings = lexicon.singles, lexicon.beginnings
    _, starts = best_cut(text, lexicon)
    words: list[str] = []
    weak: list[bool] = []
    within: list[bool] = []
    own: list[int] = []
    ends: set[int] = set()  # of the sound words, before which the next begins
    begins: set[int] = set()
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        word, size = text[start:end], end - start
        code = beginnings[word[:2]][word[2:]] if size > 1 else singles[word]
        words.append(word)
        is_poor = code == PREFIX or weights[code] < _POOR * size
        if size > 1 and not is_poor:
            begins.add(start)
            ends.add(end)
        weak += [is_poor] * size
        within += [size > 1] * size
        own += [size if size > 1 and code >= OWN else 0] * size
    neighbours = lexicon.neighbours.weights(edged)
    strange, borders = weak.copy(), begins & ends
    for at, weight in enumerate(neighbours[1:-1], 1):
        if weight < _STRANGE:
            strange[at - 1] = strange[at] = True
            if at not in borders:
                weak[at - 1] = weak[at] = True
    return Run(
        text,
        edged,
        tuple(words),
        tuple(weak),
        tuple(strange),
        tuple(within),
        tuple(own),
        tuple(neighbours),
    )


def edged_run(text: str, start: int, end: int) -> str:
    """Return a run between the signs of what stands beside it."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return _sign(before) + text[start:end] + _sign(after)


@cache
def _sign(beside: str) -> str:
    """A letter counts things as a figure does: C级, A类, B栋."""
    is_figure = beside.isdigit() or beside in _OF_FIGURES or (beside.isascii() and beside.isalpha())
    return FIGURE if is_figure else MARK
