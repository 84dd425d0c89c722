"""How much of its words one text shares with another one, and when that makes them the same."""

from difflib import SequenceMatcher

from generator.base.chinese import NUMERALS
from generator.base.pattern import Pattern

ALIKE = 0.5
TELLING = 4  # characters by which words are known wherever they stand
SAME_ROW = 0.6  # an added row is printed with scores that nobody typed
_NUMBER = Pattern(
    rf"^\s*(?:第[{NUMERALS}百]+部分|[（(][{NUMERALS}百\d]+[）)]|[{NUMERALS}百]+、|\d+[.．、])\s*"
)


def holds(whole: str, words: str) -> bool:
    """Tell whether most of some words stand in others."""
    bare = words.strip()
    if not bare:
        return True
    found = SequenceMatcher(None, whole, bare, autojunk=False).find_longest_match()
    return found.size * 10 >= len(bare) * 6


def is_same_row(one: str, other: str) -> bool:
    """Tell a row that was printed again from another row."""
    return likeness(one, other) >= SAME_ROW


def unnumbered(words: str) -> str:
    """Leave out the number that a heading or an item begins with."""
    return _NUMBER.sub("", words, count=1)


def likeness(one: str, other: str) -> float:
    """Return how much two texts have in common, from 0 to 1."""
    if one == other:
        return 1.0
    if not one or not other:
        return 0.0
    matcher: SequenceMatcher[str] = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    return matcher.ratio()
