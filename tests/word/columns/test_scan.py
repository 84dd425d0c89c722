"""Tables read from the text of a document."""

import pytest

from generator.layout.column_grid import GridCell, Words
from generator.word.columns.scan import scan_tables
from generator.word.columns.table_looks import Looks, ParagraphLook
from generator.word.columns.xml_text import text_of
from tests.word.columns.tables import body, cell, paragraph, plain_table, row, table

LOOKS = Looks(
    {
        "": ParagraphLook(20, 240, "auto", ""),
        "Cell": ParagraphLook(21, 260, "exact", "center"),
        "Head": ParagraphLook(32, 578, "exact", "", keeps=True),
    },
    {"": (0, 108, 0, 108), "Grid": (30, 57, 50, 57)},
)
MARK = "列宽不动"


def scanned(*blocks):
    return scan_tables(body(*blocks), LOOKS, MARK)


def test_cells_know_their_place_and_words():
    style = '<w:pStyle w:val="Cell"/>'
    made = table(
        (1000, 2000),
        row(cell("项目|名称", 1000, merge="restart", properties=style), cell("购书", 2000)),
        row(cell("", 1000, merge="continue"), cell("", 2000)),
        row(cell("合计", 3000, span=2)),
        properties='<w:tblStyle w:val="Grid"/>',
    )
    (found,) = scanned(paragraph("前"), made)
    assert found.grid is not None
    assert found.grid.widths == (1000, 2000)
    large, small = (
        (Words("项目", 21, 260), Words("名称", 21, 260)),
        (Words("购书", 20, 240),),
    )
    assert found.grid.cells == (
        GridCell(0, 0, 2, 1, large, 114, 80),
        GridCell(0, 1, 1, 1, small, 114, 80),
        GridCell(1, 1, 1, 1, (Words("", 20, 240),), 114, 80),
        GridCell(2, 0, 1, 2, (Words("合计", 20, 240),), 114, 80),
    )


def test_space_of_the_table_itself_goes_before_that_of_its_style():
    own = '<w:tblStyle w:val="Grid"/><w:tblCellMar><w:left w:w="20" w:type="dxa"/></w:tblCellMar>'
    (found,) = scanned(plain_table((1000,), ["甲"], properties=own))
    assert found.grid is not None
    assert (found.grid.cells[0].beside, found.grid.cells[0].above) == (77, 80)


def test_sizes_and_sides_of_a_paragraph_go_before_those_of_its_style():
    made = table(
        (900,),
        row(cell("甲", 900, properties='<w:jc w:val="right"/><w:rPr><w:sz w:val="18"/></w:rPr>')),
    )
    (found,) = scanned(made)
    look = found.rows[0][0].paragraphs[0].look
    assert (look.size, look.side) == (18, "right")


@pytest.mark.parametrize(
    "strange",
    [
        table((1000,), row(f"<w:tc><w:tcPr/>{plain_table((500,), ['乙'])}<w:p/></w:tc>")),
        plain_table((1000, 1000), ["甲", "乙"]).replace('<w:gridCol w:w="1000"/>', "", 1),
        plain_table((0, 1000), ["甲", "乙"]),
        table((1000,), row(cell("", 1000)).replace("<w:p>", "<w:p><w:r><w:drawing/></w:r>")),
        table(
            (1000,), row(cell("甲", 1000)).replace("<w:cantSplit/>", '<w:gridBefore w:val="1"/>')
        ),
        table((1000,)),
    ],
    ids=["nested", "too few columns", "no width", "picture", "shifted", "no rows"],
)
def test_what_is_not_understood_is_left_as_it_is(strange):
    (first, second) = scanned(strange, paragraph("后"), plain_table((700,), ["丙"]))
    assert first.grid is None
    assert second.grid is not None


def test_a_table_says_that_its_widths_are_to_stand():
    marked = plain_table((1000,), ["甲"], properties=f'<w:tblCaption w:val="{MARK}"/>')
    kept, other = scanned(marked, paragraph("后"), plain_table((700,), ["丙"]))
    assert (kept.is_kept, other.is_kept) == (True, False)
    assert kept.grid is not None


def test_a_label_that_goes_on_over_other_columns_ends_there():
    made = table(
        (500, 500),
        row(cell("甲", 500, merge="restart"), cell("乙", 500)),
        row(cell("", 1000, span=2, merge="continue")),
    )
    (found,) = scanned(made)
    assert found.grid is not None
    assert found.grid.cells[0].rows == 1


def test_words_of_a_paragraph_have_their_signs():
    inner = '<w:r><w:t xml:space="preserve">R&amp;D &lt;5 </w:t><w:br/><w:t>天</w:t><w:tab/><w:t/></w:r>'
    assert text_of(inner) == "R&D <5 \n天 "


@pytest.mark.parametrize(
    ("below", "is_followed"),
    [
        ((paragraph("注：册数以签收单为准。"),), True),
        ((paragraph("区图书馆", "<w:keepNext/>"), paragraph("2023年3月1日")), True),
        ((), False),
        ((paragraph(""),), False),
        ((paragraph("三、评价原则", '<w:pStyle w:val="Head"/>'), paragraph("科学公正。")), False),
        ((paragraph("表2 送书", "<w:keepNext/>"), plain_table((1000,), ["乙"])), False),
    ],
)
def test_a_table_is_followed_by_words_that_belong_to_it(below, is_followed):
    found = scanned(plain_table((1000,), ["甲"]), *below)
    assert found[0].is_followed is is_followed
