"""What a cell means: numbers as they were typed, days however they are written."""

import datetime
from decimal import Decimal

import pytest

from generator.excel.form.plain_words import value_of
from generator.excel.form.returned_sheet import ReturnedSheet
from generator.excel.form.slot import Slot, SlotKind
from generator.excel.form.worked_cells import worked_cells
from generator.excel.workbook_bounds import SheetFacts
from generator.use.fill.cell import quoted_by_name
from generator.use.fill.dossiers import Inputs, find_dossier
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


SERIALS = [
    (SlotKind.QUANTITY, 45614.0, "2024年11月30日前", "2024年11月18日"),
    (SlotKind.QUANTITY, 45614.0, "≥40000人次", ""),
    (SlotKind.QUANTITY, 45614.5, "2024年11月30日前", ""),
    (SlotKind.QUANTITY, 365.0, "2024年11月30日前", ""),
    (SlotKind.QUANTITY, "45614", "2024年11月30日前", ""),
    (SlotKind.DAY, 45748.0, "", "2025年4月1日"),
    (SlotKind.NUMBER, 45748.0, "", ""),
]


@pytest.mark.parametrize(("kind", "value", "target", "day"), SERIALS)
def test_a_day_that_lost_its_format_is_told_with_the_day_that_it_is(kind, value, target, day):
    now = ReturnedSheet("页", [[value]], SheetFacts(), worked_cells(b"")).now(0, 0)
    fault = words_in(Slot("a", ("indicator", 0, "actual"), kind, "实际完成值"), now, target).fault
    assert f"是丢了格式的日期（{day}）" in fault if day else fault == ""


@pytest.mark.parametrize(
    ("now", "told"),
    [("新名", "有 2 处文字引用“旧名”"), ("旧名", ""), ("旧名 ", "有 2 处")],
)
def test_a_name_that_texts_quote_is_told_when_it_changes(now, told):
    text = """a = '{{ indicator("旧名").actual }}'\nb = "{{ indicator('旧名').target }}旧名 {{ funds.spent }}" """
    said = quoted_by_name(text, "旧名", now)
    assert told in said
    assert bool(said) is bool(told)


def test_a_unit_that_differs_by_a_blank_alone_is_told(dossier):
    inputs = Inputs(dossier().parent)
    named = inputs.named(inputs.folders[0])
    assert named is not None
    spaced = f"{named.unit[:3]} {named.unit[3:]}"
    found = find_dossier(inputs, named, spaced, lambda _: None)
    assert found.folder is None
    assert f"只差空格：填报里是“{named.unit}”" in found.hint
