"""A run of Chinese characters between marks and figures, cut into words."""

from typing import NamedTuple

from generator.wording.lexicon.lexicon import Lexicon
from generator.wording.slips.segment import best_cut

_POOR = -7.0  # of the weight of a word for each of its characters


class Run(NamedTuple):
    """Text, and of each character whether its word is poor, and whether it lies in a longer one."""

    text: str
    words: tuple[str, ...]
    is_weak: tuple[bool, ...]
    is_within: tuple[bool, ...]


def cut(text: str, lexicon: Lexicon) -> Run:
    """Cut a run."""
    _, starts = best_cut(text, lexicon)
    words, weak, within = [], [], []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        word, size = text[start:end], end - start
        code = lexicon.code(word)
        words.append(word)
        weak += [code < 0 or lexicon.weights[code] < _POOR * size] * size
        within += [size > 1] * size
    return Run(text, tuple(words), tuple(weak), tuple(within))
