"""Comments at the cells of a workbook: where they belong, and nothing else of the file is changed."""

import io
import zipfile

import openpyxl
import pytest
import xlsxwriter

from generator.base.archive import UnsafePackageError
from generator.excel.sheet_comments import NoRoomError, annotate_sheets
from generator.excel.sheet_reading import read_xlsx_bytes
from tests.foreign import NATIONAL, excel_bytes

SHEETS = excel_bytes(NATIONAL, [["甲", 2.5]])


def comments_of(data):
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {
        (page.title, cell.coordinate): cell.comment.text
        for page in book
        for row in page.iter_rows()
        for cell in row
        if cell.comment
    }


def parts_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def made(build):
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    page = book.add_worksheet("一 表")
    page.write_column(0, 0, [1, 2, 3])
    build(book, page)
    book.close()
    return buffer.getvalue()


def test_texts_hang_on_their_cells_of_their_sheets():
    said = {("表1", "H4"): ["错误 A04 <95%> & 更多", "第二条"], ("表2", "B1"): ["提示"]}
    assert comments_of(annotate_sheets(SHEETS, said)) == {
        ("表1", "H4"): "错误 A04 <95%> & 更多\n\n第二条",
        ("表2", "B1"): "提示",
    }


def test_what_has_no_cell_hangs_on_the_first_one_of_the_first_sheet():
    said = {("", ""): ["没有年度"], ("表1", "A1"): ["别的"], ("没有的表", "C3"): ["三"]}
    assert comments_of(annotate_sheets(SHEETS, said)) == {("表1", "A1"): "没有年度\n\n别的\n\n三"}


def test_everything_else_stays_and_the_same_comments_give_the_same_bytes():
    said = {("表1", "H4"): ["甲"]}
    data = annotate_sheets(SHEETS, said)
    assert annotate_sheets(SHEETS, said) == data
    before, after = parts_of(SHEETS), parts_of(data)
    touched = {name for name in before if before[name] != after[name]}
    assert touched == {"[Content_Types].xml", "xl/worksheets/sheet1.xml"}
    old, new = (read_xlsx_bytes(one, "a.xlsx")[0] for one in (SHEETS, data))
    assert old == new


def bars(book, page):
    page.conditional_format("A1:A3", {"type": "data_bar", "data_bar_2010": True})


def table(book, page):
    page.add_table("A1:A3", {"columns": [{"header": "甲"}]})


def chart(book, page):
    drawn = book.add_chart({"type": "bar"})
    drawn.add_series({"values": "='一 表'!$A$1:$A$3"})
    page.insert_chart("C1", drawn)


def footer(book, page):
    page.set_footer("&C&P")


def own_comment(book, page):
    page.write_comment("A1", "别人的")


@pytest.mark.filterwarnings("ignore::UserWarning")  # of the reader: extensions it does not know
@pytest.mark.parametrize("build", [bars, table, chart, footer])
def test_the_drawing_of_comments_stands_where_the_schema_has_it(build):
    data = annotate_sheets(made(build), {("一 表", "A2"): ["甲"]})
    assert comments_of(data) == {("一 表", "A2"): "甲"}
    sheet = parts_of(data)["xl/worksheets/sheet1.xml"].decode()
    at = sheet.index("<legacyDrawing ")
    for name in (
        "<sheetData",
        "<conditionalFormatting",
        "<pageMargins",
        "<headerFooter",
        "<drawing",
    ):
        assert sheet.rfind(name) < at
    for name in ("<tableParts", "<extLst"):
        last = sheet.rfind(name)
        assert last == -1 or last > at


def test_a_sheet_with_comments_of_its_own_has_no_room():
    data = made(own_comment)
    with pytest.raises(NoRoomError, match="已有批注"):
        annotate_sheets(data, {("一 表", "A2"): ["甲"]})


def test_what_is_no_workbook_is_refused():
    with pytest.raises(UnsafePackageError):
        annotate_sheets(b"PK\x03\x04 broken", {("表1", "A1"): ["甲"]})


def test_a_text_that_is_too_long_or_holds_what_a_cell_cannot_is_made_to_fit():
    data = annotate_sheets(SHEETS, {("表1", "A1"): ["甲\x01" + "乙" * 40_000]})
    (text,) = comments_of(data).values()
    assert text.startswith("甲�乙")
    assert len(text) < 33_000
