"""Rows beside the label of all goals, each of which begins with the number of its goal."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.base.chinese import NUMERALS
from generator.base.pattern import Pattern
from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.cell_kinds import headed_goal
from generator.read.goal_cells import counted
from generator.read.label_book import LabelBook

FEWEST = 2  # rows: one alone may be a text of any kind
_PAIR = 2
_LABELS = ("goals", "expected")
_BESIDE = ("expected", "achieved")
_COUNT = Pattern(rf"(?:[0-9]{{1,2}}|[{NUMERALS}]{{1,3}})$")

Lines = Sequence[Sequence[ReadCell]]


def labels_of(table: ReadTable) -> Iterator[ReadCell]:
    """Give the labels of goals that stand one below the other, each before its goal: 绩效目标1."""
    found = []
    for row in range(len(table.grid)):
        cells = [c for c in table.cells(row) if c.row == row]
        if len(cells) > 1 and _is_label(cells[0]):
            found.append(cells[0])
    beside = {
        cell.row
        for a, b in pairwise(found)
        if a.row + a.height == b.row and (a.column, a.width) == (b.column, b.width)
        for cell in (a, b)
    }
    yield from (cell for cell in found if cell.row in beside)


def without_count(label: str) -> str:
    """Return a label without the number of the goal that it is of: 完成情况2."""
    return _COUNT.sub("", label.strip())


def labels_beside(table: ReadTable, book: LabelBook) -> Iterator[ReadCell]:
    """Give the labels of goals in a list, and those with the same number behind the goals: 完成情况1."""
    for label in labels_of(table):
        yield label
        for cell in table.cells(label.row):
            plain = without_count(cell.text)
            is_counted = cell.row == label.row and plain != cell.text.strip()
            if is_counted and cell is not label and book.likely(plain, _BESIDE):
                yield cell


def _is_label(cell: ReadCell) -> bool:
    found = headed_goal(cell.text)
    return found is not None and not (found["text"] or found["said"] or "").strip()


def counts_of(table: ReadTable, book: LabelBook) -> Iterator[ReadCell]:
    """Give the cells that only count the goals beside them: they are the form's."""
    for lines in _blocks(table, book):
        if are_counted(lines):
            yield from (line[0] for line in lines)


def open_lines(table: ReadTable, book: LabelBook) -> Iterator[ReadCell]:
    """Give the cells that say the number of a goal and wait for it behind their colon."""
    for lines in _blocks(table, book):
        if len(lines) >= FEWEST and are_headed(lines):
            yield from (line[0] for line in lines if is_open(line[0].text))


def is_open(text: str) -> bool:
    """Tell the number of a goal with nothing behind its colon."""
    found = headed_goal(text)
    return found is not None and found["said"] is not None and not found["said"].strip()


def _blocks(table: ReadTable, book: LabelBook) -> Iterator[Lines]:
    """Give the lines beside each label of goals that reaches over several rows."""
    for row in range(len(table.grid)):
        head = next((c for c in table.cells(row) if c.row == row and c.text.strip()), None)
        if head is not None and book.like(head.text) in _LABELS:
            rows = range(row, min(row + head.height, len(table.grid)))
            yield lines_beside(rows, head, table)


def lines_beside(rows: range, head: ReadCell, table: ReadTable) -> Lines:
    """Return the cells of some rows, without the label of all goals that they stand beside."""
    return [[c for c in table.cells(row) if c.row == row and c is not head] for row in rows]


def are_counted(lines: Lines) -> bool:
    """Tell rows of a number and a text, counted from one."""
    pairs = [line for line in lines if len(line) == _PAIR]
    is_all = bool(pairs) and len(pairs) == len(lines)
    return is_all and [counted(first.text) for first, _ in pairs] == [*range(1, len(lines) + 1)]


def are_headed(lines: Lines) -> bool:
    """Tell rows of one text that begins with the number of its goal: 目标1：……."""
    found = [headed_goal(line[0].text) if len(line) == 1 else None for line in lines]
    return all(own is not None and own["said"] is not None for own in found)
