"""Rows of items that a scheme of the workspace scores: known by their names, read by their headings."""

from typing import NamedTuple

from generator.base.toml import KeyPath
from generator.model.foreign_document import ReadCell, ReadTable
from generator.model.item import Item
from generator.read.draft import SubjectDraft
from generator.read.label_book import LabelBook, normal
from generator.read.own_fields import LABEL, OwnFields
from generator.read.printed_values import number, one_line, words
from generator.read.reading_order import Desk
from generator.read.table_rows import own_cells

_ANSWERS = ("actual",)
_OF_SCHEME = ("weight", "method", "number")  # what the scheme prints beside an item
_REASONS = ("reason", "remark")
ANSWER, SCORE, REASON = "answer", "score", "reason"


class ItemTable(NamedTuple):
    """A header over items: the column of their names, the others by what they hold; and the rows."""

    name: int
    columns: tuple[tuple[ReadCell, str], ...]  # "" is a column of the scheme
    rows: range


def find_items(table: ReadTable, row: int, book: LabelBook) -> ItemTable | None:
    """Return the items whose header stands in a row, or the row itself when it has none."""
    if not book.items:
        return None
    if any(_item(c, book) for c in own_cells(table, row)):
        return ItemTable(-1, (), range(row, row + 1))
    heads = own_cells(table, row)
    below = own_cells(table, row + 1) if row + 1 < len(table.grid) else []
    named = next((c for c in below if _item(c, book)), None)
    if named is None or len(heads) < 2:
        return None
    columns = tuple(
        (head, role)
        for head in heads
        if not head.column <= named.column < head.end and (role := _role(head, book)) is not None
    )
    end = row + 1
    while end < len(table.grid) and _item_at(table, end, named.column, book) is not None:
        end += 1
    return ItemTable(named.column, columns, range(row + 1, end)) if columns else None


def read_items(found: ItemTable, table: ReadTable, desk: Desk) -> int:
    """Read the rows; return the row behind them."""
    if found.name < 0:
        _read_pairs(table, found.rows.start, desk)
        return found.rows.stop
    for head in own_cells(table, found.rows.start - 1):
        desk.tally.furnish(head.place, LABEL)
    writer = _Writer(desk)
    for row in found.rows:
        item = _item_at(table, row, found.name, desk.book)
        named = table.at(row, found.name)
        if item is None or named is None:
            continue
        desk.tally.furnish(named.place, LABEL)
        for head, role in found.columns:
            cell = table.at(row, head.column)
            if cell is not None and cell.row == row and cell is not named:
                writer.put(item, role, cell, head.text)
        for cell in own_cells(table, row):
            if cell.end <= named.column:
                desk.tally.furnish(cell.place, LABEL)  # the part of the score, a number
    return found.rows.stop


def _read_pairs(table: ReadTable, row: int, desk: Desk) -> None:
    """Read items that stand beside their values, without a header."""
    writer, item = _Writer(desk), None
    for cell in own_cells(table, row):
        if (known := _item(cell, desk.book)) is not None:
            item = known
            desk.tally.furnish(cell.place, LABEL)
        elif item is not None and cell.text.strip():
            is_score = number(cell.text) is not None and item.judge != "answer"
            writer.put(item, SCORE if is_score else ANSWER, cell, "")
        elif cell.text.strip():
            desk.leave(cell.place, cell.text, "没有认出的栏目名")


class _Writer:
    """Writes what cells say of items into the open subject."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._subject, self._own = desk, desk.need(), OwnFields(desk)

    def put(self, item: Item, role: str, cell: ReadCell, heading: str) -> None:
        """Write a cell: what the scheme prints is furniture where it is just that."""
        if self._own.furnish(cell):
            return
        if not role:
            self._of_scheme(item, cell, heading)
            return
        keys = answer_keys(self._subject, item)
        if role == SCORE:
            value = number(cell.text)
            if value is None:
                self._desk.leave(cell.place, cell.text, "不是数")
                return
            if item.judge != "answer":
                self._subject.put((*keys, SCORE), value, cell.place)
            self._subject.put((*keys, "stated", SCORE), value, cell.place)
        else:
            text = one_line(cell.text) if role == ANSWER else words(cell.text)
            self._subject.put((*keys, role), text, cell.place)

    def _of_scheme(self, item: Item, cell: ReadCell, heading: str) -> None:
        value = number(cell.text)
        is_its = normal(cell.text) == normal(item.standard) or value == item.weight
        if is_its:
            self._desk.tally.furnish(cell.place, LABEL)
        else:
            self._desk.leave(cell.place, cell.text, f"与方案里“{item.name}”的{heading}不同")


def answer_keys(subject: SubjectDraft, item: Item) -> KeyPath:
    """Return the keys of what is said of an item, opening its table."""
    said = subject.values.setdefault("item", [])
    for index, one in enumerate(said):
        if one["name"] == item.name:
            return ("item", index)
    said.append({"name": item.name})
    return ("item", len(said) - 1)


def _item(cell: ReadCell, book: LabelBook) -> Item | None:
    return book.items.get(normal(cell.text)) if cell.text.strip() else None


def _item_at(table: ReadTable, row: int, column: int, book: LabelBook) -> Item | None:
    cell = table.at(row, column)
    return _item(cell, book) if cell is not None and cell.row == row else None


def _role(head: ReadCell, book: LabelBook) -> str | None:
    """Tell what stands below a heading (nothing: nobody knows)."""
    if normal(head.text) in book.phrases.words("answer-head"):
        return ANSWER
    likely = book.columns.likeness(head.text)
    role = max(likely, key=lambda one: likely[one], default="")
    if role in _OF_SCHEME:
        return ""
    known = {SCORE: SCORE, **dict.fromkeys(_ANSWERS, ANSWER), **dict.fromkeys(_REASONS, REASON)}
    return known.get(role)
