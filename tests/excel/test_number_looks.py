"""Numbers of a workbook as their cells show them, with no digit lost."""

import io
from decimal import Decimal

import openpyxl
import pytest

from generator.excel.number_looks import NumberLook, look_of, number_looks, shown_number
from generator.excel.sheet_reading import read_xlsx_bytes

EXACT = "1234567.891"


@pytest.mark.parametrize(
    ("code", "look"),
    [
        ("0", NumberLook(0)),
        ("0.00", NumberLook(2)),
        ("0.0_ ", NumberLook(1)),
        ("0.000;[Red]-0.000", NumberLook(3)),
        ("[$¥-804]#,##0.0", NumberLook(1, is_grouped=True)),
        ("#,##0.00", NumberLook(2, is_grouped=True)),
        ('_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ', NumberLook(2, is_grouped=True)),
        ("0.0%", NumberLook(1, is_percent=True)),
        ("0%", NumberLook(0, is_percent=True)),
    ],
)
def test_a_format_says_how_numbers_look(code, look):
    assert look_of(code) == look


@pytest.mark.parametrize(
    "code", ["General", "@", "", "yyyy-mm-dd", "0.00E+00", "#,##0,", '0.00"亿元"', "# ?/?", "000"]
)
def test_a_format_that_shows_more_than_the_number_is_left(code):
    assert look_of(code) is None


@pytest.mark.parametrize(
    ("number", "look", "shown"),
    [
        ("742", NumberLook(2), "742.00"),
        ("742.5", NumberLook(2), "742.50"),
        ("742.555", NumberLook(2), "742.555"),
        ("0.4", NumberLook(0), "0.4"),
        ("999", NumberLook(0, is_grouped=True), "999"),
        ("-1000", NumberLook(1, is_grouped=True), "-1,000.0"),
        (EXACT, NumberLook(2, is_grouped=True), "1,234,567.891"),
        ("-0", NumberLook(2), "0.00"),
        ("0.8125", NumberLook(1, is_percent=True), "81.3%"),
        ("742.50", None, "742.5"),
    ],
)
def test_zeros_are_added_and_digits_never_taken(number, look, shown):
    assert shown_number(Decimal(number), look) == shown


def test_cells_and_merged_cells_are_read_as_they_look():
    book = openpyxl.Workbook()
    sheet = book.active
    looks = {"A1": "0.00", "B1": "#,##0.00", "C1": "General", "D1": '0.00"亩"', "A2": "0.00%"}
    for place, code in looks.items():
        sheet[place], sheet[place].number_format = 4210, code
    sheet["A2"] = 0.9
    sheet.merge_cells("A2:B2")
    data = io.BytesIO()
    book.save(data)
    document, problems = read_xlsx_bytes(data.getvalue(), "外来.xlsx")
    assert not problems
    rows = [[c.text for c in row] for row in document.blocks[0].grid]
    assert rows[0] == ["4210.00", "4,210.00", "4210", "4210"]
    assert rows[1][:2] == ["90.00%", "90.00%"]


@pytest.mark.parametrize("opened", [b"<numFmt ", b"<cellXfs ", b"<cellXfs><xf ", b"<x"])
def test_styles_that_open_and_never_close_take_no_longer_than_they_are_long(opened):
    assert number_looks(opened * 60_000) == {}
