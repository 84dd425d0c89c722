"""The cells of a form's indicators as it printed them: by row, by column."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.columns import BandRead
from generator.read.draft import rows_in
from generator.score.layout import level1
from generator.use.adopt.looking import Looked


def rows_of(looked: Looked, band: BandRead) -> list[tuple[int, Mapping[str, Any]]]:
    """Return the rows of a block: where each stands in its table, and what was read of it."""
    subject = looked.subject
    found = []
    for keys, row in rows_in(subject.values) if subject is not None else ():
        at = subject.places.get((*keys, "name")) if subject is not None else None
        if at is None or not at.row or (at.part, at.table) != (band.place.part, band.place.table):
            continue
        if band.span[0] < at.row <= band.span[1]:
            found.append((at.row - 1, row))
    return sorted(found, key=lambda one: one[0])


def classes_of(looked: Looked, band: BandRead) -> dict[int, str]:
    """Return the class of the first level of each row of a block."""
    return {row: level1(str(read["class"])) for row, read in rows_of(looked, band)}


def column_at(band: BandRead, role: str) -> int | None:
    """Return where the column of a role begins."""
    return next((c.strip.start for c in band.columns if c.role == role), None)


def cells_of(
    looked: Looked, band: BandRead, rows: Sequence[int], column: int
) -> Iterator[ReadCell | None]:
    """Give the cells of a column, row by row, as they stand in the form."""
    table = table_of(looked, band)
    yield from (None if table is None else table.at(row, column) for row in rows)


def table_of(looked: Looked, band: BandRead) -> ReadTable | None:
    """Return the table in which a block stands."""
    at = band.place
    return next(
        (
            block
            for block in looked.document.blocks
            if isinstance(block, ReadTable)
            and (block.place.part, block.place.table) == (at.part, at.table)
        ),
        None,
    )
