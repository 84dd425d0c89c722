"""Lines of a plain text whose columns are parted by blanks are rows of a table, if they are sure to be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load.plain_text import read_text_lines
from generator.load.spaced_columns import spaced_rows
from generator.model.foreign_document import ReadTable

CELLS = st.lists(
    st.sampled_from(["清淤长度", "≥8公里", "30", "A B", "数量指标"]), min_size=3, max_size=6
)


@given(
    st.lists(CELLS, min_size=2, max_size=5).map(
        lambda rows: [r[: min(map(len, rows))] for r in rows]
    ),
    st.sampled_from(["  ", "     ", "\u3000", "\u3000\u3000", " \u3000"]),
)
def test_cells_come_back_with_their_columns(rows, gap):
    lines = [gap.join(row) for row in rows]
    (table,) = read_text_lines("\n".join(lines), "表.txt").blocks
    assert isinstance(table, ReadTable)
    assert [[c.text for c in row] for row in table.grid] == rows
    for line, row in zip(lines, table.grid, strict=True):
        for cell in row:
            assert line[cell.place.column - 1 :].startswith(cell.text)


@pytest.mark.parametrize(
    "lines",
    [
        ["甲  乙  丙"],  # one line alone
        ["甲  乙", "丙  丁"],  # two columns
        ["甲  乙  丙", "丁  戊"],  # not as many cells
        ["年初预算数：112万元  全年预算数：118万元  执行数：117万元"] * 2,
        ["　　一是清淤河道。", "　　二是新建泵站。"],
        ["甲 乙 丙", "丁 戊 己"],
    ],
)
def test_other_lines_stay_paragraphs(lines):
    assert spaced_rows(lines, 0) == []
    assert not any(
        isinstance(b, ReadTable) for b in read_text_lines("\n".join(lines), "表.txt").blocks
    )
