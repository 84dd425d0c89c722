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


def found(output, effect, printed=()):
    rows = [
        {"class": f"{name}/数量", "name": f"{name}一", "weight": Decimal(points)}
        for name, points in (("产出", output), ("效益", effect))
    ]
    stated = {"weight": Decimal(10), "score": Decimal(9)}
    values = {"indicator": rows, "funds": {"stated": stated}}
    subject = SubjectDraft("project", values=values)
    subject.points.update({name: Decimal(points) for name, points in printed})
    return points_of(subject, subject, LAYOUT)


@pytest.mark.parametrize(
    ("points", "printed", "classes", "whole"),
    [
        ((50, 40), (), [50, 40], 90),
        ((60, 30), (), [None, None], 90),
        ((60, 30), (("产出", 60), ("效益", 30)), [60, 30], 90),
        ((60, 40), (), [None, None], None),
    ],
    ids=["as the rules have them", "of this office", "printed in the labels", "too many"],
)
def test_only_what_the_form_says_of_its_classes_is_a_rule(points, printed, classes, whole):
    made = found(*points, printed)
    assert [*made.classes.values()] == classes
    assert (made.execution, made.of_indicators) == (10, whole)
    assert bool(made.remark) is (whole is None)
