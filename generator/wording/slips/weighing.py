"""The evidence for a candidate: how much better the text reads with it, and what else speaks for it."""

from collections.abc import Mapping
from itertools import accumulate, pairwise
from typing import NamedTuple

from generator.wording.lexicon.index import OWN
from generator.wording.lexicon.lexicon import Lexicon
from generator.wording.lexicon.lost import SHORTEST_LONG
from generator.wording.slips.candidate import Candidate
from generator.wording.slips.character_run import Run
from generator.wording.slips.cuts import Cuts
from generator.wording.slips.segment import is_met
from generator.wording.slips.settings import Settings

_LITTLE, _ENOUGH, _MOST, _MOST_DOUBLED = 4.0, 9.0, 22.0, 12.0  # steps of the gain
_LEAST_NEAR, _NEAR, _MOST_NEAR = -5.0, 8.0, 20.0  # and of the neighbours
_RAREST = -16.0  # a word that is rarer counts as if it were so common
_EVERYDAY, _SELDOM = 9.0, 5.0  # of a word, over the rarest: seen again it proves nothing, or all
_RARE = -11.5  # of a character by itself: it is seldom typed, but in names
_MOST_RARE = 3.0  # beyond it a character is no more of a name
_POOR_ALONE = -9.5  # of the weight of a character: it is hardly a word by itself
_MOST_STRAY = 2
_BOTH = _MOST_AGAIN = 2  # sides of a word; how often it is counted that it comes again
_LEAST_DOUBLED = 5.0  # of the neighbours of a character that stands twice
_WORD_SWAPPED = "swap-word"  # 到来 and 来到: both orders are words
_APART = "{}-apart"  # what is meant was not met beside either neighbour: added to its kind
_WHOLE = (
    "{}-whole"  # but for one character at its edge what stands there is a word, as names have it
)
_WORD_NEAR = "near-word"  # what is wrong lies within other words, so that little speaks against it
_ONCE = "doubled-once"  # 在|在: a little word that nobody says twice
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
    linked: int  # on how many sides what is meant was met beside its neighbour
    at_home: int  # and what stands there
    strange: bool  # what is meant is no word that reports use
    worded: bool  # what stands there is long, and made of words alone
    whole: bool  # without the one character that would change, at its edge, it is a word by itself
    listed: bool  # it stands beside the mark between the members of a list: names and terms do
    stray: int  # characters beside what is meant that are no words alone: names are full of them
    holding: str  # the word that holds the change, and how much it proves when it is seen elsewhere
    telling: float


def wrong_places(found: str, wanted: str) -> list[int]:
    """Return where two texts of one length differ (of two lengths: nowhere)."""
    if len(found) != len(wanted):
        return []
    return [at for at, (one, other) in enumerate(zip(found, wanted, strict=True)) if one != other]


def signs_of(cuts: Cuts, one: Candidate, neighbours: float) -> Signs:
    """Look at a candidate in its run."""
    run, lexicon, low = cuts.run, cuts.lexicon, cuts.low(one)
    there, changed = cuts.there(one), cuts.meant(one)
    starts = cuts.starts(changed)
    found = run.text[one.start : one.end]
    wrong = wrong_places(found, one.wanted)
    holding = _holding(changed, starts, one.start - low + (wrong[0] if wrong else 0))
    common = max(_RAREST, _weight(one.wanted, lexicon)) - _RAREST
    telling = max(0.0, min(1.0, (_EVERYDAY - common) / (_EVERYDAY - _SELDOM)))
    return Signs(
        gain=cuts.gain(one),
        neighbours=neighbours,
        common=common,
        held=len(holding) >= SHORTEST_LONG,
        seen=0.0,
        again=0,
        rare=max(0.0, _RARE - min((_weight(found[at], lexicon) for at in wrong), default=0.0)),
        partly=_share_within(run, one, wrong),
        quoted=False,
        long=len(found) > 2,
        stands=False,
        torn=_is_torn(run, one, wrong) and len(holding) <= len(one.wanted),
        phrase=len(found) >= SHORTEST_LONG and lexicon.code(one.wanted) >= OWN,
        linked=_links(changed, starts, one.start - low, one.start - low + len(one.wanted), lexicon),
        at_home=_links(there, cuts.starts(there), one.start - low, one.end - low, lexicon),
        strange=not lexicon.is_familiar(one.wanted),
        worded=one.kind != "doubled" and _is_of_words(run, one),
        whole=_is_whole(found, wrong, lexicon),
        listed=False,
        stray=_stray(changed, starts, one.start - low, one.start - low + len(one.wanted), lexicon),
        holding=holding,
        telling=telling if wrong else 0.0,
    )


def _share_within(run: Run, one: Candidate, wrong: list[int]) -> float:
    """Say how much of what would change lies in longer words."""
    places = wrong or (range(one.end - one.start) if one.kind == "doubled" else ())
    return sum(run.is_within[one.start + at] for at in places) / max(1, len(places))


def _is_torn(run: Run, one: Candidate, wrong: list[int]) -> bool:
    """Tell whether the one character of a word that stays belongs to a word beside: 断|风向, 听书|机."""
    if one.end - one.start != 2 or len(wrong) != 1:
        return False
    stays = 1 - wrong[0]
    return run.is_within[one.start + stays] and not run.is_joined(one.start + 1)


def _is_of_words(run: Run, one: Candidate) -> bool:
    """Tell a long piece of text that is cut into words, none of them poor or a character: 农机|推广."""
    bounds = [0, *accumulate(map(len, run.words))]
    if True in run.is_strange[one.start : one.end] or one.end - one.start < SHORTEST_LONG:
        return False
    if not {one.start, one.end} <= {*bounds}:
        return False
    inside = run.words[bounds.index(one.start) : bounds.index(one.end)]
    return min(map(len, inside)) > 1


def in_document(
    signs: Signs, found: str, around: Around, *, stands: bool, listed: bool = False
) -> Signs:
    """Add what the rest of the document says of a candidate, and whether grammar speaks against it."""
    return signs._replace(
        seen=signs.telling if around.words.get(signs.holding, 0) else 0.0,
        again=min(_MOST_AGAIN, around.text.count(found) - 1) if len(found) > 1 else 0,
        quoted=around.is_quoted,
        stands=stands,
        listed=listed,
    )


def _is_whole(found: str, wrong: list[int], lexicon: Lexicon) -> bool:
    """Tell a word with one character before or behind it: 放|空洞, 培训|办."""
    rest = found[1:] if wrong == [0] else found[:-1] if wrong == [len(found) - 1] else ""
    return len(rest) > 1 and lexicon.knows(rest)


def _holding(text: str, starts: list[int], at: int) -> str:
    """Return the word of a cut that holds a place."""
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        if start <= at < end:
            return text[start:end]
    return text


def _links(text: str, starts: list[int], start: int, end: int, lexicon: Lexicon) -> int:
    """Count the sides of a span on which words stand that were met beside each other."""
    bounds = [*starts, len(text)]
    words = [text[first:later] for first, later in pairwise(bounds)]
    first = max(at for at, begin in enumerate(starts) if begin <= start)
    last = max(at for at, begin in enumerate(starts) if begin < end)
    before = first > 0 and is_met(words[first - 1], words[first], lexicon)
    return before + (last + 1 < len(words) and is_met(words[last], words[last + 1], lexicon))


def _stray(text: str, starts: list[int], start: int, end: int, lexicon: Lexicon) -> int:
    """Count the single characters right beside a span that are hardly words."""
    cuts = [*starts, len(text)]
    words = pairwise(cuts)
    return sum(
        later - first == 1
        and (later <= start or first >= end)
        and later >= start
        and first <= end
        and _weight(text[first:later], lexicon) < _POOR_ALONE
        for first, later in words
    )


def _weight(word: str, lexicon: Lexicon) -> float:
    code = lexicon.code(word)
    return lexicon.weights[code] if code >= 0 else _RAREST


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
        score += settings.kinds.get(_APART.format(one.kind), 0.0)
    if signs.whole:
        score += settings.kinds.get(_WHOLE.format(one.kind), 0.0)
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
