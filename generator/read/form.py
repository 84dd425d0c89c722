"""A table of a form, row by row: each row is what its labels say it is."""

import re

from generator.base.chinese import parse_date
from generator.base.toml import KeyPath
from generator.model.reading import DocumentKind, ReadTable
from generator.read import funds_block, goal_rows, indicator_block, project_list, tasks
from generator.read.bare_funds import bare_total
from generator.read.cell_kinds import looks_like_label
from generator.read.desk import Desk
from generator.read.fields import FieldTaker
from generator.read.funds_block import FundsBlock
from generator.read.headings import split_number
from generator.read.indicator_block import IndicatorBlock
from generator.read.labelled_line import LineReader
from generator.read.matrix import find_matrix, read_matrix
from generator.read.own_fields import LABEL
from generator.read.pairs import PairReader
from generator.read.record_table import find_records, read_records
from generator.read.rows import Spot, covering, spots
from generator.read.total_row import TotalRow
from generator.read.turned_funds import read_turned
from generator.read.values import is_nothing, number, one_line, squeezed, words

_LONGEST_TITLE = 60
_TITLE_ROWS = 2  # the rows at the top, from 0, in which a title may stand alone
_DATE = 12
NOTE, TITLE = "说明", "标题"


class FormReader:
    """Reads one table onto the desk."""

    def __init__(self, table: ReadTable, desk: Desk, kind: DocumentKind) -> None:
        self._table, self._desk, self._kind = table, desk, kind
        self._fields = FieldTaker(desk)
        self._lines = LineReader(desk, self._fields)
        self._pairs = PairReader(table, desk, kind, self._fields)
        self._totals = TotalRow(table, desk, kind)
        self._goal: KeyPath = ()
        self._title = ""  # of a part of the table

    def read(self) -> None:
        """Go through the rows from top to bottom."""
        row = 0
        while row < len(self._table.grid):
            row = max(row + 1, self._step(row))

    def _step(self, row: int) -> int:
        found = spots(self._table, row, self._desk.book)
        if all(s.text == "" for s in found):
            return row + 1
        after = self._block(row, found)
        return self._line(row, found) if after is None else after

    def _block(self, row: int, found: list[Spot]) -> int | None:
        """Read a block that a header opens; return the row behind it."""
        table, desk = self._table, self._desk
        if project_list.is_header(table, row, desk.book):
            return project_list.read(table, row, desk)
        if indicator_block.is_header(found):
            goal = self._numbered_goal(row) or self._goal or goal_rows.open_goal(desk)
            return IndicatorBlock(table, desk, self._kind).read(row, goal)
        if (goals := goal_rows.find_goals(table, row, desk.book)) is not None:
            return goal_rows.read_goals(goals, table, desk)
        matrix = find_matrix(table, row, desk.book)
        is_funds = funds_block.is_header(table, row, desk.book)
        if is_funds and not (matrix and self._has_other_funds(row)):
            return FundsBlock(table, desk).read(row)
        if matrix is not None:
            turned = read_turned(matrix, table, desk)
            return turned or read_matrix(matrix, table, desk)
        if (after := goal_rows.read_block(table, row, desk)) is not None:
            return after
        if tasks.is_header(found):
            return tasks.read(table, row, desk)
        if any(s.role == "plan" for s in found):
            return self._plan(row)
        if (records := find_records(table, row, desk.book)) is not None:
            return read_records(records, table, desk, self._title)
        return None

    def _numbered_goal(self, row: int) -> KeyPath:
        """Return the keys of the goal whose number stands beside the header of its indicators."""
        first = next(iter(self._table.cells(row)), None)
        if first is None or not goal_rows.is_numbered(first.text):
            return ()
        return goal_rows.read_numbered(first.text, first.place, self._desk)

    def _has_other_funds(self, row: int) -> bool:
        """Tell whether the money is read already, so that more amounts are a table of their own."""
        subject = self._desk.subject
        if subject is None or subject.get(("funds", "budget")) is None:
            return False
        found = covering(self._table, row, self._desk.book)
        return not any(s.role in ("funds", "fund-total") for s in found)

    def _line(self, row: int, found: list[Spot]) -> int:
        """Read a row that stands by itself; return the row behind it."""
        if goal := next((s for s in found if goal_rows.is_numbered(s.text)), None):
            self._goal = goal_rows.read_numbered(goal.text, goal.cell.place, self._desk)
        elif next((s.role for s in found if s.role), "") == "total":
            self._totals.read(row, found)
        elif not bare_total(self._table, self._desk, [s for s in found if s.role != "funds"]):
            rest, after = self._pairs.read(row, found)
            for spot in rest:
                self._unlabelled(row, spot, found)
            return after
        return row + 1

    def _unlabelled(self, row: int, spot: Spot, found: list[Spot]) -> None:
        """Look at words that no label announces: a title, a line with a colon, a known block."""
        desk, text = self._desk, spot.text
        head = next((s.role for s in covering(self._table, row, desk.book) if s.role), "")
        head = head or self._label_above(row)
        alone = sum(bool(s.text) for s in found) == 1
        is_wide = spot.cell.width >= self._table.width - 1
        # In a sheet a title often stands in the first cell, with nothing merged.
        is_title = is_wide or (alone and row <= _TITLE_ROWS)
        if is_title and desk.book.title_kind(text) and len(text) <= _LONGEST_TITLE:
            desk.open_title(one_line(text), spot.cell.place)
        elif self._fields.own.furnish(spot.cell):
            pass
        elif desk.book.phrases.is_note(text) and alone:
            desk.tally.furnish(spot.cell.place, NOTE)
        elif self._lines.read(spot.cell):
            pass
        elif head == "budget-and-purpose" and alone:
            desk.need().put(("funds", "purpose"), words(text), spot.cell.place)
        elif head in ("goals", "expected") and alone:
            self._fields.goal_text("expected", spot.cell)
        elif row <= _TITLE_ROWS and desk.note_coded_unit(text, spot.cell.place):
            pass
        elif alone and (day := parse_date(squeezed(text))) and len(squeezed(text)) <= _DATE:
            desk.draft.put_unit("date", day, spot.cell.place)
        elif is_wide and re.fullmatch(r"[（(]?(?:19|20)\d\d年度?[）)]?", squeezed(text)):
            desk.note_year(text)
            desk.tally.use(spot.cell.place, "year")
        elif is_wide and alone and split_number(text).style and looks_like_label(text, desk.book):
            desk.tally.furnish(spot.cell.place, TITLE)
            self._title = text
        elif spot.cell.height > 1 and spot.cell.column == 0 and not alone:
            desk.tally.furnish(spot.cell.place, LABEL)
        else:
            self._fields.leave(spot.cell, "没有认出的栏目名")

    def _label_above(self, row: int) -> str:
        """Return the block of a row whose first cell is blank, where merges are not told."""
        if self._kind == "word":
            return ""
        while row >= 0 and not self._table.grid[row][0].text.strip():
            row -= 1
        return self._desk.book.role(self._table.grid[row][0].text) if row >= 0 else ""

    def _plan(self, row: int) -> int:
        """Read a payment plan: dates above, percentages below."""
        subject = self._desk.need()
        for spot in spots(self._table, row, self._desk.book):
            below = self._table.at(row + 1, spot.cell.column)
            if spot.role == "plan" or spot.is_blank or below is None or is_nothing(below.text):
                continue
            share = number(below.text)
            if share is None or share < 0 or below.row != row + 1:
                self._fields.leave(spot.cell, "支出计划的下一行不是百分数")
                continue
            keys = ("funds", "plan", len(subject.get(("funds", "plan")) or []))
            subject.put((*keys, "by"), one_line(spot.text), spot.cell.place)
            subject.put((*keys, "percent"), share, below.place)
        return row + 2
