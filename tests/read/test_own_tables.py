"""Declared tables and columns: how many headings begin one, how many cells make a row of a list."""

import pytest

from generator.model.own_form import Declared, OwnColumn, OwnItem, OwnTable
from generator.read.own_book import Candidate, OwnBook
from generator.read.own_reader import OwnReader
from generator.read.own_tables import _header, _Rows
from tests.foreign import book
from tests.read.cells import desk, table

BOOK = book()


def rows(text, width):
    """Return the rows below a header of a list with as many columns."""
    columns = tuple(OwnColumn(key=f"栏{n}") for n in range(1, width + 1))
    declared = OwnTable(key="清单", column=columns)
    own = OwnBook(Candidate("county", Declared(tables=(declared,))))
    held = table(f"{' | '.join(column.key for column in columns)}\n{text}")
    header = _header(held, 0, declared, own)
    return _Rows(held, header, own, BOOK, {})


@pytest.mark.parametrize(
    ("text", "is_row"),
    [
        ("甲 | 乙 | 丙 | 丁 | 戊 | <", True),
        ("甲 | 乙 | 丙 | 丁 | <", False),
        ("甲 | 乙 | <", False),
    ],
    ids=["four of six", "three of five", "one of three"],
)
def test_a_row_of_a_list_has_cells_for_two_thirds_of_the_columns(text, is_row):
    assert rows(text, text.count("|") + 1)._free(1) is is_row


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("甲 | 乙 | 丙", False),
        ("甲 | 指标值 | 丙", False),
        ("甲 | 指标值 | 完成值", True),
        ("栏1 | 乙 | 丙", True),
    ],
)
def test_something_else_begins_with_two_headings_that_forms_have(text, begins):
    assert rows(text, 3)._begins_with_label(1) is begins


@pytest.mark.parametrize(
    ("head", "is_read"),
    [
        ("三级指标 | 指标值 | 达标办法", True),
        ("三级指标 | 事项 | 达标办法", False),
        ("办法 | 事项 | 达标办法", False),
    ],
)
def test_a_column_of_indicators_stands_beside_two_that_are_known(head, is_read):
    declared = Declared(indicator_fields=(OwnItem(key="达标办法"),))
    reader = OwnReader(OwnBook(Candidate("county", declared)), desk())
    taken = reader._indicator_columns(table(f"{head}\n清淤长度 | 8公里 | 达标得满分"))
    assert [one.cell.text for one in taken.indicators] == ["达标得满分"] * is_read
