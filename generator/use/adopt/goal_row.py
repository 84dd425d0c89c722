"""The row of the only goal below its headings: an office may have several, each in a row."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.goal_rows import find_goals
from generator.read.label_book import LabelBook
from generator.tables.tag_keys import keys_of_tag, tags_of, written
from generator.use.adopt.goal_loops import GOALS
from generator.word.form_tags import Edit

_HIGHEST = 2  # rows of headings
_ONLY = f"{GOALS}[0]"  # the only goal is the first of a list
_TEXTS = frozenset((f"{_ONLY}.expected", f"{_ONLY}.achieved"))


class GoalRow(NamedTuple):
    """A row of a table, and what its cells print of the first of the goals."""

    number: int
    edits: tuple[Edit, ...]


def only_goals(
    table: ReadTable, edits: Sequence[Edit], taken: set[int], book: LabelBook
) -> Iterator[GoalRow]:
    """Give the rows of a goal that stands alone below its headings, beside a label."""
    in_turn = sorted(edits, key=_row)
    for row, here in groupby(in_turn, _row):
        made = _of_goal([*here])
        if made and row not in taken and _is_alone(table, row, book):
            yield GoalRow(row, made)


def _row(edit: Edit) -> int:
    return edit.place.row - 1


def _of_goal(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Return what prints the row for the first goal; nothing where a cell says something else."""
    made: list[Edit] = []
    for edit in edits:
        tags = tags_of(edit.text)
        keys = [k for k in keys_of_tag(tags[0]) if len(k) == 2] if len(tags) == 1 else []
        said = next((key for owner, key in keys if owner == "goal"), None)
        if said is None or edit.old or edit.after or edit.is_mark:
            return ()
        made.append(edit._replace(text=written(f"{_ONLY}.{said}")))
    printed = {tag for edit in made for tag in tags_of(edit.text)}
    return tuple(made) if len(printed) == len(made) and printed >= _TEXTS else ()


def _is_alone(table: ReadTable, row: int, book: LabelBook) -> bool:
    """Tell the one row below headings of goals; the label beside them ends with it."""
    for top in range(row - 1, max(row - 1 - _HIGHEST, -1), -1):
        found = find_goals(table, top, book)
        if found is not None:
            is_plain = not found.is_by_year and found.rows == range(row, row + 1)
            return is_plain and any(_is_label(c, top, row) for c in table.cells(row))
    return False


def _is_label(cell: ReadCell, top: int, row: int) -> bool:
    return cell.row <= top and cell.row + cell.height == row + 1
