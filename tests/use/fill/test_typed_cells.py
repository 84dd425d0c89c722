"""What a cell means: numbers as they were typed, days however they are written."""

import datetime
from decimal import Decimal

import pytest

from generator.excel.form.plain_words import value_of
from generator.excel.form.returned_sheet import ReturnedSheet
from generator.excel.form.slot import Slot, SlotKind
from generator.excel.form.worked_cells import worked_cells
from generator.excel.workbook_bounds import SheetFacts
from generator.use.fill.typed_cells import words_in


def said(kind, value):
    """Read a cell as the library gives its value."""
    now = ReturnedSheet("页", [[value]], SheetFacts(), worked_cells(b"")).now(0, 0)
    meant = words_in(Slot("books", ("funds", "spent"), kind, "全年执行数"), now)
    assert not meant.fault
    return value_of(kind, meant.words)


NUMBERS = [
    (0.1 + 0.2, "0.3"),
    (3.0, "3"),
    ("3,568.50", "3568.50"),
    ("１５．５", "15.5"),
    (" 12 ", "12"),
    ("0.000001", "0.000001"),
    ("123456789012345.678", "123456789012345.678"),
    (1e10, "10000000000"),
]


@pytest.mark.parametrize(("value", "number"), NUMBERS)
def test_a_number_comes_back_as_it_was_typed(value, number):
    assert said(SlotKind.NUMBER, value) == Decimal(number)


DAYS = [
    (datetime.date(2024, 3, 5), "2024-03-05"),
    (datetime.datetime(2024, 3, 5, 0, 0), "2024-03-05"),
    ("2024年3月5日", "2024-03-05"),
    ("2024-3-5", "2024-03-05"),
]


@pytest.mark.parametrize(("value", "day"), DAYS)
def test_a_day_comes_back_however_it_is_written(value, day):
    assert said(SlotKind.DAY, value).isoformat() == day
