"""Reads a measure from the words of a form.

Total on any text: what is not surely a number, a range, a date or a fixed word is text, because
a number that was read wrongly would be scored. 以上, 以下 and 以内 include the number itself and
超过 does not, as in Chinese law.
"""

from collections.abc import Iterable
from functools import lru_cache

from generator.base.chinese import half_width
from generator.base.comparison_words import Compared, Comparisons
from generator.base.deadline import parse_deadline
from generator.base.measure import ABOUT, NO, QUALITATIVE, YES, Measure, MeasureKind
from generator.base.pattern import Pattern
from generator.base.quantity import DURATIONS, NUMBER, QuantityReader, parse_number

_ABOUT = ("大约", "大概", "将近", ABOUT, "近")
_OR_SO = "左右"
_QUALITATIVE = (QUALITATIVE, f"{QUALITATIVE}指标")
_CHOICE = Pattern(f"{YES}[/／、或]?{NO}")
_RANGE = Pattern(
    rf"(?P<low>{NUMBER})(?P<unit>[^0-9]*?)(?:[-~–]|—{{1,2}}|至|到)(?P<high>{NUMBER})(?P<other>.*)"
)
_SHORT = 40
_YEAR = Pattern("(?:19|20)[0-9]{2}")
_SPACE_BETWEEN_WORDS = Pattern(r"(?<![0-9A-Za-z.,，]) | (?![0-9A-Za-z.,，])")
_INVISIBLE = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_VARIANTS = str.maketrans("−〜（）", "-~()")
_ODD = Pattern("[−〜（）\u200b-\u200d\u2060\ufeff]")
_WRITTEN_OUT = "百分比"  # what some systems write for the sign
_PER_CENT = Pattern(rf"(?<=[0-9]){_WRITTEN_OUT}$")


class MeasureReader:
    """Reads targets and actuals, with the units of the language and those that data names."""

    def __init__(self, names: Iterable[str] = (), compared: Iterable[Compared] = ()) -> None:
        """Take the units and the words of comparison that data names."""
        self.quantities, self.comparisons = QuantityReader(names), Comparisons(compared)
        self._read_known = lru_cache(maxsize=4096)(self._read)

    def read(self, text: str) -> Measure:
        """Read a target or an actual; never fails, at worst it is text."""
        # Short ones (100%, 12场) come up again and again; a long one is a sentence, and seldom does.
        return self._read_known(text) if len(text) <= _SHORT else self._read(text)

    def _read(self, text: str) -> Measure:
        tight = _tighten(text)
        return (
            _read_word(text, tight)
            or _read_date(text, tight)
            or self._read_range(text, tight)
            or self._read_number(text, tight)
            or Measure(text, MeasureKind.TEXT)
        )

    def _read_range(self, text: str, tight: str) -> Measure | None:
        found = _RANGE.fullmatch(tight)
        if not found or found["unit"] not in ("", found["other"]):
            return None
        unit = found["other"]
        if unit.startswith("日") or not self.quantities.is_unit(unit):
            return None
        low, high = parse_number(found["low"]), parse_number(found["high"])
        years = (_YEAR.fullmatch(found["low"]), _YEAR.fullmatch(found["high"]))
        if low > high or (all(years) and unit in ("", "年")):
            return None
        return Measure(text, MeasureKind.RANGE, low=low, high=high, unit=unit)

    def _read_number(self, text: str, tight: str) -> Measure | None:
        split = self.comparisons.split(tight)
        if split is None:
            return None
        operator, body = split
        about = next((word for word in _ABOUT if body.startswith(word)), "")
        body, is_about = (
            body.removeprefix(about).removesuffix(_OR_SO),
            bool(about) or body.endswith(_OR_SO),
        )
        quantity = self.quantities.read(body)
        if quantity is None:
            return None
        is_about = is_about or quantity.is_approximate
        # 15日 may be a day of the month, and 近3年 is a period.
        is_unsure = quantity.unit.startswith("日") and operator is None
        is_period = about.endswith("近") and quantity.unit.startswith(DURATIONS)
        if (is_about and operator) or is_unsure or is_period:
            return None
        value, unit = quantity.value, quantity.unit
        return Measure(text, MeasureKind.NUMBER, operator, value, value, unit, approximate=is_about)


def _tighten(text: str) -> str:
    """Drop the space between the parts; what stands apart like ``1 2`` or ``- 80`` stays apart."""
    narrow = half_width(text)
    if _ODD.search(narrow):
        narrow = narrow.translate(_VARIANTS).translate(_INVISIBLE)
    narrow = " ".join(narrow.split())
    if narrow.startswith(("- ", "+ ")):
        return narrow  # a bullet, not a sign
    if " " in narrow:
        narrow = _SPACE_BETWEEN_WORDS.sub("", narrow)
    return _PER_CENT.sub("%", narrow) if narrow.endswith(_WRITTEN_OUT) else narrow


def _read_word(text: str, tight: str) -> Measure | None:
    if not tight:
        return Measure(text, MeasureKind.EMPTY)
    if tight in (YES, NO):
        return Measure(text, MeasureKind.YES_NO, yes=tight == YES)
    if tight in _QUALITATIVE:
        return Measure(text, MeasureKind.QUALITATIVE)
    return Measure(text, MeasureKind.CHOICE) if _CHOICE.fullmatch(tight) else None


def _read_date(text: str, tight: str) -> Measure | None:
    deadline = parse_deadline(tight)
    return Measure(text, MeasureKind.DATE, deadline=deadline) if deadline else None
