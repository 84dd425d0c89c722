"""The form of a subject as the page lays it out: its tables as they are issued, to be filled in there."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from generator.base.json_shape import JsonObject
from generator.base.toml import KeyPath
from generator.model.blocks import Table
from generator.model.dossier import Subject
from generator.model.foreign_document import ReadCell, ReadTable
from generator.model.own_form import OPTIONS
from generator.score.score_sheet import ScoreSheet
from generator.tables.form_fields import choice_at
from generator.use.form.form_shape import FormShape, ValueAt, cell_of
from generator.web.form_grid import INDICATORS, grid_data, grid_rows
from generator.web.own_tables import own_tables
from generator.web.own_values import TABLES
from generator.web.sheet_texts import SheetTexts
from generator.web.value_keys import Beginning, ValueKeys

_MONEY_UNIT: Final = ("funds", "unit")
_LABELS: Final = (".label", ".name")
_NAMED: Final = ("funds", "free_funds", "answers")


class FormData(NamedTuple):
    """The form for the page, and the values on it that are worked out or written elsewhere, by name."""

    parts: list[JsonObject]
    tables: list[JsonObject]  # of the form's own, where the template prints none of their cells
    fields: list[JsonObject]
    printed: Mapping[str, str]


def form_data(
    shape: FormShape | None, subject: Subject, sheet: ScoreSheet | None, texts: SheetTexts
) -> FormData:
    """Lay the form of a subject out."""
    fields = _Fields(texts)
    parts: list[JsonObject] = []
    if shape is not None and sheet is not None:
        grid = grid_data(shape, sheet)
        laid = _Form(shape, subject, texts, fields).parts()
        parts += ({**own, **grid} if own["kind"] == INDICATORS else own for own in laid)
    printed = {keys[1] for keys in fields.numbers if keys[0] == TABLES}
    tables = [*own_tables(subject, printed, fields.piece)]
    words = {} if shape is None else printed_words(shape.form)
    return FormData(parts, tables, fields.found, words)


def printed_words(form: Table) -> dict[str, str]:
    """Give all values of a form as it prints them, by their names on the page."""
    found = {_name(ValueAt(name)): cell.text for name, cell in form.fields.items()}
    for list_name, rows in form.rows.items():
        if list_name == "indicators":
            continue
        for n, row in enumerate(rows):
            found |= {_name(ValueAt(c, list_name, n)): own.text for c, own in row.cells.items()}
    for n, goal in enumerate(form.groups.get("goals", ())):
        found |= {_name(ValueAt(c, "", 0, n)): own.text for c, own in goal.fields.items()}
    return {name: words for name, words in found.items() if words}


def _name(at: ValueAt) -> str:
    goal = f"goals[{at.goal}]." if at.goal >= 0 else ""
    return f"{goal}{f'{at.rows}[{at.row}].' if at.rows else ''}{at.name}"


class _Fields:
    """Gathers what is filled in on a form, each key once."""

    def __init__(self, texts: SheetTexts) -> None:
        self._texts = texts
        self.found: list[JsonObject] = []
        self.numbers: dict[KeyPath, int] = {}

    def piece(self, keys: KeyPath, printed: str = "") -> JsonObject:
        """Return the piece of a cell in which a key is filled in; of an amount in the unit of the form."""
        if keys not in self.numbers:
            self.numbers[keys] = len(self.found)
            self.found.append(self._texts.field(keys, printed))
        return {"field": self.numbers[keys]}


class _Form:
    """Walks through the blocks of a form."""

    def __init__(
        self, shape: FormShape, subject: Subject, texts: SheetTexts, fields: _Fields
    ) -> None:
        self._shape, self._subject = shape, subject
        self._texts, self._fields = texts, fields
        names = {
            (rows, n): row.cells["name"].text
            for rows in _NAMED
            for n, row in enumerate(shape.form.rows.get(rows, ()))
        }
        self._keys = ValueKeys(subject, names)

    def parts(self) -> Iterator[JsonObject]:
        """Give lines and tables, and the grid where the form has its indicators."""
        for block in self._shape.blocks:
            if isinstance(block, ReadTable):
                yield from self._table(block)
            elif block.shown.strip():
                yield {"kind": "line", "pieces": [*self._pieces(block.shown)]}

    def _table(self, table: ReadTable) -> Iterator[JsonObject]:
        taken = grid_rows(self._shape, table)
        if not taken:
            yield self._rows(table, range(len(table.grid)))
            return
        last = max(taken)
        before = [n for n in range(last) if n not in taken]
        if before:
            yield self._rows(table, before)
        yield {"kind": INDICATORS}
        if behind := range(last + 1, len(table.grid)):
            yield self._rows(table, behind)

    def _rows(self, table: ReadTable, numbers: Sequence[int]) -> JsonObject:
        rows = [[self._cell(cell, numbers) for cell in _cells(table, n)] for n in numbers]
        return {"kind": "table", "width": table.width, "rows": rows}

    def _cell(self, cell: ReadCell, numbers: Sequence[int]) -> JsonObject:
        height = sum(cell.row <= n < cell.row + cell.height for n in numbers)
        pieces = [*self._pieces(cell.text)]
        is_head = bool(pieces) and _is_head(pieces[0])
        size = {"height": height, "width": cell.width}
        return {**size, "is_head": is_head, "pieces": pieces}

    def _pieces(self, text: str) -> Iterator[str | JsonObject]:
        for piece in self._shape.pieces(text):
            if isinstance(piece, str):
                yield piece
            else:
                yield self._value(piece)

    def _value(self, at: ValueAt) -> JsonObject:
        keys = self._keys.keys(at)
        said: JsonObject = {"said": _name(at)}
        printed = self._shape.money_unit if self._keys.is_money(at) else ""
        if keys is None:
            return said
        if isinstance(keys, Beginning):
            title = f"{self._texts.title((*keys.rows, 0, keys.key))} {keys.name}"
            begun: JsonObject = {
                "list": [*keys.rows],
                "name": keys.name,
                "key": keys.key,
                "title": title,
            }
            return {**begun, **self._texts.unit_of((*keys.rows, 0, keys.key), printed)}
        if keys == _MONEY_UNIT and self._shape.money_unit:
            return said  # the form has one for all files
        field = {**self._fields.piece(keys, printed), **said}
        if keys == _MONEY_UNIT:
            return {**field, "usual": self._subject.entry.funds.unit}
        choice = choice_at(at.name)
        item = self._subject.declared.field_of(choice[0]) if choice is not None else None
        if choice is None or item is None or item.kind not in OPTIONS:
            before = self._before(at)
            return {**field, "before": before} if before else field
        marks: JsonObject = {
            "ticked": item.ticked,
            "unticked": item.unticked,
            "several": item.several,
        }
        options = [choice[1]] if choice[1] else [*item.words]
        return {**field, "options": options, "is_bare": bool(choice[1]), **marks}

    def _before(self, at: ValueAt) -> str:
        """Return what the form prints in the same cell before a value: 其中：基本支出：."""
        spans = cell_of(self._shape.form, at).spans if at.rows == "breakdown" else ()
        return spans[0].text if spans else ""


def _is_head(piece: str | JsonObject) -> bool:
    """Tell whether a cell that begins so is a head; a stroke where nothing is filled in is none."""
    return any(map(str.isalnum, piece)) if isinstance(piece, str) else _is_label(piece)


def _is_label(piece: JsonObject) -> bool:
    return str(piece.get("said", "")).endswith(_LABELS)


def _cells(table: ReadTable, row: int) -> Iterator[ReadCell]:
    return (cell for cell in table.cells(row) if cell.row == row)
