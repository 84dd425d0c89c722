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
    weights, beginning = lexicon.weights, lexicon.beginning
    for start in range(size):
        so_far = score[start]
        codes = beginning(text[start])
        code = codes.get("")
        end = start + 1
        reached = so_far + (_UNKNOWN if code is None else weights[code])
        if reached > score[end]:
            score[end], came[end] = reached, start
        while end < size:
            end += 1
            code = codes.get(text[start + 1 : end])
            if code is None:
                break
            if code != PREFIX:
                reached = so_far + weights[code]
                if reached > score[end]:
                    score[end], came[end] = reached, start
    starts = []
    at = size
    while at > 0:
        at = came[at]
        starts.append(at)
    return score[size], starts[::-1]
