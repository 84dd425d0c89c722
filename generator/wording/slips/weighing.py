"""The evidence for a candidate: how much better the text reads with it, and what else speaks for it."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.wording.lexicon.index import OWN, SHORTEST_LONG
from generator.wording.lexicon.lexicon import Lexicon
from generator.wording.slips.candidate import Candidate
from generator.wording.slips.run import Run
from generator.wording.slips.segment import best_cut
from generator.wording.slips.settings import Settings

_BESIDE = 6  # characters on each side that are cut again
_LITTLE, _ENOUGH, _MOST, _MOST_DOUBLED = 4.0, 9.0, 22.0, 12.0  # steps of the gain
_LEAST_NEAR, _NEAR, _MOST_NEAR = -5.0, 8.0, 20.0  # and of the neighbours
_RAREST = -16.0  # a word that is rarer counts as if it were so common
_EVERYDAY, _SELDOM = 9.0, 5.0  # of a word, over the rarest: seen again it proves nothing, or all
_RARE = -11.5  # of a character by itself: it is seldom typed, but in names
_MOST_RARE = 3.0  # beyond it a character is no more of a name
_MOST_AGAIN = 2
_WORD_SWAPPED = "swap-word"  # 到来 and 来到: both orders are words
_WORD_NEAR = "near-word"  # what is wrong lies within other words, so that little speaks against it
_ONE_DOUBLED = "doubled-one"  # a single character stands twice in many names and words


class Around(NamedTuple):
    """What the document says besides: its words, its whole text, and whether this is a quotation."""

    words: Mapping[str, int]
    text: str
    is_quoted: bool = False


class Signs(NamedTuple):
    """What is seen of a candidate, each a number."""

    gain: float
    neighbours: float
    common: float
    held: bool
    seen: float
    again: int
    rare: float
    partly: float
    quoted: bool
    long: bool
    stands: bool
    torn: bool  # what would stay was the end of another word, which the change breaks
    phrase: bool  # what is meant is a long word of the house or of the user
    holding: str  # the word that holds the change, and how much it proves when it is seen elsewhere
    telling: float


def wrong_places(found: str, wanted: str) -> list[int]:
    """Return where two texts of one length differ (of two lengths: nowhere)."""
    if len(found) != len(wanted):
        return []
    return [at for at, (one, other) in enumerate(zip(found, wanted, strict=True)) if one != other]


def signs_of(run: Run, one: Candidate, neighbours: float, lexicon: Lexicon) -> Signs:
    """Look at a candidate in its run."""
    low, high = max(0, one.start - _BESIDE), min(len(run.text), one.end + _BESIDE)
    changed = run.text[low : one.start] + one.wanted + run.text[one.end : high]
    there, _ = best_cut(run.text[low:high], lexicon)
    meant, starts = best_cut(changed, lexicon)
    found = run.text[one.start : one.end]
    wrong = wrong_places(found, one.wanted)
    holding = _holding(changed, starts, one.start - low + (wrong[0] if wrong else 0))
    common = max(_RAREST, _weight(one.wanted, lexicon)) - _RAREST
    telling = max(0.0, min(1.0, (_EVERYDAY - common) / (_EVERYDAY - _SELDOM)))
    return Signs(
        gain=meant - there,
        neighbours=neighbours,
        common=common,
        held=len(holding) >= SHORTEST_LONG,
        seen=0.0,
        again=0,
        rare=max(0.0, _RARE - min((_weight(found[at], lexicon) for at in wrong), default=0.0)),
        partly=sum(run.is_within[one.start + at] for at in wrong) / max(1, len(wrong)),
        quoted=False,
        long=len(found) > 2,
        stands=False,
        torn=_is_torn(run, one, wrong) and len(holding) <= len(one.wanted),
        phrase=len(found) >= SHORTEST_LONG and lexicon.code(one.wanted) >= OWN,
        holding=holding,
        telling=telling if wrong else 0.0,
    )


def _is_torn(run: Run, one: Candidate, wrong: list[int]) -> bool:
    """Tell whether the one character of a word that stays belongs to a word beside: 断|风向, 听书|机."""
    if one.end - one.start != 2 or len(wrong) != 1:
        return False
    stays = 1 - wrong[0]
    return run.is_within[one.start + stays] and not run.is_joined(one.start + 1)


def in_document(signs: Signs, found: str, around: Around, *, stands: bool) -> Signs:
    """Add what the rest of the document says of a candidate, and whether grammar speaks against it."""
    return signs._replace(
        seen=signs.telling if around.words.get(signs.holding, 0) else 0.0,
        again=min(_MOST_AGAIN, around.text.count(found) - 1),
        quoted=around.is_quoted,
        stands=stands,
    )


def _holding(text: str, starts: list[int], at: int) -> str:
    """Return the word of a cut that holds a place."""
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        if start <= at < end:
            return text[start:end]
    return text


def _weight(word: str, lexicon: Lexicon) -> float:
    code = lexicon.code(word)
    return lexicon.weights[code] if code >= 0 else _RAREST


def score_of(one: Candidate, signs: Signs, settings: Settings) -> float:
    """Add up what speaks for a slip and against it."""
    weights = settings.weights
    is_doubled = one.kind == "doubled"
    kind: str = one.kind
    if is_doubled and len(one.wanted) == 1:
        kind = _ONE_DOUBLED
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
        return score + weights.doubled_gain * min(signs.gain, _MOST_DOUBLED)
    near = signs.neighbours
    return (
        score
        + weights.gain * min(signs.gain, _ENOUGH)
        + weights.much_gain * max(0.0, min(signs.gain, _MOST) - _ENOUGH)
        + weights.little_gain * (signs.gain < _LITTLE)
        + weights.common * signs.common
        + weights.seen * signs.seen
        + weights.rare * min(signs.rare, _MOST_RARE)
        + weights.partly * signs.partly
        + weights.long * signs.long
        + weights.neighbours * max(_LEAST_NEAR, min(near, _NEAR))
        + weights.much_neighbours * max(0.0, min(near, _MOST_NEAR) - _NEAR)
    )
