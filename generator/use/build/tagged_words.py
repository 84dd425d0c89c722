"""A document whose words are put in by the tags that print them: ``form.spent``, ``field("…")``."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from generator.base.chinese import numeral
from generator.base.pattern import Pattern
from generator.model.blocks import Cell, DocumentBlocks, Row, Table
from generator.model.own_form import OwnTable
from generator.model.printed_words import PrintedRow
from generator.model.row_key import RowKey, cell_key
from generator.model.spans import Span, Spans
from generator.tables.equal_groups import merged, words
from generator.tables.form_fields import GOAL, own_field
from generator.tables.own_cells import table_rows

_FIELD = Pattern(r'field\("(.*)"\)')
_ROW = Pattern(r"rows\.(\w+)\[([0-9]+)\]\.(\w+)")
_GOAL = Pattern(r"goals\[([0-9]+)\]\.(\w+)")
_FORM = Pattern(r"form\.(\w+)")
_INDICATORS, _SOURCES, _BLOCK = "indicators", "funds", "block"


class Tagged:
    """A document on which words are put, one tag after the other."""

    def __init__(self, blocks: DocumentBlocks, form: Table) -> None:
        self._blocks, self._form = blocks, form
        self._fields = dict(form.fields)
        self._rows = {name: list(rows) for name, rows in form.rows.items()}
        self.goals = [
            Table(dict(goal.fields), dict(goal.rows), goal.groups, goal.key)
            for goal in form.groups.get("goals", ())
        ]

    def put(self, tag: str, said: str) -> None:
        """Let a tag print words."""
        if found := _FORM.fullmatch(tag):
            self._fields[found[1]] = Cell(_spans(said))
        elif found := _FIELD.fullmatch(tag):
            self._fields[own_field(found[1])] = Cell(_spans(said))
        elif found := _GOAL.fullmatch(tag):
            self._put_goal(int(found[1]), found[2], said)
        elif found := _ROW.fullmatch(tag):
            self._put_row(found[1], int(found[2]), found[3], said)
        elif tag in _OUTSIDE:
            self._blocks = _OUTSIDE[tag](self._blocks, _spans(said))

    def _put_goal(self, number: int, column: str, said: str) -> None:
        """Put words of a goal; a form may have had a place for one more, which is blank."""
        if number == len(self.goals) and not said:
            self.goals.append(blank_goal(number + 1))
            blocks = merged([Cell()] * (number + 1), [None] * (number + 1))
            for goal, block in zip(self.goals, blocks, strict=True):
                goal.fields[_BLOCK] = block
        if number < len(self.goals) and column != _BLOCK:  # it holds nothing but its merge
            self.goals[number].fields[column] = Cell(_spans(said))

    def _put_row(self, name: str, number: int, column: str, said: str) -> None:
        rows = self._rows.get(name, [])
        if number < len(rows):
            cells = {**rows[number].cells, column: Cell(_spans(said))}
            rows[number] = Row(cells, rows[number].key)

    def fill_up(self, table: OwnTable, printed: Sequence[PrintedRow]) -> None:
        """Let a table have as many rows as its form had: those that say nothing have their number at most."""
        name = table_rows(table.name)
        rows = self._rows.setdefault(name, [])
        columns = [(cell_key(column.name), column.kind) for column in table.column]
        for number in range(len(rows), len(printed)):
            said = printed[number].cells
            serials = {key for key, kind in columns if kind == "serial" and key in said}
            cells = {key: words(said[key].text) if key in serials else Cell() for key, _ in columns}
            rows.append(Row({"label": Cell(), **cells}, f"{name}.row[{number + 1}]"))

    def rows_of(self, goal: int | None) -> Sequence[Row]:
        """Return the rows of indicators, those of one goal or those of the form."""
        rows = self._rows if goal is None else self.goals[goal].rows
        return rows.get(_INDICATORS, ())

    def sources(self) -> Sequence[Row]:
        """Return the rows of the sources of money."""
        return self._rows.get(_SOURCES, ())

    def put_sources(self, rows: Sequence[Row]) -> None:
        """Let the rows of the sources of money be others."""
        self._rows[_SOURCES] = list(rows)

    def put_rows(self, rows: Sequence[Row], goal: int | None) -> None:
        """Let the rows of indicators be others."""
        if goal is None:
            self._rows[_INDICATORS] = list(rows)
            return
        old = self.goals[goal]
        self.goals[goal] = Table(
            old.fields, {**old.rows, _INDICATORS: tuple(rows)}, old.groups, old.key
        )

    def blocks(self) -> DocumentBlocks:
        """Return the document with its words."""
        rows = {name: tuple(own) for name, own in self._rows.items()}
        groups = {**self._form.groups, "goals": tuple(self.goals)}
        return self._blocks._replace(form=Table(self._fields, rows, groups, self._form.key))


def blank_goal(number: int) -> Table:
    """Make the place of a goal that nobody has written."""
    counts = {"number": words(str(number)), "numeral": words(numeral(number))}
    fields = {**dict.fromkeys(GOAL, Cell()), **counts}
    return Table(fields, {_INDICATORS: ()}, {}, RowKey.goal(number))


def _title(blocks: DocumentBlocks, said: Spans) -> DocumentBlocks:
    return blocks._replace(title=said)


def _date(blocks: DocumentBlocks, said: Spans) -> DocumentBlocks:
    signature = blocks.signature
    return blocks._replace(signature=None if signature is None else signature._replace(date=said))


def _name(blocks: DocumentBlocks, said: Spans) -> DocumentBlocks:
    signature = blocks.signature
    return blocks._replace(signature=None if signature is None else signature._replace(name=said))


_OUTSIDE: Mapping[str, Callable[[DocumentBlocks, Spans], DocumentBlocks]] = MappingProxyType(
    {"title": _title, "signature.date": _date, "signature.name": _name}
)


def _spans(said: str) -> Spans:
    return (Span(said),) if said else ()
