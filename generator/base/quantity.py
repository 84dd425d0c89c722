"""A quantity: a number and its unit (3万件, 两轮, 8000余万元), or nothing when a sentence begins.

A wrong number would be scored, so the grammar is narrow. After digits stands a unit that this
file can take for one: a sign, a multiplier, a measure, a classifier with a short noun, a single
character. Chinese numerals begin too many ordinary words (一般, 一等奖, 四种形态, 三公经费), so
after them stands a bare classifier or measure, nothing else.
"""

from decimal import Decimal
from typing import NamedTuple

from generator.base.chinese import to_number
from generator.base.pattern import Pattern

# At most 15 digits: whatever is longer is a code, not an amount.
NUMBER = r"[+-]?(?:[1-9][0-9]{0,2}(?:[,，][0-9]{3}){1,4}|[0-9]{1,15})(?:\.[0-9]{1,10})?"
_NUMERAL = r"[零〇一二两三四五六七八九十百千万]++"

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
    "零〇一二两三四五六七八九十百千万亿"
)
_SYMBOL = Pattern(r"(?:[A-Za-zµ]{2,4}|[a-zµLMTVW])[²³]?|℃|°C|°|㎡|㎥")
_MEASURE = "(?:" + "|".join(sorted(_MEASURES, key=len, reverse=True)) + ")"
_MULTIPLIERS = ("万亿", "百万", "千万", "十万", "百", "千", "万", "亿")
_LONGEST_NOUN, _MOST_PER = 3, 2  # 台打印机; 元/人/年
# What most forms use; these are units without a look at their parts.
PLAIN_UNITS = frozenset(
    ("%", *_CLASSIFIERS, *(times + unit for times in ("", "万", "亿") for unit in _MEASURES))
)
_PERIODS = ("月", "季", "季度")  # 元/月
_BARE_UNIT = Pattern(rf"(?:亿?{_MEASURE}|亿?[{_CLASSIFIERS}])")

_DIGITS_THEN_UNIT = Pattern(
    rf"(?P<number>{NUMBER})(?P<times>(?:{'|'.join(_MULTIPLIERS)})?)(?P<more>[余多]?)(?P<rest>.*)"
)
_NUMERAL_THEN_UNIT = Pattern(rf"(?P<number>{_NUMERAL})(?P<more>[余多]?)(?P<rest>.+)")
_SPARE_PART = "零件"  # a noun; whoever means none writes 0件
_YEAR = Pattern(r"[12][0-9]{3}")


class Quantity(NamedTuple):
    """A value, its unit as written, and whether it says more or less that much (余, 多)."""

    value: Decimal
    unit: str
    is_approximate: bool = False


def parse_quantity(text: str) -> Quantity | None:
    """Read a quantity written without spaces; ``None`` for anything else."""
    found = _read_digits(text) or _read_numeral(text)
    if found is None or (found.unit.startswith("年") and _YEAR.fullmatch(f"{found.value:f}")):
        return None  # 2021年 is a year and no quantity
    return found


def parse_number(text: str) -> Decimal:
    """Read what ``NUMBER`` matches."""
    return Decimal(text.replace(",", "").replace("，", ""))


def is_unit(text: str) -> bool:
    """Tell whether a text can stand behind digits as their unit; no unit at all is fine."""
    return not text or text in PLAIN_UNITS or _is_composed(text)


def _is_composed(text: str) -> bool:
    """Tell whether a unit is put together: a multiplier, what is counted, for what (万元/公里)."""
    whole, *per = text.split("/")
    return (
        (whole in ("%", "‰", *_MULTIPLIERS) or _is_symbol(whole) or _is_counted(whole))
        and len(per) <= _MOST_PER
        and all(each in _PERIODS or _is_symbol(each) or _is_core(each) for each in per)
    )


def _is_counted(text: str) -> bool:
    return _is_core(text) or any(
        _is_core(text.removeprefix(times)) for times in _MULTIPLIERS if text.startswith(times)
    )


def _is_core(text: str) -> bool:
    """Tell a measure, a classifier with or without a short noun, a single character."""
    if not text or text in _MEASURES:
        return bool(text)
    if text[0] in _CLASSIFIERS:
        return len(text) <= 1 + _LONGEST_NOUN and all(map(_is_of_noun, text[1:]))
    return len(text) == 1 and _is_of_noun(text)


def _is_of_noun(sign: str) -> bool:
    return "一" <= sign <= "鿿" and sign not in _NO_UNIT


def _is_symbol(text: str) -> bool:
    return _SYMBOL.fullmatch(text) is not None


def _read_digits(text: str) -> Quantity | None:
    found = _DIGITS_THEN_UNIT.fullmatch(text)
    if not found or not is_unit(unit := found["times"] + found["rest"]):
        return None
    return Quantity(parse_number(found["number"]), unit, bool(found["more"]))


def _read_numeral(text: str) -> Quantity | None:
    found = _NUMERAL_THEN_UNIT.fullmatch(text)
    if not found or text == _SPARE_PART or not _BARE_UNIT.fullmatch(found["rest"]):
        return None
    value = to_number(found["number"])
    return None if value is None else Quantity(Decimal(value), found["rest"], bool(found["more"]))
