"""Money as forms print it: the units of the data, also those that a folder adds."""

from decimal import Decimal

import pytest

from generator.model.units import Dimension, MeasureUnit, Units
from generator.read.money_words import MoneyWords
from tests.foreign import book

MONEY = book().money
OWN = MoneyWords(
    Units(
        (
            Dimension(
                name="金额",
                source="本地的写法",
                unit=(
                    MeasureUnit(name="元", factor=Decimal(1), also=("圆",)),
                    MeasureUnit(name="万元", factor=Decimal(10_000), also=("萬圆",)),
                ),
            ),
        )
    )
)


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("12.5", "万元", "12.5"),
        ("12.5万元", "万元", "12.5"),
        ("125,000元", "万元", "12.5"),
        ("¥0.2亿元", "万元", "2000"),
        ("3百万元", "万元", "300"),
        ("3万", "元", "30000"),
    ],
)
def test_an_amount_is_converted_into_the_unit_of_the_form(text, unit, value):
    assert MONEY.amount(text, unit) == Decimal(value)


@pytest.mark.parametrize("text", ["12件", "万元", "", "12万人", "3 月"])
def test_what_is_no_amount_is_none(text):
    assert MONEY.amount(text, "万元") is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("单位：元", "元"),
        ("金额单位:万元", "万元"),
        ("项目资金（万元）", "万元"),
        ("（单位：人民币千元）", "千元"),
        ("参训人数（万人次）", ""),
        ("主管单位：万里镇政府", ""),
        ("资金（百万元）", "百万元"),
    ],
)
def test_the_unit_of_a_table_is_called_as_inputs_call_it_if_they_do(text, unit):
    assert MONEY.unit_in(text) == unit


def test_a_folder_adds_spellings_of_money():
    assert OWN.amount("5萬圆", "万元") == 5
    assert OWN.unit_in("单位：圆") == "元"
    assert OWN.unit_in("单位：萬圆") == "万元"
    assert MONEY.unit_in("单位：圆") == ""
