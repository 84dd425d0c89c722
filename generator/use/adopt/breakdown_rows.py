"""Lists of the money side by side as a loop: a department has as many kinds of income and expenditure as it has."""

from collections.abc import Iterator, Mapping, Sequence

from generator.base.pattern import Pattern
from generator.model.foreign_document import ReadCell, ReadTable
from generator.tables.tag_keys import split_tag, tags_of, written
from generator.use.adopt.looking import Looked
from generator.use.adopt.source_rows import SourceRows, blanks_before
from generator.word.form_tags import Edit, Loop, LoopRow

BREAKDOWN = "rows.breakdown"
_PART = Pattern(r"rows\.breakdown\[([0-9]+)\]\.(\w+)")

_Parts = Mapping[tuple[int, int], tuple[int, str]]  # row and column: number and side


def breakdown_rows(
    looked: Looked, edits: Sequence[Edit], loops: Sequence[Loop]
) -> SourceRows | None:
    """Return the rows of the two lists; nothing where one of them is laid out in another way."""
    for table in (b for b in looked.document.blocks if isinstance(b, ReadTable)):
        own = [e for e in edits if (e.place.part, e.place.table) == _table(table) and e.place.row]
        parts = dict(_parts(own))
        if not parts:
            continue
        parts = {**dict(_names(looked, table)), **parts}
        rows = sorted({row for row, _ in parts})
        loop = _loop(table, rows, parts)
        if loop is None or any(_touches(loop, other) for other in loops):
            return None
        edits = tuple(e for e in own if e.place.row - 1 in rows)
        return SourceRows(loop, edits, indent=_indent(table, parts))
    return None


def _table(table: ReadTable) -> tuple[str, int]:
    return table.place.part, table.place.table


def _parts(edits: Sequence[Edit]) -> Iterator[tuple[tuple[int, int], tuple[int, str]]]:
    for edit in edits:
        tags = tags_of(edit.text) if "{%" not in edit.text else []
        found = _PART.fullmatch(tags[0]) if len(tags) == 1 and not edit.old else None
        if found is not None:
            yield (edit.place.row - 1, edit.place.column - 1), (int(found[1]), found[2])


def _names(looked: Looked, table: ReadTable) -> Iterator[tuple[tuple[int, int], tuple[int, str]]]:
    """Give the parts of which the form has nothing but the name: 政府性基金拨款："""
    for place, uses in looked.uses.items():
        if (place.part, place.table) != _table(table) or not place.row:
            continue
        for use in uses:
            if found := _PART.fullmatch(split_tag((*use.keys[:-1], "amount"))):
                yield (place.row - 1, place.column - 1), (int(found[1]), found[2])


def _loop(table: ReadTable, rows: Sequence[int], parts: _Parts) -> Loop | None:
    """Make the loop where every row is the next of both lists, and nothing else stands in them."""
    first = rows[0]
    sides: dict[int, str] = {}
    for (row, column), (number, side) in parts.items():
        if number != row - first or sides.setdefault(column, side) != side:
            return None
    if rows != [*range(first, first + len(rows))] or len({*sides.values()}) < len(sides):
        return None
    shapes = {tuple((c.column, c.width) for c in table.cells(row)) for row in rows}
    begun = [cell for row in rows for cell in table.cells(row) if cell.row == row]
    if len(shapes) > 1 or any(not _is_of(cell, sides, parts) for cell in begun):
        return None
    cells = {column: written(f"row.{side}") for column, side in sides.items()}
    return Loop(table.place, first, first + len(rows), BREAKDOWN, (LoopRow(first, cells),))


def _is_of(cell: ReadCell, sides: Mapping[int, str], parts: _Parts) -> bool:
    """Tell a part of a list, or the blank below a list that is shorter than the other."""
    is_part = (cell.row, cell.column) in parts
    is_blank = cell.column in sides and not cell.text.strip()
    return cell.height == 1 and (is_part or is_blank)


def _indent(table: ReadTable, parts: _Parts) -> str:
    """Return the blanks that the names below the first of each list begin with, all alike."""
    first = min(row for row, _ in parts)
    below = {blanks_before(table.at(*at)) for at in parts if at[0] != first}
    return below.pop() if len(below) == 1 else ""


def _touches(loop: Loop, other: Loop) -> bool:
    is_same = (loop.table.part, loop.table.table) == (other.table.part, other.table.table)
    return is_same and loop.first < other.last and other.first < loop.last
