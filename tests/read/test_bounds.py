"""A very large document is read up to a bound, and what was not read is said."""

from generator.read.bounds import within_bounds
from tests.foreign import read_word

ROWS = [[f"{row}-{column}" for column in range(5)] for row in range(10)]


def test_a_document_within_the_bounds_is_read_whole():
    document = read_word("标题", ROWS)
    assert within_bounds(document, 51 + 1) == (document, ())


def test_of_a_large_table_the_first_rows_are_read():
    document = read_word("标题", ROWS, "后文")
    cut, (problem,) = within_bounds(document, 1 + 25)
    assert len(cut.blocks[1].grid) == 5
    assert len(cut.blocks) == 2
    assert problem.code == "D21"
    assert "读到表 1第 5 行，还有 26 格（段）没有读" in problem.message
