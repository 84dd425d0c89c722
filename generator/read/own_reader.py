"""A document read by its own definition first: what forms declare is taken out, and read as they say."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.base.toml import KeyPath
from generator.model.foreign_document import ReadCell, ReadParagraph, ReadTable
from generator.read.draft import SubjectDraft, rows_in
from generator.read.money_unit import USUAL
from generator.read.own_book import OwnBook
from generator.read.own_fields import UNTICKED, OwnFields
from generator.read.own_found import NOTHING_TAKEN, Found, OfIndicator, Taken, TotalFound
from generator.read.own_pairs import cells_below, take_line, take_pairs
from generator.read.own_tables import take_tables
from generator.read.own_text import Words, value_in
from generator.read.printed_sums import settle_sums
from generator.read.reading_order import Desk

OF_THE_FORM = "表样的栏目"
_FEWEST_COLUMNS = 2


class TakenOut(NamedTuple):
    """A table without what is declared, and that."""

    table: ReadTable
    taken: Taken


class OwnReader:
    """Takes what is declared out of tables and paragraphs, and puts it onto the desk."""

    def __init__(self, own: OwnBook, desk: Desk) -> None:
        self._own, self._desk, self._book = own, desk, desk.book
        self._words = Words(desk.book.money, desk.book.phrases.ticked)
        self._counts: dict[str, int] = {}
        self._asked: set[str] = set()
        self._totals: list[tuple[SubjectDraft, TotalFound]] = []

    def take(self, table: ReadTable) -> TakenOut:
        """Take out tables first, then columns of indicators, then single fields."""
        taken = NOTHING_TAKEN
        self._counts = {}
        for found in take_tables(table, self._own, self._book, self._counts):
            taken = taken.joined(found.taken)
            table = _without(table, dict.fromkeys(found.cells, ""))
        columns = self._indicator_columns(table)
        taken = taken.joined(columns)
        cells = [one.cell for one in columns.indicators]
        table = _without(table, dict.fromkeys(cells, ""), columns.labels)
        pairs = take_pairs(table, self._own, self._book)
        table = _without(table, {**dict.fromkeys(pairs.cells, ""), **dict(pairs.rests)})
        return TakenOut(table, taken.joined(pairs.taken))

    def take_paragraph(self, paragraph: ReadParagraph) -> ReadParagraph | None:
        """Take the fields of a line; return what is left of it."""
        cell = ReadCell(paragraph.text, paragraph.place, 0, 0)
        line = take_line(cell, self._own)
        if not line.asked:
            return paragraph
        if not line.rest.strip():
            self._desk.tally.furnish(paragraph.place, OF_THE_FORM)
        self.put(Taken(line.values, asked=line.asked))
        return paragraph._replace(text=line.rest) if line.rest.strip() else None

    def put(self, taken: Taken) -> None:
        """Put what was taken onto the desk: for the subject that is open, else for the next."""
        desk = self._desk
        self._asked |= {*taken.asked}
        for place in taken.labels:
            desk.tally.furnish(place, OF_THE_FORM)
        for found in taken.values:
            self._value(found)
        for column in taken.indicators:
            self._of_indicator(column)
        if desk.subject is not None:
            self._totals += [(desk.subject, total) for total in taken.totals]

    def settle(self) -> None:
        """End the document: compare the sums, and say what the form has a place for."""
        draft = self._desk.draft
        settle_sums(self._desk, self._own.declared, self._totals)
        draft.own_scheme = self._own.scheme
        for subject in draft.subjects:
            subject.asked |= self._asked

    def _money(self, subject: SubjectDraft | None) -> str:
        """Return the unit in which the amounts of a subject are written."""
        return (subject.money_unit if subject is not None else "") or USUAL

    def _value(self, found: Found) -> None:
        if not self._is_of_list(found) and OwnFields(self._desk).furnish(found.cell):
            return
        subject, cell = self._desk.subject, found.cell
        money = self._money(subject)
        read = value_in(found.item, cell.text, found.heading, money, self._words)
        if read.fault:
            self._desk.leave(cell.place, cell.text, f"“{found.item.label}”：{read.fault}")
        elif read.value is None:
            self._desk.tally.furnish(cell.place, UNTICKED)
        elif subject is None:
            self._desk.waiting.append((found.keys, read.value, cell.place))
        else:
            subject.put(found.keys, read.value, cell.place)

    def _is_of_list(self, found: Found) -> bool:
        """Tell words in a row of a list: 无 and a dash are what it says, only 【待补】 is not."""
        is_row = found.keys[0] == "tables" and isinstance(found.keys[2], int)
        is_open = self._desk.book.phrases.is_placeholder(found.cell.text)
        return is_row and found.item.kind == "text" and not is_open

    def _of_indicator(self, found: OfIndicator) -> None:
        """Put a cell of a column of indicators into the rows that it stands beside."""
        cell, subject = found.cell, self._desk.subject
        read = value_in(found.item, cell.text, "", self._money(subject), self._words)
        rows = list(_rows_beside(cell, subject)) if subject is not None else []
        if subject is None or not rows or read.fault or read.value is None:
            reason = read.fault or "旁边没有指标"
            if not OwnFields(self._desk).furnish(cell):
                self._desk.leave(cell.place, cell.text, f"“{found.item.label}”：{reason}")
            return
        for keys in rows:
            subject.put((*keys, "fields", found.item.name), read.value, cell.place)

    def _indicator_columns(self, table: ReadTable) -> Taken:
        """Find the columns that a header of indicators has of its own."""
        found: list[OfIndicator] = []
        labels: list[ReadCell] = []
        for row in range(len(table.grid)):
            heads = [c for c in table.cells(row) if c.row == row and c.text.strip()]
            known = sum(bool(self._book.columns.role(c.text)) for c in heads)
            for head in heads if known >= _FEWEST_COLUMNS else ():
                item = self._own.indicator_field(head.text)
                if item is None:
                    continue
                labels.append(head)
                found += [OfIndicator(item, cell) for cell in cells_below(table, head)]
        return Taken(indicators=tuple(found), labels=tuple(cell.place for cell in labels))


def _rows_beside(cell: ReadCell, subject: SubjectDraft) -> list[KeyPath]:
    """Return the rows of indicators beside a cell, by where their names stand."""
    found: list[KeyPath] = []
    for keys, _ in rows_in(subject.values):
        at = subject.places.get((*keys, "name"))
        if at is None or at.table != cell.place.table or cell.place.row is None:
            continue
        if at.row is not None and 0 <= at.row - cell.place.row < cell.height:
            found.append(keys)
    return found


def _without(
    table: ReadTable, changed: Mapping[ReadCell, str], labels: tuple[object, ...] = ()
) -> ReadTable:
    """Return a table in which some cells say something else; those of ``labels`` say nothing."""
    if not changed and not labels:
        return table
    by_place = {cell.place: text for cell, text in changed.items()}
    by_place |= {cell.place: "" for row in table.grid for cell in row if cell.place in labels}
    made: dict[int, ReadCell] = {}
    rows = []
    for row in table.grid:
        cells = []
        for cell in row:
            if id(cell) not in made:
                text = by_place.get(cell.place)
                made[id(cell)] = cell if text is None else cell._replace(text=text)
            cells.append(made[id(cell)])
        rows.append(tuple(cells))
    return table._replace(grid=tuple(rows))
