"""Labels and the values beside them; a label that nobody knows is told by how it stands."""

from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from generator.model.foreign_document import DocumentKind, ReadCell, ReadTable
from generator.read.cell_kinds import is_question, label_points, looks_like_label
from generator.read.execution_label import points_of_execution
from generator.read.label_book import normal, points_in
from generator.read.labelled_values import FieldTaker
from generator.read.loose_cell import EXECUTION
from generator.read.own_fields import LABEL
from generator.read.printed_values import number
from generator.read.reading_order import Desk
from generator.read.table_rows import BLOCKS, Spot, spots

_AMOUNT_OF_NONE = "不知道是哪一个总额里的"
_HALF = 0.5  # the step by which points go
_SURE, _LIKELY = 5 * _HALF, 3 * _HALF
_NARROW = 6  # columns of a table of labels and values that has nothing to merge
# Labels beside which stands a name: a figure there is something else.
_NAMES = frozenset(
    ("project-name", "department-name", "unit-name", "authority", "implementer", "overview")
)
_POINTS = ("weight", "score")
# Columns of tables: beside them stand other columns, and no value says where a label may stand.
_COLUMNS = frozenset(("level1", "level2", "name", "target", "actual", "class", "sign"))


class Owner(NamedTuple):
    """An amount that rows below may break down: its label, what is left of it, whether they began."""

    name: str
    left: Decimal
    is_open: bool = False


class PairReader:
    """Reads the rows of one table that are labels and values."""

    def __init__(
        self, table: ReadTable, desk: Desk, kind: DocumentKind, fields: FieldTaker
    ) -> None:
        self._table, self._desk, self._kind, self._fields = table, desk, kind, fields
        self._owners: dict[int, Owner] = {}  # by column

    def read(self, row: int, found: list[Spot]) -> tuple[list[Spot], int]:
        """Read a row; return the cells that are neither label nor value, and the row behind it."""
        rest: list[Spot] = []
        index, after, is_execution = 0, row + 1, False
        self._fields.names_project = any(s.role == "project-name" for s in found)
        if self._is_block(found):
            self._desk.tally.furnish(found[0].cell.place, LABEL)
            found = found[1:]
        while index < len(found):
            spot = self._named(found, index)
            index += 1
            if spot.text == "" or spot.role in BLOCKS:
                if spot.role == "funds":
                    self._note_unit(spot)
                continue
            if spot.role == "":
                rest.append(spot)
                continue
            if not found[index - 1].role:
                self._desk.tally.furnish(spot.cell.place, LABEL)
            value, index = self._value_of(found, index)
            if value is None and (below := self._below(row, found)) is not None:
                value, after = below, max(after, row + 2)
            if is_execution and (role := self._points_of_execution(spot, value)) and value:
                self._fields.execution(role, value)
                self._note_weight(spot, role)
            else:
                self._put(spot, value, found)
            is_execution = is_execution or spot.role in EXECUTION
        return rest, after

    def _put(self, spot: Spot, value: ReadCell | None, found: list[Spot]) -> None:
        """Take a value for what its label says, or keep it under the label."""
        if self._is_of_none(spot, found):
            if value is not None:
                self._fields.leave(value, _AMOUNT_OF_NONE)
        elif spot.role == "unknown" or self._is_of_other(spot) or self._is_amount(spot, value):
            self._own(spot, value)
        else:
            self._note_owner(spot, value)
            self._fields.take(spot, value)

    def _is_of_none(self, spot: Spot, found: list[Spot]) -> bool:
        """Tell a source that stands in the row again, there alone below an amount that it is of.

        What it breaks down itself was read by another door: the amount of several years, as a rule.
        """
        if spot.role != "fund-source" or spot.cell.column in self._owners:
            return False
        name = self._desk.book.part_name(spot.text)
        beside = (s for s in found if s.role == spot.role and s.cell.column in self._owners)
        return any(self._desk.book.part_name(s.text) == name for s in beside)

    def _is_block(self, found: list[Spot]) -> bool:
        """Tell the label of a block: it reaches down beside rows that have labels of their own."""
        said = [s for s in found if s.text]
        if len(said) < 3 or said[0] is not found[0] or found[0].cell.height < 2:
            return False
        _, label, value, *_ = said
        is_pair = looks_like_label(label.text, self._desk.book) and not label.role
        return is_pair and not looks_like_label(value.text, self._desk.book) and len(said) == 3

    def _is_of_other(self, spot: Spot) -> bool:
        """Tell a source that breaks down an amount of several years, which stands above it."""
        owner = self._owners.get(spot.cell.column)
        is_source = spot.role == "fund-source" and owner is not None
        return is_source and self._desk.book.phrases.is_of_years(owner.name if owner else "")

    def _points_of_execution(self, spot: Spot, value: ReadCell | None) -> str:
        """Return which points of the execution a label beside its rate names: 执行得分 | 9.88."""
        if value is None:
            return ""
        if role := points_of_execution(spot.text, self._desk.book):
            return role
        if spot.role in _POINTS:
            return spot.role
        is_figure = spot.role == "unknown" and number(value.text) is not None
        return self._desk.book.likely(spot.text, _POINTS) if is_figure else ""

    def _note_weight(self, spot: Spot, role: str) -> None:
        """Take the points of the execution that the label of its score names: 执行率得分（10分）."""
        points = points_in(spot.text)
        if role == "score" and points is not None:
            self._desk.need().put(("funds", "stated", "weight"), points, spot.cell.place)

    def _is_amount(self, spot: Spot, value: ReadCell | None) -> bool:
        """Tell the label of an amount that is called much as one of a name: 项目支出 | 6600.

        So is the heading of a list of such amounts: 支出项目 | 金额.
        """
        if spot.role not in _NAMES or value is None:
            return False
        book = self._desk.book
        is_heading = normal(value.text) in book.phrases.words("bare-amount")
        return is_heading or book.money.is_figure(value.text)

    def _named(self, found: list[Spot], index: int) -> Spot:
        """Return a cell with its role; words that nobody knows may be a label all the same."""
        spot = found[index]
        if spot.role or self._desk.book.phrases.says_nothing(spot.text):
            return spot
        if points_of_execution(spot.text, self._desk.book):
            return Spot(spot.cell, "unknown")
        points = self._points(found, index)
        if points >= _LIKELY and (like := self._desk.book.like(spot.text)):
            return Spot(spot.cell, like)
        is_sure = points >= _SURE or (points > 0 and self._is_of_years(found, index))
        return Spot(spot.cell, "unknown") if is_sure else spot

    def _is_of_years(self, found: list[Spot], index: int) -> bool:
        """Tell the label of an amount of several years, which stands beside that of the year."""
        following = found[index + 1] if index + 1 < len(found) else None
        book = self._desk.book
        is_figure = following is not None and book.money.is_figure(following.text)
        return is_figure and book.phrases.is_of_years(found[index].text)

    def _points(self, found: list[Spot], index: int) -> float:
        """Weigh how surely a cell is a label: its words, where it stands, what stands beside it."""
        spot = found[index]
        points = label_points(spot.text, self._desk.book)
        if points < 0:
            return points
        following = found[index + 1] if index + 1 < len(found) else None
        if following is None or (following.role and following.role not in BLOCKS):
            return points - 0.5
        if following.text == spot.text:
            return -1.0  # a merged value that a sheet says in each of its cells
        beyond = next((s for s in found[index + 1 :] if s.text), following)
        are_pairs = _is_pair(spot.text, self._desk) and _is_pair(beyond.text, self._desk)
        if are_pairs or _holds_pair(following.text, self._desk):
            return points - 2.0
        if self._desk.book.money.unit_in(spot.text):  # 预算安排（元） names an amount
            points += 1.0 if self._desk.book.money.is_figure(following.text) else 0.0
        boxes = self._desk.book.phrases.ticked(following.text)
        points += 1.0 if boxes is not None else 0.0
        points += 1.0 if index == 0 else 0.0
        points += 1.0 if spot.cell.column in self._label_columns else 0.0
        is_even = index % 2 == 0 and _said(found) % 2 == 0
        points += 0.5 if is_even else -0.5
        points += 1.0 if is_even and _are_in_turn(found, index) else 0.0
        points += 0.5 if len(following.text) > len(spot.text) else 0.0
        return points

    @cached_property
    def _is_merged(self) -> bool:
        """Tell whether wide cells are merged: a blank beside a label is then the value."""
        wide = any(c.width > 1 for row in self._table.grid for c in row)
        return self._kind == "word" and (wide or self._table.width <= _NARROW)

    @cached_property
    def _label_columns(self) -> frozenset[int]:
        """The columns in which labels that we know stand beside their values."""
        found: set[int] = set()
        for row in range(len(self._table.grid)):
            line = spots(self._table, row, self._desk.book)
            for spot, following in pairwise(line):
                is_value = following.role == "" and not looks_like_label(
                    following.text, self._desk.book
                )
                if spot.role and spot.role not in _COLUMNS and is_value:
                    found.add(spot.cell.column)
        return frozenset(found)

    def _value_of(self, found: list[Spot], index: int) -> tuple[ReadCell | None, int]:
        """Return the cell beside a label; in a grid without merges blanks lie between."""
        while index < len(found):
            spot = found[index]
            if spot.role and spot.role not in BLOCKS:
                return None, index
            if self._is_header(found, index):
                return None, index
            if spot.text or self._is_merged:
                return spot.cell, index + 1
            index += 1
        return None, index

    def _is_header(self, found: list[Spot], index: int) -> bool:
        """Tell a label among values: words much like a label that we know, with a cell behind them."""
        text = found[index].text
        is_last = index + 1 >= _said(found)
        if not text or is_last or found[index].role in BLOCKS:
            return False
        return bool(self._desk.book.like(text)) and looks_like_label(text, self._desk.book)

    def _below(self, row: int, found: list[Spot]) -> ReadCell | None:
        """Return the words below a label that has its row for itself."""
        said = [s for s in found if s.text]
        if len(said) != 1 or row + 1 >= len(self._table.grid):
            return None
        below = [s for s in spots(self._table, row + 1, self._desk.book) if s.text]
        if len(below) != 1 or below[0].role or below[0].cell.column > said[0].cell.column:
            return None
        is_alike = below[0].cell.width == said[0].cell.width or self._kind != "word"
        return below[0].cell if is_alike else None

    def _own(self, spot: Spot, value: ReadCell | None) -> None:
        """Keep a field; amounts below 其中 are those of the label above."""
        column, book = spot.cell.column, self._desk.book
        if value is None:
            return
        owner = self._owners.get(column)
        part = book.money.amount(value.text, "元")
        is_part = owner is not None and (owner.is_open or book.phrases.is_part(spot.text))
        is_within = owner is not None and part is not None and is_part and part <= owner.left
        if owner is not None and part is not None and (is_within or self._is_of_other(spot)):
            self._owners[column] = Owner(owner.name, owner.left - part, is_open=part < owner.left)
            self._fields.own.put(f"{owner.name}·{book.part_name(spot.text)}", value)
            return
        self._note_owner(spot, value)
        self._fields.own.put(spot.text, value)
        self._fields.claims(value)

    def _note_owner(self, spot: Spot, value: ReadCell | None) -> None:
        """Remember the label of an amount, which rows below may break down."""
        whole = self._desk.book.money.amount(value.text, "元") if value is not None else None
        if whole is not None:
            self._owners[spot.cell.column] = Owner(self._fields.own.name_of(spot.text), whole)
        else:
            self._owners.pop(spot.cell.column, None)

    def _note_unit(self, spot: Spot) -> None:
        """Take the unit of the amounts from the label of the block."""
        if (subject := self._desk.subject) is not None and not subject.money_unit:
            self._desk.note_money_unit(spot.text)


def _are_in_turn(found: list[Spot], index: int) -> bool:
    """Tell a row in which every second cell but one is a label that we know, and no other cell is."""
    said = found[: _said(found)]
    others = [s for n, s in enumerate(said) if n % 2 == 0 and n != index]
    are_known = all(
        (s.role and s.role not in _COLUMNS | BLOCKS) or is_question(s.text) for s in others
    )
    return bool(others) and are_known and not any(s.role for s in said[1::2])


def _said(found: list[Spot]) -> int:
    """Count the cells of a row up to the last one that says something."""
    return max((n for n, s in enumerate(found, 1) if s.text), default=0)


def _is_pair(text: str, desk: Desk) -> bool:
    """Tell whether a cell is a label with its value, whoever knows the label: 财务负责人：某某."""
    label, colon, said = text.replace(":", "：").partition("：")
    is_part = desk.book.phrases.is_part(text)
    return bool(colon and said.strip()) and not is_part and looks_like_label(label, desk.book)


def _holds_pair(text: str, desk: Desk) -> bool:
    """Tell whether a cell has a label of its own in it: 单位：元."""
    label, colon, _ = text.replace(":", "：").partition("：")
    return bool(colon) and bool(desk.book.role(label))
