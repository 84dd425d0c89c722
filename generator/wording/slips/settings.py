"""What is known of slips, made ready from the data."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.model.word_list import CharacterGroup, Evidence, WordLists


class Weights(NamedTuple):
    """How much each sign counts, as in the data."""

    base: float
    gain: float
    much_gain: float
    little_gain: float
    common: float
    seen: float
    again: float
    rare: float
    partly: float
    quoted: float
    long: float
    neighbours: float
    much_neighbours: float
    stands: float
    torn: float
    phrase: float
    doubled_gain: float
    doubled_neighbours: float
    linked: float
    at_home: float
    half_linked: float
    half_both: float
    word_linked: float
    stray: float
    rare_shape: float
    strange: float
    worded: float
    listed: float
    crowded: float
    told: float
    likely: float
    certain: float


class Settings(NamedTuple):
    """Characters that look alike or stand alone, words that may stand twice, what is evidence."""

    shapes: Mapping[str, str]
    lone: frozenset[str]
    alone: Mapping[str, int]  # in how many of a hundred places a character is a word
    repeated: frozenset[str]
    once: frozenset[str]
    numerals: frozenset[str]
    measures: frozenset[str]
    particles: frozenset[str]
    anywhere: frozenset[str]
    singling: frozenset[str]
    places: frozenset[str]
    provinces: frozenset[str]
    counties: frozenset[str]
    districts: frozenset[str]
    bodies: frozenset[str]
    sites: frozenset[str]
    surnames: frozenset[str]
    endings: frozenset[str]
    suffixes: frozenset[str]
    opposites: frozenset[str]
    weights: Weights
    kinds: Mapping[str, float]


def make_settings(lists: Sequence[WordLists]) -> Settings | None:
    """Join what the files say, nearest first; without evidence nothing can be told."""
    evidence = next((each.evidence for each in lists if each.evidence is not None), None)
    if evidence is None:
        return None
    return Settings(
        _alike(words_of(group for each in lists for group in each.shapes)),
        frozenset(words_of(group for each in lists for group in each.lone)),
        {c: group.percent for each in reversed(lists) for group in each.alone for c in group.words},
        frozenset(words_of(group for each in lists for group in each.repeated)),
        frozenset(words_of(group for each in lists for group in each.once)),
        frozenset(words_of(group for each in lists for group in each.numerals)),
        frozenset(words_of(group for each in lists for group in each.measures)),
        frozenset(words_of(group for each in lists for group in each.particles)),
        frozenset(words_of(group for each in lists for group in each.anywhere)),
        frozenset(words_of(group for each in lists for group in each.singling)),
        frozenset(words_of(group for each in lists for group in each.places)),
        frozenset(words_of(group for each in lists for group in each.provinces)),
        frozenset(words_of(group for each in lists for group in each.counties)),
        frozenset(words_of(group for each in lists for group in each.districts)),
        frozenset(words_of(group for each in lists for group in each.bodies)),
        frozenset(words_of(group for each in lists for group in each.sites)),
        frozenset(words_of(group for each in lists for group in each.surnames)),
        frozenset(words_of(group for each in lists for group in each.endings)),
        frozenset(words_of(group for each in lists for group in each.suffixes)),
        frozenset(words_of(group for each in lists for group in each.opposites)),
        _weights(evidence),
        {kind: float(points) for kind, points in evidence.kinds.items()},
    )


def words_of(groups: Iterable[CharacterGroup]) -> list[str]:
    """Give the words of some groups."""
    return [word for group in groups for word in group.words.split()]


def _weights(evidence: Evidence) -> Weights:
    return Weights(*(float(getattr(evidence, name)) for name in Weights._fields))


def _alike(groups: Iterable[str]) -> dict[str, str]:
    others: dict[str, dict[str, None]] = defaultdict(dict)
    for group in groups:
        for character in group:
            others[character].update(dict.fromkeys(c for c in group if c != character))
    return {character: "".join(alike) for character, alike in others.items()}
