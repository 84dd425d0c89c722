"""What stands behind a last table takes no room, and what says something stays."""

import pytest

from generator.word.columns.arrange import Arranger
from generator.word.columns.table_looks import Looks, ParagraphLook
from generator.word.columns.written_body import Body
from tests.word.columns.tables import cell, row, table

LOOKS = Looks({"": ParagraphLook(21, 240, "exact", "center")}, {"": (0, 108, 0, 108)})
SECTION = "<w:sectPr/>"
LOW = 'w:line="20" w:lineRule="exact"'


def arranged(behind):
    words = f"{table((2000, 4000), row(cell('甲', 2000), cell('乙', 4000)))}{behind}"
    return Arranger().arrange([Body("x", words, LOOKS)])[0].text


@pytest.mark.parametrize(
    "behind",
    [
        f"<w:p/>{SECTION}",
        f'<w:p><w:pPr><w:pStyle w:val="表注"/></w:pPr></w:p>{SECTION}',
        f"<w:p><w:pPr>{SECTION}</w:pPr></w:p><w:p><w:r><w:t>后文</w:t></w:r></w:p>",
        "<w:p></w:p>",
    ],
)
def test_an_empty_paragraph_behind_the_last_table_is_low(behind):
    assert arranged(behind).count(LOW) == 1


@pytest.mark.parametrize(
    "behind",
    [
        f"<w:p><w:r><w:t>注</w:t></w:r></w:p>{SECTION}",
        "<w:p/><w:p><w:r><w:t>后文</w:t></w:r></w:p>",
        SECTION,
    ],
)
def test_other_paragraphs_stay(behind):
    assert LOW not in arranged(behind)
