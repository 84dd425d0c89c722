"""Blocks whose words bear marks of their origin, as blocks whose spans do."""

from collections.abc import Sequence

from generator.model.blocks import Block, Cell, Row, Table
from generator.model.words_of_blocks import with_words
from generator.prose.origin_marks import settle


def settled_body(body: Sequence[Block]) -> tuple[Block, ...]:
    """Settle the words of all blocks."""
    return tuple(with_words(block, settle) for block in body)


def settled_table(table: Table) -> Table:
    """Settle the cells of a form; rows that two tables share stay shared."""
    known: dict[int, tuple[Row, ...]] = {}
    return _table(table, known)


def _table(table: Table, known: dict[int, tuple[Row, ...]]) -> Table:
    rows: dict[str, tuple[Row, ...]] = {}
    for name, own in table.rows.items():
        if id(own) not in known:
            known[id(own)] = tuple(row._replace(cells=_cells(row.cells)) for row in own)
        rows[name] = known[id(own)]
    groups = {name: tuple(_table(own, known) for own in g) for name, g in table.groups.items()}
    return Table(_cells(table.fields), rows, groups, table.key)


def _cells(cells: dict[str, Cell]) -> dict[str, Cell]:
    return {name: cell._replace(spans=settle(cell.spans)) for name, cell in cells.items()}
