"""How cells look: one format per kind of content, made once per workbook."""

from enum import StrEnum
from typing import Any, NamedTuple

from xlsxwriter import Workbook

FONT = "宋体"
_BORDER = {"border": 1, "border_color": "#BFBFBF", "valign": "vcenter"}


class Look(StrEnum):
    """What kind of content a cell holds."""

    TEXT = "text"
    WRAPPED = "wrapped"
    CENTRED = "centred"
    COUNT = "count"
    MONEY = "money"
    SCORE = "score"
    PERCENT = "percent"
    NUMBER = "number"
    LINK = "link"


_LOOKS: dict[Look, dict[str, Any]] = {
    # Set in a little: numbers end where the words of the next column begin.
    Look.TEXT: {"text_wrap": True, "indent": 1},
    Look.WRAPPED: {"text_wrap": True, "font_size": 9, "indent": 1},
    Look.CENTRED: {"align": "center"},
    Look.COUNT: {"num_format": "0", "align": "center"},
    Look.MONEY: {"num_format": "#,##0.00"},
    Look.SCORE: {"num_format": "0.00"},
    Look.PERCENT: {"num_format": "0.00%"},
    Look.NUMBER: {"num_format": "#,##0.######"},
    Look.LINK: {"font_color": "#0563C1", "underline": 1, "align": "center"},
}


class Formats(NamedTuple):
    """The formats of a workbook."""

    cells: dict[Look, Any]
    totals: dict[Look, Any]
    header: Any
    title: Any
    note: Any
    bad: Any


def make_formats(book: Workbook) -> Formats:
    """Make all formats."""
    header = {"bold": True, "text_wrap": True, "align": "center", "bg_color": "#DDEBF7"}
    total = {"bold": True, "bg_color": "#F2F2F2"}
    return Formats(
        {look: book.add_format({**_BORDER, **own}) for look, own in _LOOKS.items()},
        {look: book.add_format({**_BORDER, **own, **total}) for look, own in _LOOKS.items()},
        book.add_format({**_BORDER, **header}),
        book.add_format({"bold": True, "font_size": 16}),
        book.add_format({"font_color": "#595959"}),
        book.add_format({"font_color": "#C00000", "bg_color": "#FCE4E4"}),
    )
