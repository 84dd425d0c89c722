"""A table of a form under one of a template: which row is which, and what stands in each cell."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.model.foreign_document import ReadCell, ReadTable
from generator.model.printed_words import BETWEEN_CLASSES, OF_LOOP, PrintedCell, PrintedRow
from generator.model.row_key import cell_key
from generator.read.list_alignment import aligned
from generator.read.tag_pattern import (
    TagPattern,
    begins_sums,
    classes_of,
    ends_loop,
    loop_over,
    shape_of,
    tag_pattern,
)
from generator.read.template_blocks import Cells, block_heads, rows_of

_SHAPE = "shape"
_OWN_CELL = Pattern(r'row\["([^"]*)"\]')
IN_LOOP = 0.4
_SHAPED = 0.3


class Line(NamedTuple):
    """A row of a template: its cells with what they print, and the list that it repeats for."""

    cells: tuple[tuple[ReadCell, TagPattern], ...]
    over: str = ""
    shape: str = ""
    others: tuple["Line", ...] = ()  # rows of other shapes that the same loop prints
    sums: tuple["Line", ...] = ()  # the row behind the last one of a class, if there is one
    is_sums: bool = False

    def closest(self, table: ReadTable, row: int) -> "Line":
        """Return the shape that a row of a form has, or else comes nearest to."""
        if self.sums and self.sums[0].is_said(table, row):
            return self.sums[0]
        theirs = {(cell.column, cell.width) for cell in table.cells(row)}
        return max(
            (self, *self.others),
            key=lambda line: (
                sum((c.column, c.width) in theirs for c, _ in line.cells) / len(line.cells)
            ),
        )

    def is_said(self, table: ReadTable, row: int) -> bool:
        """Tell whether a row has all the words of this one."""
        fixed = [(at, pattern) for at, pattern in self.cells if is_fixed(pattern)]
        cells = [(pattern, table.at(row, at.column)) for at, pattern in fixed]
        return bool(fixed) and all(c is not None and p.read(c.text) is not None for p, c in cells)

    def is_held(self, table: ReadTable, row: int) -> bool:
        """Tell a row that has all the words of this one, or its cells where it has no words."""
        if any(is_fixed(pattern) for _, pattern in self.cells):
            return self.is_said(table, row)
        theirs = {(cell.column, cell.width) for cell in table.cells(row) if cell.row == row}
        return theirs == {(at.column, at.width) for at, _ in self.cells}


class Taken(NamedTuple):
    """What a template prints in a cell: by which tag, and what stands there."""

    tag: str
    text: str


class Unprinted(NamedTuple):
    """Words that a template does not print where they stand, and what it prints there."""

    place: DocumentPlace
    text: str
    fixed: str = ""


def lines_of(table: ReadTable, blocks: int = 0) -> list[Line]:
    """Read the rows of a table of a template; the rows that open and close loops are none.

    A loop over the goals stands as so many blocks, each of which prints a goal by its number; with
    none it stays as it is.
    """
    lines: list[Line] = []
    over, shape, is_begun, is_behind = "", "", False, False
    for cells, text in rows_of(table, blocks):
        if (named := loop_over(text)) is not None:
            over, shape, is_begun, is_behind = named, "", False, False
        elif ends_loop(text):
            over = ""
        elif over and begins_sums(text):
            is_behind = True
        elif over and (chosen := shape_of(text)) is not None:
            shape, is_behind = chosen, False
        else:
            own = _patterns(cells, is_all=bool(over))
            if is_begun and is_behind:
                lines[-1] = lines[-1]._replace(sums=(Line(own, over, is_sums=True),))
            elif is_begun and over:  # one more shape of the rows of this loop
                lines[-1] = lines[-1]._replace(others=(*lines[-1].others, Line(own, over, shape)))
            else:
                lines.append(Line(own, over, shape))
            is_begun = bool(over)
    return lines


def _patterns(cells: Cells, *, is_all: bool = False) -> tuple[tuple[ReadCell, TagPattern], ...]:
    return tuple((cell, tag_pattern(cell.text)) for cell, is_own in cells if is_own or is_all)


def is_fixed(pattern: TagPattern) -> bool:
    """Tell a cell whose words the template prints itself."""
    return bool(pattern.fixed) and not pattern.column


def all_of(table: ReadTable) -> Iterator[Unprinted]:
    """Give all that a table says, which the template has not."""
    for number in range(len(table.grid)):
        yield from own_words(table, number)


def own_words(table: ReadTable, row: int) -> Iterator[Unprinted]:
    """Give all that a row says."""
    for cell in table.cells(row):
        if cell.row == row and cell.text.strip():
            yield Unprinted(cell.place, cell.text)


def wanted_of(lines: Sequence[Line]) -> int:
    """Count the cells whose words a template prints itself."""
    return sum(is_fixed(pattern) for line in lines for _, pattern in line.cells)


class TableReading:
    """One table of a form under one table of a template."""

    def __init__(self, lines: Sequence[Line], table: ReadTable) -> None:
        self.lines, self._table = lines, table
        numbers = range(len(table.grid))
        self._pairs = aligned(lines, numbers, self._score, lambda line: bool(line.over))
        self.found = sum(self._same(lines[i], j) for i, j in self._pairs)
        self.wanted = wanted_of(lines)

    @property
    def lonely(self) -> int:
        """Count the rows of either table that none of the other stands for."""
        lines, rows = {i for i, _ in self._pairs}, {j for _, j in self._pairs}
        return len(self.lines) - len(lines) + len(self._table.grid) - len(rows)

    def _score(self, line: Line, row: int) -> float:
        if line.over:
            return IN_LOOP * (1 + self._held(line, row)) / 2
        own = [c for c in self._table.cells(row) if c.row == row]
        is_shaped = len(own) == len(line.cells)
        fixed = sum(is_fixed(p) for _, p in line.cells)
        same = self._same(line, row)
        if fixed and not same:
            return 0.0
        return same + (_SHAPED if is_shaped else 0.0)

    def _held(self, line: Line, row: int) -> float:
        """Return how much of a row a loop has a place for: of two loops in turn each prints its own."""
        own = [c for c in self._table.cells(row) if c.row == row and c.text.strip()]
        held = {id(c) for p, c in self._cells_of(line.closest(self._table, row), row) if p.tags}
        return sum(id(c) in held for c in own) / len(own) if own else 1.0

    def _same(self, line: Line, row: int) -> int:
        """Count the cells whose fixed words stand in the form, too."""
        if line.over:
            return 0
        pairs = self._cells(line, row)
        return sum(is_fixed(p) and p.read(c.text) is not None for p, c in pairs)

    def _cells(self, line: Line, row: int) -> list[tuple[TagPattern, ReadCell]]:
        """Pair the cells of a row: in their order where there are as many, else by their columns."""
        own = [c for c in self._table.cells(row) if c.row == row]
        if len(own) == len(line.cells):
            return [(p, c) for (_, p), c in zip(line.cells, own, strict=True)]
        by_column = {c.column: c for c in own}
        return [(p, by_column[c.column]) for c, p in line.cells if c.column in by_column]

    def taken(self) -> dict[DocumentPlace, Taken]:
        """Return the cells that the template prints."""
        found: dict[DocumentPlace, Taken] = {}
        for i, j in self._pairs:
            line = self.lines[i].closest(self._table, j) if self.lines[i].over else self.lines[i]
            for pattern, cell in self._cells_of(line, j):
                said = pattern.read(cell.text) if pattern.tags else None
                for tag, text in (said or {}).items():
                    found.setdefault(cell.place, Taken(tag, text))
        return found

    def alike(self) -> Iterator[DocumentPlace]:
        """Give the cells whose words the template prints itself."""
        for i, j in self._pairs:
            for pattern, cell in () if self.lines[i].over else self._cells(self.lines[i], j):
                if is_fixed(pattern) and not pattern.tags and pattern.read(cell.text) is not None:
                    yield cell.place

    def unprinted(self) -> Iterator[Unprinted]:
        """Give the cells that say what the template does not print there."""
        paired = {j for _, j in self._pairs}
        for j in range(len(self._table.grid)):
            if j not in paired:
                yield from own_words(self._table, j)
        for i, j in self._pairs:
            line = self.lines[i].closest(self._table, j) if self.lines[i].over else self.lines[i]
            held = {id(cell): pattern for pattern, cell in self._cells_of(line, j)}
            for one in self._table.cells(j):
                pattern = held.get(id(one))
                if one.row != j or not one.text.strip() or (pattern and pattern.is_chosen):
                    continue
                if pattern is None:
                    yield Unprinted(one.place, one.text)
                elif pattern.read(one.text) is None:
                    yield Unprinted(one.place, one.text, pattern.fixed)

    def _cells_of(self, line: Line, row: int) -> list[tuple[TagPattern, ReadCell]]:
        if not line.over:
            return self._cells(line, row)
        theirs = list(self._table.cells(row))
        if len(theirs) == len(line.cells):  # columns shift below the row that opens a loop
            in_order = zip(line.cells, theirs, strict=True)
            return [(p, cell) for (_, p), cell in in_order if cell.row == row]
        found = ((p, self._table.at(row, at.column)) for at, p in line.cells)
        return [(p, cell) for p, cell in found if cell is not None and cell.row == row]

    def words(self) -> dict[str, tuple[str, DocumentPlace]]:
        """Return what stands in the place of the tags outside of loops, and where."""
        found: dict[str, tuple[str, DocumentPlace]] = {}
        for i, j in self._pairs:
            if self.lines[i].over:
                continue
            for pattern, cell in self._cells(self.lines[i], j):
                said = pattern.read(cell.text) if pattern.tags else None
                for tag, text in (said or {}).items():
                    found.setdefault(tag, (text, cell.place))
        return found

    def rows(self) -> dict[str, list[tuple[PrintedRow, DocumentPlace]]]:
        """Return the rows of each loop, and where each stands."""
        found: dict[str, list[tuple[PrintedRow, DocumentPlace]]] = {}
        for i, j in self._pairs:
            line = self.lines[i]
            if line.over and not line.closest(self._table, j).is_sums:
                place = self._table.place._replace(row=j + 1)
                found.setdefault(line.over, []).append((self._row(line, j), place))
        return found

    def _row(self, lines: Line, row: int) -> PrintedRow:
        line = lines.closest(self._table, row)
        cells = {_SHAPE: PrintedCell(line.shape)} if lines.others else {}
        if names := classes_of(line.over):
            cells[OF_LOOP] = PrintedCell(BETWEEN_CLASSES.join(names))
        for at, pattern in line.cells:
            cell = self._table.at(row, at.column)
            column = pattern.column or _of_own_table(pattern)
            if cell is None or not column:
                continue
            merge = "" if cell.height == 1 else "restart" if cell.row == row else "continue"
            text = "" if merge == "continue" else cell.text
            said = pattern.read(text)
            words = text if said is None else said.get(f"row.{pattern.column}", text)
            if len(pattern.tags) == 1 and not pattern.fixed:
                words = text  # with the blanks before it
            cells[column] = PrintedCell(words.strip("\n").rstrip(), merge)
        return PrintedRow(cells)


def _of_own_table(pattern: TagPattern) -> str:
    """Return the key of the column of a table of the form's own that a cell prints, and nothing else."""
    found = _OWN_CELL.fullmatch(pattern.tags[0]) if len(pattern.tags) == 1 else None
    return cell_key(found[1]) if found is not None and not pattern.fixed else ""


def read_table(table: ReadTable, form: ReadTable) -> TableReading:
    """Read a table of a form by one of a template, with as many blocks of goals as fit it best."""
    every = range(len(form.grid))
    heads = [Line(_patterns(cells)) for cells in block_heads(table)]
    most = max((1, *(sum(head.is_held(form, row) for row in every) for head in heads)))
    readings = (TableReading(lines_of(table, count), form) for count in range(1, most + 1))
    return max(readings, key=lambda own: (2 * own.found - own.wanted, -own.lonely))
