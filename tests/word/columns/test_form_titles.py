"""Titles of forms in a text."""

import re

import pytest

from generator.layout.pack import type_setting
from generator.layout.ruler import Ruler
from generator.word.columns.edit import edited
from generator.word.columns.form_titles import title_edits
from generator.word.columns.scan import scan_tables
from generator.word.columns.table_looks import Looks, ParagraphLook
from tests.word.columns.tables import body, paragraph, plain_table

LOOKS = Looks({"": ParagraphLook(36, 580, "exact", "center")}, {"": (0, 0, 0, 0)})
TITLE = "某某县农村公路建设养护管理委员会部门整体绩效自评表"
TABLE = plain_table((1000,), ["甲"])
SECTION = (
    '<w:sectPr><w:pgSz w:w="9640" w:h="9000"/>'
    '<w:pgMar w:top="0" w:right="500" w:bottom="0" w:left="500"/></w:sectPr>'
)


def indents(*blocks):
    text = body(*blocks, SECTION)
    setting = type_setting()
    tables = scan_tables(text, LOOKS, "固定")
    edits = list(title_edits(text, tables, LOOKS, Ruler(setting), setting.title))
    return re.findall(r"<w:ind [^>]*/>", edited(text, edits))


def test_a_title_is_kept_off_both_sides():
    # 16 characters of 18 points and half of one more, in the middle of 24.
    assert indents(paragraph(TITLE), TABLE) == ['<w:ind w:left="1350" w:right="1350"/>']


@pytest.mark.parametrize(
    "blocks",
    [
        [paragraph(TITLE)],  # no form
        [paragraph(TITLE), *[paragraph("甲")] * 4, TABLE],  # far above it
        [paragraph(TITLE, '<w:jc w:val="left"/>'), TABLE],
        [paragraph(TITLE, '<w:ind w:left="200"/>'), TABLE],
        [paragraph(TITLE, '<w:rPr><w:sz w:val="24"/></w:rPr>'), TABLE],
        [paragraph("项目支出绩效自评表"), TABLE],
    ],
)
def test_other_paragraphs_stay_as_they_are(blocks):
    assert indents(*blocks) in ([], ['<w:ind w:left="200"/>'])
