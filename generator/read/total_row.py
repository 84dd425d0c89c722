"""The line of the total: the weight, then the score, then the grade."""

from decimal import Decimal

from generator.base.pattern import Pattern
from generator.model.foreign_document import DocumentKind, ReadTable
from generator.read.column_lists import title_of
from generator.read.draft import SubjectDraft
from generator.read.funds_columns import is_bare_amount
from generator.read.header_band import Bands
from generator.read.label_book import LabelBook
from generator.read.labelled_line import LineReader
from generator.read.labelled_values import FieldTaker
from generator.read.own_fields import OwnFields
from generator.read.printed_values import NUMBER, number, one_line, squeezed
from generator.read.reading_order import Desk
from generator.read.table_rows import Column, Spot

# 99.6（自评等级：良），96.5分（优），92分，等级为优
_WITH_GRADE = Pattern(
    rf"(?P<points>{NUMBER})分?[（(,，、；;/]"
    r"(?:[一-鿿]{0,8}[:：为是])?“?(?P<grade>[一-鿿]{1,3})”?[）)]?"
)
_IN_BRACKETS = Pattern(r"[（(]([^（()）]{1,6})[)）]$")
_OF_FULL = Pattern(rf"(?P<points>{NUMBER})分?(?:[（(](?:满分)?100分?[）)]|/100分?)")  # 96.5（100）
_FULL, _LONGEST_GRADE = 100, 4
_POINT_UNITS = ("分", "%")
_OF_CLASSES = ("points1", "points2")
_BESIDE = ("review", "deduction")
_POINTS = ("weight", "score", *_OF_CLASSES, *_BESIDE)


class TotalRow:
    """Reads the line of the total of one table."""

    def __init__(self, table: ReadTable, desk: Desk, kind: DocumentKind, bands: Bands) -> None:
        self._table, self._desk, self._kind, self._bands = table, desk, kind, bands
        self._lines = LineReader(desk, FieldTaker(desk))
        self._own = OwnFields(desk)

    def read(self, row: int, found: list[Spot]) -> None:
        """Read the line of the total: the weight, then the score."""
        subject = self._desk.need()
        label = next(s for s in found if s.role == "total")
        found = self._without_amounts(label, found)
        points = [
            (s, value)
            for s in found
            if s.cell.column > label.cell.column and (value := self._points(s)) is not None
        ]
        phrases = self._desk.book.phrases
        others = sum(not phrases.says_nothing(s.text) for s in found) - 1
        if self._kind == "text" and others != len(points):
            points = []  # other words ran into the row: what is what cannot be told
        columns = self._header_above(row)
        is_parted_otherwise = len(points) == 2 and _are_beside_columns(points, columns)
        for spot, value in points:
            role = "" if is_parted_otherwise else _role_of(spot, columns)
            if role in _OF_CLASSES:
                self._desk.tally.use(spot.cell.place, "class points")
                continue
            if role in _BESIDE:
                subject.column_totals.setdefault(role, (value, spot.cell.place))
                self._own.keep(f"{one_line(label.text)}·{title_of(role)}", value, spot.cell.place)
                continue
            if role in ("weight", "score"):
                key = "weight" if role == "weight" else "total"
            elif len(points) == 2 and (not columns or self._kind == "text" or is_parted_otherwise):
                key = "weight" if spot is points[0][0] else "total"
            elif len(points) == 1:
                key = "total"
            else:
                self._desk.leave(spot.cell.place, spot.text, "总分一行里说不准是分值还是得分")
                continue
            subject.put(("stated", key), value, spot.cell.place)
        for spot in found:
            if (
                spot is label
                or phrases.says_nothing(spot.text)
                or any(spot is s for s, _ in points)
            ):
                continue
            self._total_word(spot, subject)

    def _points(self, spot: Spot) -> Decimal | None:
        """Return the number of a cell; behind it, in the same cell, may stand the grade."""
        if of_full := _OF_FULL.fullmatch(squeezed(spot.text)):
            return number(of_full["points"])
        found = _WITH_GRADE.fullmatch(squeezed(spot.text))
        if found is None or found["grade"] not in self._desk.book.phrases.words("grade-word"):
            return number(spot.text)
        self._desk.need().put(("stated", "grade"), found["grade"], spot.cell.place)
        return number(found["points"])

    def _without_amounts(self, label: Spot, found: list[Spot]) -> list[Spot]:
        """Keep the sums of columns that hold no points as fields; return the other cells."""
        sums = [s for s in found if self._is_of_amounts(s)]
        for spot in sums:
            self._own.put(f"{one_line(label.text)}·{one_line(self._heading(spot))}", spot.cell)
        return [s for s in found if s not in sums]

    def _is_of_amounts(self, spot: Spot) -> bool:
        """Tell the sum of a column of money or of things counted: 金额（元） above 合计 | 834560."""
        if number(spot.text) is None:
            return False
        heading, book = self._heading(spot), self._desk.book
        counted = _IN_BRACKETS.search(squeezed(heading))
        is_counted = counted is not None and _is_counted(counted[1], book)
        return bool(book.money.unit_in(heading)) or is_bare_amount(heading, book) or is_counted

    def _heading(self, spot: Spot) -> str:
        """Return the words that stand last above a figure, in its column."""
        at, column = spot.cell.row - 1, spot.cell.column
        cells = (self._table.at(row, column) for row in range(at, -1, -1))
        said = (c.text for c in cells if c is not None and c.text.strip())
        return next((text for text in said if number(text) is None), "")

    def _total_word(self, spot: Spot, subject: SubjectDraft) -> None:
        signs = "".join(self._desk.book.phrases.words("grade-word"))
        label, _, said = squeezed(spot.text).replace("：", ":").rpartition(":")
        is_grade = 0 < len(said) <= _LONGEST_GRADE and any(sign in signs for sign in said)
        is_own = spot.role == "" and not label
        if is_grade and (is_own or self._desk.book.role(label) == "grade") and number(said) is None:
            subject.put(("stated", "grade"), spot.text if is_own else said, spot.cell.place)
        elif self._own.furnish(spot.cell):
            pass
        elif spot.role == "" and not self._lines.read(spot.cell):
            self._desk.leave(spot.cell.place, spot.text, "没有认出的栏目名")

    def _header_above(self, row: int) -> dict[str, Column]:
        band = self._bands.above(row)
        chosen = [c for c in band.choices if c.role in _POINTS] if band else []
        return {c.role: Column(c.role, c.strip.start, c.strip.end, c.strip.heading) for c in chosen}


def _are_beside_columns(points: list[tuple[Spot, Decimal]], columns: dict[str, Column]) -> bool:
    """Tell a hundred below neither column, and a score right of it that is not below the scores, either."""
    (first, full), (second, score) = points
    roles = _role_of(first, columns), _role_of(second, columns)
    is_score = 0 < score < _FULL or (score == _FULL and not roles[1])
    return full == _FULL and is_score and roles in (("", ""), ("", "weight"))


def _is_counted(unit: str, book: LabelBook) -> bool:
    return book.units.is_unit(unit) and unit not in _POINT_UNITS


def _role_of(spot: Spot, columns: dict[str, Column]) -> str:
    """Return the column that a figure stands in; one cell over weight and score holds the score."""
    cell = spot.cell
    covered = [r for r, c in columns.items() if c.start < cell.end and cell.column < c.end]
    if {"weight", "score"} <= {*covered}:
        return "score"
    return next((r for r in covered if columns[r].start <= cell.column), "")
