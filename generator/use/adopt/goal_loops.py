"""Blocks of one shape, one for each goal, as a loop over the goals: a form has as many as the unit has."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.model.foreign_document import ReadCell, ReadTable
from generator.tables.tag_keys import written
from generator.use.adopt.cell_parts import part_of, solid
from generator.use.adopt.looking import Looked
from generator.word.form_tags import Around, Edit, Loop, LoopRow

GOALS, GOAL = "goals", "goal"
_ROWS = Pattern(r"goals\[([0-9]+)\]\.indicators")
_SAID = ("name", "weight")  # of a goal, inside of the words over its rows


class GoalLoop(NamedTuple):
    """The loop over the goals, the edits in the block that stays, and the loops that it takes the place of."""

    loop: Loop
    edits: tuple[Edit, ...]
    gone: tuple[Loop, ...]

    def holds(self, place: DocumentPlace) -> bool:
        """Tell a place in one of the blocks."""
        table, row, around = self.loop.table, place.row - 1, self.loop.around
        is_same = (place.part, place.table) == (table.part, table.table)
        first = self.loop.first - (around.before if around is not None else 0)
        return is_same and first <= row < (around.last if around is not None else self.loop.last)


class _Block(NamedTuple):
    """The rows of one goal: those over its indicators, their loop, those below it."""

    number: int
    loop: Loop
    before: int
    behind: int

    @property
    def first(self) -> int:
        return self.loop.first - self.before

    @property
    def last(self) -> int:
        return self.loop.last + self.behind

    @property
    def around(self) -> Iterator[int]:
        """Give the rows around those of the indicators."""
        yield from range(self.first, self.loop.first)
        yield from range(self.loop.last, self.last)


def goal_loop(looked: Looked, edits: Sequence[Edit], loops: Sequence[Loop]) -> GoalLoop | None:
    """Return the loop over the goals; nothing where their blocks are not laid out alike."""
    own = [(int(m[1]), loop) for loop in loops if (m := _ROWS.fullmatch(loop.over)) is not None]
    own.sort(key=lambda one: one[1].first)
    tables = [b for b in looked.document.blocks if isinstance(b, ReadTable)]
    table = next((t for t in tables if own and t.place == own[0][1].table), None)
    in_turn = [number for number, _ in own] == [*range(len(own))]
    if table is None or len(own) < 2 or not in_turn or any(o.table != table.place for _, o in own):
        return None
    rows = _rows([loop for _, loop in own])
    return None if rows is None else _Blocks(looked, table, edits, own).found(rows)


def _rows(loops: Sequence[Loop]) -> tuple[LoopRow, ...] | None:
    """Return the rows that print the indicators of all blocks: those of the block with most shapes."""
    most = max(loops, key=lambda loop: len(loop.rows))
    known = {(row.condition, *row.cells.items()) for row in most.rows}
    usual = most.rows[-1] if len(most.rows) > 1 else most.rows[0]
    for loop in loops:
        is_plain = len(loop.rows) == 1 and loop.rows[0].cells == usual.cells
        is_alike = {(row.condition, *row.cells.items()) for row in loop.rows} <= known
        if loop.sums is not None or not (is_plain or is_alike):
            return None
    return most.rows


class _Blocks:
    """The blocks of the goals in one table."""

    def __init__(
        self,
        looked: Looked,
        table: ReadTable,
        edits: Sequence[Edit],
        loops: Sequence[tuple[int, Loop]],
    ) -> None:
        self._looked, self._table, self._loops = looked, table, loops
        self._edits: dict[DocumentPlace, list[Edit]] = {}
        for edit in edits:
            self._edits.setdefault(edit.place, []).append(edit)

    def found(self, rows: tuple[LoopRow, ...]) -> GoalLoop | None:
        """Return the loop, with as many rows over the indicators as are alike in all blocks."""
        between = {b.first - a.last for (_, a), (_, b) in pairwise(self._loops)}
        gap = next(iter(between)) if len(between) == 1 else 0
        for before in range(gap, 0, -1):
            blocks = [_Block(n, loop, before, gap - before) for n, loop in self._loops]
            edits = self._alike(blocks)
            if edits is not None:
                around = Around(GOALS, GOAL, before, gap - before, blocks[-1].last)
                over, first = f"{GOAL}.indicators", self._loops[0][1]
                loop = first._replace(over=over, rows=rows, around=around)
                return GoalLoop(loop, edits, tuple(loop for _, loop in self._loops))
        return None

    def _alike(self, blocks: Sequence[_Block]) -> tuple[Edit, ...] | None:
        """Return what the cells of the first block print, where those of all others print the same."""
        if blocks[0].first < 0 or blocks[-1].last > len(self._table.grid):
            return None
        if not all(self._is_apart(block) for block in blocks):
            return None
        first, *others = ([*self._cells(block)] for block in blocks)
        said = [(at, words) for _, at, words, _ in first]
        if any([(at, words) for _, at, words, _ in other] != said for other in others):
            return None
        return tuple(edit for _, _, _, edits in first for edit in edits)

    def _is_apart(self, block: _Block) -> bool:
        """Tell a block of which no cell reaches into the next one."""
        own = range(block.first, block.last)
        return all(
            cell.row in own and cell.row + cell.height <= block.last
            for row in own
            for cell in self._table.cells(row)
            if not self._is_around(cell)
        )

    def _is_around(self, cell: ReadCell) -> bool:
        """Tell a cell that begins above all blocks and ends behind them."""
        before = self._loops[1][1].first - self._loops[0][1].last
        first = self._loops[0][1].first - before
        return cell.row < first and cell.row + cell.height >= self._loops[-1][1].last

    def _cells(
        self, block: _Block
    ) -> Iterator[tuple[ReadCell, tuple[int, ...], str, tuple[Edit, ...]]]:
        """Give the cells around the indicators: where they stand in the block, and what they say."""
        for row in block.around:
            in_block = row - block.first if row < block.loop.first else row - block.last
            for cell in self._table.cells(row):
                if cell.row == row:
                    edits = tuple(self._put(cell, block.number))
                    words = words_with(cell, edits)
                    end = cell.row + cell.height
                    # How many indicators a goal has is its own.
                    height = end - (block.loop.last if end > block.loop.first > row else row)
                    yield cell, (in_block, cell.column, cell.width, height), words, edits

    def _put(self, cell: ReadCell, goal: int) -> Iterator[Edit]:
        """Give what is put into a cell, the goal called as in the loop; its name and points as well."""
        planned = self._edits.get(cell.place, ())
        for edit in planned:
            yield edit._replace(text=edit.text.replace(f"{GOALS}[{goal}].", f"{GOAL}."))
        if any(not edit.old and not edit.after for edit in planned):
            return
        for key, value in self._said(goal, cell.place).items():
            old = part_of(cell.text, value)
            if old and not any(solid(old) in solid(edit.old) for edit in planned):
                yield Edit(cell.place, written(f"{GOAL}.{key}"), old)

    def _said(self, goal: int, place: DocumentPlace) -> Mapping[str, object]:
        """Return what of a goal was read in a cell."""
        subject = self._looked.subject
        if subject is None:
            return {}
        every = ((key, (GOALS, goal, key)) for key in _SAID)
        return {key: subject.get(keys) for key, keys in every if subject.places.get(keys) == place}


def words_with(cell: ReadCell, edits: Sequence[Edit]) -> str:
    """Return what a cell will say, blanks aside."""
    words = solid(cell.text)
    for edit in edits:
        old = solid(edit.old or edit.after)
        behind = f"{old}{edit.text}" if edit.after and not edit.old else edit.text
        words = words.replace(old, behind, 1) if old else edit.text
    return words
