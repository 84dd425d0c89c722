"""The block of the indicators: a header, rows under merged classes, scores of rows or of classes."""

from collections.abc import Mapping, Sequence

from generator.base.toml import KeyPath
from generator.model.reading import DocumentKind, ReadCell, ReadTable
from generator.read.desk import Desk
from generator.read.draft import SubjectDraft
from generator.read.indicator_row import Row, row_values
from generator.read.indicator_rows import place_rows
from generator.read.label_book import normal
from generator.read.rows import Column, Spot, cell_in, columns_of, spots
from generator.read.values import indicator_name, is_nothing, number

ROLES = frozenset(
    ("class", "level1", "level2", "name", "description", "target", "actual", "sign", "measure-unit",
     "weight", "score", "review", "reason", "basis", "evidence", "method")
)  # fmt: skip
# A label that begins something else, and so ends the rows.
ENDS = frozenset(
    ("total", "deviation", "improvement", "project-name", "department-name", "unit-name", "authority",
     "funds", "goals", "expected", "conclusion", "problem", "measure", "grade", "ignored")
)  # fmt: skip
_WITHOUT_PLACE = ("method",)


def is_header(row: Sequence[Spot]) -> bool:
    """Tell whether a row names the columns of indicators."""
    roles = {spot.role for spot in row}
    named = "name" in roles or {"level1", "level2"} <= roles
    return (
        named and bool(roles & {"target", "actual", "score", "weight"}) and len(roles & ROLES) >= 3
    )


class IndicatorBlock:
    """Reads one block of indicators into a subject, or into one of its goals."""

    def __init__(self, table: ReadTable, desk: Desk, kind: DocumentKind) -> None:
        """Take a table; plain text has no columns to rely on, and only Word always tells its merges."""
        self._table, self._desk = table, desk
        self._is_ragged, self._is_loose = kind == "text", kind != "word"
        self._level1 = self._level2 = ""

    def read(self, row: int, within: KeyPath = ()) -> int:
        """Read the block whose header stands in a row; return the row behind it."""
        subject = self._desk.need()
        columns, bottom = self._columns(row)
        rows: list[Row] = []
        after = bottom
        while after < len(self._table.grid) and not self._ends(after, columns):
            if is_header(spots(self._table, after, self._desk.book)):
                break
            if (read := self._row(after, columns, subject)) is not None:
                rows.append(read)
            after += 1
        is_weighed = "weight" in columns
        place_rows(rows, subject, within, is_weighed=is_weighed, is_loose=self._is_loose)
        return after

    def _columns(self, row: int) -> tuple[dict[str, Column], int]:
        """Read a header of one or two rows: the lower row says more of what the upper one spans."""
        found = spots(self._table, row, self._desk.book)
        named = [s for s in found if s.role in ROLES]
        bottom = row + max(s.cell.height for s in named)
        for below in range(row + 1, bottom):
            lower = [s for s in spots(self._table, below, self._desk.book) if s.role in ROLES]
            covered = [(s.cell.column, s.cell.end) for s in lower]
            named = [
                s
                for s in named
                if not any(a >= s.cell.column and b <= s.cell.end for a, b in covered)
            ]
            named += lower
        named.sort(key=lambda s: s.cell.column)
        columns = columns_of(named, ROLES)
        self._tell_unused(row, bottom, named, columns)
        return columns, bottom

    def _tell_unused(
        self, row: int, bottom: int, named: Sequence[Spot], columns: Mapping[str, Column]
    ) -> None:
        """Say which columns have no place: unknown ones, second ones, how a score is computed."""
        taken = {c.start for role, c in columns.items() if role not in _WITHOUT_PLACE}
        found = [s for r in range(row, bottom) for s in spots(self._table, r, self._desk.book)]
        unused = [s for s in named if s.cell.column not in taken]
        unused += [s for s in found if s.text and not s.role]
        for spot in dict.fromkeys(unused):
            label = normal(spot.text)[:20]
            remark = f"“{label}”一栏没有对应的项，没有导入（{spot.cell.place}）"
            if self._desk.subject is not None:
                self._desk.subject.remarks.append(remark)

    def _ends(self, row: int, columns: dict[str, Column]) -> bool:
        name = columns.get("name") or columns.get("level2")
        edge = name.start if name else 0
        found = spots(self._table, row, self._desk.book)
        return any(s.role in ENDS and s.cell.column <= edge for s in found)

    def _row(self, row: int, columns: dict[str, Column], subject: SubjectDraft) -> Row | None:
        cells = {
            role: cell
            for role, column in columns.items()
            if (cell := cell_in(self._table, row, column)) is not None
        }
        if self._is_ragged:
            cells = self._realigned(row, columns, cells)
        path = self._path(cells)
        name = cells.get("name")
        if name is None or not _is_name(name) or name is cells.get("level2"):
            said = [
                c
                for r, c in cells.items()
                if r in ("target", "actual", "description") and not is_nothing(c.text)
            ]
            for cell in said:
                subject.leave(cell.place, cell.text, "这一行没有指标名称")
            return None
        return Row(path, row_values(cells, path, has_actual="actual" in columns), cells)

    def _path(self, cells: dict[str, ReadCell]) -> str:
        """Name the class: what a merged cell covers, or what stood above where rows are blank."""
        if (own := cells.get("class")) is not None and not is_nothing(own.text):
            return "/".join(
                self._desk.book.class_word(part).name
                for part in normal(own.text).replace("-", "/").replace("—", "/").split("/")
            )
        book = self._desk.book
        one = book.class_word(cells["level1"].text) if "level1" in cells else None
        two = book.class_word(cells["level2"].text) if "level2" in cells else None
        for role, word in (("level1", one), ("level2", two)):
            if word is not None and word.name:
                self._desk.tally.use(cells[role].place, "class")
        if one and one.name and not is_nothing(one.name):
            if one.name != self._level1:
                self._level2 = ""
            self._level1 = one.name
            if one.points is not None and self._desk.subject is not None:
                self._desk.subject.points.setdefault(one.name, one.points)
        if two and two.name and not is_nothing(two.name):
            self._level2 = two.name
        if self._level2 and self._level2 != self._level1:
            return f"{self._level1}/{self._level2}" if self._level1 else self._level2
        return self._level1

    def _realigned(
        self, row: int, columns: dict[str, Column], cells: dict[str, ReadCell]
    ) -> dict[str, ReadCell]:
        """Find the columns of a row that slipped sideways, as merged cells do in plain text.

        The classes are known words; what follows them comes in the order of the header. A row is
        taken this way only when its score is then a number, or blank.
        """
        filled = [c for c in self._table.grid[row] if not is_nothing(c.text)]
        book = self._desk.book
        named = [
            c
            for c in filled[:3]
            if book.class_word(c.text).is_level1 or book.class_word(c.text).is_level2
        ]
        start = max((c.column for c in named), default=-1) + 1
        order = [
            r
            for r in sorted(columns, key=lambda r: columns[r].start)
            if r not in ("level1", "level2", "class")
        ]
        rest = list(self._table.grid[row][start:])
        while rest and is_nothing(rest[0].text):
            rest.pop(0)
        blanks = [i for i, c in enumerate(rest) if is_nothing(c.text)]
        for dropped in range(len(blanks) + 1):
            values = [c for i, c in enumerate(rest) if i not in blanks[:dropped]]
            moved = dict(zip(order, values, strict=False))
            score = moved.get("score")
            if "name" in moved and ("score" not in order or (score and _is_score(score))):
                return {**moved, **self._named(named)}
        return {**cells, **self._named(named)}

    def _named(self, found: Sequence[ReadCell]) -> dict[str, ReadCell]:
        """Give class words their level by what they are, not by where they slipped to."""
        result: dict[str, ReadCell] = {}
        book = self._desk.book
        for cell in found:
            word = book.class_word(cell.text)
            is_below = "level1" in result or bool(self._level1 and book.parent(word.name))
            if word.is_level2 and (is_below or not word.is_level1):
                result["level2"] = cell
            else:
                result["level1"] = cell
        return result


def _is_name(cell: ReadCell) -> bool:
    """Tell whether a cell can name an indicator: a number cannot."""
    return not is_nothing(indicator_name(cell.text)) and number(cell.text) is None


def _is_score(cell: ReadCell) -> bool:
    return is_nothing(cell.text) or number(cell.text) is not None
