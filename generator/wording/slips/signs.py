"""What is seen of a candidate: of itself, of the words beside it, and of the rest of the document."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from itertools import accumulate
from typing import NamedTuple

from generator.wording.lexicon.index import OWN
from generator.wording.lexicon.lexicon import Lexicon
from generator.wording.lexicon.lost import SHORTEST_LONG
from generator.wording.slips.candidate import Candidate, wrong_places
from generator.wording.slips.character_run import Run
from generator.wording.slips.cuts import Cuts
from generator.wording.slips.segment import is_met

_RAREST = -16.0  # a word that is rarer counts as if it were so common
_EVERYDAY, _SELDOM = 9.0, 5.0  # of a word, over the rarest: seen again it proves nothing, or all
_RARE = -11.5  # of a character by itself: it is seldom typed, but in names
_POOR_ALONE = -9.5  # of the weight of a character: it is hardly a word by itself
_MOST_AGAIN = 2  # how often it is counted that what stands there comes again


class Around(NamedTuple):
    """What the document says besides: its words, its whole text, and whether this is a quotation."""

    words: Mapping[str, int]
    text: str
    is_quoted: bool = False


class Signs(NamedTuple):
    """What is seen of a candidate, each a number; where nothing was seen it counts nothing."""

    gain: float = 0.0
    neighbours: float = 0.0
    common: float = 0.0
    held: bool = False
    seen: float = 0.0
    again: int = 0
    rare: float = 0.0
    partly: float = 0.0
    quoted: bool = False
    long: bool = False
    stands: bool = False
    torn: bool = False  # what would stay was the end of another word, which the change breaks
    phrase: bool = False  # what is meant is a long word of the house or of the user
    linked: int = 0  # on how many sides what is meant was met beside its neighbour
    at_home: int = 0  # and what stands there
    strange: bool = False  # what is meant is no word that reports use
    worded: bool = False  # what stands there is long, and made of words alone
    whole: bool = (
        False  # without the one character that would change, at its edge, it is a word by itself
    )
    listed: bool = (
        False  # it stands beside the mark between the members of a list: names and terms do
    )
    stray: int = (
        0  # characters beside what is meant that are no words alone: names are full of them
    )
    holding: str = (
        ""  # the word that holds the change, and how much it proves when it is seen elsewhere
    )
    telling: float = 0.0


def bare_signs(run: Run, one: Candidate, lexicon: Lexicon, neighbours: float, gain: float) -> Signs:
    """Look at a candidate by itself; the words beside it take longer to look at."""
    found, wanted = run.text[one.start : one.end], one.wanted
    wrong = wrong_places(found, wanted)
    code = lexicon.code(wanted)
    common = max(_RAREST, lexicon.weights[code] if code >= 0 else _RAREST) - _RAREST
    rare, telling = 0.0, 0.0
    if wrong:
        rare = max(0.0, _RARE - min(_weight(found[at], lexicon) for at in wrong))
        telling = max(0.0, min(1.0, (_EVERYDAY - common) / (_EVERYDAY - _SELDOM)))
    return Signs(
        gain=gain,
        neighbours=neighbours,
        common=common,
        seen=telling,
        rare=rare,
        partly=_share_within(run, one, wrong),
        long=len(found) > 2,
        phrase=len(found) >= SHORTEST_LONG and code >= OWN,
        strange=not lexicon.familiar[wanted],
        worded=one.kind != "doubled" and _is_of_words(run, one),
        whole=_is_whole(found, wrong, lexicon),
        telling=telling,
    )


def signs_of(cuts: Cuts, one: Candidate, bare: Signs) -> Signs:
    """Look at the words beside a candidate as well."""
    run, lexicon, low = cuts.run, cuts.lexicon, cuts.low(one)
    there, changed = cuts.there(one), cuts.meant(one)
    starts = cuts.starts(changed)
    found = run.text[one.start : one.end]
    wrong = wrong_places(found, one.wanted)
    start = one.start - low
    end = start + len(one.wanted)
    holding = _holding(changed, starts, start + (wrong[0] if wrong else 0))
    return bare._replace(
        held=len(holding) >= SHORTEST_LONG,
        torn=_is_torn(run, one, wrong) and len(holding) <= len(one.wanted),
        linked=_links(changed, starts, start, end, lexicon),
        at_home=_links(there, cuts.starts(there), start, one.end - low, lexicon),
        stray=_stray(changed, starts, start, end, lexicon),
        holding=holding,
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
    if one.end - one.start < SHORTEST_LONG or True in run.is_strange[one.start : one.end]:
        return False
    bounds = [0, *accumulate(map(len, run.words))]
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
    if len(found) <= 2 or len(wrong) != 1:
        return False
    rest = found[1:] if wrong == [0] else found[:-1] if wrong == [len(found) - 1] else ""
    return bool(rest) and lexicon.knows(rest)


def _holding(text: str, starts: list[int], at: int) -> str:
    """Return the word of a cut that holds a place."""
    number = bisect_right(starts, at)
    return text[starts[number - 1] : (*starts[number : number + 1], len(text))[0]]


def _links(text: str, starts: list[int], start: int, end: int, lexicon: Lexicon) -> int:
    """Count the sides of a span on which words stand that were met beside each other."""
    bounds = [*starts, len(text)]
    first, last = bisect_right(starts, start) - 1, bisect_left(starts, end) - 1
    sides = 0
    for at in (first, last + 1):  # where one word ends and the next begins
        if 0 < at < len(starts):
            border = bounds[at]
            before, after = text[bounds[at - 1] : border], text[border : bounds[at + 1]]
            sides += is_met(before, after, lexicon)
    return sides


def _stray(text: str, starts: list[int], start: int, end: int, lexicon: Lexicon) -> int:
    """Count the single characters right beside a span that are hardly words."""
    bounds = [*starts, len(text)]
    return sum(
        at in bounds and at + 1 in bounds and _weight(text[at], lexicon) < _POOR_ALONE
        for at in (start - 1, end)
    )


def _weight(word: str, lexicon: Lexicon) -> float:
    code = lexicon.code(word)
    return lexicon.weights[code] if code >= 0 else _RAREST
