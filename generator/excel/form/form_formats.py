"""How the cells of the workbook look: white is to be filled in, grey is worked out."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from xlsxwriter import Workbook

from generator.excel.form.workbook_page import FormLook

_EDGE: Mapping[str, Any] = MappingProxyType(
    {"border": 1, "border_color": "#A6A6A6", "valign": "vcenter", "text_wrap": True}
)
_GREY = "#F2F2F2"
_TEXT = "@"
_LOOKS: Mapping[FormLook, Mapping[str, Any]] = MappingProxyType(
    {
        FormLook.TITLE: {"bold": True, "font_size": 16, "align": "center", "border": 0},
        FormLook.BLOCK: {"bold": True, "font_size": 11, "bg_color": "#DDEBF7", "indent": 1},
        FormLook.HEAD: {"bold": True, "align": "center", "bg_color": "#EDF3FA"},
        FormLook.LABEL: {"bg_color": "#F7F7F7", "indent": 1},
        FormLook.NOTE: {"font_color": "#7F7F7F", "font_size": 9, "border": 0, "indent": 1},
        FormLook.INPUT: {"num_format": _TEXT, "locked": False, "indent": 1},
        FormLook.NUMBER: {"num_format": "General", "locked": False},
        FormLook.DAY: {"num_format": "yyyy-mm-dd", "locked": False, "align": "left", "indent": 1},
        FormLook.SCORE: {"bg_color": _GREY, "align": "center"},
        FormLook.RATE: {"bg_color": _GREY, "align": "center"},
        FormLook.LAMP: {"bg_color": _GREY, "font_color": "#548235", "align": "center"},
        FormLook.COUNT: {"bg_color": _GREY, "align": "center", "bold": True},
        FormLook.WORKING: {"border": 0},
    }
)


class FormFormats:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[FormLook, int], Any] = {}
        self.missing = book.add_format({"font_color": "#C00000", "bg_color": "#FCE4E4"})

    def of(self, look: FormLook, places: int) -> Any:
        """Return the format of a look, for a rate with so many places."""
        key = (look, places if look is FormLook.RATE else 0)
        if key not in self._made:
            more: dict[str, Any] = {}
            if look is FormLook.RATE:
                more = {"num_format": "0" + ("." + "0" * places if places else "") + "%"}
            self._made[key] = self._book.add_format({**_EDGE, **_LOOKS[look], **more})
        return self._made[key]


def form_formats(book: Workbook) -> FormFormats:
    """Make what holds the formats."""
    return FormFormats(book)
