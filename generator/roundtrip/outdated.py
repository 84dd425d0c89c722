"""Numbers of the last version in words that are the person's own: typed or copied, they do not move by themselves."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.base.chinese import half_width
from generator.base.pattern import Pattern
from generator.model.funds import MONEY_UNITS
from generator.prose.typed import FEWEST_DIGITS
from generator.roundtrip.figure_place import places_of

_NUMBER = Pattern(r"\d[\d,]*(?:\.\d+)?")
_MEASURE = Pattern(r"(\d[\d,]*(?:\.\d+)?)\s*([%％]|[一-鿿]{1,4})?")


class Outdated(NamedTuple):
    """A number that was a figure's: how it stands in the person's words, and what the figure shows now."""

    words: str
    now: str
    figure: str

    @property
    def reason(self) -> str:
        """Say why it wants a look."""
        return f"您写的“{self.words}”是上一版的数，现在是 {self.now}"


def moved_figures(
    old: Mapping[str, Sequence[str]], now: Mapping[str, Sequence[str]]
) -> dict[str, tuple[str, str]]:
    """Return what figures showed that show something else now: old words → figure and new words.

    What still is the value of some figure is not outdated. Where several figures showed it that show
    different things now, no figure is named.
    """
    current = {half_width(words) for shown in now.values() for words in shown}
    found: dict[str, dict[str, str]] = {}
    for figure, shown in old.items():
        for words in shown if figure in now else ():
            if half_width(words) not in current and _is_telling(words):
                found.setdefault(half_width(words), {})[figure] = _alike(words, now[figure])
    return {words: _one(figures) for words, figures in found.items()}


def find_outdated(
    text: str, own: Sequence[tuple[int, int]], moved: Mapping[str, tuple[str, str]]
) -> Iterator[Outdated]:
    """Find outdated numbers that reach into stretches of a person's own words."""
    plain = half_width(text)
    found: dict[tuple[int, int], str] = {}
    for words in sorted(moved, key=len, reverse=True):  # with its unit rather than without
        for start, end in places_of(plain, words):
            is_own = any(first < end and start < last for first, last in own)
            if is_own and not any(a < end and start < b for a, b in found):
                found[start, end] = words
    for (start, end), words in sorted(found.items()):
        figure, now = moved[words]
        yield Outdated(text[start:end], now, figure)


def _alike(words: str, shown: Sequence[str]) -> str:
    """Choose of the ways in which a figure is shown the one that is like another: of the same unit."""
    return next((own for own in shown if _unit(own) == _unit(words)), shown[0])


def _unit(words: str) -> str:
    return _NUMBER.sub("", half_width(words))


def _one(figures: Mapping[str, str]) -> tuple[str, str]:
    """Return the figure that shows something now; all that is shown, where figures went apart."""
    shown = list(dict.fromkeys(figures.values()))
    return "" if shown[1:] else next(iter(figures)), "或".join(shown)


def _is_telling(words: str) -> bool:
    """Leave small counts alone: three of something may be three of anything."""
    measure = _MEASURE.fullmatch(half_width(words))
    if measure is None:
        return False
    digits = sum(character.isdigit() for character in measure[1])
    if not measure[2]:
        return digits >= FEWEST_DIGITS and "." in measure[1]
    return digits >= FEWEST_DIGITS or measure[2] in (*MONEY_UNITS, "%", "％")
