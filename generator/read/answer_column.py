"""Questions with their answers in one column: 序号 | 检查内容 | 是否; the header names no field."""

from typing import NamedTuple

from generator.base.chinese import has_chinese
from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.cell_kinds import is_question, looks_like_label
from generator.read.label_book import LabelBook
from generator.read.own_fields import LABEL, OwnFields
from generator.read.printed_values import squeezed
from generator.read.reading_order import Desk
from generator.read.table_rows import own_cells

_FREE = frozenset(("", "own", "ignored", "reason", "evidence"))
_LONGEST_HEAD = 12


class AnswerColumn(NamedTuple):
    """A header: the columns of questions and answers, the others; and its rows."""

    question: ReadCell
    answer: ReadCell
    others: tuple[ReadCell, ...]
    rows: range


def find_answers(table: ReadTable, row: int, book: LabelBook) -> AnswerColumn | None:
    """Return the questions whose header stands in a row: each has an answer, a tick or a cross."""
    heads = own_cells(table, row)
    if len(heads) < 2 or not all(_is_head(c, book) for c in heads):
        return None
    answer = next((c for c in heads[1:] if _is_answer(table.at(row + 1, c.column), book)), None)
    if answer is None or not squeezed(answer.text).endswith(book.phrases.words("answer-head")):
        return None
    end = row + 1
    while end < len(table.grid) and _is_answer(table.at(end, answer.column), book, end):
        end += 1
    rows = range(row + 1, end)
    left = [c for c in heads if c.column < answer.column]
    question = max(left, key=lambda c: _length(table, rows, c))
    if is_question(question.text) or not _are_asked(table, rows, question, answer, book):
        return None
    others = tuple(c for c in heads if c is not question and c is not answer)
    return AnswerColumn(question, answer, others, rows)


def read_answers(found: AnswerColumn, table: ReadTable, desk: Desk) -> int:
    """Keep each question as a field whose text is its answer; return the row behind."""
    own = OwnFields(desk)
    for head in (found.question, found.answer, *found.others):
        desk.tally.furnish(head.place, LABEL)
    for row in found.rows:
        asked, answer = (table.at(row, c.column) for c in (found.question, found.answer))
        if asked is None or answer is None or not asked.text.strip():
            continue
        desk.tally.furnish(asked.place, LABEL)
        desk.answers.add(answer.place)
        own.put(asked.text, answer)
        for head in found.others:
            cell = table.at(row, head.column)
            if cell is None or cell.row != row or own.furnish(cell):
                continue
            if squeezed(cell.text).isdigit():
                own.number(cell)
            else:
                own.put(f"{own.name_of(asked.text)}·{own.name_of(head.text)}", cell)
    return found.rows.stop


def _is_head(cell: ReadCell, book: LabelBook) -> bool:
    is_short = len(squeezed(cell.text)) <= _LONGEST_HEAD
    return is_short and has_chinese(cell.text) and book.role(cell.text) in _FREE


def _is_answer(cell: ReadCell | None, book: LabelBook, row: int | None = None) -> bool:
    """Tell an answer: 是, a tick, a cross, options of which one is ticked."""
    if cell is None or row not in (None, cell.row):
        return False
    plain, phrases = squeezed(cell.text), book.phrases
    uses = ("answer", "tick", "cross")
    return any(plain in phrases.words(use) for use in uses) or bool(phrases.ticked(cell.text))


def _are_asked(
    table: ReadTable, rows: range, question: ReadCell, answer: ReadCell, book: LabelBook
) -> bool:
    """Tell whether questions stand there: by their words, or by more than one tick beside labels."""
    asked = [c for r in rows if (c := table.at(r, question.column)) is not None]
    if not all(looks_like_label(c.text, book) for c in asked):
        return False
    if all(is_question(c.text) for c in asked):
        return True
    marks = (*book.phrases.words("tick"), *book.phrases.words("cross"))
    cells = [c for r in rows if (c := table.at(r, answer.column)) is not None]
    is_ticked = (squeezed(c.text) in marks or book.phrases.ticked(c.text) for c in cells)
    return len(rows) > 1 and all(is_ticked)


def _length(table: ReadTable, rows: range, head: ReadCell) -> int:
    cells = (table.at(r, head.column) for r in rows)
    return sum(len(squeezed(c.text)) for c in cells if c is not None)
