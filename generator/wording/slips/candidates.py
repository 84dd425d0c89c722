"""Where a cut looks poor, what may have been meant there."""

from collections.abc import Iterator, Mapping, Sequence

from generator.base.pattern import Pattern
from generator.wording.lexicon.index import LONGEST_SOUNDING, SHORTEST_LONG
from generator.wording.lexicon.lexicon import Lexicon
from generator.wording.slips.candidate import Candidate, Kind
from generator.wording.slips.run import Run

_SHORTEST = 2
_LONGEST_DOUBLED = 8
_TWICE = Pattern(r"(.{1,8})\1")
_NATURES: tuple[Kind, ...] = ("tone", "plain", "near")
_PARTICLES = frozenset("的了是不在")  # they stand anywhere, so a swap with them proves nothing


def sounding(run: Run, lexicon: Lexicon) -> Iterator[Candidate]:
    """Give words that sound like what stands there: any where it is poor, else long ones of our own."""
    text, size = run.text, len(run.text)
    sounds = lexicon.sounds(text)
    for start in range(size - 1):
        for end in range(start + _SHORTEST, min(size, start + LONGEST_SOUNDING) + 1):
            if True in run.is_weak[start:end]:
                words = _all_alike(text, sounds, start, end, lexicon)
            elif end - start >= SHORTEST_LONG:
                words = lexicon.long_alike(sounds[start:end])
            else:
                continue
            for word in words:
                nature = _nature(text[start:end], word, lexicon)
                if nature is not None:
                    yield Candidate(start, end, word, nature)


def _all_alike(text: str, sounds: str, start: int, end: int, lexicon: Lexicon) -> Sequence[str]:
    """Return the words that sound like a span, one character of it perhaps read otherwise."""
    words = lexicon.alike(sounds[start:end])
    for at in range(start, end):
        for other in lexicon.other_sounds(text[at]):
            words += lexicon.alike(sounds[start:at] + other + sounds[at + 1 : end])
    return words


def _nature(there: str, word: str, lexicon: Lexicon) -> Kind | None:
    """Say how alike the characters sound that differ, unless too many do or some do not at all."""
    worst, wrong = -1, 0
    for one, other in zip(there, word, strict=False):
        if one != other:
            nature = lexicon.nature(one, other)
            wrong += 1
            if not nature or wrong > max(1, len(there) // 2):
                return None
            worst = max(worst, _NATURES.index(nature))
    return _NATURES[worst] if worst >= 0 else None


def looking_alike(run: Run, lexicon: Lexicon, shapes: Mapping[str, str]) -> Iterator[Candidate]:
    """Give words in which one character looks like what stands there."""
    for at, character in enumerate(run.text):
        if not run.is_weak[at]:
            continue
        for other in shapes.get(character, ""):
            for start, end in _round(at, at + 1, len(run.text)):
                word = run.text[start:at] + other + run.text[at + 1 : end]
                if lexicon.knows(word):
                    yield Candidate(start, end, word, "shape")


def swapped(run: Run, lexicon: Lexicon) -> Iterator[Candidate]:
    """Give words that are there when two neighbours change places."""
    text = run.text
    for at in range(len(text) - 1):
        pair = text[at : at + 2]
        if pair[0] == pair[1] or not (run.is_weak[at] or run.is_weak[at + 1]):
            continue
        if _PARTICLES.isdisjoint(pair):
            turned = text[:at] + pair[::-1] + text[at + 2 :]
            for start, end in _round(at, at + 2, len(text)):
                if lexicon.knows(turned[start:end]):
                    yield Candidate(start, end, turned[start:end], "swap")


def dropped(run: Run, lexicon: Lexicon) -> Iterator[Candidate]:
    """Give long words of our own that have lost a character inside."""
    size = len(run.text)
    for start in range(size - SHORTEST_LONG + 1):
        for end in range(start + SHORTEST_LONG, min(size, start + LONGEST_SOUNDING) + 1):
            word = lexicon.without_one(run.text[start:end])
            if word and True in run.is_weak[start:end]:
                yield Candidate(start, end, word, "dropped")


def doubled(run: Run, repeated: frozenset[str]) -> Iterator[Candidate]:
    """Give places where a word stands twice, or a character does that a word can spare."""
    text = run.text
    if not _TWICE.search(text):
        return
    for at in range(1, len(text)):
        for size in range(1, min(_LONGEST_DOUBLED, at, len(text) - at) + 1):
            word = text[at : at + size]
            is_telling = size > 1 or run.is_weak[at] or run.is_weak[at - 1]
            if text[at - size : at] == word and is_telling and word not in repeated:
                yield Candidate(at - size, at + size, word, "doubled")


def _round(start: int, end: int, size: int) -> Iterator[tuple[int, int]]:
    """Give the spans of two to six characters that hold a place."""
    for low in range(max(0, end - LONGEST_SOUNDING), start + 1):
        for high in range(max(end, low + _SHORTEST), min(size, low + LONGEST_SOUNDING) + 1):
            yield low, high
