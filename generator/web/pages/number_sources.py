"""Where what is printed comes from: figures over figures down to the cells, and texts."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from generator.base.json_shape import Json, JsonObject
from generator.base.toml import KeyPath, TomlFile, value_at
from generator.figures.figure import Figure
from generator.figures.figure_book import FigureBook
from generator.model.dossier import Dossier
from generator.model.entry import Entry
from generator.model.unit import UnitEntry
from generator.prose.origin_marks import Text
from generator.web.fillable_cells import column_at, value_of
from generator.web.frame import fill_address
from generator.web.target import UNIT

_DEEPEST: Final = 12


def text_id(text: Text) -> str:
    """Name a text as the page asks for it."""
    if text.source is None:
        return f"{text.owner}/{text.document}/{text.section}"
    return f"{text.source.path.name}#{text.source.key_text(text.keys)}"


class Sources:
    """What the figures and texts of a dossier come from."""

    def __init__(
        self, id: str, dossier: Dossier | None, book: FigureBook | None, texts: Mapping[str, Text]
    ) -> None:
        self._id, self._texts = id, texts
        self._book: Mapping[str, Figure] = {} if book is None else book
        self._unit = None if dossier is None else dossier.source.path
        self._subjects = {own.source.path: own for own in (dossier.subjects if dossier else ())}

    def of_figure(self, figure: str) -> JsonObject | None:
        """Lay out what a figure was made of."""
        return self._figure(figure, frozenset())

    def of_text(self, name: str) -> JsonObject | None:
        """Say where a text was written."""
        text = self._texts.get(name)
        if text is None:
            return None
        return {"standard": text.section, "document": text.document} | (
            {} if text.source is None else {"cell": self._cell(text.source, text.keys)}
        )

    def of_cell(self, file: str, key: str) -> dict[str, list[str]]:
        """Name the figures and texts that a cell gives, and the figures that follow from them."""
        direct: list[str] = [own.id for own in self._book.values() if _is_from(own, file, key)]
        texts = [
            name
            for name, text in self._texts.items()
            if text.source is not None
            and text.source.path.name == file
            and text.source.key_text(text.keys) == key
        ]
        return {"figures": [*direct], "texts": texts, "following": [*self._following(direct)]}

    def _following(self, figures: Iterable[str]) -> Iterator[str]:
        """Give what is worked out from figures, however far."""
        known = set(figures)
        above: dict[str, list[str]] = {}
        for own in self._book.values():
            for below in own.inputs:
                above.setdefault(below, []).append(own.id)
        todo = [*known]
        while todo:
            for name in above.get(todo.pop(), ()):
                if name not in known:
                    known.add(name)
                    todo.append(name)
                    yield name

    def _figure(self, name: str, above: frozenset[str]) -> JsonObject | None:
        figure = self._book.get(name)
        if figure is None:
            return None
        below = [own for own in figure.inputs if own not in above and len(above) < _DEEPEST]
        inputs = (self._figure(own, above | {name}) for own in below)
        return {
            "id": name,
            "shown": figure.shown,
            "label": figure.label,
            "formula": figure.formula,
            "rule": figure.rule,
            "basis": figure.basis,
            "cells": [self._cell(own.file, own.keys) for own in figure.sources],
            "inputs": [own for own in inputs if own is not None],
        }

    def _cell(self, file: TomlFile, keys: KeyPath) -> JsonObject:
        place = file.place(keys)
        data: dict[str, Json] = {
            "file": file.path.name,
            "line": place.line,
            "key": place.key,
            "value": value_of(file, keys),
        }
        subject = self._subjects.get(file.path)
        if subject is not None:
            data |= self._filled_in(subject.id, type(subject.entry), file, keys)
        elif file.path == self._unit:
            data |= self._filled_in(UNIT, UnitEntry, file, keys)
        return data

    def _filled_in(
        self, name: str, model: type[Entry], file: TomlFile, keys: KeyPath
    ) -> JsonObject:
        """Say where a cell is filled in, and how it is saved where it can be."""
        column = column_at(model, keys)
        return {
            "subject": name,
            "address": fill_address(self._id, name, file.place(keys).key),
            "keys": [*keys] if column is not None else None,
            "row": _row(file, keys),
            "title": column.title if column is not None else "",
            "kind": column.kind if column is not None else "",
            "choices": [*column.choices] if column is not None else [],
        }


def _is_from(figure: Figure, file: str, key: str) -> bool:
    return any(
        own.file.path.name == file and own.file.key_text(own.keys) == key for own in figure.sources
    )


def _row(file: TomlFile, keys: KeyPath) -> str:
    """Return the name of the row that a cell is in."""
    numbers = [n for n, key in enumerate(keys) if isinstance(key, int)]
    row = value_at(file.data, keys[: numbers[-1] + 1]) if numbers else None
    return str(row.get("name", "")) if isinstance(row, dict) else ""
