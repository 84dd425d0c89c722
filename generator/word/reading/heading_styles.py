"""Styles of a document, as far as headings need them: level and list, along their ancestry."""

from functools import lru_cache
from typing import NamedTuple

from generator.word.reading.markup import Element, child, descend, parse_part, value, w, whole

_DEEPEST = 30  # a chain of styles may be cyclic
_USUAL = 1024 * 1024  # bytes of a part with styles


class Setting(NamedTuple):
    """How a paragraph is set: its style, its outline level (0: body text), the list that counts it."""

    style: str = ""
    level: int = 0
    list: str = ""
    list_level: int = 0  # from 0


class _Said(NamedTuple):
    """What properties say of themselves; ``None`` leaves it to the style, or to its ancestor."""

    outline: str | None = None
    list: str | None = None
    list_level: str | None = None

    def over(self, other: "_Said") -> "_Said":
        """Return these properties, completed by those of an ancestor."""
        return _Said(*(b if a is None else a for a, b in zip(self, other, strict=True)))


class _Style(NamedTuple):
    name: str
    based_on: str
    said: _Said


class Styles:
    """The paragraph styles by id."""

    def __init__(self, root: Element | None = None) -> None:
        """Read styles.xml, if there is one."""
        self._styles: dict[str, _Style] = {}
        self._default = ""
        self._settings: dict[str, Setting] = {}
        for element in () if root is None else root.iterfind(w("style")):
            if element.get(w("type"), "paragraph") != "paragraph":
                continue
            id = element.get(w("styleId"), "")
            said = _said(child(element, "pPr"))
            self._styles[id] = _Style(value(element, "name"), value(element, "basedOn"), said)
            if element.get(w("default")) in ("1", "true", "on"):
                self._default = id

    def setting(self, own: Element | None) -> Setting:
        """Return how a paragraph is set: by its own properties, else by its style or an ancestor."""
        if own is None:  # most paragraphs of a table
            return self._of_style(self._default)
        id, said = value(own, "pStyle") or self._default, _said(own)
        return self._of_style(id) if said == _Said() else self._settled(id, said)

    def _of_style(self, id: str) -> Setting:
        if id not in self._settings:
            self._settings[id] = self._settled(id, _Said())
        return self._settings[id]

    def _settled(self, id: str, said: _Said) -> Setting:
        style = self._styles.get(id)
        name = style.name if style is not None else ""
        for _ in range(_DEEPEST):
            if style is None:
                break
            said = said.over(style.said)
            style = self._styles.get(style.based_on)
        outline = 9 if said.outline is None else whole(said.outline, 9)
        level = outline + 1 if 0 <= outline < 9 else 0
        return Setting(name, level, said.list or "", whole(said.list_level or "0"))


def styles_in(data: bytes, part: str) -> Styles:
    """Read the styles of a part; forms of one folder mostly come from one template, and share them."""
    return _known(data, part) if len(data) <= _USUAL else Styles(parse_part(data, part))


@lru_cache(maxsize=8)
def _known(data: bytes, part: str) -> Styles:
    return Styles(parse_part(data, part))


def _said(properties: Element | None) -> _Said:
    return _Said(
        _value(properties, "outlineLvl", "9"),
        _value(properties, "numPr/numId", ""),
        _value(properties, "numPr/ilvl", "0"),
    )


def _value(properties: Element | None, path: str, default: str) -> str | None:
    found = descend(properties, path)
    return None if found is None else found.get(w("val"), default)
