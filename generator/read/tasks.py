"""The main tasks of a department in its form: a name and a content in each row."""

from collections.abc import Sequence

from generator.model.reading import ReadTable
from generator.read.desk import Desk
from generator.read.rows import Spot, cell_in, columns_of, covering, spots
from generator.read.values import one_line, words

_ROLES = frozenset(("task", "task-content"))
_KEYS = {"task": "name", "task-content": "responsibility"}


def is_header(found: Sequence[Spot]) -> bool:
    """Tell whether a row names both columns; either label may stand beside its own value."""
    return {spot.role for spot in found} >= _ROLES


def read(table: ReadTable, row: int, desk: Desk) -> int:
    """Read the rows below a header of tasks; return the row behind them."""
    columns = columns_of(spots(table, row, desk.book), _ROLES)
    edge = min(column.start for column in columns.values())
    left = [s.cell for s in covering(table, row, desk.book) if s.cell.end <= edge and s.text]
    end = max((cell.row + cell.height for cell in left), default=row + 1)
    subject = desk.need()
    for at in range(row + 1, end):
        number = len(subject.get(("duty",)) or [])
        cells = {role: cell_in(table, at, column) for role, column in columns.items()}
        placed = set()
        for role, cell in cells.items():
            if (
                cell is None
                or desk.book.phrases.says_nothing(cell.text)
                or subject.kind != "department"
            ):
                continue
            said = one_line(cell.text) if role == "task" else words(cell.text)
            subject.put(("duty", number, _KEYS[role]), said, cell.place)
            placed.add(id(cell))
        for cell in table.cells(at):
            if (
                cell.row == at
                and id(cell) not in placed
                and not desk.book.phrases.says_nothing(cell.text)
            ):
                subject.leave(cell.place, cell.text, "任务的这一项在输入里没有对应的项")
    return end
