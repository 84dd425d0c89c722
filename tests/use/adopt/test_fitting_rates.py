"""Which amounts the printed rates are of: all rows tell it together, one by chance does not."""

from decimal import Decimal

import pytest

from generator.model.funds import Funds
from generator.use.adopt.fitting_rates import rates_of

CAME, MORE = "到位金额", "上年结转"


def funds(total, *sources):
    """Make the money of a form: budget, other amounts, spent and printed rate of each row."""

    def row(given):
        budget, amounts, spent, rate = given
        known = {"budget": budget, "amounts": amounts, "spent": spent}
        return {key: value for key, value in known.items() if value is not None}, Decimal(rate)

    whole, rate = row(total)
    listed = [
        {**own, "name": f"来源{n}", "stated-rate": printed}
        for n, (own, printed) in enumerate(map(row, sources))
    ]
    return Funds.from_data({**whole, "stated": {"rate": rate}, "sources": listed})


BY_BUDGET = ((100, {CAME: 90}, 80, "80"), (60, {CAME: 55}, 50, "83.33"))
BY_ARRIVED = ((100, {CAME: 80}, 60, "75"), (60, {CAME: 50}, 40, "80.00"))
BY_BOTH_YEARS = ((100, {MORE: 25}, 110, "88.00"), (60, {MORE: 20}, 70, "87.5"))
ONE_TELLS = ((100, {CAME: 80}, 60, "75"), (60, {CAME: 60}, 30, "50"))
ALIKE = ((100, {CAME: 100}, 60, "60"), (60, {CAME: 60}, 30, "50"))
ONE_WRONG = ((100, {CAME: 80}, 60, "75"), (60, {CAME: 50}, 40, "81"))
TRUNCATED = ((100, {CAME: 90}, 40, "44.4"), (60, {CAME: 45}, 30, "66.6"))
ALL_BUT_BUDGET = ((None, {"甲": 60, "乙": 40}, 50, "50"), (None, {"甲": 20, "乙": 30}, 40, "80"))
TWO_FIT = ((100, {CAME: 80, MORE: -20}, 60, "75"), (60, {CAME: 50, MORE: -10}, 40, "80"))
TWO_ALIKE = ((100, {CAME: 80, "拨入": 80}, 60, "75"), (60, {CAME: 50, "拨入": 50}, 40, "80"))


@pytest.mark.parametrize(
    ("rows", "of", "said"),
    [
        (BY_BUDGET, (), ""),
        (BY_ARRIVED, (CAME,), "2 行执行率都是全年执行数÷到位金额"),
        (BY_BOTH_YEARS, ("budget", MORE), "÷（全年预算数＋上年结转）"),
        (ONE_TELLS, (), '不足以断定，没有写进方案：rate-of = ["到位金额"]'),
        (ALIKE, (), '按“到位金额”算都相符，照预算数算；不是的，在方案里写 rate-of = ["到位金额"]'),
        (ONE_WRONG, (), ""),
        (TRUNCATED, (CAME,), "到位金额"),
        (ALL_BUT_BUDGET, ("甲", "乙"), "（甲＋乙）"),
        (TWO_FIT, (CAME,), "到位金额"),
        (TWO_ALIKE, (), '["到位金额"]；["拨入"]'),
    ],
)
def test_what_the_rates_are_of_is_told_by_all_rows(rows, of, said):
    found = rates_of([funds(*rows)])
    assert found.of == of
    assert said in "".join(found.remarks)
    assert bool(said) == bool(found.remarks)


def test_a_form_without_rates_says_nothing():
    assert (
        rates_of([Funds.from_data({"budget": 3, "spent": 2, "amounts": {CAME: 2}})]).remarks == ()
    )
