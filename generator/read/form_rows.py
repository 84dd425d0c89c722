"""A table of a form, row by row: each row is what its labels say it is."""

from generator.base.toml import KeyPath
from generator.model.foreign_document import DocumentKind, ReadCell, ReadTable
from generator.read import (
    funds_block,
    goal_rows,
    numbered_goals,
    payment_plan,
    project_list,
    record_table,
    tasks,
)
from generator.read.answer_column import find_answers, read_answers
from generator.read.bare_funds import bare_total
from generator.read.cell_kinds import numbered_goal
from generator.read.choice_table import find_choices, read_choices
from generator.read.execution_row import read_execution
from generator.read.funds_block import FundsBlock
from generator.read.goal_blocks import read_block
from generator.read.goal_heads import goal_heads
from generator.read.goal_lines import goal_labels
from generator.read.header_band import Bands
from generator.read.indicator_block import IndicatorBlock
from generator.read.item_rows import find_items, read_items
from generator.read.label_pairs import PairReader
from generator.read.labelled_values import FieldTaker
from generator.read.loose_cell import LooseCells
from generator.read.matrix import find_matrix, read_matrix
from generator.read.numbered_lines import without_count
from generator.read.own_fields import LABEL, OwnFields
from generator.read.paired_funds import find_paired, read_paired
from generator.read.reading_order import Desk
from generator.read.strip_funds import find_strips, read_strips
from generator.read.table_rows import Spot, covering, spots
from generator.read.total_block import read_total_block
from generator.read.total_row import TotalRow
from generator.read.turned_funds import read_turned
from generator.read.twin_blocks import find_twins, read_twins, without

_PAIR = 2


class FormReader:
    """Reads one table onto the desk."""

    def __init__(self, table: ReadTable, desk: Desk, kind: DocumentKind) -> None:
        if (twins := find_twins(table, desk)) is not None:
            read_twins(twins, table, desk)
            table = without(table, twins)
        self._table, self._desk, self._kind = table, desk, kind
        fields = FieldTaker(desk)
        self._loose = LooseCells(table, desk, kind, fields)
        self._pairs = PairReader(table, desk, kind, fields)
        self._bands = Bands(table, desk.lens, desk.band)
        self._totals = TotalRow(table, desk, kind, self._bands)
        self._goal: KeyPath = ()
        self._goal_heads = goal_heads(table, self._bands)
        self._goal_labels = goal_labels(table, self._bands)

    def read(self) -> None:
        """Go through the rows from top to bottom."""
        row = 0
        while row < len(self._table.grid) and not self._is_late(row):
            row = max(row + 1, self._step(row))
        self._desk.band = self._bands.last()

    def _is_late(self, row: int) -> bool:
        """Tell whether there is no time for a row and those below it."""
        own = next((c for c in self._table.cells(row) if c.row == row), None)
        return own is not None and self._desk.is_late(own.place)

    def _step(self, row: int) -> int:
        found = spots(self._table, row, self._desk.book)
        if all(s.text == "" for s in found):
            return row + 1
        if found[0].cell is self._goal_labels.get(row):
            return self._line(row, found)
        for block in (
            self._items,
            self._indicators,
            self._goals,
            self._money,
            self._plans,
            self._records,
        ):
            after = block(row, found)
            if after is not None:
                return after
        return self._line(row, found)

    def _items(self, row: int, found: list[Spot]) -> int | None:
        """Read items that a scheme of the workspace scores."""
        del found
        items = find_items(self._table, row, self._desk.book)
        if items is None:
            return None
        band = self._bands.at(row)
        # Indicators of another scheme may bear the name of an item: one among others is none.
        is_of_indicators = band is not None and items.rows.stop < band.end
        return None if is_of_indicators else read_items(items, self._table, self._desk)

    def _indicators(self, row: int, found: list[Spot]) -> int | None:
        """Read a list of projects, or a block of indicators, which a header opens."""
        del found
        table, desk = self._table, self._desk
        if project_list.is_header(table, row, desk.book):
            return project_list.read(table, row, desk)
        if (band := self._bands.at(row)) is not None:
            if row < band.bottom - 1 and (below := self._numbered_goal(band.bottom - 1)):
                self._goal = below
            goal = self._numbered_goal(row) or self._goal or numbered_goals.open_goal(desk)
            return IndicatorBlock(table, desk, self._kind).read(band, goal)
        return None

    def _numbered_goal(self, row: int) -> KeyPath:
        """Return the keys of the goal whose number stands beside the header of its indicators."""
        first = next(iter(self._table.cells(row)), None)
        if first is None or first.row != row or not self._begins_goal(first):
            return ()
        return numbered_goals.read_numbered(first.text, first.place, self._desk)

    def _begins_goal(self, cell: ReadCell) -> bool:
        is_head = cell in (self._goal_heads.get(cell.row), self._goal_labels.get(cell.row))
        return is_head or numbered_goal(cell.text) is not None

    def _goals(self, row: int, found: list[Spot]) -> int | None:
        """Read goals that a header opens, or that stand beside one label."""
        del found
        goals = goal_rows.find_goals(self._table, row, self._desk.book)
        if goals is not None:
            return goal_rows.read_goals(goals, self._table, self._desk)
        return read_block(self._table, row, self._desk)

    def _money(self, row: int, found: list[Spot]) -> int | None:
        """Read the block of the money, or another table of rows by columns."""
        table, desk = self._table, self._desk
        if tasks.is_header(found):
            return None  # the amounts are those of the tasks
        if (paired := find_paired(table, row, desk.book)) is not None:
            return read_paired(paired, table, desk)
        if (strips := find_strips(table, row, desk.book)) is not None:
            return read_strips(strips, table, desk)
        matrix = find_matrix(table, row, desk.book)
        is_funds = funds_block.is_header(table, row, desk.book)
        if is_funds and not (matrix and self._has_other_funds(row)):
            return FundsBlock(table, desk).read(row)
        if matrix is None:
            return None
        return read_turned(matrix, table, desk) or read_matrix(matrix, table, desk)

    def _has_other_funds(self, row: int) -> bool:
        """Tell whether the money is read already, so that more amounts are a table of their own."""
        subject = self._desk.subject
        if subject is None or subject.get(("funds", "budget")) is None:
            return False
        found = covering(self._table, row, self._desk.book)
        return not any(s.role in ("funds", "fund-total") for s in found)

    def _plans(self, row: int, found: list[Spot]) -> int | None:
        """Read tasks, or a payment plan."""
        if tasks.is_header(found):
            return tasks.read(self._table, row, self._desk)
        if any(s.role == "plan" for s in found):
            return payment_plan.read(self._table, row, self._desk)
        return None

    def _records(self, row: int, found: list[Spot]) -> int | None:
        """Read questions with a tick each, or a table of records."""
        del found
        choices = find_choices(self._table, row, self._desk.book)
        if choices is not None:
            return read_choices(choices, self._table, self._desk)
        answers = find_answers(self._table, row, self._desk.book)
        if answers is not None:
            return read_answers(answers, self._table, self._desk)
        records = record_table.find_records(self._table, row, self._desk.book)
        if records is None:
            return None
        return record_table.read_records(records, self._table, self._desk, self._loose.heading)

    def _goal_texts(self, beside: list[Spot]) -> None:
        """Read the texts beside a numbered goal: what was planned, what was achieved behind its label."""
        own, label, book = OwnFields(self._desk), None, self._desk.book
        is_pair = len(beside) == _PAIR and bool(goal_rows.goal_role(beside[0].text, book))
        for number, spot in enumerate(beside):
            named = spot._replace(cell=spot.cell._replace(text=without_count(spot.text)))
            is_numbered = named.text != spot.text and goal_rows.goal_role(named.text, book)
            is_label = spot.text and book.like(spot.text) in goal_rows.LABELS
            if spot.role or is_label or is_numbered or (is_pair and not number):
                label = named if is_numbered else spot
                self._desk.tally.furnish(spot.cell.place, LABEL)
            elif spot.text and not own.furnish(spot.cell):
                numbered_goals.put_beside(self._goal, label, spot.cell, self._desk)
                label = None

    def _line(self, row: int, found: list[Spot]) -> int:
        """Read a row that stands by itself; return the row behind it."""
        if goal := next((s for s in found if self._begins_goal(s.cell)), None):
            self._goal = numbered_goals.read_numbered(goal.text, goal.cell.place, self._desk)
            self._goal_texts(found[found.index(goal) + 1 :])
            if goal.cell in self._goal_labels.values():
                return self._listed(goal.cell)
        elif (after := read_total_block(self._table, row, found, self._desk)) is not None:
            return after
        elif next((s.role for s in found if s.role), "") == "total":
            return self._total(row, found)
        elif read_execution(found, self._bands.above(row), self._desk):
            return row + 1
        elif not bare_total(self._table, self._desk, [s for s in found if s.role != "funds"]):
            return self._labelled(row, found)
        return row + 1

    def _listed(self, label: ReadCell) -> int:
        """Read what else stands beside the label of a goal in a list; what follows is of all goals."""
        for row in range(label.row + 1, label.row + label.height):
            self._goal_texts(spots(self._table, row, self._desk.book))
        self._goal = ()
        return label.row + label.height

    def _total(self, row: int, found: list[Spot]) -> int:
        """Read the line of the total, and the labels with their values that stand behind it."""
        label = next(n for n, s in enumerate(found) if s.role == "total")
        end = next((n for n, s in enumerate(found) if n > label and s.role), len(found))
        self._totals.read(row, found[:end])
        return self._labelled(row, found[end:]) if end < len(found) else row + 1

    def _labelled(self, row: int, found: list[Spot]) -> int:
        """Read labels and their values; return the row behind them."""
        rest, after = self._pairs.read(row, found)
        for spot in rest:
            self._loose.read(row, spot, found)
        return after
