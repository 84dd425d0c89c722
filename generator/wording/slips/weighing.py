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
_RAREST = -16.0  # a word that is rarer counts as if it were so common
_RARE = -11.5  # of a character by itself: it is seldom typed, but in names
_MOST_AGAIN = 2


class Around(NamedTuple):
    """What the document says besides: its words, its whole text, and whether this is a quotation."""

    words: Mapping[str, int]
    text: str
    is_quoted: bool = False


class Signs(NamedTuple):
    """What is seen of a candidate, each a number."""

    gain: float
    common: float
    own: bool
    held: bool
    seen: bool
    again: int
    rare: float
    partly: float
    quoted: bool
    both: bool


def signs_of(run: Run, one: Candidate, lexicon: Lexicon, around: Around) -> Signs:
    """Look at a candidate."""
    low, high = max(0, one.start - _BESIDE), min(len(run.text), one.end + _BESIDE)
    changed = run.text[low : one.start] + one.wanted + run.text[one.end : high]
    there, _ = best_cut(run.text[low:high], lexicon)
    meant, starts = best_cut(changed, lexicon)
    found = run.text[one.start : one.end]
    wrong = [at for at, (a, b) in enumerate(zip(found, one.wanted, strict=False)) if a != b]
    if len(found) != len(one.wanted):
        wrong = []
    holding = _holding(changed, starts, one.start - low + (wrong[0] if wrong else 0))
    return Signs(
        gain=meant - there,
        common=max(_RAREST, _weight(one.wanted, lexicon)) - _RAREST,
        own=lexicon.code(holding) >= OWN,
        held=len(holding) >= SHORTEST_LONG,
        seen=bool(wrong) and around.words.get(holding, 0) > 0,
        again=min(_MOST_AGAIN, around.text.count(found) - 1),
        rare=max(0.0, _RARE - min((_weight(found[at], lexicon) for at in wrong), default=0.0)),
        partly=sum(run.is_within[one.start + at] for at in wrong) / max(1, len(wrong)),
        quoted=around.is_quoted,
        both=len(wrong) > 1 and one.kind != "swap",
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


def score_of(kind: str, signs: Signs, settings: Settings) -> float:
    """Add up what speaks for a slip and against it."""
    weights = settings.weights
    return (
        weights.base
        + settings.kinds.get(kind, 0.0)
        + weights.gain * min(signs.gain, weights.most_gain)
        + weights.common * signs.common
        + weights.own * signs.own
        + weights.held * signs.held
        + weights.seen * signs.seen
        + weights.again * signs.again
        + weights.rare * signs.rare
        + weights.partly * signs.partly
        + weights.quoted * signs.quoted
        + weights.both * signs.both
    )
