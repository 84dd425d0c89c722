"""What a form has of its own: cells of fields, marks of options, rows of tables."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.base.number import plain
from generator.figures.figure_book import FigureBook
from generator.figures.own_sums import OwnSums
from generator.model.blocks import Cell, Row
from generator.model.dossier import Subject
from generator.model.figure_id import FigureId
from generator.model.own_form import NUMBERS, OPTIONS, OwnField, OwnItem, OwnTable
from generator.model.own_typed import boxes, read_own, tick, write_number
from generator.model.row_key import RowKey, cell_key
from generator.model.spans import Span
from generator.model.units import Units
from generator.prose.figure_marks import split_spans
from generator.tables.equal_groups import number, quoted, spans, words
from generator.tables.form_fields import choice_key, option_key, own_field

TOTAL = "合计"


class OwnCells:
    """Makes the cells of one subject; ``gap`` stands where something must not stay blank.

    Amounts stand in the money unit of the form, unless they are declared with one of their own.
    """

    def __init__(
        self,
        subject: Subject,
        book: FigureBook,
        units: Units,
        gap: Cell,
        money_unit: str | None = None,
    ) -> None:
        self._subject, self._book, self._gap = subject, book, gap
        self._units, self._money_unit = units, money_unit
        self._declared, self._sums = subject.declared, OwnSums(subject, units)

    def fields(self, texts: Mapping[str, str]) -> dict[str, Cell]:
        """Give the fields under names that no other field has; ``texts`` are those that quote."""
        cells = {own_field(name): self._quoted(name) for name in self._subject.entry.fields_}
        for item in self._declared.fields:
            cells[own_field(item.name)] = self._needed(item, self._field(item, texts))
            if item.kind in OPTIONS:
                cells |= dict(self._choice(item))
        for role in dict.fromkeys(item.role for item in self._declared.fields if item.role):
            if (named := self._declared.field_of(role)) is not None:
                cells.setdefault(own_field(role), cells[own_field(named.name)])
        return cells

    def rows(self) -> dict[str, tuple[Row, ...]]:
        """Give the rows of every table, and the row of its sums, under their names."""
        made: dict[str, tuple[Row, ...]] = {}
        for table in self._declared.tables:
            made[table_rows(table.name)] = tuple(self._rows(table))
            made[RowKey.total(table.name)] = (self._total(table),)
        return made

    def indicator(self, row: RowKey) -> dict[str, Cell]:
        """Give the fields of an indicator."""
        return {
            own_field(item.name): self._needed(
                item,
                self._cell(FigureId.indicator_field(self._subject.id, row, item.name), item),
            )
            for item in self._declared.indicator_fields
        }

    def _field(self, item: OwnField, texts: Mapping[str, str]) -> Cell:
        if item.kind == "prose":
            return spans(split_spans(texts.get(item.name, "")))
        return self._cell(FigureId.field(self._subject.id, item.name), item)

    def _choice(self, item: OwnField) -> Iterator[tuple[str, Cell]]:
        figure = FigureId.field(self._subject.id, item.name)
        value = read_own(item, self._subject.entry.fields_.get(item.name)).value
        traced = figure if figure in self._book else ""
        yield choice_key(item.name), Cell((Span(boxes(item, value), traced),))
        for option in item.words:
            mark = Span(tick(item, value, option), traced)
            yield option_key(item.name, option), Cell((mark,))

    def _rows(self, table: OwnTable) -> Iterator[Row]:
        for number_of_row, name in enumerate(self._sums.rows_of(table), 1):
            declared = table.row_of(name)
            fixed = declared.fixed if declared is not None else {}
            cells = {"label": words(declared.label if declared is not None else "")}
            for column in table.column:
                if column.name in fixed:
                    cell = words(fixed[column.name])
                elif column.kind == "serial":
                    cell = words(str(number_of_row))
                else:
                    id = FigureId.cell(self._subject.id, table.name, name, column.name)
                    cell = self._needed(column, self._cell(id, column))
                cells[cell_key(column.name)] = cell
            yield Row(cells, RowKey.of_table(table.name, name))

    def _total(self, table: OwnTable) -> Row:
        cells = {"label": words(table.total or TOTAL)}
        for column in table.column:
            id = FigureId.cell(self._subject.id, table.name, "", column.name)
            cells[cell_key(column.name)] = self._cell(id, column)
        return Row(cells, RowKey.total(table.name))

    def _cell(self, id: FigureId, item: OwnItem) -> Cell:
        """Print a figure; its unit stands in the heading unless the form wants it in the cell."""
        is_bare = item.kind in NUMBERS and not item.with_unit
        figure, unit = self._book.get(id), self._money_unit
        is_amount = item.kind == "amount" and not item.unit
        if unit and is_amount and figure is not None and figure.unit != unit:
            own = figure.converted(unit, self._units)
            if isinstance(own.value, Decimal):
                text = write_number(item, Decimal(plain(own.value)))
                return Cell((Span(text if is_bare else f"{text}{unit}", id),))
        return number(self._book, id) if is_bare else quoted(self._book, id)

    def _quoted(self, name: str) -> Cell:
        return quoted(self._book, FigureId.field(self._subject.id, name))

    def _needed(self, item: OwnItem, cell: Cell) -> Cell:
        return cell if cell.spans or not item.required else self._gap


def table_rows(table: str) -> str:
    """Return the name of the rows of a table among those of a form."""
    return f"table[{table}]"
