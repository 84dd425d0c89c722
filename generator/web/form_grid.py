"""The rows of indicators on a form: which they are, what stands in which column, what it is called there."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from generator.base.json_shape import JsonObject
from generator.base.toml import KeyPath
from generator.model.blocks import Row
from generator.model.dossier import IndicatorAt
from generator.model.foreign_document import ReadCell, ReadTable
from generator.score.score_sheet import ScoreSheet
from generator.tables.field_keys import INDICATOR_INPUTS, Input
from generator.tables.form_fields import own_field_name
from generator.use.form.form_shape import GOALS, FormShape, ValueAt
from generator.web.own_values import FIELDS

INDICATORS: Final = "indicators"
_CLASS: KeyPath = ("class",)
_SCORE: Final = "score"
_LEVELS: Final = ("level1", "level2")
_CLASSES: Final = tuple(f"{level}{end}" for level in _LEVELS for end in ("", "_name", "_label"))
_JOIN: Final = "、"
_UNSHOWN: Final = ("block", "number", "shape")


def grid_rows(shape: FormShape, table: ReadTable) -> set[int]:
    """Return the rows of a table that the grid takes the place of, with the headings over them."""
    rows = {n for n in range(len(table.grid)) if any(_values(shape, table, n))}
    heads = {n - 1 for n in rows if n and n - 1 not in rows and _is_head(shape, table, n - 1)}
    return rows | heads


def grid_data(shape: FormShape, sheet: ScoreSheet) -> JsonObject:
    """Lay out the columns in the order of the form, and the rows in its order with their classes."""
    by_id: dict[str, IndicatorAt] = {own.id: own.at for own in sheet.indicators}
    rows = [row for row in _rows(shape) if row.key in by_id]
    columns = [*_columns(shape)]
    said = [own.said for own in columns if own.said and own.said != _SCORE]
    return {
        "columns": [own.as_data() for own in columns],
        "rows": [
            {
                "keys": [*by_id[row.key].keys],
                "levels": [row.cells[name].text for name in _LEVELS],
                "said": {name: row.cells[name].text for name in said if name in row.cells},
            }
            for row in rows
        ],
    }


def columns_of(shape: FormShape | None) -> list[KeyPath]:
    """Return the keys of an indicator that a form has columns for."""
    if shape is None:
        return []
    return [own.keys for own in _columns(shape) if own.keys is not None]


class _Column(NamedTuple):
    """A column: a key that is filled in (the class with its levels), or a name that is worked out."""

    heading: str
    keys: KeyPath | None = None
    said: str = ""
    levels: Mapping[int, str] = MappingProxyType({})

    def as_data(self) -> JsonObject:
        """Lay it out for the page."""
        if self.keys is None:
            return {"said": self.said, "heading": self.heading}
        data: JsonObject = {"keys": [*self.keys], "heading": self.heading}
        if self.keys != _CLASS:
            return data
        levels: list[JsonObject] = [
            {"level": n, "heading": words} for n, words in self.levels.items()
        ]
        return {**data, "levels": levels}


def _columns(shape: FormShape) -> Iterator[_Column]:
    """Give what the columns show: keys that are filled in, the class by its levels, what is worked out."""
    headings: dict[KeyPath, dict[str, None]] = {}
    levels: dict[int, str] = {}
    found: dict[KeyPath | str, str] = {}  # headings of what is worked out
    for name, heading in _first_row(shape):
        keys = _keys(name)
        if keys is not None:
            found.setdefault(keys, "")
            headings.setdefault(keys, {})[heading] = None
            if keys == _CLASS:
                levels.setdefault(_LEVELS.index(name.partition("_")[0]), heading)
        elif name not in _UNSHOWN and not name.startswith(_LEVELS):
            found.setdefault(name, heading)
    for key, own in found.items():
        if isinstance(key, str):
            yield _Column(own, said=key)
        else:
            yield _Column(_JOIN.join(words for words in headings[key] if words), key, "", levels)


def _keys(name: str) -> KeyPath | None:
    """Return the key of an indicator that a column prints; of a score it is what was worked out."""
    if name in _CLASSES:
        return _CLASS
    own = own_field_name(name)
    if own is not None:
        return (FIELDS, own)
    given = INDICATOR_INPUTS.get(name)
    if name == _SCORE or not isinstance(given, Input):
        return None
    return given.paths[0]


def _first_row(shape: FormShape) -> Iterator[tuple[str, str]]:
    """Give the values in the first row of indicators with the words over them."""
    for table in shape.blocks:
        if not isinstance(table, ReadTable):
            continue
        for number in range(len(table.grid)):
            found = [*_values(shape, table, number)]
            for cell, at in found:
                above = table.at(number - 1, cell.column)
                is_head = above is not None and _is_head(shape, table, number - 1)
                yield at.name, "".join(above.text.split()) if above and is_head else ""
            if found:
                return


def _values(shape: FormShape, table: ReadTable, number: int) -> Iterator[tuple[ReadCell, ValueAt]]:
    for cell in table.cells(number):
        if cell.row == number:
            for piece in shape.pieces(cell.text):
                if isinstance(piece, ValueAt) and piece.rows == INDICATORS:
                    yield cell, piece


def _is_head(shape: FormShape, table: ReadTable, number: int) -> bool:
    """Tell a row of headings: several cells, most of them words and none a value to fill in alone."""
    cells = [cell for cell in table.cells(number) if cell.row == number]
    said = [[*shape.pieces(cell.text)] for cell in cells]
    return len(cells) > 2 and all(any(isinstance(p, str) for p in own) for own in said if own)


def _rows(shape: FormShape) -> Iterator[Row]:
    """Give the rows as the form prints them, be they of several goals."""
    seen: dict[tuple[int, int], None] = {}
    for table in shape.blocks:
        if isinstance(table, ReadTable):
            for number in range(len(table.grid)):
                seen |= {(at.goal, at.row): None for _, at in _values(shape, table, number)}
    goals = tuple(shape.form.groups.get(GOALS, ()))
    for goal, row in seen:
        owner = shape.form if goal < 0 else goals[goal]
        yield owner.rows[INDICATORS][row]
