"""Read any .xlsx into tables, one for each sheet, merged cells resolved, with their places."""

import datetime
import io
from decimal import Decimal
from typing import Any

import python_calamine

from generator.base.archive import Package, UnsafePackageError
from generator.base.chinese import date_text
from generator.base.document_place import DocumentPlace
from generator.base.problem import Problem
from generator.base.time_limit import TimeLimit
from generator.excel.number_looks import NumberLook, shown_number
from generator.excel.workbook_bounds import MOST_FIELDS, Examined, SheetFacts, examine
from generator.model.foreign_document import ReadCell, ReadDocument, ReadTable

_MERGES_OUTSIDE = 1_000_000  # merged fields beyond the last cell that holds anything
_SIGNIFICANT = ".15g"  # as many digits as Excel itself keeps

Merge = tuple[tuple[int, int], tuple[int, int]]


def read_xlsx_bytes(data: bytes, shown: str) -> tuple[ReadDocument | None, tuple[Problem, ...]]:
    """Read a workbook; what keeps it from being read is a problem, in words for its owner."""
    try:
        limit = TimeLimit()
        examined = examine(Package(data))
        return ReadDocument(shown, "excel", tuple(_tables(examined, limit))), ()
    except UnsafePackageError as error:
        return None, (error.problem(shown),)


def _tables(examined: Examined, limit: TimeLimit) -> list[ReadTable]:
    tables: list[ReadTable] = []
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(examined.data))
        for number, meta in enumerate(book.sheets_metadata, 1):
            if meta.typ is not python_calamine.SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_name(meta.name)
            if (sheet.end or (0, 0))[0] * (sheet.end or (0, 0))[1] > MOST_FIELDS:
                raise UnsafePackageError("工作表太大", "请只留要导入的部分")
            known = examined.sheets.get(meta.name, SheetFacts())
            values = _with_formulas(sheet.to_python(skip_empty_area=False), known)
            limit.check()
            place = DocumentPlace(table=number, sheet=meta.name)
            grid = _grid(values, sheet.merged_cell_ranges or [], place, known)
            tables.append(ReadTable(grid, place))
    except (UnsafePackageError, MemoryError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic of the library is no Exception
        raise UnsafePackageError("文件已损坏，读不出工作表") from error
    return tables


def _grid(
    values: list[list[Any]], merges: list[Merge], sheet: DocumentPlace, facts: SheetFacts
) -> tuple[tuple[ReadCell, ...], ...]:
    """Lay the sheet out; a merged range is one cell wherever it reaches."""
    width = max(map(len, values), default=0)
    _check_merges(merges, len(values) * width)
    fields: list[list[ReadCell | None]] = [[None] * width for _ in values]
    for (top, left), (last_row, last_column) in merges:
        bottom, right = min(last_row, len(values) - 1), min(last_column, width - 1)
        if top > bottom or left > right:
            continue
        text = _text(values[top][left], facts.looks.get(cell_name(top, left)))
        cell = ReadCell(
            text, _place(sheet, top, left), top, left, bottom - top + 1, right - left + 1
        )
        for row in range(top, bottom + 1):
            fields[row][left : right + 1] = [cell] * (right - left + 1)
    return tuple(
        tuple(
            found
            or ReadCell(
                _text(values[row][column], facts.looks.get(cell_name(row, column))),
                _place(sheet, row, column),
                row,
                column,
            )
            for column, found in enumerate(line)
        )
        for row, line in enumerate(fields)
    )


def _with_formulas(values: list[list[Any]], facts: SheetFacts) -> list[list[Any]]:
    """Put a formula that nobody has worked out yet where it stands: it is not blank."""
    for (row, column), formula in facts.formulas.items():
        values += [[] for _ in range(row + 1 - len(values))]
        values[row] += [""] * (column + 1 - len(values[row]))
        if values[row][column] in ("", None):
            values[row][column] = formula
    width = max(map(len, values), default=0)
    return [[*line, *[""] * (width - len(line))] for line in values] if facts.formulas else values


def _check_merges(merges: list[Merge], fields: int) -> None:
    """Refuse merged ranges that overlap: no program writes them, and many cover a sheet many times."""
    rest = fields
    for (top, left), (bottom, right) in merges:
        is_small = bottom - top < fields and right - left < fields
        rest -= (bottom - top + 1) * (right - left + 1) if is_small else 0
    if rest < -fields - _MERGES_OUTSIDE:
        raise UnsafePackageError("合并的单元格互相重叠", "请用 Excel 或 WPS 另存一份再试")


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell by its row and column (from 0): (0, 0) is A1."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


def _place(sheet: DocumentPlace, row: int, column: int) -> DocumentPlace:
    return sheet._replace(row=row + 1, column=column + 1, cell=cell_name(row, column))


def _text(value: Any, look: NumberLook | None) -> str:
    """Write a value as the sheet shows it."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, int | float):
        return shown_number(Decimal(format(value, _SIGNIFICANT)), look)
    if isinstance(value, datetime.datetime):
        value = value.date()
    if isinstance(value, datetime.date):
        return date_text(value)
    return str(value)
