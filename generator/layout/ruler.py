"""How wide words are, where a line of them may end, and where it should not."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from generator.base.pattern import Pattern
from generator.model.type_setting import TypeSetting, WholeRules

_MOST: Final = 4000  # paragraphs that are remembered
_HAN = "[一-鿿]"
_HYPHEN: Final = "-"  # behind it a line may end, where it stands behind a letter or a digit
_HALF: Final = 2  # characters: a word, so that four of them may stand two and two
_HALVES: Final = Pattern(_HAN + "{4}")
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


class _Kind(NamedTuple):
    """What is to be known of a letter, whatever stands beside it."""

    width: int  # where it has none of its own
    is_word: bool
    is_han: bool
    is_latin: bool  # what some programs set in the Latin font
    is_ascii: bool
    may_begin: bool  # a line
    may_close: bool


class Limits(NamedTuple):
    """How much closer and wider letters may be set (units of an em), and of which words: lines, characters.

    ``pushed`` is how much room there may be behind the last letter of a line.
    """

    closer: int
    wider: int
    lines: int
    longest_label: int
    pushed: int


class Ruler:
    """Measures words; what it measured once it remembers."""

    def __init__(self, setting: TypeSetting) -> None:
        self._widths = {
            letter: int(width)
            for width, letters in setting.widths.latin.items()
            for letter in letters
        }
        self._small_signs = frozenset(setting.widths.small_signs)
        small = int(setting.widths.small)
        self._narrow = self._widths | dict.fromkeys(self._small_signs, small)
        self._behind = {
            letter: int(width)
            for width, letters in setting.widths.behind.items()
            for letter in letters
        }
        self._setting = setting
        self._full = frozenset(setting.widths.full)
        self._not_first = frozenset(setting.lines.not_first)
        self._not_last = frozenset(setting.lines.not_last)
        self._held = frozenset(setting.lines.held)
        self._whole = Pattern(whole_pattern(setting.whole))
        self.hanging = setting.lines.hanging
        rules, em = setting.adjust, setting.widths.em
        self.limits = Limits(
            round(rules.closer * em),
            round(rules.wider * em),
            rules.lines,
            rules.label_longest,
            round(rules.pushed * em),
        )
        self._kinds: dict[str, _Kind] = {}
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
            cut = self._wholes(text)
            known = self._measure(text, cut, widths.gap, self._widths)
            if any(self._kinds[letter].is_latin for letter in set(text)):
                closer = self._measure(text, cut, widths.small_gap, self._narrow, self._held)
                closer = self._with_latin_marks(closer)
                if closer.ends != known.ends or closer.stops != known.stops:
                    known = known._replace(closer=closer)
            self._known[text] = known
        return known

    def parts(self, text: str) -> tuple[Measured, ...]:
        """Measure a paragraph: its words between line breaks."""
        known = self._paragraphs.get(text)
        if known is None:
            known = self._paragraphs[text] = tuple(map(self.measured, text.split("\n")))
        return known

    def _measure(
        self,
        text: str,
        cut: frozenset[int],
        wide: int,
        widths: Mapping[str, int],
        held: frozenset[str] = frozenset(),
    ) -> Measured:
        ends, gaps, stops = [0], [], []
        reach, kinds, mark = 0, self._kinds, ""
        before = kinds.get(mark) or self._kind(mark)
        for at, letter in enumerate(text):
            kind = kinds.get(letter) or self._kind(letter)
            # Word processors leave a gap between Chinese and Latin letters or digits.
            gap = (
                wide if (before.is_word and kind.is_han) or (kind.is_word and before.is_han) else 0
            )
            if at and kind.may_begin and not (mark in held and kind.is_latin):
                is_inside = before.is_ascii and kind.is_ascii and mark != " "
                is_hyphen = mark == _HYPHEN and at > 1 and kinds[text[at - 2]].is_word
                if before.may_close and (is_hyphen or not is_inside):
                    stops.append(at)
            known = widths.get(letter)
            reach += gap + (kind.width if known is None else known)
            gaps.append(gap)
            ends.append(reach)
            before, mark = kind, letter
        stops.append(len(text))
        return Measured(
            text,
            self._setting.widths.em,
            tuple(ends),
            tuple(gaps),
            tuple(stops),
            tuple(_reaches(text, ends, stops)),
            cut,
        )

    def _with_latin_marks(self, words: Measured) -> Measured:
        """Set marks that stand behind Latin letters, or before them at the beginning, in the Latin font, too."""
        text = words.text
        if self._behind.keys().isdisjoint(text):
            return words
        saved, at_end = 0, [0]
        is_latin = self._kinds[text[:2][-1]].is_latin
        for letter in text:
            kind = self._kinds[letter]
            latin = self._behind.get(letter)
            if latin is None:
                is_latin = kind.is_latin
            elif is_latin:
                saved += kind.width - latin
            at_end.append(saved)
        ends = [end - less for end, less in zip(words.ends, at_end, strict=True)]
        return words._replace(ends=tuple(ends), reaches=tuple(_reaches(text, ends, words.stops)))

    def _kind(self, letter: str) -> _Kind:
        """Look at a letter once."""
        is_full = letter >= self._setting.widths.full_from or letter in self._full
        known = self._kinds[letter] = _Kind(
            self._setting.widths.em if is_full else self._setting.widths.other,
            letter.isascii() and letter.isalnum(),
            "一" <= letter <= "鿿",
            letter in self._small_signs or not is_full,
            letter.isascii(),
            letter not in self._not_first and letter != " ",
            letter not in self._not_last,
        )
        return known

    def _wholes(self, text: str) -> frozenset[int]:
        """Return the places inside of what is not to be cut."""
        is_short = 1 < len(text) <= self._setting.whole.label_longest
        if is_short and text[0] not in self._not_last:
            found = set(range(1, len(text)))
            return frozenset(found - {_HALF} if _HALVES.fullmatch(text) else found)
        spans = (match.span() for match in self._whole.finditer(text))
        return frozenset(at for start, end in spans for at in range(start + 1, end))


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


def _reaches(text: str, ends: Sequence[int], stops: Sequence[int]) -> Iterator[int]:
    for stop in stops:
        last = stop
        while last and text[last - 1] == " ":
            last -= 1
        yield ends[last]
