"""A sheet with a header on top: one indicator, or one project, in each row."""

from generator.base.toml import KeyPath
from generator.model.amounts import AMOUNTS
from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.draft import SubjectDraft
from generator.read.funds_row import put_amount
from generator.read.indicator_class import path_of
from generator.read.indicator_row import Row, row_values, set_points
from generator.read.label_book import LabelBook, normal
from generator.read.list_cells import ListCells
from generator.read.list_headings import is_heading
from generator.read.own_fields import NOTE
from generator.read.placed_values import Unplaced
from generator.read.printed_values import number, one_line, words
from generator.read.project_columns import INDICATOR, ProjectColumns, sum_row
from generator.read.reading_order import Desk
from generator.read.table_rows import Spot, cell_in, spots

_ABOUT = ("code", "authority", "implementer", "overview")
# What says whose a row is, and of what class; it is printed on every row, or merged, or once.
_CONTEXT = frozenset(
    ("project-name", "unit-name", "department-name", "year", "class", "level1", "level2", "sign", "measure-unit")
)  # fmt: skip
_AS_COLUMN = {"goals": "expected"}
_WANTED = INDICATOR | {
    "project-name", "unit-name", "department-name", "year", "expected", "achieved", "rate", "total", "grade", "purpose", *_ABOUT, *AMOUNTS,
}  # fmt: skip


def is_header(table: ReadTable, row: int, book: LabelBook) -> bool:
    """Tell whether a row names the columns of a list: the project among four others, and no values."""
    filled = [s for s in _header(table, row, book) if s.text]
    known = [s for s in filled if s.role]
    roles = {s.role for s in known}
    values = len(filled) - len(known)
    return "project-name" in roles and len(roles & _WANTED) >= 4 and values <= len(known) // 3


def read(table: ReadTable, row: int, desk: Desk) -> int:
    """Read the list down to the end of the table."""
    header = _header(table, row, desk.book)
    found = ProjectColumns(table, header, _WANTED, desk)
    unit = (
        next(
            (u for s in header if s.role in AMOUNTS and (u := desk.book.money.unit_in(s.text))), ""
        )
        or desk.money_unit
    )
    reader = _ListReader(table, found, desk, unit)
    for at in range(found.bottom, len(table.grid)):
        if desk.is_late(table.grid[at][0].place):
            break
        reader.read(at)
    reader.note_blanks()
    found.tell_unread()
    desk.subject = None
    return len(table.grid)


def _header(table: ReadTable, row: int, book: LabelBook) -> list[Spot]:
    """Return the cells of a header of one or several rows; the lower ones say more, so they come first."""
    upper = spots(table, row, book)
    bottom = max((s.cell.row + s.cell.height for s in upper if s.role), default=row + 1)
    lower = [s for r in range(row + 1, bottom) for s in spots(table, r, book)]
    # Over a whole list the goal of a project is one column, not the block of a form.
    return [Spot(s.cell, _AS_COLUMN.get(s.role, s.role)) for s in (*lower, *upper)]


class _ListReader:
    """Goes down the rows; a blank project is that of the row above."""

    def __init__(
        self, table: ReadTable, found: ProjectColumns, desk: Desk, money_unit: str
    ) -> None:
        self._table, self._columns, self._desk, self._money_unit = (
            table, found.columns, desk, money_unit,
        )  # fmt: skip
        self._remarks = found.remarks
        self._cells = ListCells(table, found.columns)
        self._known: dict[tuple[str, str], SubjectDraft] = {}
        self._name = self._unit = self._level1 = self._level2 = ""

    def read(self, row: int) -> None:
        cells = {
            role: cell
            for role, column in self._columns.items()
            if (cell := cell_in(self._table, row, column)) is not None
            and not self._says_nothing(cell.text)
        }
        is_sum = bool(cells) and self._is_sum(row)
        if is_sum:
            sum_row([c for c in self._table.cells(row) if c.row == row], self._desk)
        if (
            not cells
            or is_sum
            or self._is_note(row)
            or is_heading(self._table, row, cells, self._desk)
        ):
            return
        subject = self._subject(cells)
        if subject is None:
            self._desk.draft.unplaced += [
                Unplaced(cell.place, cell.text, "这一行没有项目名称") for cell in cells.values()
            ]
            return
        for role in _CONTEXT & cells.keys():
            self._desk.tally.use(cells[role].place, role)
        self._about(cells, subject)
        if "name" in cells:
            self._indicator(cells, subject)
            return
        self._without_indicator(row, cells, subject)

    def _says_nothing(self, text: str) -> bool:
        return self._desk.book.phrases.says_nothing(text)

    def _is_note(self, row: int) -> bool:
        """Set a note aside that stands below the rows in a cell over all columns."""
        own = [c for c in self._table.cells(row) if c.row == row]
        said = [c for c in own if not self._says_nothing(c.text)]
        if len(said) != 1 or said[0].width == 1 or said[0].width < self._table.width - 1:
            return False
        if self._desk.book.phrases.is_note(said[0].text):
            self._desk.tally.furnish(said[0].place, NOTE)
        else:
            self._desk.leave(said[0].place, said[0].text, "不在任何项目里")
        return True

    def note_blanks(self) -> None:
        """Note what single projects lack that the others have."""
        for subject, at, label, role in self._cells.blanks():
            subject.blank_cells.append((label, role, at))

    def _without_indicator(
        self, row: int, cells: dict[str, ReadCell], subject: SubjectDraft
    ) -> None:
        """Read what a row without an indicator says of its project; its score is the total."""
        self._cells.add(row, subject)
        if (cell := cells.get("reason")) is not None and cell.row == row:
            keys = ("fields", normal(self._columns["reason"].label))
            subject.put(keys, words(cell.text), cell.place)
        for choice in self._remarks:
            said = self._table.at(row, choice.strip.start)
            if said is not None and said.row == row and not self._says_nothing(said.text):
                keys = ("fields", normal(choice.strip.heading))
                subject.put(keys, words(said.text), said.place)
        for role in ("target", "actual", "weight", "review"):
            if (cell := cells.get(role)) is not None and cell.row == row:
                subject.leave(cell.place, cell.text, "这一行没有指标名称")
        for role in ("total", "score"):
            if role in cells and (total := number(cells[role].text)) is not None:
                subject.put(("stated", "total"), total, cells[role].place)
                return

    def _is_sum(self, row: int) -> bool:
        """Tell a row of sums: the word for it stands where the names or the numbers of rows do."""
        named = self._columns.get("project-name")
        edge = named.end if named is not None else 1
        left = [c for c in self._table.cells(row) if c.row == row and c.column < edge]
        said = [c for c in left if not self._desk.book.phrases.says_nothing(c.text)]
        is_sum = self._desk.book.phrases.begins
        return any(
            self._desk.book.role(c.text) == "total" or is_sum("subtotal", c.text) for c in said
        )

    def _subject(self, cells: dict[str, ReadCell]) -> SubjectDraft | None:
        if unit := cells.get("unit-name") or cells.get("department-name"):
            self._unit = one_line(unit.text)
            self._desk.draft.put_unit("name", self._unit, unit.place)
        if name := cells.get("project-name"):
            if one_line(name.text) != self._name:
                self._level1 = self._level2 = ""
            self._name = one_line(name.text)
        if not self._name:
            return None
        key = (normal(self._unit), normal(self._name))
        if key not in self._known:
            subject = self._desk.start("project")
            subject.unit, subject.money_unit = self._unit, self._money_unit
            place = (name or next(iter(cells.values()))).place
            subject.put(("project", "name"), self._name, place)
            self._known[key] = subject
        return self._known[key]

    def _about(self, cells: dict[str, ReadCell], subject: SubjectDraft) -> None:
        for role in _ABOUT:
            if cell := cells.get(role):
                subject.put(("project", role), one_line(cell.text), cell.place)
        for role in AMOUNTS:
            if cell := cells.get(role):
                put_amount(self._desk, subject, ("funds", role), cell)
        if (cell := cells.get("purpose")) is not None:
            subject.put(("funds", "purpose"), words(cell.text), cell.place)
        for role in ("expected", "achieved"):
            if cell := cells.get(role):
                subject.put(("goal", role), words(cell.text), cell.place)
        self._stated(cells, subject)

    def _stated(self, cells: dict[str, ReadCell], subject: SubjectDraft) -> None:
        if cell := cells.get("year"):
            self._desk.note_year(cell.text if "年" in cell.text else f"{cell.text}年")
        if (cell := cells.get("rate")) and (rate := number(cell.text)) is not None:
            subject.put(("funds", "stated", "rate"), rate, cell.place)
        if cell := cells.get("grade"):
            subject.put(("stated", "grade"), one_line(cell.text), cell.place)

    def _indicator(self, cells: dict[str, ReadCell], subject: SubjectDraft) -> None:
        path = self._path(cells)
        values = row_values(
            cells, path, self._desk.book.columns, has_actual="actual" in self._columns
        )
        rows = subject.get(("indicator",)) or []
        if any((r["class"], r["name"]) == (path, values["name"]) for r in rows):
            subject.leave(cells["name"].place, cells["name"].text, "同一类别里有同名指标，没有导入")
            return
        keys: KeyPath = ("indicator", len(rows))
        for key, value in values.items():
            subject.put((*keys, key), value, (cells.get(key) or cells["name"]).place)
        for role in ("weight", "score", "review"):
            if role in cells:
                set_points(
                    role,
                    cells[role],
                    keys,
                    Row(path, values, cells, self._desk.book),
                    subject,
                )

    def _path(self, cells: dict[str, ReadCell]) -> str:
        """Name the class of a row; blank classes are those of the row above, within a project."""
        book = self._desk.book
        if own := cells.get("class"):
            return path_of(own.text, book)
        one, two = (
            path_of(cells[r].text, book) if r in cells else "" for r in ("level1", "level2")
        )
        if "/" in one and not two:
            one, two = one.split("/", 1)
        if one and one != self._level1:
            self._level1, self._level2 = one, ""
        self._level2 = two or self._level2
        if not self._level1 and self._level2:
            self._level1 = book.classes.parent(self._level2)
        return "/".join(p for p in (self._level1, self._level2) if p)
