"""How wide words are, where a line of them may end, and where it should not."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from generator.model.type_setting import TypeSetting, WholeRules

_MOST: Final = 4000  # paragraphs that are remembered
_HAN = "[一-鿿]"
_NUMBER = r"\d[\d,，]*(?:\.\d+)?"


class Measured(NamedTuple):
    """Words with their widths, in units of an em.

    ``ends[k]`` is how far the first ``k`` characters reach, ``gaps[k]`` what is left out of that
    when a line begins with character ``k``. ``stops`` are the places where a line may end, and
    ``reaches`` how far it reaches there without the spaces before; ``cut`` are the places inside of
    what is not to be cut.
    """

    text: str
    em: int
    ends: tuple[int, ...]
    gaps: tuple[int, ...]
    stops: tuple[int, ...]
    reaches: tuple[int, ...]
    cut: frozenset[int]
    closer: "Measured | None" = None  # as programs set it that leave smaller gaps


class Ruler:
    """Measures words; what it measured once it remembers."""

    def __init__(self, setting: TypeSetting) -> None:
        self._widths = {
            letter: int(width)
            for width, letters in setting.widths.latin.items()
            for letter in letters
        }
        self._setting = setting
        self._full = frozenset(setting.widths.full)
        self._not_first = frozenset(setting.lines.not_first)
        self._not_last = frozenset(setting.lines.not_last)
        self._whole = re.compile(whole_pattern(setting.whole))
        self._known: dict[str, Measured] = {}
        self._paragraphs: dict[str, tuple[Measured, ...]] = {}

    @property
    def is_full_of_words(self) -> bool:
        """Tell whether it remembers more than is good."""
        return len(self._paragraphs) > _MOST

    @property
    def em(self) -> int:
        """Return how many units an em has."""
        return self._setting.widths.em

    def measured(self, text: str) -> Measured:
        """Measure words."""
        known = self._known.get(text)
        if known is None:
            widths = self._setting.widths
            known = self._measure(text, widths.gap)
            if any(known.gaps) and widths.small_gap != widths.gap:
                known = known._replace(closer=self._measure(text, widths.small_gap))
            self._known[text] = known
        return known

    def parts(self, text: str) -> tuple[Measured, ...]:
        """Measure a paragraph: its words between line breaks."""
        known = self._paragraphs.get(text)
        if known is None:
            known = self._paragraphs[text] = tuple(map(self.measured, text.split("\n")))
        return known

    def is_full(self, letter: str) -> bool:
        """Tell whether a character is a whole em wide."""
        return letter >= self._setting.widths.full_from or letter in self._full

    def _measure(self, text: str, wide: int) -> Measured:
        ends, gaps, stops = [0], [], []
        reach, before = 0, ""
        for at, letter in enumerate(text):
            gap = wide if _are_apart(before, letter) else 0
            if at and self._may_end(before, letter):
                stops.append(at)
            reach += gap + self._width(letter)
            gaps.append(gap)
            ends.append(reach)
            before = letter
        stops.append(len(text))
        return Measured(
            text,
            self._setting.widths.em,
            tuple(ends),
            tuple(gaps),
            tuple(stops),
            tuple(_reaches(text, ends, stops)),
            self._wholes(text),
        )

    def _width(self, letter: str) -> int:
        known = self._widths.get(letter)
        if known is not None:
            return known
        return self._setting.widths.em if self.is_full(letter) else self._setting.widths.other

    def _may_end(self, before: str, letter: str) -> bool:
        if letter in self._not_first or before in self._not_last or letter == " ":
            return False
        return before == " " or not (before.isascii() and letter.isascii())

    def _wholes(self, text: str) -> frozenset[int]:
        """Return the places inside of what is not to be cut."""
        if 1 < len(text) <= self._setting.whole.label_longest:
            return frozenset(range(1, len(text)))
        found = (match.span() for match in self._whole.finditer(text))
        return frozenset(at for start, end in found for at in range(start + 1, end))


def whole_pattern(rules: WholeRules) -> str:
    """Return the pattern of what is not to be cut."""
    return "|".join(_patterns(rules))


def _patterns(rules: WholeRules) -> Iterator[str]:
    pairs = zip(rules.brackets[::2], rules.brackets[1::2], strict=True)
    for left, right in pairs:
        inner = f"[^{re.escape(left + right)}]{{1,{rules.bracket_longest}}}"
        yield f"{re.escape(left)}{inner}{re.escape(right)}"
    yield f"{_HAN}{{1,4}}[〔［\\[]\\d{{4}}[〕］\\]]\\d+号"
    yield r"\d{1,2}月\d{1,2}日"
    units = "|".join(map(re.escape, sorted(rules.units, key=len, reverse=True)))
    one = f"[{re.escape(rules.before)}]?{_NUMBER}(?:{units})?"
    yield f"{one}(?:[{re.escape(rules.link)}]+{one})*"


def _reaches(text: str, ends: list[int], stops: list[int]) -> Iterator[int]:
    for stop in stops:
        last = stop
        while last and text[last - 1] == " ":
            last -= 1
        yield ends[last]


def _are_apart(before: str, letter: str) -> bool:
    """Tell whether word processors leave a gap: between Chinese and Latin letters or digits."""
    return (_is_word(before) and _is_han(letter)) or (_is_word(letter) and _is_han(before))


def _is_word(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


def _is_han(letter: str) -> bool:
    return "一" <= letter <= "鿿"
