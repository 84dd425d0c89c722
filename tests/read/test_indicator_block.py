"""A row of a class: alone where its only cell is wide, else by its columns."""

import pytest

from generator.read.indicator_block import IndicatorBlock
from generator.read.row_kind import Kinded, RowKind
from tests.read.cells import desk, table


class Path:
    """Keeps how a class was read."""

    def __init__(self):
        self.read_as = []

    def read_alone(self, _cell):
        self.read_as.append("alone")

    def read(self, _cells):
        self.read_as.append("by columns")


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("产出指标 | < | < | < |  |  ", "alone"),
        ("产出指标 | < | < |  | < | <", "by columns"),
    ],
    ids=["four of six columns", "three"],
)
def test_a_class_over_more_than_half_the_columns_stands_alone(text, read_as):
    own, known = table(text), desk()
    known.start("project")
    block = IndicatorBlock(own, known, "word")
    block._class = path = Path()
    block._own = lambda _row: [cell for cell in own.cells(0) if cell.text]
    block._furnish_left = lambda _row, _cells: None
    block._other_row(0, Kinded(RowKind.CLASS, ""), {}, known.need())
    assert path.read_as == [read_as]
