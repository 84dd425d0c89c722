"""The execution row at its edges: no budget, all of it spent, more than it."""

from decimal import Decimal
from fractions import Fraction

import pytest

from generator.model.funds import Funds
from generator.model.rate_base import rate_base
from generator.score.execution import execution_rate

ROWS = """
[project]
name = "p"
[funds]
budget = {budget}
spent = {spent}
"""


@pytest.mark.parametrize(
    ("budget", "spent", "rate"),
    [(0, 0, None), (1, 1, 1), (1, 2, 2), (1, 0, 0), (None, 1, None), (1, None, None)],
)
def test_a_rate_needs_a_budget_and_what_was_spent(budget, spent, rate):
    said = {"budget": budget, "spent": spent}
    assert execution_rate(Funds.from_data({k: v for k, v in said.items() if v is not None})) == rate


@pytest.mark.parametrize(
    ("initial", "budget", "rate"), [(4, None, 25), (4, 2, 50), (None, 2, 50), (0, None, None)]
)
def test_a_form_with_one_column_of_money_is_measured_by_that(initial, budget, rate):
    said = {"initial": initial, "budget": budget, "spent": 1}
    funds = Funds.from_data({k: v for k, v in said.items() if v is not None})
    found = execution_rate(funds)
    assert (None if found is None else found * 100) == rate


@pytest.fixture
def execution(scored):
    def call(budget, spent, scheme="mof-2020"):
        sheet = scored(ROWS.format(budget=budget, spent=spent), scheme)
        return sheet.part_of_kind("execution").score

    return call


@pytest.mark.parametrize(
    ("spent", "value", "formula"),
    [
        (199, "9.95", "10 × 199 ÷ 200 = 9.95"),
        (200, "10", "10 × 200 ÷ 200 = 10"),
        (201, "10", "10 × 201 ÷ 200，不超过满分 = 10"),
    ],
)
def test_spending_the_budget_gives_full_points_and_more_gives_no_more(
    execution, spent, value, formula
):
    score = execution(200, spent)
    assert (score.value, score.trace.formula) == (Decimal(value), formula)


def test_a_budget_of_one_has_a_rate_and_one_of_nothing_has_none(execution):
    assert execution(1, 1).value == 10
    assert execution(0, 0).value is None


def test_only_a_ratio_is_written_out_as_one(execution):
    assert "档" in execution(200, 200, "mof-2021").trace.formula


@pytest.mark.parametrize(("spent", "value"), [(200, 10), (199, 0)])
def test_a_scheme_may_want_all_of_it_spent(execution, shipped, spent, value):
    scheme = shipped("mof-2020")
    methods = (
        method.changed(kind="all-or-none") if "execution" in method.when else method
        for method in scheme.method
    )
    assert execution(200, spent, scheme.changed(method=tuple(methods))).value == value


ADDED = "上年结转"


@pytest.mark.parametrize(
    ("of", "amounts", "rate", "shown"),
    [
        ((), {ADDED: 20}, Fraction(1, 2), "80"),
        ((ADDED,), {ADDED: 20}, 2, "20"),
        (("budget", ADDED), {ADDED: 20}, Fraction(2, 5), "(80 + 20)"),
        (("budget", ADDED), {ADDED: -30}, Fraction(4, 5), "(80 - 30)"),
        (("budget", ADDED), {}, Fraction(1, 2), "80"),
        ((ADDED,), {}, None, None),
        ((ADDED,), {ADDED: 0}, None, "0"),
    ],
)
def test_a_scheme_may_say_what_the_rate_is_of(of, amounts, rate, shown):
    funds = Funds.from_data({"budget": 80, "spent": 40, "amounts": amounts})
    base = rate_base(funds, of)
    assert execution_rate(funds, of) == rate
    assert (None if base is None else base.shown) == shown


@pytest.mark.parametrize(
    ("budget", "amounts", "value", "formula"),
    [
        (200, "{}", "5", "10 × 100 ÷ 200 = 5"),
        (200, '{ "上年结转" = 50 }', "4", "10 × 100 ÷ 250 = 4"),
        (60, '{ "上年结转" = 40 }', "10", "10 × 100 ÷ (60 + 40) = 10"),
    ],
)
def test_points_follow_what_the_rate_is_of(scored, shipped, budget, amounts, value, formula):
    scheme = shipped("mof-2020").changed(rate_of=("budget", ADDED))
    rows = ROWS.format(budget=budget, spent=100) + f"amounts = {amounts}\n"
    score = scored(rows, scheme).part_of_kind("execution").score
    assert (score.value, score.trace.formula) == (Decimal(value), formula)


def test_what_the_rate_is_of_is_named_when_it_is_missing(scored, shipped):
    scheme = shipped("mof-2020").changed(rate_of=("到位金额",))
    score = scored(ROWS.format(budget=1, spent=1), scheme).part_of_kind("execution").score
    assert (score.value, score.missing) == (None, "缺少到位金额或全年执行数")
