"""Which of several budgets is all there was: the one that the two before it come to."""

from decimal import Decimal

import pytest

from generator.read.budget_sums import with_summed_budget


def line(*values):
    return {n: (Decimal(value), False) for n, value in enumerate(values) if value}


@pytest.mark.parametrize(
    ("roles", "is_total", "values", "found"),
    [
        ("initial budget budget", False, ("500", "28.4", "528.4"), ["initial", "", "budget"]),
        ("initial budget budget", False, ("500", "28.4", "528.5"), ["initial", "budget", "budget"]),
        ("initial budget budget", True, ("500", "28.4", "528.5"), ["initial", "", "budget"]),
        ("initial budget budget", False, ("500", "", "528.4"), ["initial", "budget", "budget"]),
        ("budget budget budget", False, ("28.4", "500", "528.4"), ["", "", "budget"]),
        ("initial budget spent", True, ("500", "28.4", "528.4"), ["initial", "budget", "spent"]),
        ("initial budget", True, ("500", "528.4"), ["initial", "budget"]),
    ],
)
def test_a_change_of_the_budget_is_no_budget(roles, is_total, values, found):
    named = roles.split()
    totals = [*[False] * (len(named) - 1), is_total]
    assert with_summed_budget(named, totals, [line(*values)]) == found
