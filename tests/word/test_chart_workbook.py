"""The workbook beside a chart is brought up to date cell by cell, or not at all."""

import io

import pytest
from python_calamine import CalamineWorkbook

from generator.word.chart_workbook import update_workbook
from generator.word.edited.file import WordFile
from tests.word.charts import BOOK, chart, file_with, repacked, sheet, shown

OURS = file_with(chart())
WAS = dict(shown(OURS)[0].cells())
NOW = {**WAS, (1, 1): "96.1", (2, 0): "丙 & 丁"}


def book() -> bytes:
    return WordFile(OURS).parts[BOOK]


def rows(data: bytes):
    return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()


def test_changed_cells_are_written_and_others_stay():
    made = update_workbook(
        repacked(book(), ("<sheetViews>", "<!-- theirs --><sheetViews>")), [WAS], NOW
    )
    assert rows(made) == [["", "执行率（%）"], ["甲", 96.1], ["丙 & 丁", 80.0]]
    assert "<!-- theirs -->" in sheet(made)


def test_a_number_may_be_written_otherwise():
    made = update_workbook(
        repacked(book(), ("<v>95.3</v>", "<v>95.299999999999997</v>")), [WAS], NOW
    )
    assert rows(made)[1][1] == 96.1


@pytest.mark.parametrize(
    "data",
    [
        repacked(book(), ('r="B2"', 'r="F2"')),
        repacked(book(), ("<v>95.3</v>", "<v>7</v>")),
        repacked(book(), ("<v>95.3</v>", "<f>90+5.3</f><v>95.3</v>")),
        book()[:-200],
        b"",
        b"no workbook",
    ],
    ids=["moved", "another number", "worked out", "cut off", "empty", "garbage"],
)
def test_a_workbook_that_is_arranged_otherwise_is_not_written(data):
    assert update_workbook(data, [WAS], NOW) is None


def test_other_places_than_before_are_not_written():
    assert update_workbook(book(), [WAS], {**NOW, (3, 0): "戊", (3, 1): "5"}) is None
