"""Two blocks of indicators in one band, those of several years beside those of the year.

The year's are the form's; the others are kept under the words that stand above them.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.label_book import class_name, normal
from generator.read.own_fields import LABEL, OwnFields
from generator.read.printed_values import indicator_name
from generator.read.reading_order import Desk

_FEWEST = 3
_NAMES = ("name", "level3", "level2", "level1")
_CLASSES = frozenset(("level1", "level2", "level3", "class", "number"))
_ABOVE = 4  # rows above a header in which a word says what its halves are of
_OTHER = "中期指标"


class TwinBlocks(NamedTuple):
    """The header of two blocks, the rows below it, and the half that is not the year's."""

    top: int
    end: int
    heads: tuple[ReadCell, ...]  # of the other half
    start: int
    stop: int
    label: str


def find_twins(table: ReadTable, desk: Desk) -> TwinBlocks | None:
    """Return the first band whose header says the same words twice."""
    for row in range(len(table.grid)):
        if (halves := _halves(table, row, desk)) is not None:
            return _chosen(table, row, halves, desk)
    return None


def _halves(table: ReadTable, row: int, desk: Desk) -> tuple[list[ReadCell], list[ReadCell]] | None:
    own = [c for c in table.cells(row) if c.row == row and c.text.strip()]
    if len(own) < 2 * _FEWEST:
        return None
    own = own[len(own) % 2 :]  # the label of the block stands before them
    half = len(own) // 2
    first, second = own[:half], own[half:]
    words = [normal(c.text) for c in first]
    if len(set(words)) < half or words != [normal(c.text) for c in second]:
        return None
    roles = {desk.lens.column_role(c.text) for c in first}
    return (first, second) if roles & {*_NAMES} and "target" in roles else None


def _chosen(
    table: ReadTable, row: int, halves: tuple[list[ReadCell], list[ReadCell]], desk: Desk
) -> TwinBlocks:
    """Choose the half that is not the year's: by the words above, else the first."""
    phrases = desk.book.phrases
    above = [_above(table, row, half, desk) for half in halves]
    other = 0
    if phrases.is_of_the_year(above[0]) and not phrases.is_of_the_year(above[1]):
        other = 1
    heads, label = halves[other], above[other]
    start, stop = heads[0].column, heads[-1].end
    at = row + max(c.height for c in heads)
    while at < len(table.grid) and not _ends(table, at, start, stop):
        at += 1
    is_told = bool(label) and not phrases.is_of_the_year(label)
    return TwinBlocks(row, at, tuple(heads), start, stop, label if is_told else _OTHER)


def _above(table: ReadTable, row: int, half: Sequence[ReadCell], desk: Desk) -> str:
    """Return the words above a half that say of which time it is."""
    phrases = desk.book.phrases
    for at in range(row - 1, max(-1, row - 1 - _ABOVE), -1):
        cell = table.at(at, half[0].column)
        text = normal(cell.text) if cell is not None else ""
        is_inside = cell is not None and cell.column >= half[0].column and cell.end <= half[-1].end
        if is_inside and (phrases.is_of_the_year(text) or phrases.is_of_years(text)):
            return text
    return ""


def _ends(table: ReadTable, row: int, start: int, stop: int) -> bool:
    """Tell whether a cell of a row reaches over the border of the half."""
    return any(
        c.text.strip() and (c.column < start < c.end or c.column < stop < c.end)
        for c in table.cells(row)
    )


def without(table: ReadTable, found: TwinBlocks) -> ReadTable:
    """Return the table with the other half blank, so that the year's is all there is."""
    grid = tuple(
        tuple(
            cell._replace(text="") if found.start <= column < found.stop else cell
            for column, cell in enumerate(row)
        )
        if found.top <= number < found.end
        else row
        for number, row in enumerate(table.grid)
    )
    return table._replace(grid=_whole(grid))


def _whole(grid: tuple[tuple[ReadCell, ...], ...]) -> tuple[tuple[ReadCell, ...], ...]:
    """Let a merged cell be one object again in all the fields that it covers."""
    made: dict[ReadCell, ReadCell] = {}
    return tuple(tuple(made.setdefault(cell, cell) for cell in row) for row in grid)


def read_twins(found: TwinBlocks, table: ReadTable, desk: Desk) -> None:
    """Keep the other half: what each of its indicators is to reach, under its name."""
    desk.need()
    own = OwnFields(desk)
    for head in found.heads:
        desk.tally.furnish(head.place, LABEL)
    roles = {head: desk.lens.column_role(head.text) for head in found.heads}
    named = next(h for role in _NAMES for h in found.heads if roles[h] == role)
    classes = [h for h in found.heads if roles[h] in _CLASSES and h is not named]
    path: dict[ReadCell, str] = {}
    bottom = found.top + max(c.height for c in found.heads)
    for row in range(bottom, found.end):
        name = table.at(row, named.column)
        for head in classes:
            cell = table.at(row, head.column)
            if cell is not None and cell.text.strip():
                path[head] = class_name(cell.text)
                desk.tally.use(cell.place, "class")
        if name is None or not name.text.strip():
            continue
        called = "·".join((found.label, *path.values(), indicator_name(name.text)))
        said = [
            (head, cell)
            for head, cell in _cells(table, row, found.heads)
            if cell is not name and head not in classes and not own.furnish(cell)
        ]
        for head, cell in said:
            more = "" if roles[head] == "target" else f"·{own.name_of(head.text)}"
            own.put(f"{called}{more}", cell)
        if said and name.row == row:
            desk.tally.use(name.place, "name")
        elif name.row == row:
            desk.leave(name.place, name.text, "这一项没有指标值")


def _cells(
    table: ReadTable, row: int, heads: Sequence[ReadCell]
) -> Iterator[tuple[ReadCell, ReadCell]]:
    for head in heads:
        cell = table.at(row, head.column)
        if cell is not None and cell.row == row and cell.text.strip():
            yield head, cell
