"""The evidence for a candidate: how much better the text reads with it, and what else speaks for it."""

from generator.wording.slips.candidate import Candidate
from generator.wording.slips.settings import Settings
from generator.wording.slips.signs import Signs

_LITTLE, _ENOUGH, _MOST, _MOST_DOUBLED = 4.0, 9.0, 22.0, 12.0  # steps of the gain
_LEAST_NEAR, _NEAR, _MOST_NEAR = -5.0, 8.0, 20.0  # and of the neighbours
_MOST_RARE = 3.0  # beyond it a character is no more of a name
_MOST_STRAY = 2
_BOTH = 2  # sides of a word
_LEAST_DOUBLED = 5.0  # of the neighbours of a character that stands twice
_WORD_SWAPPED = "swap-word"  # 到来 and 来到: both orders are words
_APART = "-apart"  # what is meant was not met beside either neighbour: added to its kind
_WHOLE = "-whole"  # but for one character at its edge what stands there is a word, as names have it
_WORD_NEAR = "near-word"  # what is wrong lies within other words, so that little speaks against it
_ONCE = "doubled-once"  # 在|在: a little word that nobody says twice
_ONE_DOUBLED = "doubled-one"  # a single character stands twice in many names and words


def score_of(one: Candidate, signs: Signs, settings: Settings) -> float:
    """Add up what speaks for a slip and against it."""
    weights = settings.weights
    is_doubled = one.kind == "doubled"
    kind: str = one.kind
    is_one_doubled = is_doubled and len(one.wanted) == 1
    if is_one_doubled:
        kind = _ONCE if one.wanted in settings.once and not signs.partly else _ONE_DOUBLED
    elif kind == "swap" and signs.partly == 1:
        kind = _WORD_SWAPPED
    elif kind == "near" and signs.partly:
        kind = _WORD_NEAR
    score = (
        weights.base
        + settings.kinds.get(kind, 0.0)
        + weights.again * signs.again
        + weights.quoted * signs.quoted
        + weights.stands * signs.stands
        + weights.torn * signs.torn
        + weights.phrase * signs.phrase
    )
    if is_doubled:
        if signs.stands or (is_one_doubled and signs.partly == 1):  # 高炮|炮弹
            return weights.base
        near = max(_LEAST_DOUBLED, min(signs.neighbours, _MOST_DOUBLED)) - _NEAR
        score += weights.doubled_neighbours * near * is_one_doubled
        return score + weights.doubled_gain * min(signs.gain, _MOST_DOUBLED)
    near = signs.neighbours
    if not signs.linked:
        score += settings.kinds.get(one.kind + _APART, 0.0)
    if signs.whole:
        score += settings.kinds.get(one.kind + _WHOLE, 0.0)
    if one.kind == "missing":
        score += weights.half_linked * signs.linked + weights.half_both * (signs.linked == _BOTH)
    else:
        score += (weights.word_linked if one.kind == "word" else weights.linked) * signs.linked
    return (
        score
        + weights.gain * min(signs.gain, _ENOUGH)
        + weights.much_gain * max(0.0, min(signs.gain, _MOST) - _ENOUGH)
        + weights.little_gain * (signs.gain < _LITTLE)
        + weights.common * signs.common
        + weights.seen * signs.seen
        + (weights.rare_shape if one.kind == "shape" else weights.rare)
        * min(signs.rare, _MOST_RARE)
        + weights.stray * min(signs.stray, _MOST_STRAY)
        + weights.at_home * signs.at_home
        + weights.strange * signs.strange
        + weights.worded * signs.worded
        + weights.listed * signs.listed
        + weights.partly * signs.partly
        + weights.long * signs.long
        + weights.neighbours * max(_LEAST_NEAR, min(near, _NEAR))
        + weights.much_neighbours * max(0.0, min(near, _MOST_NEAR) - _NEAR)
    )
