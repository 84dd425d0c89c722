"""What a form of ours goes out with is held to the points of its goals and classes, not what an older paper printed."""

from decimal import Decimal

import pytest

from generator.rules.printed_value import Amount
from generator.rules.weights import class_scores, goal_weights
from tests.rules.forms import BOOK, at, form

ROWS = ["0#产出/数量|修剪|≥3次|3次||30", "0#产出/质量|完好|好|好||30"]


@pytest.mark.parametrize("rule", [goal_weights, class_scores])
@pytest.mark.parametrize(("ours", "is_told"), [("30", False), ("30.5", True), ("25", False)])
def test_scores_of_ours_are_held_to_the_points(rule, ours, is_told):
    printed = form(rows=ROWS, blocks={"年度目标1": "60"}, points={"产出": "60"})
    first = printed.rows[0]._replace(ours=Amount(Decimal(ours), at(1, 6)))
    told = list(rule(printed._replace(rows=(first, printed.rows[1])), BOOK.words))
    assert bool(told) == is_told
