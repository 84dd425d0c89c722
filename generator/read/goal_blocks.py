"""Goals that stand beside or below one label, in several rows."""

from collections.abc import Sequence

from generator.base.pattern import Pattern
from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.cell_kinds import looks_like_label
from generator.read.goal_lines import read_lines
from generator.read.goal_list import read_list, rows_alike
from generator.read.goal_rows import LONGEST_HEAD, goal_role, put_lines, put_text
from generator.read.label_book import LabelBook
from generator.read.own_fields import LABEL, OwnFields
from generator.read.printed_values import squeezed
from generator.read.reading_order import Desk
from generator.read.table_rows import Spot, spots

_IN_TURN = ("expected", "achieved")
_SIZES = frozenset((2, 4))  # cells in a row: a label and a text, or two of each
_ITS_YEAR = Pattern("^(?:19|20)[0-9]{2}年度?")
_COLON = Pattern("[:：]")


def read_block(table: ReadTable, row: int, desk: Desk) -> int | None:
    """Read goals that stand beside one label over several rows; return the row behind them."""
    found = spots(table, row, desk.book)
    head = found[0] if found else None
    is_label = head is not None and desk.book.like(head.text) in ("goals", "expected", "achieved")
    if head is not None and is_label and (after := _read_lines(table, row, head, desk)):
        return after
    if head is None or not is_label or head.cell.height < 2:
        return None
    rows = range(row, min(head.cell.row + head.cell.height, len(table.grid)))
    cells = [
        c
        for at in rows
        for c in table.cells(at)
        if c.row == at and c is not head.cell and c.text.strip()
    ]
    own = OwnFields(desk)
    if (pairs := _pairs_of(table, rows, head.cell, desk.book)) is not None:
        desk.tally.furnish(head.cell.place, LABEL)
        for key, named, cell in pairs:
            desk.tally.furnish(named.place, LABEL)
            if not own.furnish(cell):
                put_text(desk, key, cell, named.text)
        return rows.stop
    if not cells or any(desk.book.role(c.text) for c in cells):
        return read_list(table, row, desk)
    role = desk.book.like(head.text)
    desk.tally.furnish(head.cell.place, LABEL)
    said = [c for c in cells if not own.furnish(c)]
    inside = [(_labelled(c.text, desk.book), c) for c in said]
    labels = {label for label, _ in inside} & {"expected", "achieved", ""}
    if {"expected", "achieved"} <= labels or (role == "achieved" and "expected" in labels):
        for label, cell in inside:  # what has no label of its own is what the block is called
            put_text(desk, label or role, cell, _COLON.split(cell.text)[0] if label else head.text)
    elif said:
        put_lines(desk.need(), "achieved" if role == "achieved" else "expected", said)
    return rows.stop


def _read_lines(table: ReadTable, row: int, head: Spot, desk: Desk) -> int:
    """Read goals with a row each beside their label, or a text with lines below it; 0: there is none."""
    beside = range(row, min(row + head.cell.height, len(table.grid)))
    if read_lines(beside, head.cell, table, desk):
        return beside.stop
    if head.cell.height > 1 or head.cell.width < table.width:
        return 0
    rows = rows_alike(table, row + 1, len(table.grid), (head.cell,), desk.book)
    cells = [c for at in rows if (c := table.at(at, head.cell.column)) is not None]
    said = [c for c in cells if not desk.book.like(c.text) and len(c.text) > LONGEST_HEAD // 2]
    if len(cells) < 2 or len(said) != len(cells):
        return 0
    desk.tally.furnish(head.cell.place, LABEL)
    key = "achieved" if goal_role(head.text, desk.book) == "achieved" else "expected"
    if desk.need().get(("goal", key)) is None:
        put_lines(desk.need(), key, cells)
    else:
        for cell in cells:
            OwnFields(desk).put(head.text, cell)
    return rows.stop


def _pairs_of(
    table: ReadTable, rows: range, head: ReadCell, book: LabelBook
) -> list[tuple[str, ReadCell, ReadCell]] | None:
    """Return what was planned and what was reached where each has its label in a cell before it.

    The goal of several years may stand beside that of the year, each with such labels.
    """
    lines = [[c for c in table.cells(at) if c.row == at and c is not head] for at in rows]
    said = [_in_pairs(line) for line in lines]
    sizes = {len(line) for line in said}
    if len(said) != len(_IN_TURN) or not sizes <= _SIZES or len(sizes) != 1:
        return None
    found: list[tuple[str, ReadCell, ReadCell]] = []
    are_sure = False
    for at in range(0, sizes.pop(), 2):
        half = [(key, line[at], line[at + 1]) for key, line in zip(_IN_TURN, said, strict=True)]
        is_sure = any(_role_of(label.text, book) for _, label, _ in half)
        is_beside = len(said[0]) > 2 and all(book.phrases.is_of_years(c.text) for _, c, _ in half)
        are_in_line = len({cell.column for _, _, cell in half}) == 1
        is_half = are_in_line and all(_is_pair(*own, book) for own in half)
        if not (is_half and (is_sure or is_beside)):
            return None
        are_sure = are_sure or is_sure
        found += half
    return found if are_sure else None


def _in_pairs(line: Sequence[ReadCell]) -> Sequence[ReadCell]:
    """Leave out what is blank, but for what may be written behind a label; one half may be read already."""
    halves = [line[at : at + 2] for at in range(0, len(line), 2)]
    if len(line) == max(_SIZES):
        return [cell for half in halves if half[0].text.strip() for cell in half]
    return [c for n, c in enumerate(line) if c.text.strip() or n == 1]


def _is_pair(key: str, label: ReadCell, cell: ReadCell, book: LabelBook) -> bool:
    """Tell a label of a goal, or one that may be, and what stands behind it."""
    if not looks_like_label(label.text, book) or _role_of(label.text, book) not in ("", key):
        return False
    return not (cell.text.strip() and (_role_of(cell.text, book) or book.role(cell.text)))


def _role_of(text: str, book: LabelBook) -> str:
    """Return what a label of goals says, one that names its year as one that says 年度."""
    return goal_role(text, book) or goal_role(_ITS_YEAR.sub("年度", squeezed(text)), book)


def _labelled(text: str, book: LabelBook) -> str:
    """Return what a label within the cell says that the text is: 实际完成情况：…"""
    label, *said = _COLON.split(text, maxsplit=1)
    return goal_role(label, book) if "".join(said).strip() else ""
