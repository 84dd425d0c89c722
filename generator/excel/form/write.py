"""Write the workbook: pages as they are laid out, the hidden sheets behind them. Same pages, same bytes."""

import datetime
import io
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from xlsxwriter import Workbook

from generator.excel.cell_text import cell_text
from generator.excel.form.form_formats import FormFormats, form_formats
from generator.excel.form.form_map import (
    MAP_SHEET,
    RULE_SHEET,
    DossierNamed,
    column_mark,
    map_rows,
    page_mark,
    row_mark,
)
from generator.excel.form.rule_sheet import RuleTables
from generator.excel.form.slot import Slot, SlotKind
from generator.excel.form.workbook_page import (
    LAMP,
    LAST,
    WIDTHS,
    WORKING,
    Live,
    Page,
    Placed,
    letters,
)
from generator.excel.table_sheet import set_up_page
from generator.excel.workbook import DAY, book_options

_BESIDE_WIDTH = 16
_LONGEST_MESSAGE, _LONGEST_TITLE = 250, 30
_DIGITS = 15
_WRONG = "请按提示填写"
_UNLOCKED = {
    "format_cells": True,
    "format_rows": True,
    "format_columns": True,
    "insert_hyperlinks": False,
}


def form_workbook(dossier: DossierNamed, pages: Sequence[Page], rules: RuleTables) -> bytes:
    """Write all sheets."""
    buffer = io.BytesIO()
    book = Workbook(buffer, book_options())
    book.set_properties({"title": f"{dossier.unit}{dossier.year}年度填报表", "created": DAY})
    book.set_calc_mode("auto")
    writer = _Writer(book, _choices(pages), form_formats(book))
    for number, page in enumerate(pages):
        writer.page(number, page)
    _rule_sheet(book, rules, writer.choices)
    _map_sheet(book, dossier, pages)
    book.close()
    return buffer.getvalue()


class Choices(NamedTuple):
    """The drop-downs: their words, each a column of the hidden sheet."""

    columns: Mapping[tuple[str, ...], int]

    def source(self, words: tuple[str, ...]) -> str:
        """Return the cells that a drop-down takes its words from."""
        letter = letters(self.columns[words])
        return f"='{RULE_SHEET}'!${letter}$2:${letter}${len(words) + 1}"


def _choices(pages: Sequence[Page]) -> Choices:
    every = (
        placed.content.options
        for page in pages
        for placed in page.cells
        if isinstance(placed.content, Slot) and placed.content.options
    )
    return Choices({words: number for number, words in enumerate(dict.fromkeys(every))})


class _Writer:
    def __init__(self, book: Any, choices: Choices, formats: FormFormats) -> None:
        self._book, self.choices, self._formats = book, choices, formats

    def page(self, number: int, page: Page) -> None:
        """Write one sheet."""
        sheet = self._book.add_worksheet(page.name)
        self._columns(sheet, page)
        sheet.set_row(0, None, None, {"hidden": True})
        sheet.write_string(0, 0, page_mark(number))
        for column in sorted({placed.column for placed in page.cells}):
            sheet.write_string(0, column, column_mark(column))
        heights = dict(page.heights)
        for row in sorted({placed.row for placed in page.cells}):
            sheet.set_row(row, heights.get(row, 18))
            sheet.write_string(row, 0, row_mark(row))
        for placed in page.cells:
            self._cell(sheet, placed)
        for column in (LAMP, LAST):
            lamps = f"{letters(column)}2:{letters(column)}5000"
            begins = {"type": "text", "criteria": "begins with", "value": "●"}
            sheet.conditional_format(lamps, {**begins, "format": self._formats.missing})
        sheet.freeze_panes(2, 0)
        set_up_page(sheet)
        sheet.print_area(0, 1, max((p.row for p in page.cells), default=1), len(WIDTHS) - 1)
        sheet.protect("", _UNLOCKED)
        if number == 0:
            sheet.activate()

    def _columns(self, sheet: Any, page: Page) -> None:
        for column, width in enumerate(page.widths):
            sheet.set_column(column, column, width, None, {"hidden": column == 0})
        for column, is_used in page.beside:
            sheet.set_column(column, column, _BESIDE_WIDTH, None, {"hidden": not is_used})
        sheet.set_column(WORKING, WORKING + 40, 8, None, {"hidden": True})

    def _cell(self, sheet: Any, placed: Placed) -> None:
        content, look = placed.content, self._formats.of(placed.look, placed.places)
        at = (placed.row, placed.column)
        if placed.width > 1 or placed.height > 1:
            last = (placed.row + placed.height - 1, placed.column + placed.width - 1)
            sheet.merge_range(*at, *last, "", look)
        if isinstance(content, Live):
            if content.is_array:
                sheet.write_array_formula(*at, *at, f"{{{content.formula}}}", look, content.value)
            else:
                sheet.write_formula(*at, content.formula, look, content.value)
        elif isinstance(content, str):
            sheet.write_string(*at, cell_text(content), look)
        else:
            _write_slot(sheet, at, content, look)
            if content.kind is not SlotKind.GIVEN:
                sheet.data_validation(*at, *at, self._validation(content, placed.source))

    def _validation(self, slot: Slot, source: str) -> dict[str, Any]:
        """Say what may stand in a cell, and what help it shows."""
        rule: dict[str, Any] = {"validate": "any"}
        if slot.options:
            rule = {"validate": "list", "source": self.choices.source(slot.options)}
        elif source:
            rule = {"validate": "list", "source": source, "error_type": "warning"}
        elif slot.kind in (SlotKind.NUMBER, SlotKind.WHOLE):
            kind = "decimal" if slot.kind is SlotKind.NUMBER else "integer"
            rule = {"validate": kind, "criteria": ">=", "value": -(10**15)}
        help_text = slot.help or slot.title
        return {
            **rule,
            "input_title": slot.title[:_LONGEST_TITLE],
            "input_message": help_text[:_LONGEST_MESSAGE],
            "error_title": _WRONG,
            "error_message": help_text[:200],
        }


def _write_slot(sheet: Any, at: tuple[int, int], slot: Slot, look: Any) -> None:
    """Write what a cell holds; a number that a double cannot hold exactly is written as words."""
    words = slot.base
    if not words:
        sheet.write_blank(*at, None, look)
        return
    digits = words.lstrip("-").replace(".", "").lstrip("0")
    is_number = slot.kind in (SlotKind.NUMBER, SlotKind.WHOLE) and len(digits) <= _DIGITS
    if is_number:
        sheet.write_number(*at, float(words), look)
    elif slot.kind is SlotKind.DAY and (day := _day(words)) is not None:
        sheet.write_datetime(*at, day, look)
    else:
        sheet.write_string(*at, words, look)


def _day(words: str) -> Any:

    try:
        return datetime.date.fromisoformat(words)
    except ValueError:
        return None


def _rule_sheet(book: Any, rules: RuleTables, choices: Choices) -> None:
    """Write what formulas and drop-downs look up."""
    sheet = book.add_worksheet(RULE_SHEET)
    for words, column in choices.columns.items():
        for row, word in enumerate(words, 1):
            sheet.write_string(row, column, cell_text(word))
    start = len(choices.columns)
    for number, named in enumerate(rules.columns, start):
        sheet.write_string(0, number, named.name)
        for row, value in enumerate(named.values, 1):
            if isinstance(value, str):
                sheet.write_string(row, number, cell_text(value))
            else:
                sheet.write_number(row, number, value)
        letter = letters(number)
        cells = f"='{RULE_SHEET}'!${letter}$2:${letter}${len(named.values) + 1}"
        book.define_name(named.name, cells)
    sheet.very_hidden()


def _map_sheet(book: Any, dossier: DossierNamed, pages: Sequence[Page]) -> None:
    sheet = book.add_worksheet(MAP_SHEET)
    for number, row in enumerate(map_rows(dossier, pages)):
        for column, words in enumerate(row):
            if words:
                sheet.write_string(number, column, words)
    sheet.very_hidden()
