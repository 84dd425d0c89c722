"""What the scheme adds: one function tells by it where it surely fits, and by the print where it does not."""

from decimal import Decimal
from fractions import Fraction

import pytest

from generator.rules.ruled import Band, BlockDue, Bound, Due, Ruled
from tests.rules.forms import BOOK, form

BANDS = (
    Band("优", Decimal(85), Decimal(100), ("优秀",), "依据一"),
    Band("良", Decimal(70), Decimal(85), (), "依据一"),
    Band("差", Decimal(0), Decimal(70), (), "依据一"),
)
ROW = "产出/数量|修剪|≥100次|{}次|10|10"
KEYS = ("indicator", 0)


def told(ruled, *ids, **said):
    own = form(**said)
    rows = tuple(row._replace(keys=("indicator", n)) for n, row in enumerate(own.rows))
    found = BOOK.findings(own._replace(rows=rows, ruled=ruled))
    return [(one.id, one.left, one.right, one.basis) for one in found if one.id in ids]


@pytest.mark.parametrize(
    ("grade", "total", "expected"),
    [
        ("优", "85", []),
        ("优", "84.9", [("grade-off-band", "优", "84.9 在 70（含）–85 内，为“良”", "依据一")]),
        ("良", "84.9", []),
        ("优秀", "85", [("grade-worded", "优秀", "优", "依据一")]),
        ("中", "75", [("grade-off-scale", "中", "优（85–100）、良（70–85）、差（0–70）", "")]),
    ],
)
def test_a_grade_is_judged_by_the_scale_of_the_scheme(grade, total, expected):
    ids = ("grade-off-band", "grade-worded", "grade-off-scale", "grade-wrong", "grade-loose")
    assert told(Ruled(grades=BANDS), *ids, grade=grade, total=total) == expected


def test_without_a_scheme_the_usual_scale_judges():
    assert told(None, "grade-wrong", grade="优", total="89.9") == [
        ("grade-wrong", "优", "89.9", "")
    ]
    assert told(Ruled(), "grade-wrong", grade="优", total="89.9") != []


@pytest.mark.parametrize(("reached", "is_told"), [("149", False), ("150", True)])
def test_how_far_is_too_far_says_the_scheme(reached, is_told):
    completion = {KEYS: Fraction(int(reached), 100)}
    ruled = Ruled(far=Bound(Fraction(3, 2), "依据二"), completion=completion)
    found = told(ruled, "beyond", "far-beyond", rows=[ROW.format(reached)])
    assert found == ([("beyond", "150%", "150%", "依据二")] if is_told else [])


def test_a_scheme_without_a_line_leaves_the_usual_one():
    ruled = Ruled(completion={KEYS: Fraction(131, 100)})
    assert [id for id, *_ in told(ruled, "far-beyond", rows=[ROW.format(131)])] == ["far-beyond"]
    ruled = Ruled(completion={KEYS: Fraction(130, 100)})
    assert told(ruled, "far-beyond", rows=[ROW.format(130)]) == []


@pytest.mark.parametrize(("score", "is_told"), [("8.33", False), ("8.3", False), ("8.32", True)])
def test_the_score_of_the_execution_is_that_of_the_scheme(score, is_told):
    ruled = Ruled(execution=Due(Decimal("8.333333"), "10 × 50 ÷ 60", "依据三"))
    ids = ("execution-score", "rate-score", "rate-score-doubtful", "rate-score-above")
    found = told(ruled, *ids, funds=f"60|60|50|83.33|10|{score}")
    assert found == ([("execution-score", score, "8.333333", "依据三")] if is_told else [])


@pytest.mark.parametrize(("claimed", "is_told"), [("50", False), ("50.5", True)])
def test_a_block_carries_what_the_scheme_gives_it(claimed, is_told):
    due = BlockDue("产出指标", Decimal(50), Decimal(claimed), basis="依据四")
    found = told(Ruled(blocks=(due,)), "part-weights")
    assert found == ([("part-weights", "50", claimed, "依据四")] if is_told else [])


def test_the_whole_is_what_the_scheme_says_and_not_told_twice():
    whole = BlockDue("", Decimal(60), Decimal(61), basis="依据四")
    found = told(Ruled(whole=whole), "scheme-weights", "all-weights", rows=[ROW.format(100)])
    assert found == [("scheme-weights", "60", "61", "依据四")]
    right = whole._replace(claimed=Decimal(60))
    assert told(Ruled(whole=right), "scheme-weights", "all-weights", rows=[ROW.format(100)]) == []
