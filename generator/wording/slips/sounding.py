"""Words that sound like what stands there: any where it is poor, long ones of our own everywhere."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from generator.wording.lexicon.alike import words_in
from generator.wording.lexicon.lexicon import Lexicon, Nature
from generator.wording.lexicon.lost import LONGEST_SOUNDING, SHORTEST_LONG
from generator.wording.slips.beside import is_typed_so
from generator.wording.slips.candidate import Candidate, Kind
from generator.wording.slips.character_run import Run

_SHORTEST = 2
_NATURES: tuple[Nature, ...] = ("tone", "plain", "near", "")
Found = tuple[int, Sequence[str]]  # where words end that begin at one place, and which they are


def sounding_long(run: Run, lexicon: Lexicon) -> Iterator[Candidate]:
    """Give long words of our own where nothing is poor: few begin as anything in a text sounds."""
    text, sounds, is_weak = run.text, lexicon.sounds(run.text), run.is_weak
    long_starts = lexicon.long_starts
    for start in range(len(text) - SHORTEST_LONG + 1):
        if sounds[start : start + SHORTEST_LONG] not in long_starts:
            continue
        lines = lexicon.long_sounding[sounds[start : start + 2]]
        for stop in range(start + SHORTEST_LONG, min(len(text), start + LONGEST_SOUNDING) + 1):
            if True not in is_weak[start:stop]:
                words = words_in(lines, sounds[start + 2 : stop])
                yield from _near(text, start, stop, words, lexicon)


def sounding(run: Run, lexicon: Lexicon) -> Iterator[Candidate]:
    """Give all words that hold a place where what stands there is poor."""
    text, size, is_weak = run.text, len(run.text), run.is_weak
    sounds = lexicon.sounds(text)
    edges = {0, *accumulate(map(len, run.words))}
    for start in range(size - 1):
        end = min(size, start + LONGEST_SOUNDING)
        if True not in is_weak[start:end]:
            continue
        first_end = max(is_weak.index(True, start) + 1, start + _SHORTEST)
        for stop, words in _all_alike(text, sounds, start, range(first_end, end + 1), lexicon):
            if stop - start == _SHORTEST:
                yield from _two_alike(run, start, words, lexicon)
                if {start, stop} <= edges and not lexicon.knows(text[start:stop]):
                    yield from _typed_so(run, start, words, lexicon)
            else:
                yield from _near(text, start, stop, words, lexicon)


def sounding_alone(run: Run, lexicon: Lexicon) -> Iterator[Candidate]:
    """Give words that two characters by themselves sound like, where such a word was met: 全部|到|为."""
    sounds = lexicon.sounds(run.text)
    at = 0
    for one, other in pairwise((*run.words, "")):
        if len(one) == len(other) == 1 and not (run.is_weak[at] or run.is_weak[at + 1]):
            stop = at + _SHORTEST
            for word in words_in(lexicon.sounding[sounds[at:stop]], ""):
                if word != one + other and is_typed_so(run, at, stop, word, lexicon):
                    yield Candidate(at, stop, word, "word")
        at += len(one)


def _near(
    text: str, start: int, stop: int, words: Iterable[str], lexicon: Lexicon
) -> Iterator[Candidate]:
    for word in words:
        nature = _nature(text[start:stop], word, lexicon)
        if nature is not None:
            yield Candidate(start, stop, word, nature)


def _two_alike(run: Run, start: int, words: Iterable[str], lexicon: Lexicon) -> Iterator[Candidate]:
    """Give words of two characters of which one is wrong, and that stand better between their neighbours.

    Most words are wrong in both, or in none; there is no need to ask how they sound.
    """
    before, one, other, after = (*run.edged[start : start + 4],)
    left, here, right = run.neighbours[start : start + 3]
    likely = lexicon.neighbours.likely
    better: list[str] = []
    for word in words:
        if word[0] == one:
            if word[1] != other and likely[word] + likely[word[1] + after] > here + right:
                better.append(word)
        elif word[1] == other and likely[word] + likely[before + word[0]] > here + left:
            better.append(word)
    return _near(run.text, start, start + _SHORTEST, better, lexicon)


def _typed_so(run: Run, start: int, words: Iterable[str], lexicon: Lexicon) -> Iterator[Candidate]:
    """Give words of two characters that are wrong in both, or in one that is read otherwise alone."""
    there, stop = run.text[start : start + _SHORTEST], start + _SHORTEST
    for word in words:
        if _nature(there, word, lexicon) is None and is_typed_so(run, start, stop, word, lexicon):
            yield Candidate(start, stop, word, "word")


def _all_alike(
    text: str, sounds: str, start: int, ends: range, lexicon: Lexicon
) -> Iterator[Found]:
    """Give the words that begin at a place, one character perhaps read otherwise than alone."""
    first, second, third = sounds[start], sounds[start + 1], sounds[start + 2 : start + 3]
    others, begins, is_longer = lexicon.other_sounds, f"\n{third}", ends[0] - start > _SHORTEST
    pairs = [other + second for other in others[text[start]]]
    pairs += [first + other for other in others[text[start + 1]]]
    pairs.append(first + second)
    lines = ""
    for pair in pairs:
        lines = lexicon.sounding[pair]
        is_begun = begins in lines
        if is_begun or (lines and not is_longer):
            for end in ends if is_begun else ends[:1]:
                if words := words_in(lines, sounds[start + 2 : end]):
                    yield end, words
    for at in range(start + 2, ends[-1] if lines else 0):
        for other in others[text[at]]:
            read = sounds[start + 2 : at] + other + sounds[at + 1 : ends[-1]]
            for end in ends:
                if end > at and (words := words_in(lines, read[: end - start - 2])):
                    yield end, words


def _nature(there: str, word: str, lexicon: Lexicon) -> Kind | None:
    """Say how alike the characters sound that differ, unless too many do or some do not at all."""
    wrong = [(one, other) for one, other in zip(there, word, strict=False) if one != other]
    if not wrong or len(wrong) > max(1, len(there) // 2):
        return None
    worst = max(_NATURES.index(lexicon.nature(one, other)) for one, other in wrong)
    return _NATURES[worst] or None
