"""Two lists that mean the same in one order: which item of one is which of the other."""

from collections.abc import Callable, Sequence
from typing import TypeVar

_A = TypeVar("_A")
_B = TypeVar("_B")


def aligned(
    left: Sequence[_A],
    right: Sequence[_B],
    score: Callable[[_A, _B], float],
    repeats: Callable[[_A], bool] = lambda _: False,
) -> list[tuple[int, int]]:
    """Return the pairs of the best alignment; an item that ``repeats`` may have several partners."""
    height, width = len(left), len(right)
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    step = [[""] * (width + 1) for _ in range(height + 1)]
    for i in range(height + 1):
        for j in range(width + 1):
            if i == j == 0:
                continue
            choices: list[tuple[float, str]] = []
            if i and j:
                own = score(left[i - 1], right[j - 1])
                if own > 0:
                    choices.append((best[i - 1][j - 1] + own, "pair"))
                    if repeats(left[i - 1]):
                        choices.append((best[i][j - 1] + own, "again"))
            if i:
                choices.append((best[i - 1][j], "left"))
            if j:
                choices.append((best[i][j - 1], "right"))
            best[i][j], step[i][j] = max(choices, key=lambda choice: choice[0])
    pairs: list[tuple[int, int]] = []
    i, j = height, width
    while i or j:
        done = step[i][j]
        if done in ("pair", "again"):
            pairs.append((i - 1, j - 1))
        i -= done in ("pair", "left")
        j -= done in ("pair", "again", "right")
    return pairs[::-1]
