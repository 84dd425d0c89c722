"""Tables whose template says no widths: columns of equal width, which are then arranged."""

import re

import pytest

from generator.word.columns.arrange import Arranger
from generator.word.columns.missing_widths import with_widths
from generator.word.columns.table_looks import Looks, ParagraphLook
from generator.word.columns.written_body import Body
from tests.word.columns.tables import body, cell, plain_table, row

LOOKS = Looks({"": ParagraphLook(21, 240, "auto", "")}, {"": (0, 57, 0, 57)})
PAPER = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1" w:right="1000" w:left="906"/></w:sectPr>'


def grids(text):
    return [
        [int(w) for w in re.findall(r'<w:gridCol w:w="(\d+)"/>', one)]
        for one in re.findall(r"<w:tblGrid>.*?</w:tblGrid>", text)
    ]


def bare(text, grid):
    text = re.sub(r"<w:tblGrid>.*?</w:tblGrid>", grid, text)
    return re.sub(r"<w:tcW [^>]*/>", "", text)


@pytest.mark.parametrize(
    "grid", ["", "<w:tblGrid/>", "<w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"]
)
def test_columns_of_equal_width_fill_the_text_of_the_page(grid):
    text, is_nobodys = with_widths(body(bare(plain_table((1, 1, 1), "甲乙丙"), grid), PAPER))
    assert grids(text) == [[3334, 3333, 3333]]
    assert re.findall(r'<w:tcW w:w="(\d+)"', text) == ["3334", "3333", "3333"]
    assert '<w:tblLayout w:type="fixed"/>' in text
    assert is_nobodys


def test_a_table_that_says_how_wide_it_is_stays_so_wide_and_merged_cells_with_it():
    table = plain_table((1, 1), "甲乙", properties='<w:tblW w:w="6001" w:type="dxa"/><w:tblLook/>')
    merged = bare(table.replace("</w:tbl>", row(cell("合计", 1, 2)) + "</w:tbl>"), "")
    text, _ = with_widths(body(merged, PAPER))
    assert grids(text) == [[3001, 3000]]
    assert re.findall(r'<w:tcW w:w="(\d+)"', text) == ["3001", "3000", "6001"]
    assert text.index("<w:tblLayout") < text.index("<w:tblLook")


def test_widths_that_a_template_has_are_left_alone():
    text = body(plain_table((600, 3000), "甲乙"), PAPER)
    assert with_widths(text) == (text, False)


def test_rows_of_another_number_of_columns_are_left_alone():
    text = body(
        bare(plain_table((1, 1), "甲乙").replace("</w:tbl>", row(cell("丙", 1)) + "</w:tbl>"), ""),
        PAPER,
    )
    assert with_widths(text) == (text, False)


def test_an_own_template_without_widths_gets_those_that_fit():
    words = [
        "1",
        "各项工作按计划完成，群众反映的问题件件有回音，事事有着落，没有发生安全事故。" * 2,
    ]
    text = body(bare(plain_table((1, 1), words, words), ""), PAPER)
    (made,) = Arranger().arrange([Body("own.docx", text, LOOKS, is_own=True)])
    first, second = grids(made.text)[0]
    assert first + second == 10000
    assert second > 2 * first
