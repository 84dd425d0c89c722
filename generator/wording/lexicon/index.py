"""The compact index of a lexicon: made once, kept on disk, laid out and read in pieces.

Words lie under their first two characters, and words that sound alike under their first sound. A
text has a few thousand pairs of neighbours, so only what begins with these is ever unpacked.
"""

import math
from array import array
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.wording.lexicon.alike import make_alike
from generator.wording.lexicon.index_parts import Index
from generator.wording.lexicon.joined import EDGE, make_joined
from generator.wording.lexicon.lost import (
    LONGEST_SOUNDING,
    SHORTEST_LONG,
    completions,
    short_of_one,
)
from generator.wording.lexicon.neighbour_counts import make_pairs
from generator.wording.lexicon.packed_text import by_character, packed, text_by_character
from generator.wording.lexicon.sounds import folded, plain, sayings, signs_of

STEPS = 8  # of how common a word is, between one number and e times as much
OWN = 128  # marks the words of the house and of the user among those of the general list
PREFIX = 255  # no word, but words begin with it
LONGEST = 12
_SHORTEST_SOUNDING = 2
_LEAST_SOUNDING = 20  # a word rarer than this is never offered for another
_MOST_READINGS = 3
_MET_OWN = 5  # so often a word of one's own is taken to have been met in official prose
_COMMON = 12  # a word of the general list from here on is taken to have been met once
_EVERYDAY = 2_000  # so common is a word of the general list that half of it tells it
_MEANT = 60  # the code of a word that is common enough to be meant for another real one
PLACED = (2, 3)  # characters of words that may stand where another belongs
_ALONE = 2 * STEPS  # by so much a character is rarer as a word in official prose than elsewhere


class OwnWords(NamedTuple):
    """Words beyond the general list with their counts, and characters that are words alone.

    Frames are runs of little words that only read well; they are never meant for anything else.
    """

    words: Mapping[str, int]
    frames: Mapping[str, int]
    lone: Container[str]


class Met(NamedTuple):
    """What was met in official prose: how often two characters, which two words, and which words."""

    pairs: Mapping[str, int]
    joined: Iterable[tuple[str, str]] = ()
    familiar: Iterable[str] = ()


class Readings(NamedTuple):
    """How characters are read, and words whose characters are read otherwise than alone."""

    characters: Mapping[str, tuple[str, ...]]
    phrases: Mapping[str, tuple[str, ...]]


def make_index(general: Mapping[str, int], own: OwnWords, readings: Readings, met: Met) -> Index:
    """Make the index of a general list, with its counts, of words of one's own, and of what was met."""
    counts = {word: n for word, n in general.items() if len(word) <= LONGEST and is_chinese(word)}
    codes = _codes(counts, own)
    names = _name_sounds(readings)
    used = _used_readings(readings.phrases, codes)
    said = {
        c: tuple(one for one in each if one == each[0] or (c, plain(one)) in used)[:_MOST_READINGS]
        for c, each in readings.characters.items()
        if c in codes
    }
    main_sound = {ord(c): names[folded(each[0])] for c, each in said.items()}
    sounding = _alike(
        (
            word
            for word, code in codes.items()
            if code >= OWN or counts.get(word, 0) >= _LEAST_SOUNDING
        ),
        main_sound,
        names,
        readings.phrases,
    )
    long = _those(sounding, lambda w: len(w) >= SHORTEST_LONG and codes[w] >= OWN)
    return Index(
        array("d", (math.log(sum(counts.values())),)).tobytes(),
        *_by_pair(_with_prefixes(codes)),
        by_character({chr(c): ord(sound) for c, sound in main_sound.items()}, "H", 0),
        *text_by_character(sayings(said, names)),
        make_joined((*met.joined, *((EDGE, word) for word in met.familiar))),
        *text_by_character(completions((*own.words, *_everyday(counts, own)))),
        packed("".join(dict.fromkeys(sounds[:SHORTEST_LONG] for sounds in long))),
        make_alike(sounding),
        make_alike(_those(sounding, lambda w: len(w) in PLACED and codes[w] >= _MEANT)),
        make_alike(long),
        make_alike(short_of_one((*own.words, *counts), codes)),
        make_pairs(met.pairs, _met(counts, own)),
    )


def _used_readings(
    phrases: Mapping[str, Sequence[str]], codes: Container[str]
) -> frozenset[tuple[str, str]]:
    """Return which readings characters have in words: others are those of old books."""
    return frozenset(
        (character, plain(said))
        for word, each in phrases.items()
        if word in codes
        for character, said in zip(word, each, strict=False)
    )


def _those(
    sounding: Mapping[str, Sequence[str]], is_one: Callable[[str], bool]
) -> dict[str, list[str]]:
    """Return some of the words that lie under their sounds."""
    return {
        key: some for key, words in sounding.items() if (some := [w for w in words if is_one(w)])
    }


def is_chinese(word: str) -> bool:
    """Tell a word of Chinese characters alone."""
    return bool(word) and min(word) >= "一" and max(word) <= "鿿"


def _everyday(counts: Mapping[str, int], own: OwnWords) -> Iterator[str]:
    """Give the common words of the general list that are not words of one's own, too."""
    return (word for word, count in counts.items() if count >= _EVERYDAY and word not in own.words)


def _met(counts: Mapping[str, int], own: OwnWords) -> Iterator[tuple[str, int]]:
    """Give the words whose characters surely follow each other, as if each was met so often."""
    yield from ((word, 1) for word, count in counts.items() if count >= _COMMON)
    yield from ((word, _MET_OWN) for word in {**own.words, **own.frames})


def _codes(counts: Mapping[str, int], own: OwnWords) -> dict[str, int]:
    codes = {word: _step(count) for word, count in counts.items()}
    for word, code in codes.items():
        if len(word) == 1 and word not in own.lone:
            codes[word] = max(0, code - _ALONE)
    for word, count in own.frames.items():
        codes[word] = max(codes.get(word, 0), _step(count))
    for word, count in own.words.items():
        codes[word] = max(codes.get(word, 0), _step(count)) | OWN
    return codes


def _step(count: int) -> int:
    return min(OWN - 2, round(math.log(max(1, count)) * STEPS))


def _with_prefixes(codes: Mapping[str, int]) -> dict[str, int]:
    """Add what words begin with, so that whoever looks for words knows when to stop."""
    found = dict(codes)
    for word in codes:
        for size in range(2, len(word)):
            found.setdefault(word[:size], PREFIX)
    return found


class _Packed(NamedTuple):
    """The words of an index, as it holds them."""

    firsts: bytes
    singles: bytes
    seconds: bytes
    second_bounds: bytes
    rests: bytes
    codes: bytes
    pair_bounds: bytes


def _by_pair(codes: Mapping[str, int]) -> _Packed:
    grouped: dict[str, dict[str, list[tuple[str, int]]]] = defaultdict(lambda: defaultdict(list))
    for word, code in codes.items():
        followed = grouped[word[0]]
        if len(word) > 1:
            followed[word[1]].append((word[2:], code))
    seconds: list[str] = []
    second_bounds, pair_bounds = array("I", (0,)), array("I", (0, 0))
    rests, steps = bytearray(), bytearray()
    for followed in grouped.values():
        for second, words in followed.items():
            seconds.append(second)
            rests += packed("\n".join(rest for rest, _ in words))
            steps += bytes(code for _, code in words)
            pair_bounds += array("I", (len(rests), len(steps)))
        second_bounds.append(len(seconds))
    return _Packed(
        by_character({first: at for at, first in enumerate(grouped, 1)}, "H", 0),
        by_character({first: codes.get(first, PREFIX) for first in grouped}, "B", PREFIX),
        packed("".join(seconds)),
        second_bounds.tobytes(),
        bytes(rests),
        bytes(steps),
        pair_bounds.tobytes(),
    )


def _name_sounds(readings: Readings) -> dict[str, str]:
    """Give each folded sound one character."""
    every = (*readings.characters.values(), *readings.phrases.values())
    return signs_of(folded(one) for each in every for one in each)


def _alike(
    words: Iterable[str],
    main_sound: Mapping[int, str],
    names: Mapping[str, str],
    phrases: Mapping[str, tuple[str, ...]],
) -> dict[str, list[str]]:
    alike: dict[str, list[str]] = defaultdict(list)
    for word in words:
        if _SHORTEST_SOUNDING <= len(word) <= LONGEST_SOUNDING:
            for key in _keys(word, main_sound, names, phrases):
                alike[key].append(word)
    return alike


def _keys(
    word: str,
    main_sound: Mapping[int, str],
    names: Mapping[str, str],
    phrases: Mapping[str, tuple[str, ...]],
) -> Iterator[str]:
    """Give a word's sounds: each character as read alone, and as read in this word."""
    alone = word.translate(main_sound)
    yield alone
    said = phrases.get(word)
    if said is not None and len(said) == len(word):
        inside = "".join(names[folded(one)] for one in said)
        if inside != alone:
            yield inside
