"""Points of an adopted form: what it prints of its classes, and what each office parts for itself."""

from decimal import Decimal

import pytest

from generator.read.draft import SubjectDraft
from generator.use.adopt.printed_points import points_of

LAYOUT = {
    "part": [
        {"kind": "execution", "weight": 10},
        {"kind": "indicators", "classes": ["产出"], "weight": 50},
        {"kind": "indicators", "classes": ["效益"], "weight": 40},
    ]
}


def found(output, effect, printed=(), **how):
    rows = [
        {"class": f"{name}/数量", "name": f"{name}一", "weight": Decimal(points)}
        for name, points in (("产出", output), ("效益", effect))
    ]
    stated = {"weight": Decimal(10), "score": Decimal(9)}
    values = {"indicator": rows, "funds": {"stated": stated}}
    subject = SubjectDraft("project", values=values)
    subject.points.update({name: Decimal(points) for name, points in printed})
    return points_of(subject, subject, LAYOUT, **how)


@pytest.mark.parametrize(
    ("points", "printed", "classes", "whole"),
    [
        ((50, 40), (), [None, None], 90),
        ((60, 30), (), [None, None], 90),
        ((60, 30), (("产出", 60), ("效益", 30)), [60, 30], 90),
        ((60, 40), (), [None, None], None),
    ],
    ids=["as the nearest rules have them", "of this office", "printed in the labels", "too many"],
)
def test_only_what_the_form_says_of_its_classes_is_a_rule(points, printed, classes, whole):
    made = found(*points, printed)
    assert [*made.classes.values()] == classes
    assert (made.execution, made.of_indicators) == (10, whole)
    assert bool(made.remark) is (whole is None)


def test_points_of_the_rows_of_a_blank_form_are_its_own():
    made = found(60, 30, is_blank=True)
    assert made.classes == {"产出": 60, "效益": 30}


@pytest.mark.parametrize(("in_cells", "classes"), [(False, [60, 30]), (True, [None, None])])
def test_points_of_classes_in_a_column_of_their_own_are_those_of_an_office(in_cells, classes):
    made = found(60, 30, (("产出", 60), ("效益", 30)), in_cells=in_cells)
    assert [*made.classes.values()] == classes


def test_a_form_without_any_points_takes_those_of_the_execution_alone():
    row = {"class": "产出/数量", "name": "产出一"}
    stated = {"funds": {"stated": {"score": Decimal(9)}}}
    subject = SubjectDraft("project", values={"indicator": [row], **stated})
    made = points_of(subject, subject, LAYOUT)
    assert (made.classes, made.execution, made.of_indicators) == ({"产出": None}, 10, 90)
    assert "执行率照最接近的办法写 10 分" in made.remark


@pytest.mark.parametrize(("points", "open_"), [((55, 35), False), ((55, 40), True)])
def test_points_of_classes_that_each_goal_has_are_not_added_up_once(points, open_):
    rows = [{"class": "产出/数量", "name": name} for name in ("修渠", "清淤")]
    goals = [
        {"weight": Decimal(own), "indicator": [row]} for own, row in zip(points, rows, strict=True)
    ]
    values = {"goals": goals, "funds": {"stated": {"weight": Decimal(10), "score": Decimal(9)}}}
    subject = SubjectDraft("project", values=values)
    subject.points["产出"] = Decimal(30)  # of the first goal
    made = points_of(subject, subject, LAYOUT)
    assert (bool(made.remark), {*made.classes.values()} - {None}) == (open_, set())
