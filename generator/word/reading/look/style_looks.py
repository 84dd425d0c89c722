"""Looks as Word works them out: defaults of the document, styles along their ancestry, own properties.

A style of a table lies between the defaults and the style of a paragraph; the level of a list lies
right below whatever names the list.
"""

from collections.abc import Mapping
from typing import NamedTuple

from generator.model.laid_out import Letters, Setting
from generator.word.reading.look.stated_looks import (
    NO_LETTERS,
    NO_SETTING,
    SaidLetters,
    SaidSetting,
    said_letters,
    said_setting,
)
from generator.word.reading.markup import Element, child, descend, value, w, whole

_DEEPEST = 30  # a chain of styles may be cyclic
_SIDES = ("top", "left", "bottom", "right")
_LOGICAL = {"left": "start", "right": "end"}
_USUAL_MARGINS = (0, 108, 0, 108)
_SINGLE, _USUAL_SIZE, _LARGEST_SIZE = 240, 20, 3276
_BODY = 9  # outline levels below this are headings

Margins = tuple[int, int, int, int]


class _Style(NamedTuple):
    name: str
    kind: str
    based_on: str
    letters: SaidLetters
    setting: SaidSetting
    table: Element | None


class Base(NamedTuple):
    """What a paragraph of a style rests on."""

    letters: SaidLetters
    setting: SaidSetting
    name: str


class LookStyles:
    """The styles of a document."""

    def __init__(
        self,
        root: Element | None,
        theme: Mapping[str, str],
        levels: Mapping[tuple[str, str], SaidSetting],
    ) -> None:
        """Take styles.xml if there is one, the fonts of the theme, the indents of lists."""
        self._theme, self._levels = theme, levels
        self._styles: dict[str, _Style] = {}
        self._defaults = {"paragraph": "", "table": ""}
        self._bases: dict[tuple[str, str | None], Base] = {}
        defaults = None if root is None else child(root, "docDefaults")
        self._letters = said_letters(descend(defaults, "rPrDefault/rPr"), theme)
        self._setting = said_setting(descend(defaults, "pPrDefault/pPr"))
        for element in () if root is None else root.iterfind(w("style")):
            self._add(element)

    def _add(self, element: Element) -> None:
        kind, id = element.get(w("type"), "paragraph"), element.get(w("styleId"), "")
        self._styles[id] = _Style(
            value(element, "name"),
            kind,
            value(element, "basedOn"),
            said_letters(child(element, "rPr"), self._theme),
            said_setting(child(element, "pPr")),
            child(element, "tblPr"),
        )
        if element.get(w("default")) in ("1", "true", "on") and kind in self._defaults:
            self._defaults[kind] = id

    def base(self, properties: Element | None, table: str | None) -> Base:
        """Return what a paragraph rests on: its style, in a table of some style (``None``: in none)."""
        id = value(properties, "pStyle") or self._defaults["paragraph"]
        known = self._bases.get((id, table))
        if known is None:
            known = self._bases[id, table] = self._worked_out(id, table)
        return known

    def setting(self, properties: Element | None, base: Base) -> Setting:
        """Return how a paragraph stands."""
        own = said_setting(properties)
        said = base.setting
        if own.list:
            said = self._level(own.list, own.list_level).over(said)
        said = own.over(said)
        outline = whole(said.outline or "", _BODY)
        return Setting(
            base.name,
            outline + 1 if 0 <= outline < _BODY else 0,
            said.side or "",
            said.first or 0,
            said.first_chars or None,  # 0 leaves it to the length
            said.left or 0,
            said.left_chars or None,
            said.right or 0,
            said.right_chars or None,
            max(said.line or _SINGLE, 0),
            said.rule or "auto",
            max(said.before or 0, 0),
            max(said.after or 0, 0),
            bool(said.is_kept),
            bool(said.begins_page),
            said.is_on_grid is not False,
            child(properties, "framePr") is not None if properties is not None else False,
        )

    def list_of(self, properties: Element | None, base: Base) -> tuple[str, int]:
        """Return the list that counts a paragraph, and on which of its levels."""
        own = said_setting(properties)
        id = base.setting.list if own.list is None else own.list
        level = own.list_level if own.list is not None else base.setting.list_level
        return id or "", whole(level or "0")

    def letters(self, properties: Element | None, base: Base) -> Letters:
        """Return how the letters of a run look."""
        own = said_letters(properties, self._theme)
        named = value(properties, "rStyle")
        said = self._chain(named, "character") if named else []
        styled = NO_LETTERS
        for style in said:
            styled = style.letters.over(styled)
        if own.is_bold is None and styled.is_bold and base.letters.is_bold:
            styled = styled._replace(is_bold=False)  # said in both styles it is taken back
        found = own.over(styled).over(base.letters)
        return Letters(
            found.chinese or "",
            found.latin or "",
            min(max(found.size or _USUAL_SIZE, 1), _LARGEST_SIZE),
            bool(found.is_bold),
            found.colour or "",
            found.spacing or 0,
            bool(found.is_hinted),
        )

    def margins(self, table: str) -> Margins:
        """Return the space within the cells of a style of tables."""
        space = _USUAL_MARGINS
        for style in self._chain(table or self._defaults["table"], "table"):
            space = margins(descend(style.table, "tblCellMar"), space)
        return space

    def borders(self, table: str) -> list[Element]:
        """Return what styles say of the rules of a table, the nearest last."""
        chain = self._chain(table or self._defaults["table"], "table")
        found = (descend(style.table, "tblBorders") for style in chain)
        return [borders for borders in found if borders is not None]

    def _worked_out(self, id: str, table: str | None) -> Base:
        letters, setting = self._letters, self._setting
        around = [] if table is None else self._chain(table or self._defaults["table"], "table")
        for style in around:
            letters, setting = style.letters.over(letters), style.setting.over(setting)
        name = ""
        for style in self._chain(id, "paragraph"):
            if style.setting.list:
                own = style.setting
                setting = self._level(own.list or "", own.list_level).over(setting)
            letters, setting = style.letters.over(letters), style.setting.over(setting)
            name = style.name
        return Base(letters, setting, name)

    def _level(self, id: str, level: str | None) -> SaidSetting:
        return self._levels.get((id, level or "0"), NO_SETTING)

    def _chain(self, id: str, kind: str) -> list[_Style]:
        """Return a style with those that it rests on, the last of them first."""
        chain: list[_Style] = []
        style = self._styles.get(id)
        while style is not None and style.kind == kind and len(chain) < _DEEPEST:
            chain.append(style)
            style = self._styles.get(style.based_on)
        return chain[::-1]


def margins(element: Element | None, before: Margins) -> Margins:
    """Return the space within cells where an element may say otherwise."""
    if element is None:
        return before
    top, left, bottom, right = (
        _margin(element, side, otherwise) for side, otherwise in zip(_SIDES, before, strict=True)
    )
    return top, left, bottom, right


def _margin(element: Element, side: str, otherwise: int) -> int:
    found = child(element, side)
    if found is None and side in _LOGICAL:
        found = child(element, _LOGICAL[side])
    return otherwise if found is None else whole(found.get(w("w"), ""), otherwise)
