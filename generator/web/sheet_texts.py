"""The texts of a subject as the page fills them in: basics, goals, rows of problems, sections."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from generator.base.json_shape import JsonObject
from generator.base.toml import KeyPath, value_at
from generator.model.amounts import AMOUNTS, WHOLE
from generator.model.dossier import Subject
from generator.model.entry import Entry
from generator.model.units import Units
from generator.use.build.standard_words import SectionWords
from generator.web.fillable_cells import Column, column_at, shown, value_of
from generator.web.form_unit import Amounts
from generator.web.own_values import FIELDS, TABLES, own_item_at
from generator.web.placed_tables import placed_data
from generator.web.quoting import as_quoted
from generator.web.saving import row_label

_LONG: Final = frozenset(
    {"overview", "expected", "achieved", "text", "cause", "measure", "purpose", "adjustment"}
    | {"explanation", "use", "publicity", "deviation", "improvement"}
)
_BASICS: Final[Mapping[str, tuple[str, ...]]] = {
    "project": ("name", "code", "authority", "implementer", "overview"),
    "department": ("name", "basic", "projects", "functions", "overview"),
}
_BELOW: Final = "下面分节写，这里可以不填"
_DRAWN: Final = "这里放程序画的图，可以不填"
_FLAGS: Final = ("是", "否")
_GOAL: Final = ("expected", "achieved")
_OF_MONEY: Final = ("purpose", "adjustment", "explanation")
_OF_RESULT: Final = ("use", "publicity", "deviation", "improvement")


class RowList(NamedTuple):
    """Rows of texts to which rows are added and from which they are taken out."""

    keys: KeyPath
    title: str  # of one row
    fields: tuple[str, ...]
    first: str  # the field that a new row begins with; without one there are as many as there are


_PROBLEMS: Final = RowList(("problem",), "存在的问题", ("text", "cause", "measure"), "text")
_ITEMS: Final = RowList(("item",), "评分项", ("name", "answer", "score", "reason"), "")
_SHARED: Final = RowList(
    ("shared-score",), "按类别合并计分", ("class", "weight", "score", "reason"), ""
)
_GOALS: Final = RowList(("goals",), "年度目标", ("name", "weight", *_GOAL), "name")


class SheetTexts:
    """Lays the texts of one subject out."""

    def __init__(self, subject: Subject, units: Units) -> None:
        self._subject, self._file = subject, subject.source
        self._amounts = Amounts(subject.entry.funds.unit, units)
        self._model: type[Entry] = type(subject.entry)

    def cell(self, keys: KeyPath, row: str = "") -> JsonObject:
        """Lay out what is filled in at a path of keys."""
        return {
            "keys": [*keys],
            "key": self._file.key_text(keys),
            "value": value_of(self._file, keys),
            "row": row,
            "line": self._file.place(keys).line,
        }

    def field(self, keys: KeyPath, printed: str = "") -> JsonObject:
        """Lay out what is filled in at a path of keys wherever it stands on the form.

        ``printed`` is the unit in which the form prints an amount.
        """
        column = column_at(self._model, keys, self._subject.declared)
        if column is None:
            return self.cell(keys)
        item = own_item_at(self._subject.declared, keys)
        owner = self._owner(keys)
        data = {**self.cell(keys, owner), **field_data(keys, column)}
        if item is not None and item.kind == "prose":
            data["is_long"] = True
        if keys[0] == "funds" and (owner or keys[-1] in AMOUNTS):
            data["title"] = f"{column.title} {owner or WHOLE}"
        elif keys[0] == TABLES:
            data["title"] = f"{column.title} {self._row_of_table(keys)}"
        return data | self._as_printed(keys, printed)

    def unit_of(self, keys: KeyPath, printed: str) -> dict[str, str]:
        """Say in which unit an amount is typed, where the form prints another than the file has."""
        unit = self._amounts.other(keys, self._subject.declared, printed)
        return {"unit": unit} if unit else {}

    def in_units(self, units: Iterable[str], usual: str) -> dict[str, list[JsonObject]]:
        """Give the amounts as they are in other units, by these; the usual one by no name, too."""
        declared = self._subject.declared
        found = {unit: [*self._amounts.in_unit(self._file, unit, declared)] for unit in units}
        return {**found, "": found.get(usual, [])}

    def _as_printed(self, keys: KeyPath, printed: str) -> dict[str, str]:
        found = self.unit_of(keys, printed)
        if not found:
            return {}
        written = self._amounts.unit_at(keys, self._subject.declared)
        value = self._amounts.turned(value_at(self._file.data, keys), written, printed)
        aid = f"照表上的单位填{printed}，文件里记作{written}"
        return {**found, "value": shown(value), "help": aid}

    def title(self, keys: KeyPath) -> str:
        """Return what is filled in at a path of keys."""
        column = column_at(self._model, keys, self._subject.declared)
        return column.title if column is not None else ""

    def _owner(self, keys: KeyPath) -> str:
        """Return the name of the row of a key, by which it is found again after it moved."""
        at = max((n for n, key in enumerate(keys) if isinstance(key, int)), default=-1)
        row = value_at(self._file.data, keys[: at + 1]) if at >= 0 else None
        return str(row.get("name", "")) if isinstance(row, dict) else ""

    def _row_of_table(self, keys: KeyPath) -> str:
        table = self._subject.declared.table_of(str(keys[1]))
        row = table.row_of(str(keys[2])) if table is not None else None
        return row.label if row is not None else f"{int(keys[2]) + 1}"

    def basics(self) -> list[JsonObject]:
        """Lay out what a subject is called, and who answers for it."""
        owner = self._subject.kind
        return [*self._fields((owner, name) for name in _BASICS[owner])]

    def own_fields(self) -> list[JsonObject]:
        """Lay out what the form of the subject has of its own."""
        names = [own.name for own in self._subject.declared.fields]
        return [*self._fields((FIELDS, name) for name in names)]

    def goals(self, *, is_scored: bool) -> list[JsonObject]:
        """Lay out the one goal, be it that none is written yet; several goals are rows."""
        if self._subject.entry.goals and self._subject.entry.goal is None:
            return []
        names = (*_GOAL, "score") if is_scored else _GOAL
        return [*self._fields(("goal", name) for name in names)]

    def prose(self) -> list[JsonObject]:
        """Lay out what is told of the money and of the results."""
        paths = [("funds", name) for name in _OF_MONEY] + [("result", name) for name in _OF_RESULT]
        return [*self._fields(paths)]

    def lists(self) -> list[JsonObject]:
        """Lay out the rows of problems, and of what else the subject has several of."""
        entry = self._subject.entry
        there = ((_GOALS, entry.goals), (_ITEMS, entry.item), (_SHARED, entry.shared_score))
        return [self._list(own) for own in (*(own for own, rows in there if rows), _PROBLEMS)]

    def placed(self) -> list[JsonObject]:
        """Lay out the tables and charts that sections place."""
        found = placed_data(
            self._file, lambda keys: next((dict(own) for own in self._fields([keys])), None)
        )
        return [*found]

    def sections(
        self, known: Mapping[str, SectionWords], names: Mapping[str, str]
    ) -> list[JsonObject]:
        """Lay out the sections with their standard wording, which quotes its figures."""
        written = [str(name) for name in self._file.data.get("text", {})]
        found = {id: known.get(id) or SectionWords(id) for id in (*known, *written)}
        return [
            {
                **own,
                "title": section.title,
                "standard": as_quoted(section.standard, names).strip(),
                **section_note(section),
            }
            for id, section in found.items()
            for own in self._fields([("text", id)])
        ]

    def _list(self, own: RowList) -> JsonObject:
        rows = value_at(self._file.data, own.keys)
        return {
            "keys": [*own.keys],
            "title": own.title,
            "first": own.first,
            "rows": [
                {
                    "keys": [*own.keys, number],
                    "label": row_label(row),
                    "cells": [*self._fields((*own.keys, number, name) for name in own.fields)],
                }
                for number, row in enumerate(rows if isinstance(rows, list) else ())
            ],
        }

    def _fields(self, paths: Iterable[KeyPath]) -> Iterator[JsonObject]:
        for keys in paths:
            column = column_at(self._model, keys, self._subject.declared)
            if column is not None:
                yield {**self.cell(keys), **field_data(keys, column)}


def section_note(section: SectionWords) -> dict[str, str]:
    """Say of a section without standard wording why it may stay blank."""
    if section.standard or not (section.has_parts or section.has_chart):
        return {}
    return {"note": _DRAWN if section.has_chart else _BELOW}


def field_data(keys: KeyPath, column: Column) -> JsonObject:
    """Lay out how a field is called, what helps to fill it in, and what can stand in it."""
    is_long = column.kind == "text" and (keys[-1] in _LONG or keys[0] == "text")
    return {
        "title": _title(keys, column),
        "help": column.help,
        "is_long": is_long,
        "choices": [*(_FLAGS if column.kind == "flag" else column.choices)],
    }


def _title(keys: KeyPath, column: Column) -> str:
    """Return how a text is called: in a row with the number of that."""
    number = next((key + 1 for key in keys if isinstance(key, int)), 0)
    return f"{column.title} {number}" if number else column.title
