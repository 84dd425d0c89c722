"""What properties of runs and paragraphs say; ``None`` leaves it to what they rest on."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.word.reading.markup import Element, child, descend, is_on, value, w, whole

_BLACK = ("auto", "000000", "")
_SIDES = {"start": "left", "end": "right", "distribute": "both", "mediumKashida": "both"}


class SaidLetters(NamedTuple):
    """What is said of letters."""

    chinese: str | None = None
    latin: str | None = None
    size: int | None = None
    is_bold: bool | None = None
    colour: str | None = None
    spacing: int | None = None
    is_hinted: bool | None = None

    def over(self, other: "SaidLetters") -> "SaidLetters":
        """Return this, completed by what it rests on."""
        return SaidLetters._make(b if a is None else a for a, b in zip(self, other, strict=True))


class SaidSetting(NamedTuple):
    """What is said of a paragraph."""

    side: str | None = None
    first: int | None = None
    first_chars: int | None = None
    left: int | None = None
    left_chars: int | None = None
    right: int | None = None
    right_chars: int | None = None
    line: int | None = None
    rule: str | None = None
    before: int | None = None
    after: int | None = None
    is_kept: bool | None = None
    begins_page: bool | None = None
    is_on_grid: bool | None = None
    outline: str | None = None
    list: str | None = None
    list_level: str | None = None

    def over(self, other: "SaidSetting") -> "SaidSetting":
        """Return this, completed by what it rests on."""
        return SaidSetting._make(b if a is None else a for a, b in zip(self, other, strict=True))


NO_LETTERS = SaidLetters()
NO_SETTING = SaidSetting()


def said_letters(properties: Element | None, theme: Mapping[str, str]) -> SaidLetters:
    """Read the properties of a run."""
    if properties is None or not len(properties):
        return NO_LETTERS
    fonts = child(properties, "rFonts")
    chinese = latin = hinted = None
    if fonts is not None:
        chinese = _font(fonts, "eastAsia", theme)
        latin = _font(fonts, "hAnsi", theme) or _font(fonts, "ascii", theme)
        hint = fonts.get(w("hint"))
        hinted = None if hint is None else hint == "eastAsia"
    colour = _value(properties, "color")
    return SaidLetters(
        chinese,
        latin,
        _number(_value(properties, "sz")),
        _toggle(properties, "b"),
        None if colour is None else "" if colour in _BLACK else colour.upper()[:6],
        _number(_value(properties, "spacing")),
        hinted,
    )


def said_setting(properties: Element | None) -> SaidSetting:
    """Read the properties of a paragraph."""
    if properties is None or not len(properties):
        return NO_SETTING
    side = _value(properties, "jc")
    indent, spacing = child(properties, "ind"), child(properties, "spacing")
    numbering = child(properties, "numPr")
    return SaidSetting(
        None if side is None else _SIDES.get(side, side),
        _first(indent, "hanging", "firstLine"),
        _first(indent, "hangingChars", "firstLineChars"),
        _length(indent, "left", "start"),
        _length(indent, "leftChars", "startChars"),
        _length(indent, "right", "end"),
        _length(indent, "rightChars", "endChars"),
        _length(spacing, "line"),
        _rule(spacing),
        _length(spacing, "before"),
        _length(spacing, "after"),
        _toggle(properties, "keepNext"),
        _toggle(properties, "pageBreakBefore"),
        _toggle(properties, "snapToGrid"),
        _value(properties, "outlineLvl"),
        None if numbering is None else value(numbering, "numId"),
        None if numbering is None else value(numbering, "ilvl", "0"),
    )


def _font(fonts: Element, axis: str, theme: Mapping[str, str]) -> str | None:
    """Return the font of an axis; a theme attribute beside a plain one wins."""
    themed = theme.get(fonts.get(w(f"{axis}Theme"), ""))
    return themed or fonts.get(w(axis)) or None


def _rule(spacing: Element | None) -> str | None:
    """A line without a rule is in parts of a single one, whatever a style said."""
    if spacing is None or spacing.get(w("line")) is None:
        return None
    return str(spacing.get(w("lineRule"), "auto"))


def _first(indent: Element | None, hanging: str, first: str) -> int | None:
    """Return the indent of a first line; where both are written, Word lets it hang."""
    hung = _length(indent, hanging)
    return _length(indent, first) if not hung else -hung


def _length(element: Element | None, *names: str) -> int | None:
    if element is None:
        return None
    return next((n for name in names if (n := _number(element.get(w(name)))) is not None), None)


def _number(text: str | None) -> int | None:
    """Read a number; a length with a unit, or a broken one, is none that counts."""
    if text is None:
        return None
    known = whole(text.partition(".")[0], -(10**9))
    return None if known == -(10**9) else known


def _value(properties: Element, name: str) -> str | None:
    found = descend(properties, name)
    return None if found is None else str(found.get(w("val"), ""))


def _toggle(properties: Element, name: str) -> bool | None:
    return None if child(properties, name) is None else is_on(properties, name)
