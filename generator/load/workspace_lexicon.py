"""The lexicon of a workspace: the general list, our own words and the user's, in one index that is kept."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.base.problem import Problem
from generator.base.strange_text import read_text, shown_path
from generator.base.toml import read_toml
from generator.load.kept import Large, kept
from generator.load.packs import WORD_LISTS, Packs
from generator.load.validation import validate
from generator.model.word_list import WordLists
from generator.wording.lexicon.index import Met, OwnWords, Readings, is_chinese, make_index
from generator.wording.lexicon.index_parts import Index, index_of, parts_of
from generator.wording.lexicon.sources import (
    LIBRARIES,
    Sources,
    find_sources,
    read_phrases,
    read_readings,
    read_words,
)
from generator.wording.slips.settings import Settings, make_settings, words_of

_PLAIN_COUNT = 500  # of a word in a plain list, which says no more than that it is one


class Loaded(NamedTuple):
    """What slips are looked for with; without an index, or without evidence, they are not."""

    words: Index | None
    settings: Settings | None
    problems: tuple[Problem, ...] = ()


def load_lexicon(packs: Packs) -> Loaded:
    """Return the lexicon of a workspace; without the general list there is none."""
    evidence = load_evidence(packs)
    return Loaded(None, None) if evidence is None else Loaded(_index(packs), *evidence)


def load_evidence(packs: Packs) -> tuple[Settings | None, tuple[Problem, ...]] | None:
    """Return what is evidence for a slip, and what is wrong with the lists (``None``: no general one)."""
    return None if find_sources() is None else _told(packs)


def load_words(packs: Packs) -> Index | None:
    """Return the words of a workspace, where there is a general list."""
    return _index(packs)


class _Lists(NamedTuple):
    """The lists of all folders, the nearest first."""

    lists: tuple[WordLists, ...]
    plain: dict[str, int]
    problems: tuple[Problem, ...]


def _read(packs: Packs) -> _Lists:
    lists: list[WordLists] = []
    plain: dict[str, int] = {}
    problems: list[Problem] = []
    for root in packs.roots:
        folder = root / "wording" / "lexicon"
        for path in sorted(folder.glob("*.toml")):
            source, faults = read_toml(path, shown_path(path))
            problems += faults
            if source is not None:
                found, faults = validate(WordLists, source)
                problems += faults
                lists += [found] if found is not None else []
        for path in sorted(folder.glob("*.txt")):
            text, faults = read_text(path, shown_path(path))
            problems += faults
            plain.update(dict.fromkeys(_plain_words(text or ""), _PLAIN_COUNT))
    return _Lists(tuple(lists), plain, tuple(problems))


@kept(*WORD_LISTS)
def _told(packs: Packs) -> tuple[Settings | None, tuple[Problem, ...]]:
    lists, _, problems = _read(packs)
    return make_settings(lists), problems


@kept(*WORD_LISTS, libraries=LIBRARIES, placed=False, large=Large(parts_of, index_of))
def _index(packs: Packs) -> Index | None:
    """Make the index, which takes seconds: it names no place, so that every workspace has the same."""
    sources = find_sources()
    if sources is None:
        return None
    lists, plain, _ = _read(packs)
    return _made(sources, lists, plain)


def _plain_words(text: str) -> Iterator[str]:
    """Give the words of a plain list: any number in a line, with # before a remark."""
    for line in text.split("\n"):
        yield from filter(is_chinese, line.split("#")[0].split())


def _made(sources: Sources, lists: Sequence[WordLists], plain: dict[str, int]) -> Index:
    readings = Readings(read_readings(sources.readings), read_phrases(sources.phrases))
    general = read_words(sources.words)
    general.update(_general_words(lists))
    familiar = words_of(group for each in lists for group in each.familiar)
    met = Met(dict(_pairs(lists)), frozenset(_joined(lists)), familiar)
    return make_index(general, _own_words(lists, plain), readings, met)


def _own_words(lists: Sequence[WordLists], plain: dict[str, int]) -> OwnWords:
    words, frames = dict(plain), dict[str, int]()
    for group in (group for each in lists for group in each.words if not group.general):
        into = frames if group.frame else words
        for word in filter(is_chinese, group.words.split()):
            into[word] = max(into.get(word, 0), group.count)
    lone = frozenset(words_of(group for each in lists for group in each.lone))
    return OwnWords(words, frames, lone)


def _general_words(lists: Sequence[WordLists]) -> Iterator[tuple[str, int]]:
    """Give the counts that hold in place of those of the general list, the nearest last."""
    for group in (group for each in reversed(lists) for group in each.words if group.general):
        yield from ((word, group.count) for word in group.words.split())


def _pairs(lists: Sequence[WordLists]) -> Iterator[tuple[str, int]]:
    for group in (group for each in reversed(lists) for group in each.pairs):
        for word in group.words.split():
            yield from ((word[0] + follower, group.count) for follower in word[1:])


def _joined(lists: Sequence[WordLists]) -> Iterator[tuple[str, str]]:
    for group in (group for each in lists for group in each.joined):
        for line in group.words.split("\n"):
            first, *others = (*line.split(), "")
            yield from ((first, other) for other in others if other)
