"""Read a workbook that comes back: its map, what every cell holds now, and what stands where nothing was.

It is a stranger's file by then: other programs have saved it, sheets were renamed, rows put in.
Formulas of its cells are data; only their values are looked at.
"""

import datetime
import io
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import islice
from typing import Any, NamedTuple

import python_calamine

from generator.base.archive import Package, UnsafePackageError
from generator.base.document_place import DocumentPlace
from generator.base.number import plain
from generator.base.problem import Problem
from generator.base.time_limit import TimeLimit
from generator.excel.form.form_map import MAP_SHEET, RULE_SHEET, FormMap, Marks, read_map
from generator.excel.form.slot import SlotKind
from generator.excel.form.workbook_page import WORKING, letters
from generator.excel.workbook_bounds import Examined, SheetFacts, examine

_SIGNIFICANT = ".15g"  # as many digits as Excel itself keeps
_PAGE, _ROW, _COLUMN = "p", "r", "c"
_ERRORS = ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!")
_MAP_COLUMNS = 9


class CellNow(NamedTuple):
    """What a cell holds: words, or a number that may be shown in per cent; where it stands."""

    text: str
    place: DocumentPlace
    number: Decimal | None = None
    is_percent: bool = False
    is_unworked: bool = False  # a formula that no program has worked out, or an error


class Filled(NamedTuple):
    """A workbook as it came back."""

    form: FormMap
    cells: Mapping[Marks, CellNow]
    strays: tuple[CellNow, ...]  # what stands where no cell of ours was
    gone: tuple[Marks, ...]  # cells whose row, column or page is not there any more
    doubled: tuple[CellNow, ...]  # cells of rows that are there twice


def read_filled(data: bytes, shown: str) -> tuple[Filled | None, tuple[Problem, ...]]:
    """Read a workbook to fill in; ``None`` without a problem: it is another kind of workbook."""
    try:
        limit = TimeLimit()
        examined = examine(Package(data))
        sheets = dict(_sheets(examined, limit))
    except UnsafePackageError as error:
        return None, (error.problem(shown),)
    form = read_map(_map_rows(sheets.get(MAP_SHEET)))
    return (None if form is None else _filled(form, sheets)), ()


class _Sheet(NamedTuple):
    name: str
    values: list[list[Any]]
    facts: SheetFacts

    def now(self, row: int, column: int) -> CellNow:
        """Return what a cell holds."""
        name = f"{letters(column)}{row + 1}"
        place = DocumentPlace(sheet=self.name, row=row + 1, column=column + 1, cell=name)
        value = self.values[row][column] if column < len(self.values[row]) else ""
        look = self.facts.looks.get(name)
        is_percent = look is not None and look.is_percent
        formula = self.facts.formulas.get((row, column))
        if formula is not None and value in ("", None):
            return CellNow(formula, place, is_unworked=True)
        return _now(value, place, is_percent=is_percent)


def _now(value: Any, place: DocumentPlace, *, is_percent: bool) -> CellNow:
    if isinstance(value, bool):
        return CellNow("true" if value else "false", place)
    if isinstance(value, int | float):
        number = Decimal(format(value, _SIGNIFICANT))
        number = Decimal(plain(number * 100 if is_percent else number))
        return CellNow(plain(number), place, number, is_percent)
    if isinstance(value, datetime.datetime):
        value = value.date()
    if isinstance(value, datetime.date):
        return CellNow(value.isoformat(), place)
    text = str(value).replace("\r\n", "\n").replace("\r", "\n")
    return CellNow(text, place, is_unworked=text in _ERRORS)


def _sheets(examined: Examined, limit: TimeLimit) -> Iterator[tuple[str, _Sheet]]:
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(examined.data))
        for meta in book.sheets_metadata:
            if meta.typ is not python_calamine.SheetTypeEnum.WorkSheet or meta.name == RULE_SHEET:
                continue
            sheet = book.get_sheet_by_name(meta.name)
            limit.check()
            facts = examined.sheets.get(meta.name, SheetFacts())
            values = sheet.to_python(skip_empty_area=False)
            yield meta.name, _Sheet(meta.name, _wide_enough(values, facts), facts)
    except UnsafePackageError:
        raise
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic of the library is no Exception
        raise UnsafePackageError("文件已损坏，读不出工作表") from error


def _wide_enough(values: list[list[Any]], facts: SheetFacts) -> list[list[Any]]:
    """Make room for formulas beyond the last value."""
    for row, _ in facts.formulas:
        values += [[] for _ in range(row + 1 - len(values))]
    return values


def _map_rows(sheet: _Sheet | None) -> Iterator[tuple[str, ...]]:
    for row in sheet.values if sheet is not None else ():
        yield tuple(str(value) for value in row[:_MAP_COLUMNS])


def _filled(form: FormMap, sheets: Mapping[str, _Sheet]) -> Filled:
    cells: dict[Marks, CellNow] = {}
    strays: list[CellNow] = []
    doubled: list[CellNow] = []
    printed = form.printed
    given = {slot.base for slot in form.slots.values() if slot.kind is SlotKind.GIVEN}
    for sheet in sheets.values():
        page = _mark(sheet, 0, 0, _PAGE)
        if sheet.name == MAP_SHEET:
            continue
        if page not in form.pages:
            strays += islice(_every(sheet), 1)  # of a sheet that is none of ours, one cell tells
            continue
        columns = _columns(sheet)
        for row in range(1, len(sheet.values)):
            mark = _mark(sheet, row, 0, _ROW)
            for column in range(1, max(len(sheet.values[row]), _last(sheet, row) + 1)):
                now = sheet.now(row, column)
                at = Marks(page, mark, columns.get(column, ""))
                if column >= WORKING and columns.get(column, "") != "":
                    continue
                if at in form.slots and at not in cells:
                    cells[at] = now
                elif at in form.slots:
                    doubled += [now] if now.text.strip() not in ("", *given) else []
                elif now.text.strip() and not (
                    at in form.live or (page, at.column, now.text.strip()) in printed
                ):
                    strays.append(now)
    gone = tuple(marks for marks in form.slots if marks not in cells)
    return Filled(form, cells, tuple(strays), gone, tuple(doubled))


def _columns(sheet: _Sheet) -> dict[int, str]:
    """Return the marks of the columns; one that is there twice counts where it stands first."""
    found: dict[str, int] = {}
    for column in range(1, len(sheet.values[0]) if sheet.values else 0):
        if mark := _mark(sheet, 0, column, _COLUMN):
            found.setdefault(mark, column)
    return {column: mark for mark, column in found.items()}


def _mark(sheet: _Sheet, row: int, column: int, kind: str) -> str:
    if row >= len(sheet.values) or column >= len(sheet.values[row]):
        return ""
    text = str(sheet.values[row][column]).strip()
    return text if text.startswith(kind) and text[1:].isdecimal() else ""


def _last(sheet: _Sheet, row: int) -> int:
    return max((c for r, c in sheet.facts.formulas if r == row), default=0)


def _every(sheet: _Sheet) -> Iterator[CellNow]:
    """Go through all cells of a sheet that is none of ours."""
    for row in range(len(sheet.values)):
        for column in range(len(sheet.values[row])):
            now = sheet.now(row, column)
            if now.text.strip():
                yield now
