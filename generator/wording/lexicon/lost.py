"""Words that have lost a character: what is left of long ones, and halves of short ones."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

SHORTEST_LONG = 4  # words of one's own from here on are looked for in sound words, too
LONGEST_SOUNDING = 6
_LEAST_LONG = 24  # a long word of a lower code is never offered for one that has lost a character


def completions(words: Iterable[str]) -> dict[str, str]:
    """Give for each character what makes it a word of two: what stands behind it / before it."""
    behind: dict[str, list[str]] = defaultdict(list)
    before: dict[str, list[str]] = defaultdict(list)
    for word in words:
        if len(word) == 2:
            behind[word[0]].append(word[1])
            before[word[1]].append(word[0])
    return {c: f"{''.join(behind[c])}/{''.join(before[c])}" for c in {**behind, **before}}


def short_of_one(words: Iterable[str], codes: Mapping[str, int]) -> dict[str, list[str]]:
    """Give what is left of long words without one of their inner characters, where it is no word."""
    found: dict[str, list[str]] = {}
    for word in words:
        if SHORTEST_LONG <= len(word) <= LONGEST_SOUNDING + 1 and codes[word] >= _LEAST_LONG:
            for at in range(1, len(word) - 1):
                left = word[:at] + word[at + 1 :]
                if left not in codes:
                    found.setdefault(left, [word])
    return found
