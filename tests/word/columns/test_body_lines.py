"""Lines of text outside of tables that are set closer or wider."""

import pytest

from generator.layout.pack import type_setting
from generator.layout.ruler import Ruler
from generator.word.columns.body_lines import line_edits
from generator.word.columns.column_flow import Flow
from generator.word.columns.table_looks import Looks, ParagraphLook
from tests.word.columns.tables import body, paragraph

RULER = Ruler(type_setting())
TWENTY = 6400  # twips: so many characters of 三号
PAGE = (
    f'<w:sectPr><w:pgSz w:w="{TWENTY}" w:h="9000"/>'
    '<w:pgMar w:top="0" w:bottom="0" w:left="0" w:right="0"/></w:sectPr>'
)


def is_set(text, between=0):
    looks = Looks({"": ParagraphLook(32, 578, "exact", "both", between=between)}, {"": (0,) * 4})
    edits = list(line_edits(body(paragraph(text), PAGE), [], looks, Flow(RULER)))
    return any("<w:spacing " in edit.words for edit in edits)


@pytest.mark.parametrize(
    ("text", "between", "expected"),
    [
        ("书" * 20, 0, False),
        ("书" * 21, 0, True),  # one would stand alone
        ("书" * 21 + "。", 0, True),  # and its mark with it
        ("书" * 22, 0, False),
        ("书" * 41, 0, True),
        ("书" * 21, -16, False),  # 21 go on a line where letters stand closer
        ("书" * 22, -16, True),
        ("书" * 16 + "12345万元的钱", 0, True),  # a figure that would be cut
    ],
)
def test_lines_are_set_closer_where_one_character_would_stand_alone(text, between, expected):
    assert is_set(text, between) is expected
