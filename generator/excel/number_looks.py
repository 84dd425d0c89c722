"""How the cells of a workbook show their numbers: decimal places, thousands, percentages.

A value comes without its format: 864 that the sheet shows as 864.00, and 0.95 that it shows as 95%.
A form that is learnt from a workbook is to be printed as its readers saw it.
"""

import html
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from generator.base.number import places_of, plain, round_half_up

# A stranger's file may open a thousand elements and close none: each is looked at for so many letters.
_FORMAT = re.compile(rb"<(?:\w{1,20}:)?numFmt\s([^>]{0,2000})>")
_USED, _END = re.compile(rb"<(?:\w{1,20}:)?cellXfs\b"), b"cellXfs>"
_XF = re.compile(rb"<(?:\w{1,20}:)?xf\s([^>]{0,2000})>")
_ID, _CODE = re.compile(rb'\bnumFmtId="([0-9]{1,6})"'), re.compile(rb'\bformatCode="([^"]*)"')
# What only moves or colours a number: room as wide as a sign, a sign that fills, [Red].
_FURNITURE = re.compile(r"[_*].|\[(?:[A-Za-z]+[0-9]*|\$[^\]]*)\]|\s")
_NUMBER = re.compile(r"(#,#{0,2})?#*0(?:\.(0{1,15}))?")
_PERCENT = re.compile(r"[^.%]*\.?(0{0,15})")
_LONGEST = 255  # letters of a code, as many as the program that writes them takes


class NumberLook(NamedTuple):
    """How a cell shows its number."""

    places: int
    is_grouped: bool = False
    is_percent: bool = False


# The formats that every file has without writing them down.
_BUILT_IN = {
    1: NumberLook(0),
    2: NumberLook(2),
    3: NumberLook(0, is_grouped=True),
    4: NumberLook(2, is_grouped=True),
    9: NumberLook(0, is_percent=True),
    10: NumberLook(2, is_percent=True),
    **{id: NumberLook(0, is_grouped=True) for id in (37, 38, 41, 42)},
    **{id: NumberLook(2, is_grouped=True) for id in (39, 40, 43, 44)},
}


def number_looks(styles: bytes) -> Mapping[int, NumberLook]:
    """Find the cell styles that say how a number looks."""
    formats = dict(_BUILT_IN)
    for found in _FORMAT.finditer(styles):
        id, code = _ID.search(found[1]), _CODE.search(found[1])
        if id is None or code is None:
            continue
        formats.pop(int(id[1]), None)
        if look := look_of(html.unescape(code[1].decode("utf-8", "replace"))):
            formats[int(id[1])] = look
    looks: dict[int, NumberLook] = {}
    for index, xf in enumerate(_XF.findall(_used(styles))):
        id = _ID.search(xf)
        if id is not None and int(id[1]) in formats:
            looks[index] = formats[int(id[1])]
    return looks


def _used(styles: bytes) -> bytes:
    """Return the part of the styles that cells refer to."""
    found = _USED.search(styles)
    end = styles.find(_END, found.end()) if found else -1
    return styles[found.end() : end] if found and end >= 0 else b""


def look_of(code: str) -> NumberLook | None:
    """Read a format; nothing for one that shows more than the number (words, scales, dates)."""
    positive = code[:_LONGEST].partition(";")[0]
    if "%" in positive:
        places = _PERCENT.match(positive)
        return NumberLook(len(places[1]) if places else 0, is_percent=True)
    found = _NUMBER.fullmatch(_FURNITURE.sub("", positive))
    if found is None:
        return None
    return NumberLook(len(found[2] or ""), is_grouped=found[1] is not None)


def shown_number(number: Decimal, look: NumberLook | None) -> str:
    """Write a number as its cell shows it: with no digit less than it has, unless it is a percentage."""
    if look is None:
        return plain(number)
    if look.is_percent:
        return f"{round_half_up(number * 100, look.places):f}%"
    number, places = abs(number) if number == 0 else number, max(look.places, places_of(number))
    return f"{number:,.{places}f}" if look.is_grouped else f"{number:.{places}f}"
