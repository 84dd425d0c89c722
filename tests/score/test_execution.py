"""The execution row at its edges: no budget, all of it spent, more than it."""

from decimal import Decimal

import pytest

from generator.model.funds import Funds
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
