"""Amounts are turned between the unit of a form and that of a file, and no digit goes lost."""

from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.base.toml import parse_toml
from generator.load.packaged import packaged_templates
from generator.load.packs import Packs, load_wording
from generator.model.own_form import (
    NOTHING_DECLARED,
    Declared,
    IndicatorField,
    OwnColumn,
    OwnField,
    OwnRow,
    OwnTable,
)
from generator.web.form_unit import Amounts, staying


@pytest.fixture(scope="module")
def amounts():
    return Amounts("万元", load_wording(Packs((packaged_templates(),)))[0].units)


@pytest.mark.parametrize(
    ("value", "unit", "to", "turned"),
    [
        (95, "万元", "元", 950000),
        (Decimal("0.00012"), "万元", "元", Decimal("1.2")),
        (951234, "元", "万元", Decimal("95.1234")),
        (1, "元", "亿元", Decimal("0.00000001")),
        ("待定", "元", "万元", "待定"),
        (True, "元", "万元", True),
    ],
)
def test_an_amount_keeps_every_digit(amounts, value, unit, to, turned):
    assert amounts.turned(value, unit, to) == turned
    assert type(amounts.turned(value, unit, to)) is type(turned)


@pytest.mark.parametrize(
    ("printed", "unit"), [("元", "元"), ("万元", ""), ("", ""), ("册", ""), ("千元", "千元")]
)
def test_another_unit_is_one_of_money_that_the_file_has_not(amounts, printed, unit):
    assert amounts.other(("funds", "spent"), NOTHING_DECLARED, printed) == unit


_FUNDS = """
[funds]
budget = 12.5
spent = 0
weight = 10
rate-places = 2
amounts = { "一季度" = -3 }
sources = [{ name = "财政", spent = 2, weight = 4, stated-rate = 100 }]
uses = [{ item = "差旅", amount = 1.25 }]
by-income = [{ name = "基本", parts = [{ name = "人员", amount = 7 }] }]
plan = [{ by = "3月底", percent = 25 }]
[fields]
"自筹" = 3.5
"待批" = "未定"
"债务" = 3
"人数" = 4
"合计" = 9
[tables]
"费用" = { "差旅" = { "本年" = 1, "人次" = 2 } }
"明细" = [{ "本年" = 0.5 }]
[[indicator]]
name = "补助"
target = "≥3万元"
fields = { "投入" = 2 }
"""
_AMOUNT = OwnColumn(key="本年", kind="amount")
_DECLARED = Declared(
    (
        OwnField(key="自筹", kind="amount"),
        OwnField(key="待批", kind="amount"),
        OwnField(key="债务", kind="amount", unit="亿元"),
        OwnField(key="人数", kind="number"),
        OwnField(key="合计", kind="amount", sum_of=("自筹",)),
    ),
    (
        OwnTable(
            key="费用",
            row=(OwnRow(key="差旅"),),
            column=(_AMOUNT, OwnColumn(key="人次", kind="number")),
        ),
        OwnTable(key="明细", column=(_AMOUNT,)),
    ),
    (IndicatorField(key="投入", kind="amount"),),
)


def test_all_amounts_in_the_unit_of_the_file_are_given_in_another(amounts):
    file, _ = parse_toml(_FUNDS, Path("a.toml"), "a.toml")
    turned = amounts.in_unit(file, "元", _DECLARED)
    found = {tuple(own["keys"]): (own["was"], own["now"]) for own in turned}
    assert found == {
        ("funds", "budget"): ("12.5", "125000"),
        ("funds", "amounts", "一季度"): ("-3", "-30000"),
        ("funds", "sources", 0, "spent"): ("2", "20000"),
        ("funds", "uses", 0, "amount"): ("1.25", "12500"),
        ("funds", "by-income", 0, "parts", 0, "amount"): ("7", "70000"),
        ("fields", "自筹"): ("3.5", "35000"),
        ("tables", "费用", "差旅", "本年"): ("1", "10000"),
        ("tables", "明细", 0, "本年"): ("0.5", "5000"),
        ("indicator", 0, "fields", "投入"): ("2", "20000"),
    }
    assert [*amounts.in_unit(file, "万元", _DECLARED)] == []


class _Subject(NamedTuple):
    inherited: dict[tuple[str, str], None]
    declared: Declared = _DECLARED


def test_amounts_that_all_subjects_share_stay_and_are_named():
    shared = [("fields", "自筹"), ("fields", "债务"), ("fields", "人数"), ("tables", "费用")]
    assert [*staying(_Subject(dict.fromkeys(shared)))] == ["自筹", "费用"]
    assert [*staying(_Subject({}))] == []
