"""Read a plain text of strangers: paragraphs are lines, tables are lines with tabs."""

from collections.abc import Iterator, Sequence

from generator.base.document_place import DocumentPlace
from generator.base.file_kind import decode_text
from generator.base.pattern import Pattern
from generator.base.problem import Place, Problem, Severity
from generator.base.strange_text import FORBIDDEN, LARGEST_TEXT, too_large
from generator.load.spaced_columns import Cells, spaced_rows
from generator.model.foreign_document import (
    ReadBlock,
    ReadCell,
    ReadDocument,
    ReadParagraph,
    ReadTable,
)

_MARKS = Pattern(r"^#{1,6}\s+")
_MOST_COLUMNS = 200
_MOST_BLANK = 8
_SHORT = 8

Row = list[tuple[str, DocumentPlace]]


def read_plain_bytes(data: bytes, shown: str) -> tuple[ReadDocument | None, tuple[Problem, ...]]:
    """Read a text in UTF-8, UTF-16 or GB18030."""
    if len(data) > LARGEST_TEXT:
        return None, (too_large(shown, len(data), LARGEST_TEXT),)
    text = decode_text(data)
    if text is not None:
        return read_text_lines(text, shown), ()
    hint = "请用记事本或 WPS 另存为 UTF-8 编码的 .txt"
    return None, (Problem("D01", Severity.ERROR, "认不出是什么文本", Place(shown), hint),)


def read_text_lines(text: str, shown: str) -> ReadDocument:
    """Read the lines of a text."""
    lines = FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    return ReadDocument(shown, "text", tuple(_blocks(lines)))


def _blocks(lines: Sequence[str]) -> Iterator[ReadBlock]:
    rows: list[Row] = []
    number = tables = 0
    while number < len(lines):
        line = lines[number]
        if _stands_alone(line) and not _is_lying(lines, number + 1):
            row, number = _standing_row(lines, number)
            rows.append(row)
            continue
        if not rows and (spaced := spaced_rows(lines, number)):
            tables += 1
            found = [_spaced_row(cells, number + n) for n, cells in enumerate(spaced, 1)]
            yield _table(found, tables)
            number += len(spaced)
            continue
        number += 1
        if "\t" in line and line.strip():
            rows.append(_lying_row(line, number))
            continue
        if rows and not line.strip() and _goes_on(lines, number):
            continue
        is_end = bool(rows)
        if rows:
            tables += 1
            yield _table(rows, tables)
            rows = []
        if line.strip() or not is_end:
            level = _MARKS.match(line)
            words = line[level.end() :] if level else line
            yield ReadParagraph(words.strip(), DocumentPlace(line=number, column=1))
    if rows:
        yield _table(rows, tables + 1)


def _spaced_row(cells: Cells, number: int) -> Row:
    """Return a row whose columns are parted by blanks."""
    return [
        (words, DocumentPlace(line=number, column=start + 1))
        for words, start in cells[:_MOST_COLUMNS]
    ]


def _stands_alone(line: str) -> bool:
    """Tell whether a line is one cell behind its tab; more tabs are blank cells of a row on one line."""
    return line.startswith("\t") and "\t" not in line[1:]


def _is_lying(lines: Sequence[str], number: int) -> bool:
    """Tell whether the next words are a row on one line."""
    following = next((line for line in lines[number : number + _MOST_BLANK] if line.strip()), "")
    return "\t" in following[1:]


def _goes_on(lines: Sequence[str], number: int) -> bool:
    """Tell whether a table goes on behind blank lines."""
    following = next((line for line in lines[number : number + _MOST_BLANK] if line.strip(" ")), "")
    return "\t" in following


def _lying_row(line: str, number: int) -> Row:
    """Read a row that stands on one line."""
    row: Row = []
    column = 1
    for words in line.split("\t")[:_MOST_COLUMNS]:
        row.append((words.strip(), DocumentPlace(line=number, column=column)))
        column += len(words) + 1
    return row


def _standing_row(lines: Sequence[str], start: int) -> tuple[Row, int]:
    """Read a row whose cells stand on lines of their own, each behind a tab; a blank line ends it."""
    row: Row = []
    number = start
    while number < len(lines):
        line = lines[number]
        if "\t" in line[1:]:
            break
        if line.startswith("\t"):
            row.append((line.strip(), DocumentPlace(line=number + 1, column=2)))
        elif line.strip() and row:
            words, place = row[-1]
            row[-1] = f"{words}\n{line.strip()}".strip(), place
        elif not _is_gap(lines, number):
            break
        number += 1
    return row[:_MOST_COLUMNS], number


def _is_gap(lines: Sequence[str], number: int) -> bool:
    """Tell whether a blank line stands inside a cell: short words follow, and then the next cell."""
    is_met = False
    for line in lines[number + 1 : number + _MOST_BLANK]:
        if line.startswith("\t"):
            return is_met
        if len(line.strip()) > _SHORT:
            return False
        is_met = is_met or bool(line.strip())
    return False


def _table(rows: Sequence[Row], table: int) -> ReadTable:
    width = max(map(len, rows))
    grid = tuple(
        tuple(_cell(row[c] if c < len(row) else ("", row[0][1]), table, r, c) for c in range(width))
        for r, row in enumerate(rows)
    )
    return ReadTable(grid, grid[0][0].place)


def _cell(said: tuple[str, DocumentPlace], table: int, row: int, column: int) -> ReadCell:
    text, place = said
    return ReadCell(text, place._replace(table=table, row=row + 1), row, column)
