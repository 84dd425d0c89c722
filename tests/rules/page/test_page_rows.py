"""Rows that may go on to another page, and those of a fixed height."""

import pytest

from generator.rules.page.page_rows import clipped, parted, tight
from tests.rules.page.laid import cell, pages, tabled

LINE = 240  # twips, of letters of ten points


@pytest.mark.parametrize(("lines", "told"), [(2, []), (3, ["row-parted"])])
def test_a_row_of_three_lines_should_not_be_parted(lines, told):
    cells = [cell("好" * 10 * lines if row == 1 else "好", row) for row in range(4)]
    report = pages(tabled(*cells, widths=(2000,), rows=4), height=700)
    assert [found.id for found in parted(report)] == told


@pytest.mark.parametrize(("rows", "told"), [(1, ["row-parted"]), (2, [])])
def test_a_cell_beside_several_rows_may_be_parted(rows, told):
    beside = [cell("好", row, 1) for row in range(4)]
    table = tabled(cell("好" * 40, rows=rows), *beside, widths=(2000, 2000), rows=4)
    assert [found.id for found in parted(pages(table, height=500))] == told


@pytest.mark.parametrize(
    ("height", "rows", "told"), [(LINE, 1, []), (LINE - 1, 1, ["cell-clipped"]), (LINE - 1, 2, [])]
)
def test_a_row_of_a_fixed_height_holds_its_words(height, rows, told):
    table = tabled(cell("好", rows=rows), widths=(2000,), rows=2, height=height, is_exact=True)
    assert [found.id for found in clipped(pages(table))] == told


@pytest.mark.parametrize(("rows", "told"), [(1, ["row-tight"]), (2, [])])
def test_words_on_the_rules_are_told_of_cells_of_one_row(rows, told):
    table = tabled(cell("好", rows=rows), widths=(2000,), rows=2)
    assert [found.id for found in tight(pages(table))] == told
