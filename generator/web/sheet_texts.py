"""The texts of a subject as the page fills them in: basics, goals, rows of problems, sections."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from generator.base.toml import KeyPath, value_at
from generator.model.dossier import Subject
from generator.model.entry import Entry
from generator.use.build.standard_words import SectionWords
from generator.web.cells import Column, column_at, value_of
from generator.web.quoting import as_quoted
from generator.web.saving import row_label

_SHORT: Final = frozenset({"name", "code", "authority", "implementer"})
_BASICS: Final[Mapping[str, tuple[str, ...]]] = {
    "project": ("name", "code", "authority", "implementer", "overview"),
    "department": ("name", "overview"),
}
_GOAL: Final = ("expected", "achieved")
_OF_MONEY: Final = ("purpose", "adjustment", "explanation")
_OF_RESULT: Final = ("use", "publicity", "deviation", "improvement")


class RowList(NamedTuple):
    """Rows of texts to which rows are added and from which they are taken out."""

    keys: KeyPath
    title: str  # of one row
    fields: tuple[str, ...]
    first: str  # the field that a new row begins with


_PROBLEMS: Final = RowList(("problem",), "存在的问题", ("text", "cause", "measure"), "text")
_GOALS: Final = RowList(("goals",), "年度目标", ("name", *_GOAL), "name")


class SheetTexts:
    """Lays the texts of one subject out."""

    def __init__(self, subject: Subject) -> None:
        self._subject, self._file = subject, subject.source
        self._model: type[Entry] = type(subject.entry)

    def cell(self, keys: KeyPath, row: str = "") -> dict[str, Any]:
        """Lay out what is filled in at a path of keys."""
        return {
            "keys": [*keys],
            "key": self._file.key_text(keys),
            "value": value_of(self._file, keys),
            "row": row,
            "line": self._file.place(keys).line,
        }

    def basics(self) -> list[dict[str, Any]]:
        """Lay out what a subject is called, and who answers for it."""
        owner = self._subject.kind
        return [*self._fields((owner, name) for name in _BASICS[owner])]

    def goals(self) -> list[dict[str, Any]]:
        """Lay out the one goal, be it that none is written yet; several goals are rows."""
        if self._subject.entry.goals and self._subject.entry.goal is None:
            return []
        return [*self._fields(("goal", name) for name in _GOAL)]

    def prose(self) -> list[dict[str, Any]]:
        """Lay out what is told of the money and of the results."""
        paths = [("funds", name) for name in _OF_MONEY] + [("result", name) for name in _OF_RESULT]
        return [*self._fields(paths)]

    def lists(self) -> list[dict[str, Any]]:
        """Lay out the rows of problems, and of goals where there are several."""
        lists = [_GOALS, _PROBLEMS] if self._subject.entry.goals else [_PROBLEMS]
        return [self._list(own) for own in lists]

    def sections(
        self, known: Mapping[str, SectionWords], names: Mapping[str, str]
    ) -> list[dict[str, Any]]:
        """Lay out the sections with their standard wording, which quotes its figures."""
        written = [str(name) for name in self._file.data.get("text", {})]
        found = {id: known.get(id) or SectionWords(id) for id in (*known, *written)}
        return [
            {
                **own,
                "title": section.title,
                "standard": as_quoted(section.standard, names).strip(),
            }
            for id, section in found.items()
            for own in self._fields([("text", id)])
        ]

    def _list(self, own: RowList) -> dict[str, Any]:
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

    def _fields(self, paths: Iterable[KeyPath]) -> Iterator[dict[str, Any]]:
        for keys in paths:
            column = column_at(self._model, keys)
            if column is not None:
                yield {
                    **self.cell(keys),
                    "title": _title(keys, column),
                    "help": column.help,
                    "is_long": keys[-1] not in _SHORT,
                }


def _title(keys: KeyPath, column: Column) -> str:
    """Return how a text is called: in a row with the number of that."""
    number = next((key + 1 for key in keys if isinstance(key, int)), 0)
    return f"{column.title} {number}" if number else column.title
