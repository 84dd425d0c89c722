"""Cells of a sheet that hold a formula, worked out or not, or an error, and rows and columns that are folded away."""

import html
import re
from typing import NamedTuple

from generator.base.pattern import Pattern

_PREFIX = rb"(?:[^\s<>/:=\"']+:)?"
_FORMULA = re.compile(
    rb"<" + _PREFIX + rb"c\s(?:[^<>]*\s)?r=\"([A-Za-z]{1,3})([0-9]{1,7})\"[^<>]*>\s*<"
    + _PREFIX + rb"f(?:\s[^<>]*)?(?:/|>([^<]{0,8192}))"
)  # fmt: skip
_ERROR = re.compile(
    rb"<" + _PREFIX + rb"c\s(?=(?:[^<>]*\s)?t=\"e\")(?:[^<>]*\s)?r=\"([A-Za-z]{1,3})([0-9]{1,7})\"[^<>]*>"
    rb"(?:\s*<" + _PREFIX + rb"f(?:\s[^<>]*)?(?:/>|>[^<]*</" + _PREFIX + rb"f>))?\s*<"
    + _PREFIX + rb"v(?:\s[^<>]*)?>([^<]{0,32})<"
)  # fmt: skip
_HIDDEN_ROW = re.compile(
    rb"<" + _PREFIX + rb"row\s(?=[^<>]*\shidden=\"(?:1|true)\")[^<>]*?\br=\"([0-9]{1,7})\""
)
_COLUMN = re.compile(rb"<" + _PREFIX + rb"col\s([^<>]*)>")
_ATTRIBUTE = re.compile(rb"(min|max|hidden)=\"([0-9a-z]{1,5})\"")
_LAST_COLUMN = 16_384


_QUOTED = Pattern(r'"[^"]*"')
_FUNCTION = Pattern(r"([A-Z][A-Z0-9.]*)\(")
_NO_FUNCTION = ("TRUE", "FALSE")


def functions_of(formula: str) -> str:
    """Return the functions of a formula in their order: they stay, whatever program saves it."""
    bare = _QUOTED.sub("", formula.upper().replace("_XLFN.", "").replace("_XLWS.", ""))
    return " ".join(one for one in _FUNCTION.findall(bare) if one not in _NO_FUNCTION)


class WorkedCells(NamedTuple):
    """By row and column from 0."""

    formulas: dict[tuple[int, int], str]
    errors: dict[tuple[int, int], str]  # what they say, such as #REF!
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]


def worked_cells(xml: bytes) -> WorkedCells:
    """Look through the part of a sheet."""
    formulas = {}
    for letters, row, formula in _FORMULA.findall(xml):
        shown = html.unescape(formula.decode("utf-8", "replace")).strip()
        formulas[_position(letters, row)] = f"={shown}"
    errors = {
        _position(letters, row): html.unescape(said.decode("utf-8", "replace")).strip()
        for letters, row, said in _ERROR.findall(xml)
    }
    rows = frozenset(int(row) - 1 for row in _HIDDEN_ROW.findall(xml))
    columns: set[int] = set()
    for attributes in _COLUMN.findall(xml):
        said = dict(_ATTRIBUTE.findall(attributes))
        first, last = said.get(b"min", b""), said.get(b"max", b"")
        if said.get(b"hidden") in (b"1", b"true") and first.isdigit() and last.isdigit():
            columns.update(range(int(first) - 1, min(int(last), _LAST_COLUMN)))
    return WorkedCells(formulas, errors, rows, frozenset(columns))


def _position(letters: bytes, row: bytes) -> tuple[int, int]:
    column = 0
    for letter in letters.upper():
        column = column * 26 + letter - 64
    return int(row) - 1, column - 1
