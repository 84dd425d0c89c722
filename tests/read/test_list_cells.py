"""Blank cells of a list of projects: told where most of the projects have filled theirs."""

import pytest

from generator.read.draft import SubjectDraft
from generator.read.list_cells import ListCells
from generator.read.table_rows import Column
from tests.foreign import read_word


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (("94", "95", ""), [3]),
        (("94", "", ""), []),
        (("94", ""), []),
        (("94", "95", "", ""), []),
        (("94", "95", "96", "", ""), [4, 5]),
        (("94", "95", "—"), []),
    ],
)
def test_two_projects_and_more_than_half_have_it(cells, told):
    rows = [["项目名称", "得分"], *([f"项目{n}", cell] for n, cell in enumerate(cells, 1))]
    (table,) = read_word(rows).blocks
    listed = ListCells(table, {"score": Column("score", 1, 2, "得分")})
    for row in range(1, len(rows)):
        listed.add(row, SubjectDraft("project"))
    assert [place.row - 1 for _, place, _, _ in listed.blanks()] == told
