"""Cells that no label announces: titles, headings, notes, lines with a colon, dates, years."""

from generator.base.chinese import parse_date
from generator.base.pattern import Pattern
from generator.model.foreign_document import DocumentKind, ReadTable
from generator.read.cell_kinds import looks_like_label
from generator.read.evidence_cells import KNOWN_CLASSES
from generator.read.headings import split_number
from generator.read.labelled_line import LineReader
from generator.read.labelled_values import FieldTaker
from generator.read.own_fields import LABEL
from generator.read.printed_values import one_line, squeezed, title_pieces, words
from generator.read.reading_order import Desk
from generator.read.table_rows import Spot, covering

_LONGEST_TITLE = 60
EXECUTION = frozenset(("rate", "spent"))
_TITLE_ROWS = 2  # the rows at the top, from 0, in which a title may stand alone
_YEAR = Pattern(r"[（(]?(?:19|20)[0-9]{2}年度?[）)]?")
HEADING = "标题"


class LooseCells:
    """Reads cells of one table that are neither label nor value beside one."""

    def __init__(
        self, table: ReadTable, desk: Desk, kind: DocumentKind, fields: FieldTaker
    ) -> None:
        self._table, self._desk, self._kind, self._fields = table, desk, kind, fields
        self._lines = LineReader(desk, fields)
        self._widest = table.width - 1
        self.heading = ""  # of the part of the table that was begun last
        self._headed = -2  # the row of that heading

    def read(self, row: int, spot: Spot, found: list[Spot]) -> None:
        """Read one cell; what nobody knows is listed."""
        is_alone = sum(bool(s.text) for s in found) == 1
        is_read = (
            self._title(row, spot, is_alone=is_alone)
            or (is_alone and self._class_ahead(spot))
            or self._furniture(spot, is_alone=is_alone)
            or self._lines.read(spot.cell, is_execution=any(s.role in EXECUTION for s in found))
            or (is_alone and self._below_label(row, spot))
            or (is_alone and self._below_heading(row, spot))
            or (row <= _TITLE_ROWS and self._desk.note_coded_unit(spot.text, spot.cell.place))
            or (is_alone and self._date(spot))
        )
        is_beside = spot.cell.height > 1 and spot.cell.column == 0 and not is_alone
        if not is_read and is_beside and looks_like_label(spot.text, self._desk.book):
            self._desk.tally.furnish(spot.cell.place, LABEL)
        elif not is_read:
            self._fields.leave(spot.cell, "没有认出的栏目名")

    def _title(self, row: int, spot: Spot, *, is_alone: bool) -> bool:
        """Open what a title announces; in a sheet it often stands in the first cell, not merged."""
        is_rest = any(w in spot.text for w in self._desk.book.phrases.words("continued"))
        is_top = row <= _TITLE_ROWS or (is_rest and bool(self._desk.book.title_kind(spot.text)))
        is_title = self._is_wide(spot) or (is_alone and is_top)
        if not is_title or len(spot.text) > _LONGEST_TITLE:
            return False
        title, *others = [spot.text]
        if not self._desk.book.title_kind(title):
            # 自评表（2023年度）　　单位：万元: a title, and what else its line says.
            title, *others = title_pieces(spot.text)
            if not others or not self._desk.book.title_kind(title):
                return False
        self._desk.open_title(one_line(title), spot.cell.place)
        for other in others:
            self._lines.read(spot.cell._replace(text=other))
        return True

    def _class_ahead(self, spot: Spot) -> bool:
        """Keep a class that has its row for itself above a header: it is that of the first rows."""
        if not self._is_wide(spot) or self._desk.lens.look(spot.text).kind not in KNOWN_CLASSES:
            return False
        self._desk.drop_class_ahead()
        self._desk.class_ahead = spot.cell
        self._desk.tally.use(spot.cell.place, "class")
        return True

    def _furniture(self, spot: Spot, *, is_alone: bool) -> bool:
        """Set aside placeholders, instructions, notes, headings."""
        desk, text = self._desk, spot.text
        if self._fields.own.furnish(spot.cell):
            return True
        if is_alone and desk.book.phrases.is_note(text):
            self._fields.own.put_note(spot.cell)
            return True
        is_heading = self._is_wide(spot) and is_alone and bool(split_number(text).style)
        if is_heading and looks_like_label(text, desk.book):
            desk.tally.furnish(spot.cell.place, HEADING)
            self.heading, self._headed = text, spot.cell.row
            return True
        return False

    def _below_label(self, row: int, spot: Spot) -> bool:
        """Read words that have their row for themselves beside the label of a block."""
        found = covering(self._table, row, self._desk.book)
        head = next((s.role for s in found if s.role), "") or self._label_above(row)
        if head == "budget-and-purpose":
            keys = ("funds", "purpose")
            self._desk.need().put(keys, words(spot.text), spot.cell.place)
        elif head in ("goals", "expected"):
            self._fields.goal_text("expected", spot.cell)
        else:
            return False
        return True

    def _below_heading(self, row: int, spot: Spot) -> bool:
        """Keep a text right below the heading of a part under that heading."""
        if row != self._headed + 1 or not self._is_wide(spot):
            return False
        self._fields.own.put(self.heading, spot.cell)
        return True

    def _label_above(self, row: int) -> str:
        """Return the block of a row whose first cell is blank, where merges are not told."""
        if self._kind == "word":
            return ""
        while row >= 0 and not self._table.grid[row][0].text.strip():
            row -= 1
        return self._desk.book.role(self._table.grid[row][0].text) if row >= 0 else ""

    def _date(self, spot: Spot) -> bool:
        """Take a date or a year that stands alone."""
        plain = squeezed(spot.text)
        if day := parse_date(plain):
            self._desk.draft.put_unit("date", day, spot.cell.place)
        elif _YEAR.fullmatch(plain):
            self._desk.note_year(spot.text)
            self._desk.tally.use(spot.cell.place, "year")
        else:
            return False
        return True

    def _is_wide(self, spot: Spot) -> bool:
        return spot.cell.width >= self._widest
