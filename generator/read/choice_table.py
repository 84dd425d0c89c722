"""Questions answered by a tick in one of several columns: 问题 | 是 | 否."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.label_book import LabelBook
from generator.read.own_fields import LABEL, OwnFields
from generator.read.printed_values import one_line, squeezed
from generator.read.reading_order import Desk
from generator.read.table_rows import leaf_heads

_LONGEST_OPTION, _SHORTEST_QUESTION = 6, 2


class ChoiceTable(NamedTuple):
    """A header: its options, the column of the questions, other columns, words over them; and its rows."""

    options: tuple[ReadCell, ...]
    question: ReadCell
    others: tuple[ReadCell, ...]
    above: tuple[ReadCell, ...]
    rows: range


def find_choices(table: ReadTable, row: int, book: LabelBook) -> ChoiceTable | None:
    """Return the questions whose header stands in a row, or in it and the one below."""
    leaf, heads, above = leaf_heads(table, row)
    marks = _Marks(table, book)
    options = [c for c in heads if len(squeezed(c.text)) <= _LONGEST_OPTION and c.column > 0]
    options = [c for c in options if not book.role(c.text) and marks.begins(leaf + 1, c)]
    first = next((c for c in options if marks.has_tick(leaf + 1, c)), None)
    if first is None or len(options) < 2:
        return None
    rows = range(leaf + 1, marks.end(leaf + 1, options))
    left = [c for c in heads if c.column < options[0].column]
    question = max(left, key=lambda c: marks.length(rows, c, options), default=None)
    answered = sum(marks.answers(at, options) for at in rows)
    if question is None or marks.length(rows, question, options) < _SHORTEST_QUESTION * answered:
        return None
    others = tuple(c for c in heads if c is not question and c not in options)
    return ChoiceTable(tuple(options), question, others, above, rows)


def read_choices(found: ChoiceTable, table: ReadTable, desk: Desk) -> int:
    """Keep each question as a field whose text is the heading of its tick; return the row behind."""
    own, ticks = OwnFields(desk), desk.book.phrases.words("tick")
    for head in (*found.above, *found.options, found.question, *found.others):
        desk.tally.furnish(head.place, LABEL)
    for row in found.rows:
        asked = table.at(row, found.question.column)
        if asked is None or not asked.text.strip():
            continue
        desk.tally.furnish(asked.place, LABEL)
        if asked.end > found.options[0].column:
            continue  # words over the questions below them
        name = own.name_of(asked.text)
        cells = [(head, table.at(row, head.column)) for head in found.options]
        said = [(h, c) for h, c in cells if c is not None and squeezed(c.text) in ticks]
        for _, cell in cells:
            if cell is not None and cell.text.strip():
                desk.tally.use(cell.place, f"fields.{name}")
        if said:
            chosen = "、".join(one_line(head.text) for head, _ in said)
            own.answer(name, chosen, said[0][1].place)
        _keep_others(found, table, row, name, own)
    return found.rows.stop


def _keep_others(found: ChoiceTable, table: ReadTable, row: int, name: str, own: OwnFields) -> None:
    for head in found.others:
        cell = table.at(row, head.column)
        if cell is None or cell.row != row or own.furnish(cell):
            continue
        if head.column < found.question.column and squeezed(cell.text).isdigit():
            own.number(cell)
        else:
            own.put(f"{name}·{own.name_of(head.text)}", cell)


class _Marks:
    """Looks for ticks and blanks below options; a box without a tick is a blank."""

    def __init__(self, table: ReadTable, book: LabelBook) -> None:
        self._table = table
        self._ticks = book.phrases.words("tick")
        self._all = ("", *self._ticks, *book.phrases.words("box"))

    def begins(self, row: int, head: ReadCell) -> bool:
        """Tell a column right below whose heading a tick or a blank stands; words may stand over all."""
        cell = self._table.at(row, head.column)
        if cell is not None and cell.row == row and cell.column < head.column:
            cell = self._table.at(row + 1, head.column)
        return cell is not None and cell.row >= row and self._is_mark(cell)

    def has_tick(self, row: int, head: ReadCell) -> bool:
        """Tell whether a tick stands anywhere below a heading."""
        cells = (self._table.at(r, head.column) for r in range(row, len(self._table.grid)))
        return any(c is not None and squeezed(c.text) in self._ticks for c in cells)

    def answers(self, row: int, options: list[ReadCell]) -> bool:
        """Tell a row that has a tick or a blank below each option."""
        cells = [self._table.at(row, c.column) for c in options]
        return all(c is not None and c.row == row and self._is_mark(c) for c in cells)

    def end(self, row: int, options: list[ReadCell]) -> int:
        """Return the row behind the last question; words over the next ones stand between."""
        while row < len(self._table.grid):
            is_question = self.answers(row, options)
            goes_on = self.answers(row + 1, options)
            if not is_question and not (goes_on and self._is_heading(row, options)):
                break
            row += 1
        return row

    def length(self, rows: range, head: ReadCell, options: list[ReadCell]) -> int:
        """Count the signs of the questions below a heading."""
        return sum(len(squeezed(c.text)) for c in self._questions(rows, head, options))

    def _questions(
        self, rows: range, head: ReadCell, options: list[ReadCell]
    ) -> Iterator[ReadCell]:
        cells = (self._table.at(r, head.column) for r in rows if self.answers(r, options))
        yield from (c for c in cells if c is not None)

    def _is_heading(self, row: int, options: list[ReadCell]) -> bool:
        own = [c for c in self._table.cells(row) if c.row == row and c.text.strip()]
        return len(own) == 1 and own[0].end > options[-1].column

    def _is_mark(self, cell: ReadCell) -> bool:
        return squeezed(cell.text) in self._all
