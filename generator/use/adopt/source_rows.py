"""Rows of the sources of money as a loop: as many as a unit has, each under its own name."""

from collections.abc import Iterator, Mapping, Sequence

from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.model.reading import ReadTable
from generator.tables.inputs import OF_WHICH
from generator.tables.tags import tags_of, written
from generator.use.adopt.looking import Looked
from generator.word.tagging import Edit, Loop, LoopRow

_SOURCE = Pattern(r"rows\.funds\[([0-9]+)\]\.(\w+)")
_MARK = Pattern(r"[-—–―/／]*")
_OVER = "rows.funds"

_Row = dict[int, str]  # what each column of a row prints, by where its cell begins


def with_source_loops(
    looked: Looked, edits: Sequence[Edit], loops: Sequence[Loop]
) -> tuple[tuple[Edit, ...], tuple[Loop, ...]]:
    """Let a loop print the rows of sources where they are alike; other rows keep their places."""
    names = _names(looked)
    for table in looked.document.blocks:
        if not isinstance(table, ReadTable) or not names:
            continue
        own = [edit for edit in edits if _is_in(edit.place, table)]
        loop = _loop(table, own, names)
        if loop is not None and not any(_touches(loop, other) for other in loops):
            rows = range(loop.first, loop.last)
            left = [e for e in edits if e not in own or e.place.row - 1 not in rows]
            return tuple(left), (*loops, loop)
    return tuple(edits), tuple(loops)


def _names(looked: Looked) -> list[str]:
    sources = looked.subject.get(("funds", "sources")) if looked.subject is not None else None
    return [str(own.get("name", "")) for own in sources or ()]


def _is_in(place: DocumentPlace, table: ReadTable) -> bool:
    return (place.part, place.table) == (table.place.part, table.place.table) and place.row > 0


def _touches(loop: Loop, other: Loop) -> bool:
    is_same = (loop.table.part, loop.table.table) == (other.table.part, other.table.table)
    return is_same and loop.first < other.last and other.first < loop.last


def _loop(table: ReadTable, edits: Sequence[Edit], names: Sequence[str]) -> Loop | None:
    rows = _rows(edits)
    if rows is None or len(rows) != len(names):
        return None
    first = min(rows)
    numbers = range(first, first + len(rows))
    if [*rows] != [*numbers] or not _are_alike(table, numbers):
        return None
    kept = max(numbers, key=lambda number: len(rows[number]))
    label = _label(table, numbers, names)
    if label is None or not all(_fits(table, rows, number, kept, label[0]) for number in numbers):
        return None
    cells = {column: written(f"row.{name}") for column, name in rows[kept].items()}
    cells[label[0]] = written(f"row.{label[1]}")
    return Loop(table.place, first, first + len(rows), _OVER, (LoopRow(kept, cells),))


def _rows(edits: Sequence[Edit]) -> dict[int, _Row] | None:
    """Return what the rows of sources print, from the first source on; ``None``: there is more in them."""
    found: dict[int, tuple[int, _Row]] = {}  # by row: the number of its source, what it prints
    others: set[int] = set()
    for edit in edits:
        row, column = edit.place.row - 1, edit.place.column - 1
        tags = [_SOURCE.fullmatch(tag) for tag in tags_of(edit.text)]
        if len(tags) != 1 or tags[0] is None or edit.old or edit.after:
            others.add(row)
            continue
        number, name = int(tags[0][1]), tags[0][2]
        known, cells = found.setdefault(row, (number, {}))
        if known != number or column in cells:
            return None
        cells[column] = name
    in_order = [found[row][0] for row in sorted(found)]
    if not found or others & found.keys() or in_order != [*range(len(found))]:
        return None
    return {row: found[row][1] for row in sorted(found)}


def _are_alike(table: ReadTable, numbers: range) -> bool:
    """Tell rows that have their cells at the same places, none of them merged within the rows."""
    shapes = set()
    for number in numbers:
        cells = [*table.cells(number)]
        if any(cell.height > 1 and cell.row in numbers for cell in cells):
            return False
        shapes.add(tuple((cell.column, cell.width) for cell in cells))
    return len(shapes) == 1


def _label(table: ReadTable, numbers: range, names: Sequence[str]) -> tuple[int, str] | None:
    """Return the column that names the sources, and whether it says 其中 before the first."""
    for cell in table.cells(numbers[0]):
        if cell.row not in numbers:
            continue
        said = [*_said(table, numbers, cell.column)]
        if said == [*names]:
            return cell.column, "name"
        if said == [f"{OF_WHICH}{names[0]}", *names[1:]]:
            return cell.column, "label"
    return None


def _said(table: ReadTable, numbers: range, column: int) -> Iterator[str]:
    for number in numbers:
        cell = table.at(number, column)
        yield "" if cell is None else "".join(cell.text.split())


def _fits(table: ReadTable, rows: Mapping[int, _Row], number: int, kept: int, label: int) -> bool:
    """Tell a row that the tags of another print as well: its own are among them, the rest is alike."""
    for cell in table.cells(number):
        name, there = rows[number].get(cell.column), rows[kept].get(cell.column)
        if cell.column == label or cell.row != number:
            continue
        beside = table.at(kept, cell.column)
        text = "".join(cell.text.split())
        is_alike = beside is not None and "".join(beside.text.split()) == text
        if name != there and not (name is None and there is not None and _MARK.fullmatch(text)):
            return False
        if name is None and there is None and not is_alike:
            return False
    return True
