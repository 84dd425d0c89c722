"""Tables of a paper that list things row by row: their columns by what stands above, their total."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from generator.base.pattern import Pattern
from generator.read.given_answers import Entry
from generator.read.printed_values import number, squeezed
from generator.rules.printed_form import PrintedForm

_TOTAL = Pattern(r"合\s*计|总\s*计|共\s*计")
_NO_LIST = Pattern(r"指标|分值|其中|小\s*计")
_FEWEST = 2
_SHORTEST_NAME = 2

Cells = Mapping[int, Entry]  # of a row, by column


class ListTable(NamedTuple):
    """A heading row, rows of things, and perhaps a row of totals."""

    heads: Cells
    rows: tuple[Cells, ...]
    total: Cells | None


def list_tables(form: PrintedForm) -> Iterator[ListTable]:
    """Give the tables that list nothing but things; forms, and lists with parts of parts, are others."""
    tables: dict[tuple[str, int], dict[int, dict[int, Entry]]] = defaultdict(dict)
    for entry in form.whole:
        at = entry.place
        if at.table and not at.part and entry.text.strip():
            tables[at.file, at.table].setdefault(at.row, {})[at.column] = entry
    for cells in tables.values():
        texts = (entry.text for row in cells.values() for entry in row.values())
        if not any(_NO_LIST.search(text) for text in texts):
            yield from _list(cells)


def value_of(entry: Entry | None) -> Decimal | None:
    """Return the number of a cell; a rate is none."""
    return None if entry is None else number(entry.text)


def _list(cells: Mapping[int, Cells]) -> Iterator[ListTable]:
    ordered = [cells[row] for row in sorted(cells)]
    first = next((n for n, row in enumerate(ordered) if _has_numbers(row)), 0)
    if first == 0:
        return
    rows = ordered[first:]
    ends = [n for n, row in enumerate(rows) if _is_total(row)]
    rows, total = (rows[: ends[0]], rows[ends[0]]) if ends else (rows, None)
    if len(ends) <= 1 and len(rows) >= _FEWEST and all(map(_has_numbers, rows)):
        yield ListTable(ordered[first - 1], tuple(rows), total)


def _has_numbers(row: Cells) -> bool:
    """Tell a row of values: a number behind words."""
    words = [e for e in row.values() if number(e.text) is None and len(e.text) >= _SHORTEST_NAME]
    return bool(words) and any(number(entry.text) is not None for entry in row.values())


def _is_total(row: Cells) -> bool:
    return _TOTAL.fullmatch(squeezed(row[min(row)].text)) is not None
