"""A block of indicators read into a subject: each row by its kind, each cell accounted for."""

from collections.abc import Mapping

from generator.base.document_place import DocumentPlace
from generator.base.toml import KeyPath
from generator.model.foreign_document import DocumentKind, ReadCell, ReadTable
from generator.read.beside_columns import BesideColumns
from generator.read.column_lists import ColumnLists
from generator.read.columns import EXECUTION, BandRead, Choice, RowRead
from generator.read.draft import SubjectDraft
from generator.read.evidence_cells import EMPTY
from generator.read.execution_row import read_execution
from generator.read.header_band import Band
from generator.read.indicator_class import ClassPath
from generator.read.indicator_row import Row, is_bare, row_values
from generator.read.indicator_rows import place_rows
from generator.read.own_fields import OwnFields
from generator.read.printed_values import one_line
from generator.read.ragged import Ragged
from generator.read.reading_order import Desk
from generator.read.reason_columns import ReasonColumns
from generator.read.row_kind import Kinded, RowKind, kind_of
from generator.read.table_rows import Spot, spots

_DATA = (
    "target",
    "actual",
    "description",
    "weight",
    "score",
    "review",
    "reason",
    "basis",
    "evidence",
)
_SIGNS = ("sign", "direction")
_AHEAD = frozenset(("sign", "unit", "number", "percent"))
_HEADING = "栏目名"
_POINTS_FIRST = "预算执行率的分值和得分"


class IndicatorBlock:
    """Reads one band of indicators into a subject, or into one of its goals."""

    def __init__(self, table: ReadTable, desk: Desk, kind: DocumentKind) -> None:
        """Take a table; plain text has no columns to rely on, and only Word always tells its merges."""
        self._table, self._desk, self._lens = table, desk, desk.lens
        self._is_ragged, self._is_loose = kind == "text", kind != "word"
        self._class = ClassPath(desk.book, desk.tally, desk.need().note_points)
        self._width = table.width
        self._told: list[RowRead] = []
        self._band: Band | None = None
        self._reasons = ReasonColumns(())

    def read(self, band: Band, within: KeyPath = ()) -> int:
        """Read a band; return the row behind it."""
        subject = self._desk.need()
        is_next = band.top == 0 and self._desk.band is not None  # its header printed once more
        if self._desk.class_path is not None and (band.is_continued or is_next):
            self._class = self._desk.class_path
        else:
            self._class = ClassPath(self._desk.book, self._desk.tally, subject.note_points)
        if (ahead := self._desk.class_ahead) is not None:
            self._class.read_alone(ahead)
            self._desk.class_ahead = None
        self._furnish_header(band)
        columns = {c.role: c for c in band.choices if c.role}
        self._band = band
        self._reasons = ReasonColumns.of(band, self._desk)
        self._beside = BesideColumns.of(band.choices, self._desk)
        rows: list[Row] = []
        for at in range(band.bottom, band.end):
            if self._desk.is_late(self._table.grid[at][0].place):
                break
            if at in band.repeated:
                self._furnish(at)
            elif at == band.bottom and self._is_execution(at, band):
                self._told.append(RowRead(self._own(at)[0].place, EXECUTION, _POINTS_FIRST))
            elif (read := self._row(at, columns, subject)) is not None:
                rows.append(read)
        is_weighed = "weight" in columns
        place_rows(rows, subject, within, is_weighed=is_weighed, is_loose=self._is_loose)
        ColumnLists(self._table, self._desk, subject).tell(
            band, (*self._reasons.columns, *self._beside.taken)
        )
        self._desk.draft.bands.append(
            BandRead(
                band_place(band, self._table),
                band.choices,
                tuple(self._told),
                band.is_continued,
                (band.bottom, band.end),
                within,
            )
        )
        self._desk.class_path = self._class
        return max(band.end, band.bottom)

    def _is_execution(self, row: int, band: Band) -> bool:
        """Read the points of the execution where they stand before those of the indicators."""
        own = self._own(row)
        is_nameless = any(self._table.at(row, band.edge) is cell for cell in own[:2])
        found = spots(self._table, row, self._desk.book) if is_nameless else []
        return is_nameless and read_execution(found, band, self._desk)

    def _furnish_header(self, band: Band) -> None:
        for cell in band.header:
            if cell in band.heads:
                self._desk.tally.use(cell.place, "block")
            self._desk.tally.furnish(cell.place, _HEADING)

    def _furnish(self, row: int, what: str = _HEADING) -> None:
        for cell in self._own(row):
            self._desk.tally.furnish(cell.place, what)

    def _own(self, row: int) -> list[ReadCell]:
        return [c for c in self._table.cells(row) if c.row == row and c.text.strip()]

    def _row(self, row: int, columns: Mapping[str, Choice], subject: SubjectDraft) -> Row | None:
        cells = {
            role: cell
            for role, choice in columns.items()
            if (cell := self._table.at(row, choice.strip.start)) is not None
        }
        if self._is_ragged:
            cells = Ragged(self._table, self._lens, self._class).realigned(row, columns, cells)
        own = self._own(row)
        kinded = kind_of(row, own, cells, self._lens, self._width)
        if own:
            self._told.append(RowRead(own[0].place, kinded.kind, kinded.why))
        self._furnish_small(row, cells)
        if kinded.kind is RowKind.INDICATOR:
            return self._indicator(row, cells, columns, subject)
        self._other_row(row, kinded, cells, subject)
        return None

    def _indicator(
        self,
        row: int,
        cells: dict[str, ReadCell],
        columns: Mapping[str, Choice],
        subject: SubjectDraft,
    ) -> Row:
        if cells["name"] is cells.get("level2"):
            cells = {role: c for role, c in cells.items() if role != "level2"}
            self._class.level2 = ""
        path = self._class.read(cells)
        cells, own = self._beside.in_force(cells)
        own |= self._beside.of_parts(self._table, row)
        found = Row(
            path,
            row_values(cells, path, self._lens.book.columns, has_actual="actual" in columns),
            cells,
            self._lens.book,
            own,
        )
        self._tell_parts(row, found, subject)
        self._reasons.join(self._table, row, found.values, self._desk)
        return found

    def _tell_parts(self, row: int, found: Row, subject: SubjectDraft) -> None:
        """Say of sign and unit whether they went into the target; what did not is listed."""
        known, target = self._lens.book.columns, found.cells.get("target")
        for role in ("sign", "direction", "measure-unit", "actual-unit"):
            cell = found.cells.get(role)
            if cell is None or cell.row != row or self._lens.book.phrases.says_nothing(cell.text):
                continue
            said, value = one_line(cell.text), found.values["target"]
            is_used = (
                known.is_sign(said) and (value[:1] == known.signs.get(said, value[:1]) or not value)
                if role in _SIGNS
                else said in value or said in found.values.get("actual", "")
            )
            has_number = target is not None and is_bare(target.text)
            if is_used or (role in _SIGNS and known.is_sign(said) and not has_number):
                self._desk.tally.use(cell.place, "target")
            else:
                subject.leave(cell.place, cell.text, "指标值里用不上")

    def _other_row(
        self, row: int, kinded: Kinded, cells: Mapping[str, ReadCell], subject: SubjectDraft
    ) -> None:
        own = self._own(row)
        if kinded.kind is RowKind.CLASS:
            wide = len(own) == 1 and own[0].width * 2 > self._width
            self._class.read_alone(own[0]) if wide else self._class.read(cells)
            self._furnish_left(row, cells)
        elif kinded.kind is RowKind.PLACEHOLDER:
            self._class.read(cells)
            self._furnish_waiting(row)
        elif kinded.kind is RowKind.MARKS:
            self._furnish(row)
        elif kinded.kind is RowKind.NAMELESS:
            self._nameless(row, cells, subject)
        elif kinded.kind is RowKind.PART:
            self._class.read(cells)
            self._list(row, cells, subject, "是上一行指标的分项，没有对应的项", ("name", *_DATA))
        elif kinded.kind is RowKind.SUBTOTAL:
            for cell in own:
                if self._lens.look(cell.text).value is not None:
                    subject.leave(cell.place, cell.text, "小计没有对应的项")
                else:
                    self._desk.tally.furnish(cell.place, _HEADING)
        elif kinded.kind is RowKind.NOTE:
            self._note(own[0], subject)

    def _nameless(self, row: int, cells: Mapping[str, ReadCell], subject: SubjectDraft) -> None:
        """Read the row of the execution, whose label reaches over the names; list any other."""
        own = [Spot(cell, "") for cell in self._own(row)]
        if not read_execution(own, self._band, self._desk):
            self._class.read(cells)
            self._list(row, cells, subject, "这一行没有指标名称")

    def _note(self, cell: ReadCell, subject: SubjectDraft) -> None:
        if self._lens.book.phrases.is_note(cell.text):
            OwnFields(self._desk).put_note(cell)
        else:
            subject.leave(cell.place, cell.text, "没有认出的栏目名")

    def _furnish_small(self, row: int, cells: Mapping[str, ReadCell]) -> None:
        """Numbers of rows and instructions are of the form."""
        for role, cell in cells.items():
            if cell.row != row or self._lens.book.phrases.says_nothing(cell.text):
                continue
            if role == "number":
                self._desk.tally.furnish(cell.place, "行号")
            elif role in ("reason", "basis") and self._lens.book.phrases.is_instruction(cell.text):
                self._desk.tally.furnish(cell.place, "填写说明")

    def _furnish_left(self, row: int, cells: Mapping[str, ReadCell]) -> None:
        """A row that only names a class may hold a sign or unit that its form prints ahead."""
        for role in (*_SIGNS, "measure-unit", "name"):
            cell = cells.get(role)
            if cell is not None and cell.row == row and cell.text.strip():
                self._desk.tally.furnish(cell.place, "占位")

    def _furnish_waiting(self, row: int) -> None:
        """What a row that still waits to be filled prints ahead is of the form; words in it are not."""
        for cell in self._own(row):
            if self._lens.look(cell.text).kind in EMPTY | _AHEAD:
                self._desk.tally.furnish(cell.place, "占位")

    def _list(
        self,
        row: int,
        cells: Mapping[str, ReadCell],
        subject: SubjectDraft,
        reason: str,
        roles: tuple[str, ...] = _DATA,
    ) -> None:
        for role in (*roles, *_SIGNS, "measure-unit", "review-reason"):
            cell = cells.get(role)
            if (
                cell is not None
                and cell.row == row
                and self._lens.look(cell.text).kind not in EMPTY
            ):
                subject.leave(cell.place, cell.text, reason)


def band_place(band: Band, table: ReadTable) -> DocumentPlace:
    """Return where a band begins."""
    return table.grid[band.top][0].place
