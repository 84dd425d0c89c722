"""A quantity: a number and its unit (3万件, 两轮, 8000余万元), or nothing when a sentence begins.

A wrong number would be scored, so the grammar is narrow. After digits stands a unit that this
file can take for one: a sign, a multiplier, a measure, a classifier with a short noun, a single
character. Chinese numerals begin too many ordinary words (一般, 一等奖, 四种形态, 三公经费), so
after them stands a bare classifier or measure, nothing else. Data may name more units.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from generator.base.chinese import NUMBER_SIGNS, half_width, to_number
from generator.base.pattern import Pattern

# At most 15 digits: whatever is longer is a code, not an amount.
NUMBER = r"[+-]?(?:[1-9][0-9]{0,2}(?:[,，][0-9]{3}){1,4}|[0-9]{1,15})(?:\.[0-9]{1,10})?"
_NUMERAL = rf"[{NUMBER_SIGNS.replace('亿', '')}]++"
# 3万件 is 30,000 件: the multipliers of Chinese numerals, the longest first.
MULTIPLIERS = (
    ("万亿", 10**12),
    ("千万", 10**7),
    ("百万", 10**6),
    ("十万", 10**5),
    ("百", 10**2),
    ("千", 10**3),
    ("万", 10**4),
    ("亿", 10**8),
)
_TIMES_WORDS = tuple(word for word, _ in MULTIPLIERS)

DURATIONS = ("个工作日", "工作日", "个月", "小时", "分钟", "年", "天", "日", "周", "秒")
_MEASURES = (
    *DURATIONS,
    *(
        "个百分点",
        "百分点",
        "元",
        "美元",
        "欧元",
        "港元",
        "角",
        "公里",
        "千米",
        "米",
        "厘米",
        "毫米",
        "里",
    ),
    *("平方米", "平方公里", "立方米", "亩", "公顷", "吨", "千克", "公斤", "克", "升", "毫升"),
    *("瓦", "千瓦", "千瓦时", "度", "兆", "倍", "分", "字", "课时", "学时", "标段"),
    *(
        "个次",
        "人次",
        "人天",
        "户次",
        "台次",
        "台套",
        "车次",
        "班次",
        "例次",
        "场次",
        "件次",
        "批次",
    ),
)
_CLASSIFIERS = (
    "个件人次项期轮份批起条场篇户家台辆套部本册张座处所间栋幅块种例宗桩名位组支班门节株头只匹页"
    "艘架把根对幢孔眼卷盒箱袋瓶"
)
# Characters that a noun behind a classifier, or a rare unit of one character, cannot be: words of
# grammar, of judging and finishing, of rank and order, and everything that is a numeral.
_NO_UNIT = (
    "的了着过和与或及并且而则就都均已未不无没非有在为被把将对按从向以于到至由因若如等应须可要会能"
    "上下中内外前后左右余多少约近超优良好差坏高低大小强弱全完成达满办结性化级号月季版届型代档类点时"
    "第各每其该此某些样般面旦律直起来去开始率比度是否底末日年"
)
_SYMBOL = Pattern(r"(?:[A-Za-zµ]{2,4}|[a-zµLMTVW])[²³]?|℃|°C|°|㎡|㎥")
_EITHER = Pattern(
    rf"((?:{'|'.join(_TIMES_WORDS)})?)([^()（）]{{1,3}})[(（]([{_CLASSIFIERS}]{{1,2}})[)）]"
)
_LONGEST_EITHER = 8
_LONGEST_NOUN, _MOST_PER = 3, 2  # 台打印机; 元/人/年
_TIMES = ("", "万", "亿")
# What most forms use; these are units without a look at their parts.
PLAIN_UNITS = frozenset(("%", *_CLASSIFIERS, *(t + unit for t in _TIMES for unit in _MEASURES)))
_PERIODS = ("月", "季", "季度")  # 元/月
# 3月 is March and 3时 a time of day, whatever data names a unit.
_OF_THE_CALENDAR = frozenset("月号时")

_DIGITS_THEN_UNIT = Pattern(
    rf"(?P<number>{NUMBER})(?P<times>(?:{'|'.join(_TIMES_WORDS)})?)(?P<more>[余多]?)(?P<rest>.*)"
)
_NUMERAL_THEN_UNIT = Pattern(rf"(?P<number>{_NUMERAL})(?P<more>[余多]?)(?P<rest>.+)")
_SPARE_PART = "零件"  # a noun; whoever means none writes 0件
_YEAR = Pattern(r"[12][0-9]{3}")


class Quantity(NamedTuple):
    """A value, its unit as written, and whether it says more or less that much (余, 多)."""

    value: Decimal
    unit: str
    is_approximate: bool = False


def parse_number(text: str) -> Decimal:
    """Read what ``NUMBER`` matches."""
    return Decimal(text.replace(",", "").replace("，", ""))


class QuantityReader:
    """Reads quantities: the units of the language, and those that data names."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        """Take the units that data names, beside those that this file knows."""
        own = {"".join(half_width(name).split()) for name in names}
        more = own - PLAIN_UNITS - _OF_THE_CALENDAR - {""}
        self.plain_units = PLAIN_UNITS.union(times + unit for times in _TIMES for unit in more)
        self._measures = frozenset(_MEASURES) | more
        # A single character that data names begins ordinary words as others do: 一级, 三类.
        behind_numerals = frozenset(_MEASURES).union(unit for unit in more if len(unit) > 1)
        self._bare = behind_numerals.union(_CLASSIFIERS)

    def is_unit(self, text: str) -> bool:
        """Tell whether a text can stand behind digits as their unit; no unit at all is fine."""
        if not text or text in self.plain_units:
            return True
        return all(
            each in self.plain_units or self._is_composed(each) for each in either_unit(text)
        )

    def read(self, text: str) -> Quantity | None:
        """Read a quantity written without spaces; ``None`` for anything else."""
        found = self._read_digits(text) or self._read_numeral(text)
        if found is None or (found.unit.startswith("年") and _YEAR.fullmatch(f"{found.value:f}")):
            return None  # 2021年 is a year and no quantity
        return found

    def _is_composed(self, text: str) -> bool:
        """Tell whether a unit is put together: a multiplier, what is counted, for what (万元/公里)."""
        if text in self._measures:
            return True
        whole, *per = text.split("/")
        return (
            (whole in ("%", "‰", *_TIMES_WORDS) or _is_symbol(whole) or self._is_counted(whole))
            and len(per) <= _MOST_PER
            and all(each in _PERIODS or _is_symbol(each) or self._is_core(each) for each in per)
        )

    def _is_counted(self, text: str) -> bool:
        return self._is_core(text) or any(
            self._is_core(text.removeprefix(times))
            for times in _TIMES_WORDS
            if text.startswith(times)
        )

    def _is_core(self, text: str) -> bool:
        """Tell a measure, a classifier with or without a short noun, a single character."""
        if not text or text in self._measures:
            return bool(text)
        if text[0] in _CLASSIFIERS:
            return len(text) <= 1 + _LONGEST_NOUN and all(map(_is_of_noun, text[1:]))
        return len(text) == 1 and _is_of_noun(text)

    def _read_digits(self, text: str) -> Quantity | None:
        found = _DIGITS_THEN_UNIT.fullmatch(text)
        if not found or not self.is_unit(unit := found["times"] + found["rest"]):
            return None
        return Quantity(parse_number(found["number"]), unit, bool(found["more"]))

    def _read_numeral(self, text: str) -> Quantity | None:
        found = _NUMERAL_THEN_UNIT.fullmatch(text)
        if not found or text == _SPARE_PART or not self._is_bare(found["rest"]):
            return None
        value = to_number(found["number"])
        if value is None:
            return None
        return Quantity(Decimal(value), found["rest"], bool(found["more"]))

    def _is_bare(self, unit: str) -> bool:
        return unit in self._bare or unit.removeprefix("亿") in self._bare


def either_unit(unit: str) -> tuple[str, ...]:
    """Return what 台（套） stands for: 台, 套, 台套; any other unit stands for itself."""
    found = _EITHER.fullmatch(unit) if len(unit) <= _LONGEST_EITHER else None
    if found is None:
        return (unit,)
    times, one, other = found.groups()
    return (times + one, times + other, times + one + other)


def _is_of_noun(sign: str) -> bool:
    return "一" <= sign <= "鿿" and sign not in _NO_UNIT and sign not in NUMBER_SIGNS


def _is_symbol(text: str) -> bool:
    return _SYMBOL.fullmatch(text) is not None
