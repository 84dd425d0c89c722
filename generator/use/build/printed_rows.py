"""Rows of indicators and of money as a form had them printed, placeholders and merges included."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.base.pattern import Pattern
from generator.model.blocks import Cell, Row
from generator.model.printed_words import PrintedRow
from generator.model.spans import Span
from generator.tables.equal_groups import CONTINUE, START
from generator.tables.form_fields import amount_field, own_field
from generator.tables.tag_keys import OWN_COLUMN

_NAME, _LOWER = "name", "level2"
_AMOUNT = Pattern(r'amounts\["(.*)"\]')


def printed_rows(
    printed: Sequence[PrintedRow], made: Sequence[Row], base: Sequence[Any], mine: Sequence[Any]
) -> tuple[Row, ...]:
    """Take rows as they were printed; those that changed since say what they say now.

    ``base`` is what the import wrote, ``mine`` what stands in the inputs now.
    """
    now = {_path(row): row for row in mine if isinstance(row, Mapping)}
    by_name = {row.cells[_NAME].text: row for row in made if _NAME in row.cells}
    blank = dict.fromkeys(made[0].cells if made else (), Cell())
    empty = [row for row in made if _NAME in row.cells and not row.cells[_NAME].text]
    rows: list[Row] = []
    for number, line in enumerate(printed):
        said = _cells(line)
        if not 0 <= line.number < len(base):
            of_class = _taken(empty, said)  # it goes on with the sums of the rows below it
            rows.append(Row({**blank, **of_class, **said}, f"printed[{number}]"))
            continue
        was = base[line.number]
        there, own = now.pop(_path(was), None), by_name.get(str(was.get(_NAME, "")))
        if there is not None and own is not None:  # else it was taken out
            rows.append(
                Row({**own.cells, **(said if there == was else _merged(own, said))}, own.key)
            )
    known = {
        _path(row) for row in base if isinstance(row, Mapping)
    }  # of another block, if not here
    rows += [by_name[path[1]] for path in now if path not in known and path[1] in by_name]
    return tuple(_whole(rows))


def _taken(empty: list[Row], said: Mapping[str, Cell]) -> Mapping[str, Cell]:
    """Take the row of a class without an indicator that stands where a form printed one."""
    if not empty or _LOWER not in said or said[_LOWER].text != empty[0].cells[_LOWER].text:
        return {}
    return empty.pop(0).cells


def _path(row: Mapping[str, Any]) -> tuple[str, str]:
    return str(row.get("class", "")), str(row.get(_NAME, ""))


def _cells(printed: PrintedRow) -> dict[str, Cell]:
    return {
        _column(name): Cell((Span(cell.text),) if cell.text else (), cell.merge)
        for name, cell in printed.cells.items()
    }


def _column(name: str) -> str:
    """Return the key of a column; one that only the form has is called as its fields are, or amounts."""
    if found := OWN_COLUMN.fullmatch(name):
        return own_field(found[1])
    found = _AMOUNT.fullmatch(name)
    return amount_field(found[1]) if found else name


def _merged(own: Row, said: Mapping[str, Cell]) -> dict[str, Cell]:
    """Give a row that changed the merges that it had."""
    return {
        name: cell._replace(merge=said[name].merge)
        for name, cell in own.cells.items()
        if name in said
    }


def _whole(rows: Sequence[Row]) -> Iterator[Row]:
    """Begin a merge where the row with which it began has gone."""
    running: set[str] = set()
    for row in rows:
        cells = {
            name: cell._replace(merge=START)
            if cell.merge == CONTINUE and name not in running
            else cell
            for name, cell in row.cells.items()
        }
        running = {name for name, cell in cells.items() if cell.merge}
        yield Row(cells, row.key)
