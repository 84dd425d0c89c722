"""Read a workbook that comes back: its map, what every cell holds now, and what stands where nothing was.

It is a stranger's file by then: other programs have saved it, sheets were renamed, rows put in.
Formulas of its cells are data; only their values are looked at.
"""

import io
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import python_calamine

from generator.base.archive import Package, UnsafePackageError
from generator.base.problem import Problem
from generator.base.time_limit import TimeLimit
from generator.excel.form.form_map import MAP_SHEET, RULE_SHEET, FormMap, Marks, read_map
from generator.excel.form.other_cells import (
    Other,
    gone,
    in_row,
    of_copy,
    of_doubled,
    of_sheet,
    without_lost_formulas,
)
from generator.excel.form.returned_sheet import CellNow, ReturnedSheet
from generator.excel.form.worked_cells import worked_cells
from generator.excel.workbook_bounds import Examined, SheetFacts, examine

_MAP_COLUMNS = 9


class Filled(NamedTuple):
    """A workbook as it came back."""

    form: FormMap
    cells: Mapping[Marks, CellNow]
    others: tuple[Other, ...]  # all that is no slot of ours


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


def _sheets(examined: Examined, limit: TimeLimit) -> Iterator[tuple[str, ReturnedSheet]]:
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(examined.data))
        for meta in book.sheets_metadata:
            if meta.typ is not python_calamine.SheetTypeEnum.WorkSheet or meta.name == RULE_SHEET:
                continue
            sheet = book.get_sheet_by_name(meta.name)
            limit.check()
            facts = examined.sheets.get(meta.name, SheetFacts())
            values = _wide_enough(sheet.to_python(skip_empty_area=False), facts)
            is_hidden = meta.name in examined.hidden
            worked = worked_cells(facts.xml)
            yield meta.name, ReturnedSheet(meta.name, values, facts, worked, is_hidden)
    except (UnsafePackageError, MemoryError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic of the library is no Exception
        raise UnsafePackageError("文件已损坏，读不出工作表") from error


def _wide_enough(values: list[list[Any]], facts: SheetFacts) -> list[list[Any]]:
    """Make room for formulas beyond the last value."""
    for row, _ in facts.formulas:
        values += [[] for _ in range(row + 1 - len(values))]
    return values


def _map_rows(sheet: ReturnedSheet | None) -> Iterator[tuple[str, ...]]:
    for row in sheet.values if sheet is not None else ():
        yield tuple(str(value) for value in row[:_MAP_COLUMNS])


def _filled(form: FormMap, sheets: Mapping[str, ReturnedSheet]) -> Filled:
    others: list[Other] = []
    ours: dict[str, list[ReturnedSheet]] = {}
    for sheet in sheets.values():
        if sheet.page in form.pages:
            ours.setdefault(sheet.page, []).append(sheet)
        elif sheet.name != MAP_SHEET:
            others += of_sheet(sheet)
    cells: dict[Marks, CellNow] = {}
    found: dict[str, ReturnedSheet] = {}
    for page, every in ours.items():
        # Whoever copies a sheet leaves its name to the first of them.
        found[page] = next((s for s in every if s.name == form.pages[page]), every[0])
        others += _page(form, found[page], cells)
        others += (of_copy(sheet, found[page]) for sheet in every if sheet is not found[page])
    return Filled(form, cells, (*others, *gone(form, found)))


def _page(form: FormMap, sheet: ReturnedSheet, cells: dict[Marks, CellNow]) -> list[Other]:
    others: list[Other] = []
    columns, seen = sheet.columns(), set[str]()
    for row in range(len(sheet.values)):
        mark = sheet.row_mark(row)
        if mark and mark in seen:
            others += of_doubled(form, sheet, row)
            continue
        seen.add(mark)
        for column, column_mark in columns.items():
            at = Marks(sheet.page, mark, column_mark)
            if at in form.slots:
                cells[at] = sheet.now(row, column)
        others += in_row(form, sheet, row, columns)
    worked = sum(at.page == sheet.page for at in form.live)
    return without_lost_formulas(others, worked)
