"""Candidates that what stands beside a word speaks for: half a word, and words out of place."""

from collections.abc import Iterable, Iterator
from itertools import accumulate

from generator.wording.lexicon.index import OWN, PLACED
from generator.wording.lexicon.lexicon import Lexicon
from generator.wording.slips.candidate import Candidate
from generator.wording.slips.character_run import Run
from generator.wording.slips.segment import is_met
from generator.wording.slips.settings import Settings

MOST_BOUND = 3  # in so many of a hundred places a character may be a word, and is still none
_FREE = 50  # and from so many on it may always be one
_BOTH = 2  # sides of a word
_RARE = -9.0  # of the weight of such a character


def missing(run: Run, lexicon: Lexicon, settings: Settings) -> Iterator[Candidate]:
    """Give words of which one half stands alone, where such a word was met beside its neighbours."""
    at = 0
    for number, half in enumerate(run.words):
        if len(half) == 1 and half not in settings.lone:
            before, after = run.beside(number, number + 1)
            if len(before) > 1 and half in settings.suffixes:
                words: Iterable[str] = ()  # 评价|组, 巡护|员
            elif is_bound(half, settings):
                words = _met_once(before, after, half, lexicon)
            elif _is_seldom(half, lexicon, settings):
                words = _met_twice(before, after, half, lexicon)
            else:
                words = ()
            yield from (Candidate(at, at + 1, word, "missing") for word in words)
        at += len(half)


def _is_seldom(half: str, lexicon: Lexicon, settings: Settings) -> bool:
    is_rare = lexicon.weights[lexicon.code(half)] < _RARE
    return is_rare and settings.alone.get(half, 0) < _FREE


def _met_once(before: str, after: str, half: str, lexicon: Lexicon) -> Iterable[str]:
    return (
        word
        for word in lexicon.completed[half]
        if is_met(before, word, lexicon) or is_met(word, after, lexicon)
    )


def _met_twice(before: str, after: str, half: str, lexicon: Lexicon) -> Iterable[str]:
    return (
        word
        for word in lexicon.completed[half]
        if is_met(before, word, lexicon) and is_met(word, after, lexicon)
    )


def out_of_place(run: Run, lexicon: Lexicon) -> Iterator[Candidate]:
    """Give words that sound like one that was never met beside its neighbours, and that were."""
    at = 0
    homophones = lexicon.homophones
    for number, there in enumerate(run.words):
        size = len(there)
        if size in PLACED and (alike := homophones[there]):
            for word in _at_home(run, number, alike, lexicon):
                yield Candidate(at, at + size, word, "word")
        at += size


def _at_home(run: Run, number: int, alike: Iterable[str], lexicon: Lexicon) -> Iterator[str]:
    """Give words that sound like one of a run and were met on more of its sides."""
    there = run.words[number]
    before, after = run.beside(number, number + 1)
    sides = is_met(before, there, lexicon) + is_met(there, after, lexicon)
    for word in alike if sides < _BOTH else ():
        met = [
            len(beside)
            for beside, is_beside in (
                (before, is_met(before, word, lexicon)),
                (after, is_met(word, after, lexicon)),
            )
            if is_beside
        ]
        if len(met) > sides and max(met) > 1:  # 的 and 了 stand beside anything
            yield word


def is_typed_so(run: Run, start: int, end: int, word: str, lexicon: Lexicon) -> bool:
    """Tell a word of one's own that sounds like what is apart, and was met beside both neighbours."""
    there = run.text[start:end]
    natures = [lexicon.nature(*pair) for pair in zip(there, word, strict=True)]
    nears = natures.count("near")
    if lexicon.code(word) < OWN or "" in natures or nears > 1:
        return False
    if nears and False in run.is_weak[start:end]:
        return False
    bounds = [0, *accumulate(map(len, run.words))]
    before, after = run.beside(bounds.index(start), bounds.index(end))
    met = [
        beside
        for beside, is_beside in (
            (before, is_met(before, word, lexicon)),
            (after, is_met(word, after, lexicon)),
        )
        if is_beside
    ]
    return len(met) > 1 or any(len(beside) > 1 for beside in met)


def is_led(run: Run, one: Candidate, lexicon: Lexicon) -> bool:
    """Tell the first half of a word that was met behind the word that stands before it: 宣传|教."""
    bounds = [0, *accumulate(map(len, run.words))]
    before, _ = run.beside(at := bounds.index(one.start), at + 1)
    is_first = one.wanted[0] == run.text[one.start]
    return is_first and len(before) > 1 and is_met(before, one.wanted, lexicon)


def is_bound(half: str, settings: Settings) -> bool:
    """Tell a character that is hardly ever a word by itself."""
    return (
        len(half) == 1
        and half not in settings.lone
        and settings.alone.get(half, MOST_BOUND + 1) <= MOST_BOUND
    )
