"""Columns of indicators: in the order of the form and by its words; what it does not print stands behind."""

import pytest

from generator.excel.form.indicator_columns import USUAL_COLUMNS, indicator_columns
from generator.model.form_layout import NO_LAYOUT, FormColumn, FormLayout


def columns(*printed):
    rows = tuple(FormColumn(name, heading) for name, heading in printed)
    return indicator_columns(FormLayout(columns={"rows.indicators": rows}))


@pytest.mark.parametrize(
    ("printed", "order"),
    [
        ((), "name target actual weight own score"),
        (("name", "weight", "target", "actual", "score"), "name weight target actual own score"),
        (("name", "target_sign", "target_value", "actual"), "name target actual weight own score"),
        (("name", "score", "target"), "name own score target actual weight"),
    ],
)
def test_the_form_says_the_order(printed, order):
    found = columns(*((name, name) for name in printed))
    keys = order.split()
    assert sorted(keys, key=lambda key: getattr(found, key)) == keys


def test_headings_are_those_of_the_form_and_a_parted_target_has_all_of_them():
    found = columns(
        ("level1", "一级"), ("level2", ""), ("name", "指标"), ("target_sign", "性质"),
        ("target_value", "指标值"), ("review_score", "复核分"),
    )  # fmt: skip
    assert found.levels == ("一级", "")
    assert found.headings["target",] == "性质、指标值"
    assert found.headings["review", "score"] == "复核分"


def test_a_column_that_went_elsewhere_keeps_its_width():
    found = columns(("name", ""), ("weight", ""), ("target", ""))
    assert found.widths[found.weight] == USUAL_COLUMNS.widths[USUAL_COLUMNS.weight]
    assert sorted(found.widths) == sorted(USUAL_COLUMNS.widths)
    assert indicator_columns(NO_LAYOUT)._replace(headings=USUAL_COLUMNS.headings) == USUAL_COLUMNS
