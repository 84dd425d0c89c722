"""What a form had printed where its template has tags: words as they stood, row by row, with the merges."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

OF_LOOP, BETWEEN_CLASSES = "loop", "、"  # a row that stood among those of other classes: of which
_NOTHING: Mapping[str, Any] = MappingProxyType({})


class PrintedCell(NamedTuple):
    """The words of a cell, and whether it starts or continues a vertical merge."""

    text: str
    merge: str = ""


class PrintedRow(NamedTuple):
    """The cells of a row by their columns, and which row of the inputs it became (-1: none)."""

    cells: Mapping[str, PrintedCell]
    number: int = -1


class PrintedForm(NamedTuple):
    """Words by the tag that prints them (``form.spent``), and the rows of each loop by its list."""

    template: str = ""
    scheme: str = ""
    document: str = ""
    words: Mapping[str, str] = _NOTHING
    rows: Mapping[str, tuple[PrintedRow, ...]] = _NOTHING
    said: tuple[tuple[str, str], ...] = ()  # all of it in its order: places and words

    def as_data(self) -> dict[str, Any]:
        """Lay it out for a file."""
        rows = {
            over: [
                {"number": row.number, "cells": {n: list(cell) for n, cell in row.cells.items()}}
                for row in rows
            ]
            for over, rows in self.rows.items()
        }
        names = {"template": self.template, "scheme": self.scheme, "document": self.document}
        said = {"said": [list(one) for one in self.said]} if self.said else {}
        return {**names, "words": dict(self.words), "rows": rows, **said}

    @classmethod
    def of_data(cls, data: Any) -> "PrintedForm":
        """Read what ``as_data`` wrote; raises ``ValueError``, ``TypeError`` or ``KeyError``."""
        rows = {
            str(over): tuple(_row_of(row) for row in rows) for over, rows in data["rows"].items()
        }
        words = {str(tag): str(text) for tag, text in data["words"].items()}
        template, scheme, document = (str(data[k]) for k in ("template", "scheme", "document"))
        said = tuple((str(place), str(text)) for place, text in data.get("said", ()))
        return cls(template, scheme, document, words, rows, said)


def _row_of(data: Any) -> PrintedRow:
    cells = {
        str(name): PrintedCell(str(text), str(merge))
        for name, (text, merge) in data["cells"].items()
    }
    return PrintedRow(cells, int(data["number"]))
