"""Any .xlsx: values as they are shown, merged cells, places; what is unsafe is refused first."""

import datetime
import io
import zipfile

import openpyxl
import pytest

from generator.excel.sheet_reading import cell_name, read_xlsx_bytes
from tests.foreign import excel_bytes, read_excel, word_bytes


def changed(data, name, old, new):
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as one,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as other,
    ):
        for info in one.infolist():
            text = one.read(info)
            if info.filename == name:
                assert old in text
                text = text.replace(old, new)
            other.writestr(info.filename, text)
    return result.getvalue()


def problem_of(data):
    document, (problem,) = read_xlsx_bytes(data, "外来.xlsx")
    assert document is None
    assert problem.code == "D01"
    return problem.message


def test_values_are_written_as_the_sheet_shows_them():
    document = read_excel([["文字", 16, 16.5, 0.1 + 0.2, True]])
    assert [c.text for c in document.blocks[0].grid[0]] == ["文字", "16", "16.5", "0.3", "是"]


def test_percentages_keep_their_sign_and_places():
    document = read_excel([[0.955, 0.955]], percent=[(0, 1)])
    assert [c.text for c in document.blocks[0].grid[0]] == ["0.955", "95.50%"]


def test_merged_cells_stand_in_every_field():
    document = read_excel([["甲", "<", "乙"], ["^", "<", "丙"]])
    grid = document.blocks[0].grid
    assert grid[1][1].text == "甲"
    assert grid[1][1].place.as_data() == {"sheet": "表1", "cell": "A1"}
    assert (grid[0][0].height, grid[0][0].width) == (2, 2)


def test_every_sheet_is_a_table():
    document = read_excel([["甲"]], [["乙"]])
    assert [block.place.sheet for block in document.blocks] == ["表1", "表2"]


def test_dates_are_written_as_documents_print_them():
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer)
    style = book.add_format({"num_format": "yyyy-mm-dd"})
    book.add_worksheet().write_datetime(0, 0, datetime.datetime(2024, 3, 1), style)
    book.close()
    document, _ = read_xlsx_bytes(buffer.getvalue(), "x")
    assert document.blocks[0].grid[0][0].text == "2024年3月1日"


@pytest.mark.parametrize(
    ("row", "column", "name"),
    [(0, 0, "A1"), (9, 25, "Z10"), (0, 26, "AA1"), (0, 701, "ZZ1"), (0, 702, "AAA1")],
)
def test_cells_have_their_names(row, column, name):
    assert cell_name(row, column) == name


def test_a_cell_at_the_far_corner_is_refused_before_memory_is_gone():
    data = changed(excel_bytes([["甲"]]), "xl/worksheets/sheet1.xml", b'r="A1"', b'r="XFD1048576"')
    assert "太大" in problem_of(data)


def test_a_long_text_used_a_million_times_is_refused():
    data = excel_bytes([["甲" * 30_000]])
    cells = b"".join(b'<c r="A%d" t="s"><v>0</v></c>' % n for n in range(2, 5000))
    data = changed(data, "xl/worksheets/sheet1.xml", b"</row>", cells + b"</row>")
    assert "文字太多" in problem_of(data)


def test_a_document_type_is_refused():
    data = changed(
        excel_bytes([["甲"]]), "xl/workbook.xml", b"<workbook", b"<!DOCTYPE x []><workbook"
    )
    assert "DTD" in problem_of(data)


def test_other_files_are_named():
    assert "没有工作簿" in problem_of(word_bytes("甲"))
    assert "已损坏" in problem_of(b"PK\x03\x04")
    assert "旧的 .xls" in problem_of(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le")
    )


def test_a_formula_that_no_program_has_worked_out_is_not_blank():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"], sheet["B1"], sheet["C1"] = "年度指标值", "=100%", "=SUM(D1:D3)"
    target = io.BytesIO()
    book.save(target)
    document, problems = read_xlsx_bytes(target.getvalue(), "自评.xlsx")
    assert not problems
    assert [cell.text for cell in document.blocks[0].grid[0]] == [
        "年度指标值",
        "=100%",
        "=SUM(D1:D3)",
    ]
