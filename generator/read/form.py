"""A table of a form, row by row: each row is what its labels say it is."""

import re

from generator.base.toml import KeyPath
from generator.model.reading import DocumentKind, ReadCell, ReadTable
from generator.read import funds_block, goal_rows, project_list, tasks
from generator.read.desk import Desk
from generator.read.draft import SubjectDraft
from generator.read.fields import FieldTaker
from generator.read.funds_block import FundsBlock
from generator.read.header_band import Bands
from generator.read.indicator_block import IndicatorBlock
from generator.read.rows import BLOCKS, Column, Spot, covering, spots
from generator.read.values import is_nothing, labelled_parts, number, one_line, squeezed, words

_PAIR = re.compile(r"([^:：]{2,14})[:：](.*)", re.DOTALL)
_NOTES = ("备注", "注:", "注：", "说明:", "说明：", "填表说明")
_LABELLED = 60  # longer words are no label, even with a colon behind the first of them
_TITLE_ROWS = 2  # the rows at the top, from 0, in which a title may stand alone


class FormReader:
    """Reads one table onto the desk."""

    def __init__(self, table: ReadTable, desk: Desk, kind: DocumentKind) -> None:
        self._table, self._desk, self._kind = table, desk, kind
        self._fields = FieldTaker(desk)
        self._bands = Bands(table, desk.lens, desk.band)
        self._goal: KeyPath = ()

    def read(self) -> None:
        """Go through the rows from top to bottom."""
        row = 0
        while row < len(self._table.grid):
            row = max(row + 1, self._step(row))
        self._desk.band = self._bands.last()

    def _step(self, row: int) -> int:
        found = spots(self._table, row, self._desk.book)
        if all(s.text == "" for s in found):
            return row + 1
        after = self._block(row, found)
        if after is None:
            self._line(row, found)
        return after or row + 1

    def _block(self, row: int, found: list[Spot]) -> int | None:
        """Read a block that a header opens; return the row behind it."""
        if project_list.is_header(self._table, row, self._desk.book):
            return project_list.read(self._table, row, self._desk)
        if (band := self._bands.at(row)) is not None:
            block = IndicatorBlock(self._table, self._desk, self._kind)
            return block.read(band, self._goal or goal_rows.open_goal(self._desk))
        if funds_block.is_header(found):
            return FundsBlock(self._table, self._desk).read(row)
        if goal_rows.is_header(found):
            return goal_rows.read(self._table, row, self._desk)
        if tasks.is_header(found):
            return tasks.read(self._table, row, self._desk)
        if any(s.role == "plan" for s in found):
            return self._plan(row)
        return None

    def _line(self, row: int, found: list[Spot]) -> None:
        """Read a row that stands by itself."""
        if goal := next((s for s in found if goal_rows.is_numbered(s.text)), None):
            self._goal = goal_rows.read_numbered(goal.text, goal.cell.place, self._desk)
        elif next((s.role for s in found if s.role), "") == "total":
            self._total(row, found)
        elif not FundsBlock(self._table, self._desk).bare_total(
            [s for s in found if s.role != "funds"]
        ):
            self._pairs(row, found)

    def _pairs(self, row: int, found: list[Spot]) -> None:
        """Read labels and the values beside them."""
        index = 0
        while index < len(found):
            spot = found[index]
            index += 1
            if spot.text == "" or spot.role in BLOCKS:
                if spot.role == "funds":
                    self._note_unit(spot)
                continue
            if spot.role == "":
                self._unlabelled(row, spot, found)
                continue
            value, index = self._value_of(found, index)
            self._fields.take(spot, value)

    def _value_of(self, found: list[Spot], index: int) -> tuple[ReadCell | None, int]:
        """Return the cell beside a label; in a grid without merges blanks lie between."""
        while index < len(found):
            spot = found[index]
            if spot.role and spot.role not in BLOCKS:
                return None, index
            if spot.text or self._kind == "word":
                return spot.cell, index + 1
            index += 1
        return None, index

    def _note_unit(self, spot: Spot) -> None:
        """Take the unit of the amounts from the label of the block."""
        if (subject := self._desk.subject) is not None and not subject.money_unit:
            self._desk.note_money_unit(spot.text)

    def _unlabelled(self, row: int, spot: Spot, found: list[Spot]) -> None:
        """Look at words that no label announces: a title, a line with a colon, a known block."""
        desk, text = self._desk, spot.text
        head = next((s.role for s in covering(self._table, row, desk.book) if s.role), "")
        head = head or self._label_above(row)
        alone = sum(bool(s.text) for s in found) == 1
        is_wide = spot.cell.width >= self._table.width - 1
        # In a sheet a title often stands in the first cell, with nothing merged.
        is_title = is_wide or (alone and row <= _TITLE_ROWS)
        if is_title and desk.book.title_kind(text) and len(text) <= _LABELLED:
            desk.open_title(one_line(text), spot.cell.place)
        elif self._labelled(spot) or squeezed(text).startswith(_NOTES):
            pass
        elif head == "budget-and-purpose" and alone:
            desk.need().put(("funds", "purpose"), words(text), spot.cell.place)
        elif head in ("goals", "expected") and alone:
            self._fields.goal_text("expected", spot.cell)
        elif row <= 2 and desk.note_coded_unit(text, spot.cell.place):
            pass
        elif is_wide and re.fullmatch(r"[（(]?(?:19|20)\d\d年度?[）)]?", squeezed(text)):
            desk.note_year(text)
        else:
            self._fields.leave(spot.cell, "没有认出的栏目名")

    def _labelled(self, spot: Spot) -> bool:
        """Take labels that stand with their values in one cell."""
        desk, is_taken = self._desk, False
        for part in labelled_parts(spot.text):
            pair = _PAIR.fullmatch(part) if len(part) <= _LABELLED else None
            if pair and (role := desk.book.role(pair[1])):
                inside = ReadCell(pair[2], spot.cell.place, spot.cell.row, spot.cell.column)
                self._fields.take(Spot(spot.cell, role), inside)
                desk.note_year(part)
                is_taken = True
            elif pair and desk.note_money_unit(part):
                is_taken = True
        return is_taken

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

    def _total(self, row: int, found: list[Spot]) -> None:
        """Read the line of the total: the weight, then the score."""
        subject = self._desk.need()
        label = next(s for s in found if s.role == "total")
        points = [
            (s, value)
            for s in found
            if s.cell.column > label.cell.column and (value := number(s.text)) is not None
        ]
        others = sum(not s.is_blank for s in found) - 1
        if self._kind == "text" and others != len(points):
            points = []  # other words ran into the row: what is what cannot be told
        columns = self._header_above(row)
        for spot, value in points:
            role = next((r for r, c in columns.items() if c.start <= spot.cell.column < c.end), "")
            if role in ("weight", "score"):
                key = "weight" if role == "weight" else "total"
            elif len(points) == 2 and (not columns or self._kind == "text"):
                key = "weight" if spot is points[0][0] else "total"
            elif len(points) == 1:
                key = "total"
            else:
                self._fields.leave(spot.cell, "总分一行里说不准是分值还是得分")
                continue
            subject.put(("stated", key), value, spot.cell.place)
        for spot in found:
            if spot is label or spot.is_blank or any(spot is s for s, _ in points):
                continue
            self._total_word(spot, subject)

    def _total_word(self, spot: Spot, subject: SubjectDraft) -> None:
        if len(spot.text) <= 4 and spot.role == "" and number(spot.text) is None:
            subject.put(("stated", "grade"), spot.text, spot.cell.place)
        elif spot.role == "":
            self._fields.leave(spot.cell, "没有认出的栏目名")

    def _header_above(self, row: int) -> dict[str, Column]:
        band = self._bands.above(row)
        chosen = [c for c in band.choices if c.role in ("weight", "score")] if band else []
        return {c.role: Column(c.role, c.strip.start, c.strip.end, c.strip.heading) for c in chosen}
