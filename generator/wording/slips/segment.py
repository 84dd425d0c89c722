"""Cut a run of Chinese characters into words: the likeliest way, and how likely it is."""

from operator import add

from generator.wording.lexicon.index import LONGEST, PREFIX
from generator.wording.lexicon.lexicon import Lexicon
from generator.wording.lexicon.neighbour_counts import FIGURE, MARK

_NEVER = -1e9
# Long phrases are met too seldom to say what joins them.
_PIECE = 3
_SIGNS = (FIGURE, MARK)


def best_cut(text: str, lexicon: Lexicon, longest: int = LONGEST) -> tuple[float, list[int]]:
    """Return the weight of the best cut into words that are not too long, and where they begin."""
    size = len(text)
    score = [0.0] + [_NEVER] * size
    came = [0] * (size + 1)
    weights, beginnings, alone = lexicon.weights, lexicon.beginnings, lexicon.alone
    begun = map(beginnings.__getitem__, map(add, text, (*text[1:], "")))
    for start, (weight, codes) in enumerate(zip(map(alone.__getitem__, text), begun, strict=True)):
        so_far, end = score[start], start + 1
        reached = so_far + weight
        if reached > score[end]:
            score[end], came[end] = reached, start
        if not codes:
            continue
        end += 1
        code = codes[""]
        while code >= 0:
            if code != PREFIX:
                reached = so_far + weights[code]
                if reached > score[end]:
                    score[end], came[end] = reached, start
            end += 1
            if end > size or end - start > longest or len(codes) == 1:
                break
            code = codes.get(text[start + 2 : end], -1)
    starts = []
    at = size
    while at > 0:
        at = came[at]
        starts.append(at)
    return score[size], starts[::-1]


def pieces(word: str, lexicon: Lexicon, longest: int = _PIECE) -> list[str]:
    """Cut a word into short ones, as what stands beside each other is counted of these."""
    if len(word) <= _PIECE:
        return [word]
    _, starts = best_cut(word, lexicon, longest)
    return [word[start:end] for start, end in zip(starts, [*starts[1:], len(word)], strict=True)]


def is_met(before: str, after: str, lexicon: Lexicon) -> bool:
    """Tell whether two words that stand beside each other were met so, or make one known word."""
    found = lexicon.met.get((before, after))
    if found is None:
        last = before if len(before) <= _PIECE else pieces(before, lexicon)[-1]
        first = after if len(after) <= _PIECE else pieces(after, lexicon)[0]
        found = (
            last not in _SIGNS
            and first not in _SIGNS
            and (lexicon.joined(last, first) or lexicon.knows(last + first))
        )
        lexicon.met[before, after] = found
    return found
