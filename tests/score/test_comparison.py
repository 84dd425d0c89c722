"""Target and actual at the edge: the target itself, and one step to either side."""

from decimal import Decimal

import pytest


@pytest.mark.parametrize(
    ("target", "actual", "is_met"),
    [
        ("≥80分", "80分", True),
        ("≥80分", "79分", False),
        ("≤5件", "5件", True),
        ("≤5件", "6件", False),
        ("=5件", "5件", True),
        ("0件", "0件", True),
        ("0件", "0.5件", False),
        ("1件", "2件", True),
        ("50%-60%", "50%", True),
        ("50%-60%", "60%", True),
        ("50%-60%", "49.9%", False),
        ("50%-60%", "60.1%", False),
    ],
)
def test_what_meets_a_target(judged, target, actual, is_met):
    assert judged(target, actual).comparison.is_met is is_met


@pytest.mark.parametrize(
    ("direction", "actual", "is_met"),
    [
        (">", "80分", False),
        (">", "81分", True),
        ("<", "80分", False),
        ("<", "79分", True),
    ],
)
def test_strict_directions_leave_the_target_itself_out(judged, direction, actual, is_met):
    assert judged("80分", actual, direction=direction).comparison.is_met is is_met


@pytest.mark.parametrize(("target", "reached"), [("≥1件", 2), ("≥0.5件", 4), ("≥0件", None)])
def test_only_what_aims_at_more_than_nothing_can_be_overdone(judged, target, reached):
    assert judged(target, "2件").completion == reached


def test_a_row_that_no_sign_compares_is_judged_as_text(judged):
    judgement = judged("≥80%", "开展了宣传", score=Decimal(8))
    assert judgement.score.trace.rule == judged("定性", "好", score=Decimal(8)).score.trace.rule
