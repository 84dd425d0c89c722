"""Two lists that mean the same in one order: which item of one is which of the other."""

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import TypeVar

_PAIR, _AGAIN, _LEFT, _RIGHT = "pair", "again", "left", "right"
_A = TypeVar("_A")
_B = TypeVar("_B")


def aligned(
    left: Sequence[_A],
    right: Sequence[_B],
    score: Callable[[_A, _B], float],
    repeats: Callable[[_A], bool] = lambda _: False,
) -> list[tuple[int, int]]:
    """Return the pairs of the best alignment; an item that ``repeats`` may have several partners."""
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    step = [[_LEFT] * (len(right) + 1) for _ in range(len(left) + 1)]
    step[0] = [_RIGHT] * (len(right) + 1)
    for i, one in enumerate(left, 1):
        may_repeat = repeats(one)
        for j, other in enumerate(right, 1):
            own = score(one, other)
            choices = [(best[i - 1][j], _LEFT), (best[i][j - 1], _RIGHT)]
            if own > 0:
                choices.append((best[i - 1][j - 1] + own, _PAIR))
            if own > 0 and may_repeat:
                choices.append((best[i][j - 1] + own, _AGAIN))
            best[i][j], step[i][j] = max(choices, key=itemgetter(0))
    return _walked(step)


def _walked(step: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """Go back along the best way."""
    pairs: list[tuple[int, int]] = []
    i, j = len(step) - 1, len(step[0]) - 1
    while i and j:
        done = step[i][j]
        if done in (_PAIR, _AGAIN):
            pairs.append((i - 1, j - 1))
        i -= done in (_PAIR, _LEFT)
        j -= done in (_PAIR, _AGAIN, _RIGHT)
    return pairs[::-1]
