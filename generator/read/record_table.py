"""Tables of records: a header of short words, and rows of words below; each is a line of one field."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.cell_kinds import looks_like_label
from generator.read.label_book import LabelBook
from generator.read.own_fields import LABEL, OwnFields
from generator.read.printed_values import one_line
from generator.read.reading_order import Desk
from generator.read.table_rows import own_cells

_FEWEST = 3
_FREE = frozenset(("", "own", "ignored", "spent", "budget", "reason", "unit-name", "evidence"))


class RecordTable(NamedTuple):
    """A header and the rows that have its borders."""

    heads: tuple[ReadCell, ...]
    rows: range


def find_records(table: ReadTable, row: int, book: LabelBook) -> RecordTable | None:
    """Return the table of records whose header stands in a row."""
    heads = tuple(own_cells(table, row))
    if len(heads) < _FEWEST or not all(
        looks_like_label(c.text, book) and book.role(c.text) in _FREE for c in heads
    ):
        return None
    end = row + 1
    while end < len(table.grid) and _is_record(table, end, heads, book):
        end += 1
    rows = range(row + 1, end)
    said = [c for at in rows for c in table.cells(at) if c.text.strip()]
    is_sure = len(rows) > 1 or any(not looks_like_label(c.text, book) for c in said)
    return RecordTable(heads, rows) if said and is_sure else None


def _is_record(table: ReadTable, row: int, heads: Sequence[ReadCell], book: LabelBook) -> bool:
    own = [c for c in table.cells(row) if c.row == row]
    borders = [(c.column, c.end) for c in heads]
    is_alike = [(c.column, c.end) for c in own][: len(heads)] == borders
    is_inside = len(own_cells(table, row)) <= len(heads)
    return is_alike and is_inside and not any(book.role(c.text) for c in own if c.text)


def read_records(found: RecordTable, table: ReadTable, desk: Desk, title: str) -> int:
    """Keep the records as lines of one field; return the row behind the table."""
    own = OwnFields(desk)
    for head in found.heads:
        desk.tally.furnish(head.place, LABEL)
    name = own.name_of(title) or "、".join(own.name_of(h.text) for h in found.heads)
    lines, places = [], []
    for row in found.rows:
        cells = [c for c in table.cells(row) if c.row == row]
        said = [
            (own.name_of(head.text), cell)
            for head, cell in zip(found.heads, cells, strict=False)
            if not own.furnish(cell)
        ]
        if said:
            lines.append("；".join(f"{label}：{one_line(cell.text)}" for label, cell in said))
            places += [cell.place for _, cell in said]
    for place in places[1:]:
        desk.tally.use(place, f"fields.{name}")
    if lines:
        own.keep(name, "\n".join(lines), places[0])
    return found.rows.stop
