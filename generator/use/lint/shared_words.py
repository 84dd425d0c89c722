"""What looks like a slip and is written by many units: a word of theirs, and no slip."""

from collections import defaultdict
from collections.abc import Iterable

_MANY_UNITS = 3


def shared_words(written: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Return the words that many units write, of pairs of unit and word; an empty word is none."""
    units: dict[str, set[str]] = defaultdict(set)
    for unit, word in written:
        if word:
            units[word].add(unit)
    return frozenset(word for word, own in units.items() if len(own) >= _MANY_UNITS)
