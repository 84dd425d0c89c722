"""A sheet that is one table: header, rows, totals; frozen, filtered, as wide as its words."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

from generator.excel.cell_text import cell_text, width_of
from generator.excel.formats import Formats, Look

Value = str | int | Decimal | Fraction | None
Foot = Literal["", "sum", "mean", "rate"]
A3, A4 = 8, 9
_MANY_COLUMNS = 14
_NARROWEST, _WIDEST = 7, 34
_WIDTH_OF = {Look.MONEY: 14, Look.SCORE: 9, Look.PERCENT: 10, Look.NUMBER: 12, Look.COUNT: 7}
_LINE, _MOST_LINES = 13, 12  # points
_INDENT = 1.5  # what words are set in by, in characters
_LONGEST_LINK = 2_000
_MOST_LINKS = 60_000
_FIT_ROWS = 2_000  # widths are taken from the first rows; a long list has no wider ones


class Formula(NamedTuple):
    """A formula with the value that we computed ourselves. ``{row}`` is the number of its row."""

    text: str
    value: Value


class Link(NamedTuple):
    """Words that lead to a file beside the workbook."""

    target: str
    words: str


Content = Value | Formula | Link


class Column(NamedTuple):
    """A column: its title, how its cells look, and what stands below them."""

    title: str
    look: Look = Look.TEXT
    foot: Foot = ""
    rate_of: tuple[str, str] = ("", "")  # the titles of dividend and divisor, for a rate


class Sheet(NamedTuple):
    """A table ready to be written."""

    name: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Content]]
    frozen: int = 0
    has_filter: bool = True
    foot: Sequence[Content] = ()  # the values below; a column without one stays blank

    def letter(self, title: str) -> str:
        """Return the letter of a column."""
        return letter_of(self.columns, title)

    def span(self, title: str) -> str:
        """Return the cells of a column as other sheets refer to them."""
        return span_of(self.name, self.columns, title, len(self.rows))


def letter_of(columns: Sequence[Column], title: str) -> str:
    """Return the letter of the column with a title."""
    return str(xl_col_to_name([column.title for column in columns].index(title)))


def span_of(sheet: str, columns: Sequence[Column], title: str, rows: int) -> str:
    """Return the cells of a column, absolute; ``rows`` must not be 0."""
    letter = letter_of(columns, title)
    return f"'{sheet}'!${letter}$2:${letter}${rows + 1}"


def write_sheet(book: Workbook, sheet: Sheet, formats: Formats) -> Any:
    """Write a table and return its worksheet."""
    page = book.add_worksheet(sheet.name)
    page.set_row(0, 32)
    widths = [_width(sheet, number) for number in range(len(sheet.columns))]
    for number, column in enumerate(sheet.columns):
        title = column.title.replace("（万元）", "\n（万元）")
        page.write_string(0, number, cell_text(title), formats.header)
        page.set_column(number, number, widths[number])
    links = [0]
    for at, row in enumerate(sheet.rows, 1):
        page.set_row(at, _LINE * _lines(row, widths) + 3)
        for number, content in enumerate(row):
            look = sheet.columns[number].look
            _write(page, (at, number), content, formats.cells[look], links)
    if sheet.rows:
        last = len(sheet.rows)
        if sheet.has_filter:
            page.autofilter(0, 0, last, len(sheet.columns) - 1)
        if sheet.foot:
            _write_foot(page, sheet, formats)
    page.freeze_panes(1, sheet.frozen)
    set_up_page(page)
    if len(sheet.columns) > _MANY_COLUMNS:
        page.set_paper(A3)
    page.repeat_rows(0)
    return page


def set_up_page(page: Any) -> None:
    """Print on A4, landscape, as wide as one page, with page numbers."""
    page.set_paper(A4)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    page.set_footer("&C第 &P 页，共 &N 页")


def _write_foot(page: Any, sheet: Sheet, formats: Formats) -> None:
    """Write the row of totals; it follows the filter, as SUBTOTAL does."""
    at = len(sheet.rows) + 1
    for number, (column, content) in enumerate(zip(sheet.columns, sheet.foot, strict=True)):
        look = formats.totals[column.look]
        if not column.foot or content is None or isinstance(content, str):
            _write(page, (at, number), content, look, [0])
            continue
        letter = xl_col_to_name(number)
        span = f"{letter}2:{letter}{at}"
        if column.foot == "rate":
            top, bottom = (sheet.letter(title) for title in column.rate_of)
            text = f"={top}{{row}}/{bottom}{{row}}"
        else:
            text = f"=SUBTOTAL({109 if column.foot == 'sum' else 101},{span})"
        value = content.value if isinstance(content, Formula) else content
        if not isinstance(value, Link):
            _write(page, (at, number), Formula(text, value), look, [0])


def _write(page: Any, at: tuple[int, int], content: Content, look: Any, links: list[int]) -> None:
    """Write a cell by the type of its content; words are never looked at as formulas."""
    if content is None or content == "":
        page.write_blank(*at, None, look)
    elif isinstance(content, Formula):
        text = content.text.replace("{row}", str(at[0] + 1))
        value = "" if content.value is None else _plain(content.value)
        page.write_formula(*at, text, look, value)
    elif isinstance(content, Link):
        words = cell_text(content.words)
        if not _is_linkable(content.target) or links[0] >= _MOST_LINKS:
            page.write_string(*at, "", look)
            return
        links[0] += 1
        page.write_url(*at, f"external:{content.target}", look, words)
    elif isinstance(content, str):
        page.write_string(*at, cell_text(content), look)
    else:
        page.write_number(*at, _plain(content), look)


def _plain(value: Value) -> Any:
    """Return a number as Excel holds it: the nearest double, at the very end and only here."""
    return cell_text(value) if isinstance(value, str) else float(value or 0)


def _is_linkable(target: str) -> bool:
    return bool(target) and len(target) <= _LONGEST_LINK and cell_text(target) == target


def _width(sheet: Sheet, number: int) -> float:
    column = sheet.columns[number]
    if column.look in _WIDTH_OF:
        return max(_WIDTH_OF[column.look], min(width_of(column.title) / 1.6 + 2, 16))
    widest = max(
        (width_of(_words(row[number])) for row in sheet.rows[:_FIT_ROWS]),
        default=0,
    )
    widest = max(widest, width_of(column.title) // 2 + 2)
    return min(max(widest + 2 + _INDENT, _NARROWEST), _WIDEST)


def _lines(row: Sequence[Content], widths: Sequence[float]) -> int:
    """Return how many lines the tallest cell takes: not every program finds that out itself."""
    lines = (
        -(-width_of(_words(c)) // int(w - 1 - _INDENT)) for c, w in zip(row, widths, strict=True)
    )
    return min(max(1, *lines), _MOST_LINES)


def _words(content: Content) -> str:
    if isinstance(content, Formula):
        content = content.value
    if isinstance(content, Link):
        return content.words
    return content[:200] if isinstance(content, str) else ""
