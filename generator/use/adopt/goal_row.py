"""The row of the only goal below its headings, as a loop: an office may have several, each in a row."""

from collections.abc import Iterator, Sequence

from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.goal_rows import find_goals
from generator.read.label_book import LabelBook
from generator.tables.tag_keys import keys_of_tag, tags_of, written
from generator.use.adopt.goal_loops import GOAL, GOALS, GoalLoop
from generator.use.adopt.looking import Looked
from generator.word.form_tags import Around, Edit, Loop

_HIGHEST = 2  # rows of headings
_TEXTS = frozenset((f"{GOAL}.expected", f"{GOAL}.achieved"))


def goal_row_loop(
    looked: Looked, edits: Sequence[Edit], loops: Sequence[Loop], book: LabelBook
) -> Iterator[GoalLoop]:
    """Give a loop for the row of a goal that stands alone below its headings, beside a label."""
    for table in looked.document.blocks:
        if not isinstance(table, ReadTable):
            continue
        at = (table.place.part, table.place.table)
        own = [e for e in edits if (e.place.part, e.place.table) == at and e.place.row]
        for row in sorted({edit.place.row - 1 for edit in own}):
            here = [edit for edit in own if edit.place.row - 1 == row]
            made = _of_goal(here)
            is_taken = any(o.table == table.place and o.first <= row < o.last for o in loops)
            if made and not is_taken and _is_alone(table, row, book):
                around = Around(GOALS, GOAL, 1, 0, row + 1)
                loop = Loop(table.place, row + 1, row + 1, GOALS, (), around=around)
                yield GoalLoop(loop, made, ())
                return


def _of_goal(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Return what prints the row for each goal; nothing where a cell says something else."""
    made: list[Edit] = []
    for edit in edits:
        tags = tags_of(edit.text)
        keys = [k for k in keys_of_tag(tags[0]) if len(k) == 2] if len(tags) == 1 else []
        said = next((key for owner, key in keys if owner == "goal"), None)
        if said is None or edit.old or edit.after or edit.is_mark:
            return ()
        made.append(edit._replace(text=written(f"{GOAL}.{said}")))
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
