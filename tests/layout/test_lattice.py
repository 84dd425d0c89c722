"""Columns in whole steps."""

import pytest

from generator.layout.lattice import MILLIMETRE, Lattice
from generator.layout.pack import type_setting

RULES = type_setting().columns
STEP = float(RULES.step) * MILLIMETRE


@pytest.mark.parametrize("fixed", [(), (700,)])
def test_what_is_left_over_goes_to_the_widest_column(fixed):
    lattice = Lattice((1000, 3000, 1050), STEP, RULES, fixed)
    edges = lattice.edges(lattice.start)
    begin = sum(fixed)
    assert edges[len(fixed)] == begin
    assert edges[-1] == begin + 5050
    widths = [b - a for a, b in zip(edges[len(fixed) :], edges[len(fixed) + 1 :], strict=False)]
    exact = [round(units * STEP) for units in lattice.start]
    assert abs(widths[0] - exact[0]) <= 1
    assert abs(widths[2] - exact[2]) <= 1
    assert widths[1] > exact[1]


def test_columns_that_are_narrow_in_the_template_may_stay_so():
    lattice = Lattice((200, 3000), STEP, RULES, ())
    assert lattice.least == (lattice.start[0], round(float(RULES.narrowest) / float(RULES.step)))
