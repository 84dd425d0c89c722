"""Page ends of tables whose lines are as high as a font makes them: the earliest of them is taken."""

import pytest

from generator.layout.pack import type_setting
from generator.layout.ruler import Ruler
from generator.word.columns.column_flow import Stretch
from generator.word.columns.pager import Pager, Rows
from generator.word.columns.scan import scan_tables
from generator.word.columns.table_looks import Looks, ParagraphLook
from tests.word.columns.tables import plain_table

SETTING = type_setting()
HIGH, RULE, SPARE = 252, 10, 80


def first_rows(rule, rows, room):
    looks = Looks({"": ParagraphLook(21, 240, rule, "")}, {"": (0,) * 4})
    scanned = scan_tables(plain_table((3000, 3000), *[["甲", "乙"]] * rows), looks, "固定")[0]
    own = Rows(scanned, scanned.grid, [HIGH] * rows, frozenset())
    pager = Pager(Ruler(SETTING), SETTING.rows)
    return sorted(pager.paged(Stretch(room, (scanned,)), {scanned.start: own}).ends[0].first)


@pytest.mark.parametrize(
    ("rule", "room", "first"),
    [
        ("exact", 20 * (HIGH + RULE) + SPARE, []),
        ("auto", 20 * (HIGH + RULE) + SPARE, []),  # nobody is made to take two pages
        ("exact", 20 * (HIGH + RULE), [19]),
        ("auto", 20 * (HIGH + RULE), [18]),  # something of the page is left for higher lines
    ],
)
def test_where_lines_depend_on_fonts_a_page_ends_where_the_highest_let_it(rule, room, first):
    assert first_rows(rule, 20, room) == first
