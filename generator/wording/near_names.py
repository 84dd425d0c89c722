"""Names that nearly agree, among few or thousands: by a shared piece, a beginning, the same characters."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.base.distance import edit_distance
from generator.base.pattern import Pattern
from generator.model.apart import Apart

SHORTEST = 5
_MOST_EDITS = 2
_FEWEST_PER_EDIT = 4
_ALL_IN_GROUP = 40
_LAST_BIT = 255
_NEIGHBOURS = 8  # that are compared in a larger group
_BRACKETS = Pattern(r"[（(][^（）()]*[)）]")
_POINTS = Pattern(r"[（(][0-9]{1,3}(?:\.[0-9]{1,2})?分[)）]$")
_NUMBER = Pattern(r"[0-9０-９]+")


def near_names(names: Iterable[str], apart: Apart) -> Iterator[tuple[str, str, str]]:
    """Give pairs of names that seem to mean one thing, and how they are alike.

    Two edits leave one of three pieces whole, so only names that share one are compared; of a
    large group, those that stand near each other when read from the front or from the back.
    """
    distinct = sorted({name for name in names if len(name) >= SHORTEST})
    bits = {name: _bits(name) for name in distinct}
    lacking = {name: ~own for name, own in bits.items()}
    compared: set[tuple[str, str]] = set()
    buckets = (*_pieces(distinct).values(), *_anagrams(distinct).values())
    # Names that share a long piece share all the pieces in it: one bucket again and again.
    for bucket in dict.fromkeys(map(tuple, buckets)):
        for one, others in _neighbours(bucket):
            own = bits[one]
            for other in others:
                if (own & lacking[other]).bit_count() > _MOST_EDITS:
                    continue  # as most are
                pair = (one, other) if one < other else (other, one)
                if pair in compared:
                    continue
                compared.add(pair)
                if how := likeness(*pair, apart):
                    yield *pair, how


def beginnings(names: Iterable[str], apart: Apart) -> Iterator[tuple[str, str]]:
    """Give each name that goes far beyond another one, with the longest that it begins with."""
    open_: list[str] = []
    for name in sorted({name for name in names if len(name) >= SHORTEST}):
        while open_ and not name.startswith(open_[-1]):
            open_.pop()
        is_other = open_ and (apart.by_a_word(open_[-1], name) or apart.is_section(open_[-1], name))
        if open_ and not is_other and not likeness(open_[-1], name, apart):
            yield open_[-1], name
        open_.append(name)


def _neighbours(group: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
    """Give each of a group with all behind it; of a large one with those that stand near it."""
    is_large = len(group) > _ALL_IN_GROUP
    reach = _NEIGHBOURS if is_large else len(group)
    for order in [group, sorted(group, key=_backwards)] if is_large else [group]:
        for index, one in enumerate(order):
            yield one, order[index + 1 : index + 1 + reach]


def _backwards(name: str) -> str:
    return name[::-1]


def likeness(one: str, other: str, apart: Apart) -> str:
    """Say how two names are alike (empty: they are not, or differ in what tells things apart)."""
    return _how_alike(_signs(one, apart), _signs(other, apart), apart)


def _how_alike(one: "_Signs", other: "_Signs", apart: Apart) -> str:
    # Each edit takes one character away at most; those that share a bit hide each other.
    if (one.bits & ~other.bits).bit_count() > _MOST_EDITS:
        return ""
    shorter, longer = (one, other) if len(one.name) <= len(other.name) else (other, one)
    if len(longer.name) - len(shorter.name) > _MOST_EDITS or one.words != other.words:
        return ""
    if longer.name.startswith(shorter.name):
        return "前缀"
    if one.letters == other.letters and one.numbers == other.numbers:
        return "语序"
    if one.telling != other.telling or are_opposites(shorter.name, longer.name, apart):
        return ""
    if one.measure and other.measure and one.measure != other.measure:
        return ""
    size = min(len(one.plain), len(other.plain))
    if size < SHORTEST:
        return ""  # 产出成本（3分）, 产出时效（3分）: the points make no name longer
    distance = edit_distance(one.plain, other.plain)
    is_near = 0 < distance <= _MOST_EDITS and distance * _FEWEST_PER_EDIT <= size
    return "相近" if is_near else ""


def are_opposites(one: str, other: str, apart: Apart) -> bool:
    """Tell names that are alike but for one word and its opposite, whatever stands in brackets."""
    differing = [
        frozenset((a, b))
        for a, b in zip(_BRACKETS.sub("", one), _BRACKETS.sub("", other), strict=False)
        if a != b
    ]
    return bool(differing) and set(differing) <= apart.opposites


class _Signs(NamedTuple):
    """A name, and what it is compared by: its characters by their code, those that tell things
    apart, numbers, words that make it another's, the measure it ends with, and a bit for each
    character, so that most names are told apart by two numbers.
    """

    name: str
    letters: str
    telling: str
    numbers: tuple[str, ...]
    words: frozenset[str]
    measure: str
    bits: int
    plain: str


@lru_cache(maxsize=20_000)
def _bits(name: str) -> int:
    bits = 0
    for character in name:
        bits |= 1 << (ord(character) & _LAST_BIT)
    return bits


@lru_cache(maxsize=20_000)
def _signs(name: str, apart: Apart) -> _Signs:
    telling = "".join(c for c in name if c in apart.telling)
    numbers = tuple(sorted(_NUMBER.findall(name)))
    return _Signs(
        name,
        "".join(sorted(name)),
        telling,
        numbers,
        apart.words_in(name),
        apart.measure_of(name),
        _bits(name),
        _POINTS.sub("", name),
    )


def _pieces(names: list[str]) -> dict[tuple[int, str], list[str]]:
    """Group names by their first, middle and last piece, a little shifted in the middle."""
    buckets: dict[tuple[int, str], list[str]] = defaultdict(list)
    for name in names:
        size = max(2, len(name) // 3)
        for length in {size, max(2, (len(name) - 1) // 3), max(2, (len(name) - 2) // 3)}:
            buckets[0, name[:length]].append(name)
            buckets[1, name[-length:]].append(name)
            for start in range(1, len(name) - length):
                buckets[2, name[start : start + length]].append(name)
    return {key: list(dict.fromkeys(bucket)) for key, bucket in buckets.items() if len(bucket) > 1}


def _anagrams(names: list[str]) -> dict[str, list[str]]:
    buckets: dict[str, list[str]] = defaultdict(list)
    for name in names:
        buckets["".join(sorted(name))].append(name)
    return buckets
