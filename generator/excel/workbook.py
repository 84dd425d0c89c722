"""Workbooks, as bytes: the same rows give the same bytes."""

import datetime
import io
from collections.abc import Sequence
from typing import Any

from xlsxwriter import Workbook

from generator.excel.first_sheet import OVERVIEW, Sheets, write_overview
from generator.excel.formats import FONT, make_formats
from generator.excel.grade_counts import grade_sheet
from generator.excel.missed_targets import indicator_sheets
from generator.excel.problems import problem_sheet
from generator.excel.rankings import ranking_sheets
from generator.excel.rolled_sheet import rolled_sheet
from generator.excel.subject_sheets import department_sheet, project_sheet
from generator.excel.table_sheet import Sheet, write_sheet
from generator.excel.ties_sheet import TIES, tie_sheet
from generator.excel.unit_sheets import Below, unit_sheet
from generator.summary.whole import Summary

DAY = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)  # a real one would change the bytes


def summary_workbook(summary: Summary) -> bytes:
    """Write the sheets of a summary."""
    buffer = io.BytesIO()
    book = _begun(buffer, "绩效自评汇总")
    formats = make_formats(book)
    first = book.add_worksheet(OVERVIEW)
    projects, departments, ties = (
        project_sheet(summary),
        department_sheet(summary),
        tie_sheet(summary),
    )
    units = unit_sheet(summary, Below(projects, departments, ties))
    grades = grade_sheet(summary, projects)
    for sheet in (
        *(units, departments, projects),
        *ranking_sheets(summary),
        grades,
        *indicator_sheets(summary),
        *(problem_sheet(summary), rolled_sheet(summary), ties),
    ):
        page = write_sheet(book, sheet, formats)
        if sheet.name == TIES and sheet.rows:
            rule = {"type": "cell", "criteria": "==", "value": '"不符"', "format": formats.bad}
            page.conditional_format(1, 12, len(sheet.rows), 12, rule)
    write_overview(book, first, summary, Sheets(units, projects, grades, ties), formats)
    book.close()
    return buffer.getvalue()


def workbook_of(title: str, sheets: Sequence[Sheet]) -> bytes:
    """Write sheets that are tables."""
    buffer = io.BytesIO()
    book = _begun(buffer, title)
    formats = make_formats(book)
    for sheet in sheets:
        write_sheet(book, sheet, formats)
    book.close()
    return buffer.getvalue()


def _begun(buffer: io.BytesIO, title: str) -> Workbook:
    book = Workbook(buffer, book_options())
    book.set_properties({"title": title, "created": DAY})
    return book


def book_options() -> dict[str, Any]:
    """Make the options anew: the library writes into them."""
    return {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        # A font of the theme would be shown instead of the one that is named.
        "default_format_properties": {"font_name": FONT, "font_size": 10, "font_scheme": "none"},
    }
