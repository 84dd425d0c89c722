"""Questions answered by a tick in one of several columns: 问题 | 是 | 否."""

from typing import NamedTuple

from generator.model.reading import ReadCell, ReadTable
from generator.read.desk import Desk
from generator.read.label_book import LabelBook
from generator.read.own_fields import LABEL, OwnFields
from generator.read.values import one_line, squeezed

_LONGEST_OPTION, _SHORTEST_QUESTION = 6, 4


class ChoiceTable(NamedTuple):
    """A header: its options, the column of the questions, the other columns; and its rows."""

    options: tuple[ReadCell, ...]
    question: ReadCell
    others: tuple[ReadCell, ...]
    rows: range


def find_choices(table: ReadTable, row: int, book: LabelBook) -> ChoiceTable | None:
    """Return the questions whose header stands in a row."""
    heads = [c for c in table.cells(row) if c.row == row and c.text.strip()]
    ticks = book.phrases.words("tick")
    options = [c for c in heads if len(squeezed(c.text)) <= _LONGEST_OPTION and c.column > 0]
    options = [c for c in options if not book.role(c.text) and _is_ticked(table, row + 1, c, ticks)]
    first = next((c for c in options if _has_tick(table, row + 1, c, ticks)), None)
    if first is None or len(options) < 2:
        return None
    left = [c for c in heads if c.column < options[0].column]
    end = row + 1
    while end < len(table.grid) and _answers(table, end, options, ticks):
        end += 1
    question = max(left, key=lambda c: _length(table, row, end, c), default=None)
    if question is None or _length(table, row, end, question) < _SHORTEST_QUESTION * (
        end - row - 1
    ):
        return None
    others = tuple(c for c in heads if c is not question and c not in options)
    return ChoiceTable(tuple(options), question, others, range(row + 1, end))


def read_choices(found: ChoiceTable, table: ReadTable, desk: Desk) -> int:
    """Keep each question as a field whose text is the heading of its tick; return the row behind."""
    own, ticks = OwnFields(desk), desk.book.phrases.words("tick")
    for head in (*found.options, found.question, *found.others):
        desk.tally.furnish(head.place, LABEL)
    for row in found.rows:
        asked = table.at(row, found.question.column)
        if asked is None or not asked.text.strip():
            continue
        desk.tally.furnish(asked.place, LABEL)
        name = own.name_of(asked.text)
        cells = [(head, table.at(row, head.column)) for head in found.options]
        said = [(h, c) for h, c in cells if c is not None and squeezed(c.text) in ticks]
        for _, cell in said[1:]:
            desk.tally.use(cell.place, f"fields.{name}")
        if said:
            chosen = "、".join(one_line(head.text) for head, _ in said)
            own.keep(name, chosen, said[0][1].place)
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


def _answers(table: ReadTable, row: int, options: list[ReadCell], ticks: tuple[str, ...]) -> bool:
    cells = [table.at(row, c.column) for c in options]
    return all(c is not None and c.row == row and _is_mark(c, ticks) for c in cells)


def _is_mark(cell: ReadCell, ticks: tuple[str, ...]) -> bool:
    return squeezed(cell.text) in ("", *ticks)


def _is_ticked(table: ReadTable, row: int, head: ReadCell, ticks: tuple[str, ...]) -> bool:
    """Tell a column right below whose heading a tick or a blank stands."""
    cell = table.at(row, head.column)
    return cell is not None and cell.row == row and _is_mark(cell, ticks)


def _has_tick(table: ReadTable, row: int, head: ReadCell, ticks: tuple[str, ...]) -> bool:
    cells = (table.at(r, head.column) for r in range(row, len(table.grid)))
    return any(c is not None and squeezed(c.text) in ticks for c in cells)


def _length(table: ReadTable, row: int, end: int, head: ReadCell) -> int:
    cells = (table.at(r, head.column) for r in range(row + 1, end))
    return sum(len(squeezed(c.text)) for c in cells if c is not None)
