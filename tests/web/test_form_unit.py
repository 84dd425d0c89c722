"""Amounts are turned between the unit of a form and that of a file, and no digit goes lost."""

from decimal import Decimal
from pathlib import Path

import pytest

from generator.base.toml import parse_toml
from generator.load.packaged import packaged_templates
from generator.load.packs import Packs, load_wording
from generator.model.own_form import NOTHING_DECLARED
from generator.web.form_unit import Amounts


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
"""


def test_only_amounts_of_the_funds_are_given_in_another_unit(amounts):
    file, _ = parse_toml(_FUNDS, Path("a.toml"), "a.toml")
    found = {tuple(own["keys"]): (own["was"], own["now"]) for own in amounts.in_unit(file, "元")}
    assert found == {
        ("funds", "budget"): ("12.5", "125000"),
        ("funds", "amounts", "一季度"): ("-3", "-30000"),
        ("funds", "sources", 0, "spent"): ("2", "20000"),
        ("funds", "uses", 0, "amount"): ("1.25", "12500"),
        ("funds", "by-income", 0, "parts", 0, "amount"): ("7", "70000"),
    }
    assert [*amounts.in_unit(file, "万元")] == []
