"""Rows that the end of a page should not part."""

import pytest

from generator.layout.together import Ends, rows_kept
from tests.layout.forms import cell, grid

ROWS = [("甲", "乙")] * 8
PLAIN = grid((1000, 1000), *ROWS)
MOST = 1000


def with_label(first, rows):
    label = cell("产出指标", first, 0, rows=rows)
    inside = range(first, first + rows)
    others = (c for c in PLAIN.cells if c.row not in inside or c.start)
    return PLAIN._replace(cells=(label, *others))


@pytest.mark.parametrize(
    ("table", "ends", "kept"),
    [
        (PLAIN, Ends(), {6}),  # a total with the row before it
        (PLAIN, Ends(is_followed=True), {6, 7}),
        (PLAIN, Ends(is_joined=True), {7}),
        (PLAIN, Ends(heads=1), {0, 1, 6}),
        (PLAIN, Ends(heads=2), {0, 1, 2, 6}),
        (with_label(2, 3), Ends(), {2, 3, 6}),
        (with_label(2, 4), Ends(), {2, 3, 4, 6}),  # as high as a group may be
        (with_label(2, 5), Ends(), {2, 6}),  # higher: only its label is not alone
        (
            with_label(1, 3),
            Ends(heads=1),
            {0, 1, 6},
        ),  # heads and a group would be too high together
        (grid((1000,), ["甲"]), Ends(heads=1), set()),
        (grid((1000,), ["甲"]), Ends(is_followed=True), {0}),
    ],
)
def test_rows_stay_with_the_next(table, ends, kept):
    assert rows_kept(table, [250] * table.rows, ends, MOST) == kept


def test_a_high_row_stays_with_nothing():
    heights = [250] * 6 + [1001, 1001]
    assert rows_kept(PLAIN, heights, Ends(), MOST) == set()
    assert rows_kept(PLAIN, heights, Ends(is_joined=True), MOST) == set()
    assert rows_kept(PLAIN, [250] * 6 + [1000, 1000], Ends(), MOST) == {6}
