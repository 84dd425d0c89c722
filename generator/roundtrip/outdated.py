"""Numbers of the last version in words that are the person's own: typed or copied, they do not move by themselves."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.base.chinese import half_width
from generator.prose.typed import FEWEST_DIGITS, MONEY

_MEASURE = re.compile(r"(\d[\d,]*(?:\.\d+)?)\s*([%％]|[一-鿿]{1,4})?")


class Outdated(NamedTuple):
    """A number that was a figure's: how it stands in the person's words, and what the figure shows now."""

    words: str
    now: str
    figure: str


def moved_figures(
    old: Mapping[str, Sequence[str]], now: Mapping[str, Sequence[str]]
) -> dict[str, tuple[str, str]]:
    """Return what figures showed that show something else now: old words → figure and new words.

    What still is the value of some figure is not outdated.
    """
    current = {half_width(words) for shown in now.values() for words in shown}
    return {
        half_width(words): (figure, now[figure][0])
        for figure, shown in old.items()
        for words in shown
        if figure in now and half_width(words) not in current and _is_telling(words)
    }


def find_outdated(
    text: str, own: Sequence[tuple[int, int]], moved: Mapping[str, tuple[str, str]]
) -> Iterator[Outdated]:
    """Find outdated numbers that reach into stretches of a person's own words."""
    if not moved:
        return
    bare = half_width(text)
    for words, (figure, now) in moved.items():
        at = bare.find(words)
        while at >= 0:
            end = at + len(words)
            is_whole = not (_is_digit(bare[at - 1 : at]) or _is_digit(bare[end : end + 1]))
            if is_whole and any(start < end and at < stop for start, stop in own):
                yield Outdated(text[at:end], now, figure)
            at = bare.find(words, end)


def _is_telling(words: str) -> bool:
    """Leave small counts alone: three of something may be three of anything."""
    measure = _MEASURE.fullmatch(half_width(words))
    if measure is None:
        return False
    digits = sum(character.isdigit() for character in measure[1])
    if not measure[2]:
        return digits >= FEWEST_DIGITS and "." in measure[1]
    return digits >= FEWEST_DIGITS or measure[2] in (*MONEY, "%", "％")


def _is_digit(character: str) -> bool:
    return character.isdigit() or character == "."
