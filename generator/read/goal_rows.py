"""Goals: expected beside achieved, one or several, and goals that are numbered and carry indicators."""

import re
from decimal import Decimal

from generator.base.chinese import half_width
from generator.base.document_place import DocumentPlace
from generator.base.toml import KeyPath
from generator.model.reading import ReadCell, ReadTable
from generator.read.desk import Desk
from generator.read.draft import SubjectDraft
from generator.read.rows import Column, Spot, cell_in, columns_of, covering, spots
from generator.read.values import is_nothing, number, words

_ROLES = frozenset(("expected", "adjusted", "achieved", "score", "weight"))
_NUMBERED = re.compile(
    r"\s*(年度(?:绩效)?目标\s*([0-9一二三四五六七八九十]{1,3}))\s*"
    r"(?:[（(]\s*([0-9]{1,3}(?:\.[0-9]+)?)\s*分\s*[）)])?\s*[:：](.*)",
    re.DOTALL,
)


def is_header(found: list[Spot]) -> bool:
    """Tell whether a row names expected and achieved side by side, the texts below."""
    roles = [s.role for s in found]
    if "expected" not in roles or "achieved" not in roles:
        return False
    at = roles.index("expected")
    beside = next((s.role for s in found[at + 1 :] if s.text), "")
    return beside in _ROLES


def read(table: ReadTable, row: int, desk: Desk) -> int:
    """Read the rows below such a header; return the row behind them."""
    header = spots(table, row, desk.book)
    first = next(i for i, s in enumerate(header) if s.role == "expected")
    # To the left stands the label of the block, which some forms call as others call a column.
    columns = columns_of(header[first:], _ROLES)
    edge = header[first].cell.column
    left = [s.cell for s in covering(table, row, desk.book) if s.cell.end <= edge and s.text]
    bottom = max(s.cell.row + s.cell.height for s in header[first:] if s.role in _ROLES)
    end = max((c.row + c.height for c in left if c.height > 1), default=bottom + 1)
    subject = desk.need()
    rows = [
        r
        for r in range(bottom, min(max(end, bottom + 1), len(table.grid)))
        if _says_something(table, r, columns)
    ]
    for number_, at in enumerate(rows):
        keys: KeyPath = ("goal",) if len(rows) == 1 else ("goals", number_)
        _put_row(table, at, columns, keys, subject)
    return max(end, bottom + 1)


def _says_something(table: ReadTable, row: int, columns: dict[str, Column]) -> bool:
    cells = [cell_in(table, row, columns.get(role)) for role in ("expected", "achieved")]
    return any(c is not None and c.row == row and not is_nothing(c.text) for c in cells)


def _put_row(
    table: ReadTable, row: int, columns: dict[str, Column], keys: KeyPath, subject: SubjectDraft
) -> None:
    if len(keys) == 2 and isinstance(keys[1], int):
        place = columns_place(table, row)
        subject.put((*keys, "name"), f"年度目标{keys[1] + 1}", place)
    for role in ("expected", "achieved"):
        cell = cell_in(table, row, columns.get(role))
        if cell is not None and not is_nothing(cell.text):
            subject.put((*keys, role), words(cell.text), cell.place)
    adjusted = cell_in(table, row, columns.get("adjusted"))
    if adjusted is not None and not is_nothing(adjusted.text):
        subject.leave(adjusted.place, adjusted.text, "调整后的目标没有对应的项")
    for role in ("weight", "score"):
        cell = cell_in(table, row, columns.get(role))
        if cell is None or is_nothing(cell.text):
            continue
        value = number(cell.text)
        if value is None or value < 0:
            subject.leave(cell.place, cell.text, "不是数")
            continue
        subject.put((*keys, role), value, cell.place)
        subject.put((*keys, "stated", role), value, cell.place)


def columns_place(table: ReadTable, row: int) -> DocumentPlace:
    """Return the place of the first cell of a row."""
    return table.grid[row][0].place


def put_text(subject: SubjectDraft, key: str, cell: ReadCell) -> None:
    """Set expected or achieved of the one goal."""
    subject.put(("goal", key), words(cell.text), cell.place)


def is_numbered(text: str) -> bool:
    """Tell whether words begin a numbered goal: 年度目标1（25分）：……."""
    return _NUMBERED.fullmatch(half_width(text).strip()) is not None


def read_numbered(text: str, place: DocumentPlace, desk: Desk) -> KeyPath:
    """Open a numbered goal; return its keys."""
    found = _NUMBERED.fullmatch(half_width(text).strip())
    assert found is not None  # noqa: S101 - asked before
    subject = desk.need()
    keys: KeyPath = ("goals", len(subject.get(("goals",)) or []))
    subject.put((*keys, "name"), "".join(found[1].split()), place)
    if found[3]:
        subject.put((*keys, "weight"), Decimal(found[3]), place)
    if found[4].strip():
        subject.put((*keys, "expected"), words(found[4]), place)
    return keys


def open_goal(desk: Desk) -> KeyPath:
    """Return the keys of the numbered goal that still waits for its indicators, if one does."""
    goals = desk.subject.get(("goals",)) if desk.subject is not None else None
    if goals and not goals[-1].get("indicator") and not any(g.get("achieved") for g in goals):
        return ("goals", len(goals) - 1)
    return ()
