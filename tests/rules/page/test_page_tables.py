"""Heads of columns at the lengths that make them ones."""

import pytest

from generator.rules.page.page_tables import beside, heads, labels
from tests.rules.page.laid import cell, pages, tabled


def table_of(head, rows=1):
    heads_of = [cell(head if column == 0 else "分值", 0, column, rows) for column in range(3)]
    below = [cell("购书册数", row, column) for row in (rows, rows + 1) for column in range(3)]
    return tabled(*heads_of, *below, widths=(4000, 3000, 3000), rows=rows + 2)


@pytest.mark.parametrize(
    ("head", "rows", "told"),
    [
        ("指" * 12, 1, ["heads-once"]),
        ("指" * 13, 1, []),
        ("指标", 3, ["heads-once"]),
        ("指标", 4, []),
        ("2023", 1, []),
    ],
)
def test_heads_are_short_words_over_three_rows_at_most(head, rows, told):
    assert [found.id for found in heads(pages(table_of(head, rows), height=600))] == told


@pytest.mark.parametrize(("rows", "told"), [(1, []), (2, ["label-above"]), (3, ["label-above"])])
def test_a_label_above_an_empty_cell_stands_beside_several_rows(rows, told):
    column = [cell("绩效指标", 0), cell("", 1, 0, rows)]
    beside_it = [cell("分值", row, 1) for row in range(rows + 1)]
    table = tabled(*column, *beside_it, widths=(4000, 4000), rows=rows + 1)
    assert [found.id for found in beside(pages(table))] == told


@pytest.mark.parametrize(("rows", "told"), [(1, []), (2, ["label-parted"])])
def test_the_name_of_a_class_is_parted_where_a_page_ends_within_its_rows(rows, told):
    values = [cell("20500册", row, 1) for row in range(4)]
    table = tabled(cell("产出指标", 1, 0, rows), *values, widths=(4000, 4000), rows=4)
    assert [found.id for found in labels(pages(table, height=510))] == told
