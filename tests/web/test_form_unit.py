"""Amounts are turned between the unit of a form and that of a file, and no digit goes lost."""

from decimal import Decimal

import pytest

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
