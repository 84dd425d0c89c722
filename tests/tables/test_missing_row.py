"""Drafts of forms without an indicator: a row says that one is missing."""

import pytest

from generator.model.blocks import Cell, Row, Span
from generator.tables.missing_row import missing_row

GAP = Cell((Span("【待补】"),))


@pytest.mark.parametrize("column", ["level1", "level2", "name", "target", "weight"])
def test_what_no_indicator_is_without_is_a_gap(column):
    assert missing_row(Row({column: Cell()}), GAP).cells[column] == GAP


@pytest.mark.parametrize("column", ["block", "score", "reason", "basis"])
def test_other_cells_stay_as_they_are(column):
    own = Cell((Span("甲"),))
    made = missing_row(Row({column: own}, "class[]"), GAP)
    assert (made.cells[column], made.key) == (own, "class[]")
