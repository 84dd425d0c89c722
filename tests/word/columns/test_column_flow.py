"""What stands on the pages of a text, in its order."""

import pytest

from generator.layout.pack import type_setting
from generator.layout.page_ends import Slab
from generator.layout.ruler import Ruler
from generator.word.columns.column_flow import stretches
from generator.word.columns.scan import scan_tables
from generator.word.columns.table_looks import Looks, ParagraphLook
from tests.word.columns.tables import body, paragraph, plain_table

PLAIN = ParagraphLook(20, 300, "exact", "")
LOOKS = Looks(
    {
        "": PLAIN,
        "Part": PLAIN._replace(starts=True),
        "Title": PLAIN._replace(around=100, keeps=True),
    },
    {"": (0, 0, 0, 0)},
)
SECTION = (
    '<w:sectPr>{}<w:pgSz w:w="3000" w:h="5000"/>'
    '<w:pgMar w:top="500" w:right="500" w:bottom="500" w:left="500"/></w:sectPr>'
)
LAST = SECTION.format("")
TABLE = plain_table((1000, 1000), ["甲", "乙"])
PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
PICTURE = "<w:p><w:r><w:drawing/></w:r></w:p>"


def kinds(*blocks, last=LAST):
    text = body(*blocks, last)
    tables = scan_tables(text, LOOKS, "固定")
    ruler = Ruler(type_setting())
    return [
        [one.height if isinstance(one, Slab) else "表" for one in stretch.blocks]
        for stretch in stretches(text, tables, LOOKS, ruler)
    ]


def styled(name, text="甲"):
    return paragraph(text, f'<w:pStyle w:val="{name}"/>')


@pytest.mark.parametrize(
    ("blocks", "found"),
    [
        ([paragraph("甲"), TABLE, paragraph("")], [[300, "表", 300]]),
        ([styled("Title"), TABLE], [[400, "表"]]),
        ([paragraph("甲" * 25)], [[300, 300, 300]]),  # ten go into a line
        ([paragraph("甲", '<w:spacing w:line="200" w:lineRule="exact"/>')], [[200]]),
        ([TABLE, styled("Part"), TABLE], [["表"], [300, "表"]]),
        ([TABLE, paragraph("甲", "<w:pageBreakBefore/>"), TABLE], [["表"], [300, "表"]]),
        ([TABLE, paragraph("", SECTION.format("")), TABLE], [["表", 300], ["表"]]),
        # What is not known ends what is known, up to the next page that is sure to begin.
        ([TABLE, PICTURE, TABLE], [["表"]]),
        ([TABLE, PAGE_BREAK, TABLE], [["表"]]),
        ([TABLE, PICTURE, TABLE, styled("Part"), TABLE], [["表"], [300, "表"]]),
        (
            [TABLE, paragraph("", SECTION.format('<w:type w:val="continuous"/>')), TABLE],
            [["表", 300], ["表"]],
        ),
    ],
)
def test_a_text_is_taken_apart_where_pages_begin(blocks, found):
    assert kinds(*blocks) == found


def test_without_pages_nothing_is_known():
    assert kinds(TABLE, last="") == []


def test_lines_of_a_paragraph_that_stay_together():
    text = body(paragraph("甲" * 45), styled("Title"), SECTION.format(""))
    (stretch,) = stretches(text, [], LOOKS, Ruler(type_setting()))
    assert [slab.keeps for slab in stretch.blocks] == [True, False, False, True, False, True]
    assert stretch.room == 4000
