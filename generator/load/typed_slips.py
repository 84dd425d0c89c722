"""Values of another kind than a key takes, as people type them: "50分" for 50, [funds] written [[funds]].

Each slip says what to write; where that leaves no choice, the value is given with it.
"""

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from generator.base.chinese import DIGITS_ALONE, date_text, from_digits, half_width, to_number
from generator.base.day_slips import day_slip
from generator.base.digit_slips import mend_digits
from generator.base.lost_headers import OF_SEVERAL
from generator.base.pattern import Pattern
from generator.base.toml_literal import literal
from generator.model.entry import Fault

_NUMBER = Pattern(r"-?[0-9]+(?:\.[0-9]+)?")
_COUNTED = Pattern(r"(?P<number>-?[0-9]+(?:\.[0-9]+)?)\s*(?P<unit>[^0-9\s.]{1,4})")
_YEAR = Pattern(r"(?P<year>(?:19|20)[0-9]{2})\s*年?度?")
_YEAR_KEYS = ("year", "from", "to")
_POINTS, _MONEY = "分", "万元"
_PER_CENT, _WEIGHT = ("%", "％"), "weight"
_BOUND = "percent"
# Tables of a scheme that hold numbers.
_OF_SCHEMES = ("thresholds", "open-score", "tier", "grade", "method", "project", "department")
_TRUE, _FALSE = ("true", "是", "有"), ("false", "否", "没有")
_CENTURY, _SHORT_YEAR = 2000, 100


class TypedSlip(NamedTuple):
    """What to write instead, and the value that is meant (``None``: somebody has to say)."""

    hint: str = ""
    value: Any = None


def typed_slip(fault: Fault, data: Mapping[str, Any]) -> TypedSlip:
    """Look at a value that does not fit; ``data`` is the file, which says in what money it counts."""
    if fault.kind != "wrong" or not fault.keys:
        return TypedSlip()
    key = str(fault.keys[-1])
    wanted, value = fault.wanted, fault.value
    if wanted is Decimal:
        is_of_scheme = str(fault.keys[0]) in _OF_SCHEMES
        return _of_scheme(key, value) if is_of_scheme else _number(key, value, _money_of(data))
    if wanted is int:
        return _whole(key, value)
    if wanted is datetime.date:
        return _day(key, value)
    if wanted is bool:
        return _flag(key, value)
    if wanted is str:
        return _text(key, value)
    return _of_tables(key, fault)


def _of_tables(key: str, fault: Fault) -> TypedSlip:
    """One table where several are meant, or the other way round."""
    wanted, value = fault.wanted, fault.value
    several = OF_SEVERAL.get(key)
    if wanted is dict and isinstance(value, list) and several is not None:
        one = f"只有一个的写 [{key}]"
        return TypedSlip(f"有几个的，每一个都写成 [[{several}]]；{one}")
    if wanted is dict and isinstance(value, list) and len(value) == 1:
        return TypedSlip(f"只写一层方括号：[{key}]")
    if wanted is list and isinstance(value, Mapping):
        return TypedSlip(f"要列几项的，写两层方括号：[[{key}]]")
    return TypedSlip()


def _of_scheme(key: str, value: Any) -> TypedSlip:
    """A bound of a scheme: a percentage, or points."""
    if isinstance(value, str):
        return _number(key, value, _MONEY)
    if key == _BOUND:
        return TypedSlip("界限写百分比的数：执行率 0 到 100，如 85；超额完成 100 以上，如 130")
    return TypedSlip("分值、档次、等级的界限不写负数；请核对这个数")


def _number(key: str, value: Any, money: str) -> TypedSlip:
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return TypedSlip(
            "金额、分值不写负数；要扣的分写 deduction" if value < 0 else "请核对这个数"
        )
    if not isinstance(value, str):
        return TypedSlip(f"写数，如：{key} = 100")
    if not value.strip():
        return TypedSlip("还不知道的，在行首加 #；数照写，不加引号")
    mended = mend_digits(value)
    plain = mended.text.strip()
    if _NUMBER.fullmatch(joined := "".join(plain.split())):
        if mended.is_sure and joined == plain:
            return _instead(key, Decimal(plain), "数不加引号")
        return TypedSlip(f"数不加引号，请核对：是不是 {key} = {joined}")
    if (counted := to_number(plain)) is not None:
        return TypedSlip(f"写阿拉伯数字，不加引号：{key} = {counted}")
    found = _COUNTED.fullmatch(plain)
    if found is None:
        return TypedSlip("只写数，不加引号，不带单位；说明写在行末的 # 后面")
    return _with_unit(key, found["number"], found["unit"], money)


def _with_unit(key: str, number: str, unit: str, money: str) -> TypedSlip:
    if unit in (_POINTS, money):
        return _instead(key, Decimal(number), "单位不写在数里")
    if unit in _PER_CENT and key == _WEIGHT:  # of a hundred points
        return _instead(key, Decimal(number), "分值写数，不写百分号")
    if unit.endswith("元"):
        return TypedSlip(f"这里的金额单位是{money}（见 [funds] 的 unit）：换算成{money}，只写数")
    return TypedSlip(f"单位“{unit}”不写在数里，如：{key} = {number}")


def _whole(key: str, value: Any) -> TypedSlip:
    if key not in _YEAR_KEYS:
        return TypedSlip()
    if isinstance(value, str):
        said = half_width(value).strip()
        if len(said) == len("2024") and not set(said) - set(DIGITS_ALONE):
            return _instead(key, from_digits(said), "年度写数字")
        found = _YEAR.fullmatch(said)
        return _instead(key, int(found["year"]), "数不加引号") if found else TypedSlip()
    if isinstance(value, int) and 0 < value < _SHORT_YEAR and not isinstance(value, bool):
        return TypedSlip(f"年度写四位数字，是不是 {key} = {_CENTURY + value}")
    return TypedSlip()


def _day(key: str, value: Any) -> TypedSlip:
    found = day_slip(str(value))
    if found is None:
        return TypedSlip("如：2023-04-27")
    return TypedSlip(found.message) if found.day is None else _instead(key, found.day)


def _flag(key: str, value: Any) -> TypedSlip:
    said = value.strip().lower() if isinstance(value, str) else ""
    return _instead(key, said in _TRUE) if said in (*_TRUE, *_FALSE) else TypedSlip()


def _text(key: str, value: Any) -> TypedSlip:
    if isinstance(value, bool):
        return TypedSlip(f'文字写在引号里，如：{key} = "是"')
    if isinstance(value, datetime.date):
        return _instead(key, date_text(value), "文字写在引号里")
    if isinstance(value, Decimal | int):
        return _instead(key, format(value, "f"), "文字写在引号里")
    return TypedSlip()


def _instead(key: str, value: Any, why: str = "") -> TypedSlip:
    shown = value.isoformat() if isinstance(value, datetime.date) else literal(value)
    return TypedSlip(f"{why}，改成：{key} = {shown}".removeprefix("，"), value)


def _money_of(data: Mapping[str, Any]) -> str:
    funds = data.get("funds")
    unit = funds.get("unit", _MONEY) if isinstance(funds, Mapping) else _MONEY
    return unit if isinstance(unit, str) else _MONEY
