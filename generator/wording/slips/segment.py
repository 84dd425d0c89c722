"""Cut a run of Chinese characters into words: the likeliest way, and how likely it is."""

from generator.wording.lexicon.index import PREFIX
from generator.wording.lexicon.lexicon import Lexicon

_UNKNOWN = -16.0  # of a character that no list holds
_NEVER = -1e9


def best_cut(text: str, lexicon: Lexicon) -> tuple[float, list[int]]:
    """Return the weight of the best cut, and where its words begin."""
    size = len(text)
    score = [0.0] + [_NEVER] * size
    came = [0] * (size + 1)
    weights, beginning, singles = lexicon.weights, lexicon.beginning, lexicon.singles
    for start in range(size):
        so_far, end = score[start], start + 1
        alone = singles[text[start]]
        reached = so_far + (_UNKNOWN if alone == PREFIX else weights[alone])
        if reached > score[end]:
            score[end], came[end] = reached, start
        codes = beginning(text[start : start + 2])
        if not codes:
            continue
        longer: int | None = codes.get("", PREFIX)
        end = start + 2
        while longer is not None:
            if longer != PREFIX:
                reached = so_far + weights[longer]
                if reached > score[end]:
                    score[end], came[end] = reached, start
            end += 1
            longer = codes.get(text[start + 2 : end]) if end <= size else None
    starts = []
    at = size
    while at > 0:
        at = came[at]
        starts.append(at)
    return score[size], starts[::-1]
