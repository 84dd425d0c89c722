"""Goals: expected beside achieved, one or several, and goals that are numbered and carry indicators."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.base.pattern import Pattern
from generator.base.toml import KeyPath
from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.cell_kinds import looks_like_label
from generator.read.draft import SubjectDraft
from generator.read.goal_cells import counted, goal_below, numbers_below
from generator.read.goal_list import put_rows, rows_alike
from generator.read.goals_by_year import give_way, read_years, year_rows
from generator.read.label_book import LabelBook, normal, unnumbered
from generator.read.own_fields import LABEL, OwnFields
from generator.read.printed_values import number, squeezed, words
from generator.read.reading_order import Desk

LABELS = ("goals", "expected", "achieved")
_TEXTS = ("expected", "adjusted", "achieved")
LONGEST_HEAD = 24
_SAYING = Pattern("[0-9。；，]")
# A cell beside its label may say once more what it is: 年初目标：…
_AGAIN = Pattern(
    r"^(?:年初|年度|预期|总体|绩效|设定|实际|全年|目标|任务|的)+(?:完成)?(?:情况)?[:：]\s*"
)
# In the order in which the hints of labels are tried: 年度目标完成情况 is what was achieved.
_ROLES = ("achieved", "adjusted", "expected", "score", "weight", "reason")


class GoalTable(NamedTuple):
    """A header of goals: its columns, the rows below it, the labels to its left."""

    columns: tuple[tuple[str, ReadCell], ...]
    rows: range
    left: tuple[ReadCell, ...]
    is_by_year: bool = False


def find_goals(table: ReadTable, row: int, book: LabelBook) -> GoalTable | None:
    """Return the goals whose header stands in a row: expected and achieved beside each other."""
    left, heads = _heads(table, row, book)
    roles = [goal_role(cell.text, book) for cell in heads]
    if any(book.like(c.text) in LABELS for c in left) and _is_framed(table, row, heads, book):
        roles = _in_order(roles)
        return _table(table, row, left, heads, roles, book) if "expected" in roles else None
    if heads and not roles[0] and (years := year_rows(table, row + heads[0].height, heads)):
        columns = tuple(zip(roles, heads, strict=True))
        return GoalTable(columns, years, left, is_by_year=True) if "expected" in roles else None
    if "expected" not in roles or "achieved" not in roles:
        return None
    first = min(roles.index("expected"), roles.index("achieved"))
    last = max(roles.index("expected"), roles.index("achieved"))
    between = heads[first : last + 1]
    if not all(roles[first : last + 1]) or any(book.money.is_figure(c.text) for c in between):
        return None
    return _table(table, row, left, heads, roles, book)


def _is_framed(table: ReadTable, row: int, heads: Sequence[ReadCell], book: LabelBook) -> bool:
    """Tell a header by its frame alone: short words, and right below each a longer text."""
    if len(heads) < 2 or not all(looks_like_label(c.text, book) for c in heads):
        return False
    below = [table.at(row + 1, c.column) for c in heads]
    is_alike = all(
        b is not None and b.row == row + 1 and (b.column, b.end) == (c.column, c.end)
        for b, c in zip(below, heads, strict=True)
    )
    said = [b for b in below if b is not None and b.text.strip()]
    return is_alike and bool(said) and not any(looks_like_label(b.text, book) for b in said)


def _in_order(roles: Sequence[str]) -> list[str]:
    """Name the columns that words did not name: what was planned comes before what was reached."""
    if roles.count("expected") == 2 and "achieved" not in roles:
        return ["", *roles[1:]]  # the goal of several years stands before that of the year
    if "expected" in roles:
        after = [n for n in range(roles.index("expected") + 1, len(roles)) if not roles[n]]
        is_open = "achieved" not in roles and bool(after)
        return ["achieved" if is_open and n == after[-1] else role for n, role in enumerate(roles)]
    order = ("expected", "adjusted", "achieved") if len(roles) > 2 else ("expected", "achieved")
    free = [n for n, role in enumerate(roles) if role in ("", *order)][: len(order)]
    return [order[free.index(n)] if n in free else role for n, role in enumerate(roles)]


def _table(
    table: ReadTable,
    row: int,
    left: tuple[ReadCell, ...],
    heads: tuple[ReadCell, ...],
    roles: Sequence[str],
    book: LabelBook,
) -> GoalTable | None:
    """Return the table of a header, with the rows that its label reaches down to."""
    bottom = max(cell.row + cell.height for cell in heads)
    inner = [c for c in (*left, *_beside(table, row, heads)) if c.row + c.height > bottom]
    end = min((c.row + c.height for c in inner), default=_end(table, bottom, left, heads, book))
    if not inner and heads[0].row and book.columns.role(heads[0].text) == "number":
        end = _counted(table, bottom, heads)
    rows = range(bottom, min(end, len(table.grid)))
    if not _are_values(table, rows, heads, book):
        return None
    return GoalTable(tuple(zip(roles, heads, strict=True)), rows, left)


def _end(
    table: ReadTable,
    row: int,
    left: Sequence[ReadCell],
    heads: Sequence[ReadCell],
    book: LabelBook,
) -> int:
    """Return where the rows end beside a label that is not merged: it is blank there, or said again."""
    wanted = {(head.column, head.end) for head in heads}
    end = row + 1
    while left and end < len(table.grid):
        label = table.at(end, left[-1].column)
        said = "" if label is None else label.text.strip()
        is_again = said in ("", left[-1].text.strip()) or book.like(said) == "goals"
        own = {(c.column, c.end) for c in table.cells(end) if c.row == end}
        if not is_again or {at for at in own if at[0] >= heads[0].column} != wanted:
            break
        end += 1
    return end


def _counted(table: ReadTable, row: int, heads: Sequence[ReadCell]) -> int:
    """Return where the rows end that a column counts from one."""
    end = row
    while end < len(table.grid):
        number = table.at(end, heads[0].column)
        if number is None or number.row != end or counted(number.text) != end - row + 1:
            break
        end += 1
    return max(end, row + 1)


def goal_role(text: str, book: LabelBook) -> str:
    """Return what a heading or label of goals says: planned, changed, reached, or points of it."""
    if len(squeezed(text)) > LONGEST_HEAD or not text.strip():
        return ""
    if _SAYING.search(text) and not book.role(text):
        return ""  # 完成12个街坊改造。 says what was planned
    if normal(text) in book.phrases.words("goal-head"):
        return "expected"
    found = book.likely(text, (*_ROLES, "goals", "actual"))
    return {"goals": "expected", "actual": "achieved"}.get(found, found)


def _heads(
    table: ReadTable, row: int, book: LabelBook
) -> tuple[tuple[ReadCell, ...], tuple[ReadCell, ...]]:
    """Part the labels of the block from the header; where they are not merged they are first."""
    own = [c for c in table.cells(row) if c.row == row]
    lowest = min((c.height for c in own), default=1)
    left: list[ReadCell] = []
    while own and own[0].height > lowest:
        left.append(own.pop(0))
    if not left and len(own) > 2:
        below = table.at(row + 1, own[0].column)
        is_blank = below is not None and below.row == row + 1 and not below.text.strip()
        if is_blank or _is_label_of([c for c in own if c.text.strip()], book):
            left.append(own.pop(0))
    return tuple(left), tuple(c for c in own if c.text.strip())


def _is_label_of(own: Sequence[ReadCell], book: LabelBook) -> bool:
    """Tell a label of all goals before headings of what was planned and what was reached."""
    roles = {goal_role(cell.text, book) for cell in own[1:]}
    return {"expected", "achieved"} <= roles and book.like(own[0].text) == "goals"


def _beside(table: ReadTable, row: int, heads: Sequence[ReadCell]) -> list[ReadCell]:
    """Return the cells that cover the row from above, to the left of the header."""
    return [c for c in table.cells(row) if c.row < row and c.end <= heads[0].column]


def _are_values(table: ReadTable, rows: range, heads: Sequence[ReadCell], book: LabelBook) -> bool:
    """Tell whether texts stand below: rows of other labels are no goals."""
    for row in rows:
        below = [goal_below(table, row, head) for head in heads]
        if any(c is not None and book.role(c.text) for c in below):
            return False
    return bool(rows)


def read_goals(found: GoalTable, table: ReadTable, desk: Desk) -> int:
    """Read the rows below a header of goals; return the row behind them."""
    subject, own = desk.need(), OwnFields(desk)
    for label in (*found.left, *(head for _, head in found.columns)):
        desk.tally.furnish(label.place, LABEL)
    if found.is_by_year:
        read_years(found.columns, found.rows, table, desk)
        return found.rows.stop
    for label in numbers_below(table, found.rows, [head for _, head in found.columns]):
        desk.tally.furnish(label.place, LABEL)
    if len(found.rows) > 1:
        _count(found, table, own)
    rows = [row for row in found.rows if _says_something(table, row, found, desk.book)]
    for number_, row in enumerate(rows):
        keys: KeyPath = ("goal",) if len(rows) == 1 else ("goals", number_)
        if len(rows) > 1:
            named = next(iter(table.cells(row)))
            subject.put((*keys, "name"), f"年度目标{number_ + 1}", named.place)
        for role, head in found.columns:
            cell = goal_below(table, row, head)
            if cell is not None and not own.furnish(cell):
                _put(keys, role or _naming(head, keys, desk), head, cell, desk)
    heads = [head for _, head in found.columns]
    more = rows_alike(table, found.rows.stop, len(table.grid), heads, desk.book)
    if found.left or heads[0].row or more.stop < len(table.grid) or len(rows) != 1:
        return found.rows.stop
    put_rows(table, heads, more, 2, desk)  # the table is a list of goals, and nothing else
    return more.stop


def _naming(head: ReadCell, keys: KeyPath, desk: Desk) -> str:
    """Return the key that a column of names is of: each goal of several has one."""
    if keys[0] != "goals" or unnumbered(head.text) not in desk.book.phrases.words("name-head"):
        return ""
    desk.need().take((*keys, "name"))
    return "name"


def _count(found: GoalTable, table: ReadTable, own: OwnFields) -> None:
    """Set the column aside that counts the goals, those that nobody has written included."""
    cells = [table.at(row, found.columns[0][1].column) for row in found.rows]
    numbers = [cell for cell in cells if cell is not None and counted(cell.text)]
    for cell in numbers if len(numbers) == len(cells) else ():
        own.number(cell)


def _says_something(table: ReadTable, row: int, found: GoalTable, book: LabelBook) -> bool:
    cells = [goal_below(table, row, h) for role, h in found.columns if role in _TEXTS]
    return any(c is not None and not book.phrases.says_nothing(c.text) for c in cells)


def _put(keys: KeyPath, role: str, head: ReadCell, cell: ReadCell, desk: Desk) -> None:
    subject = desk.need()
    role = "" if subject.get((*keys, role)) is not None else role  # said already
    if role in (*_TEXTS, "reason", "name"):
        subject.put((*keys, role), words(cell.text), cell.place)
    elif role in ("weight", "score"):
        value = number(cell.text)
        if value is None or value < 0:
            subject.leave(cell.place, cell.text, "不是数")
            return
        subject.put((*keys, role), value, cell.place)
        subject.put((*keys, "stated", role), value, cell.place)
    elif desk.book.role(head.text) == "ignored":
        OwnFields(desk).number(cell)
    else:
        OwnFields(desk).put(head.text, cell)


def put_lines(subject: SubjectDraft, key: str, cells: Sequence[ReadCell]) -> None:
    """Set a text of the one goal that stands in several cells."""
    keys: KeyPath = ("goal", key)
    texts = [words(c.text) for c in cells]
    subject.put(keys, "\n".join(texts), cells[0].place)
    subject.lines[keys] = tuple(
        c.place for c, text in zip(cells, texts, strict=True) for _ in text.split("\n")
    )


def put_text(desk: Desk, key: str, cell: ReadCell, label: str) -> None:
    """Set expected or achieved of the one goal; that of the year takes the place of a wider one."""
    subject, phrases = desk.need(), desk.book.phrases
    text = _AGAIN.sub("", words(cell.text), count=1)
    before = subject.labels.get(key, "")
    is_other = bool(before) and subject.get(("goal", key)) != text
    if is_other and phrases.is_of_the_year(label) != phrases.is_of_the_year(before):
        if phrases.is_of_the_year(before):
            OwnFields(desk).put(label, cell)
            return
        give_way(subject, key, desk)
    if not subject.get(("goal", key)):
        subject.labels[key] = OwnFields(desk).name_of(label)
    subject.put(("goal", key), text, cell.place)
