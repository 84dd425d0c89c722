"""Rows of a form of somebody's own get the air that it says nothing of, where its pages have room."""

import re

import pytest

from generator.word.columns.arrange import Arranger
from generator.word.columns.table_looks import Looks, ParagraphLook
from generator.word.columns.written_body import Body
from tests.word.columns.tables import body, plain_table

LOOKS = Looks(
    {"": ParagraphLook(21, 240, "exact", "center")}, {"": (0, 57, 0, 57), "Airy": (20, 57, 20, 57)}
)
ROWS, HIGH = 20, 250  # a line and the rule below it
LAST = '<w:p><w:pPr><w:spacing w:line="1" w:lineRule="exact"/></w:pPr></w:p>'


def section(high):
    return (
        f'<w:sectPr><w:pgSz w:w="8000" w:h="{round(high / 0.92) + 2}"/>'
        '<w:pgMar w:top="0" w:right="1000" w:bottom="0" w:left="1000"/></w:sectPr>'
    )


def margins_of(high, properties="", *, is_own=True, words="乙"):
    table = plain_table((3000, 3000), *[["甲", words]] * ROWS, properties=properties)
    text = body(table, LAST, section(high))
    (found,) = Arranger().arrange([Body("own", text, LOOKS, is_own=is_own)])
    head = found.text.partition("<w:tblGrid>")[0]
    said = re.search(r"<w:tblCellMar>(.*?)</w:tblCellMar>", head)
    return re.findall(r'<w:(\w+) w:w="(\d+)"', said[1]) if said else []


@pytest.mark.parametrize(
    ("high", "air"),
    [
        (ROWS * (HIGH + 80) + 100, "40"),
        (ROWS * (HIGH + 80) - 100, "20"),
        (ROWS * (HIGH + 40) + 100, "20"),
        (ROWS * (HIGH + 40) - 100, None),  # it would go on to another page
    ],
)
def test_rows_get_as_much_air_as_their_pages_have_room_for(high, air):
    assert margins_of(high) == ([("top", air), ("bottom", air)] if air else [])


@pytest.mark.parametrize(
    ("properties", "is_own"),
    [
        ('<w:tblStyle w:val="Airy"/>', True),
        ("", False),  # one of ours says what air it has
        ('<w:tblCaption w:val="固定列宽"/>', True),
    ],
)
def test_who_says_what_air_there_is_gets_no_other(properties, is_own):
    assert margins_of(99999, properties, is_own=is_own) == []


def test_air_of_nothing_is_air_that_somebody_wants():
    said = '<w:tblCellMar><w:top w:w="0" w:type="dxa"/></w:tblCellMar>'
    assert margins_of(9999, said) == [("top", "0")]


def test_air_stands_where_the_schema_has_it():
    sides = "".join(f'<w:{side} w:w="57" w:type="dxa"/>' for side in ("left", "right"))
    found = margins_of(9999, f"<w:tblCellMar>{sides}</w:tblCellMar><w:tblLook/>")
    assert [side for side, _ in found] == ["top", "left", "bottom", "right"]
