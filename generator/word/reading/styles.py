"""Styles of a document, as far as headings need them: level and list, along their ancestry."""

from typing import NamedTuple

from generator.word.reading.markup import Element, descend, value, w, whole

_DEEPEST = 30  # a chain of styles may be cyclic


class Style(NamedTuple):
    """A paragraph style."""

    name: str
    based_on: str
    properties: Element | None


class Styles:
    """The paragraph styles by id."""

    def __init__(self, root: Element | None) -> None:
        """Read styles.xml, if there is one."""
        self._styles: dict[str, Style] = {}
        self._default = ""
        self._found: dict[tuple[str, str], Element | None] = {}
        for element in () if root is None else root.iterfind(w("style")):
            if element.get(w("type"), "paragraph") != "paragraph":
                continue
            id = element.get(w("styleId"), "")
            style = Style(value(element, "name"), value(element, "basedOn"), element.find(w("pPr")))
            self._styles[id] = style
            if element.get(w("default")) in ("1", "true", "on"):
                self._default = id

    def name_of(self, paragraph: Element) -> str:
        """Return the name of a paragraph's style."""
        style = self._styles.get(value(paragraph, "pPr/pStyle") or self._default)
        return style.name if style else ""

    def find(self, paragraph: Element, path: str) -> Element | None:
        """Find a paragraph property: its own, else that of its style or an ancestor."""
        own = paragraph.find(w("pPr"))
        if own is None:  # most paragraphs of a table
            return self.of_style(self._default, path)
        found = descend(own, path)
        return found if found is not None else self.of_style(self._style_id(paragraph), path)

    def of_style(self, id: str, path: str) -> Element | None:
        """Find a property along the ancestry of a style."""
        known = (id, path)
        if known not in self._found:
            self._found[known] = self._search(id, path)
        return self._found[known]

    def _search(self, id: str, path: str) -> Element | None:
        for _ in range(_DEEPEST):
            style = self._styles.get(id)
            if style is None:
                return None
            found = descend(style.properties, path)
            if found is not None:
                return found
            id = style.based_on
        return None

    def list_of(self, paragraph: Element) -> tuple[str, int]:
        """Return the list that a paragraph is numbered by, and its level in it (from 0)."""
        number, level = self.find(paragraph, "numPr/numId"), self.find(paragraph, "numPr/ilvl")
        id = "" if number is None else number.get(w("val"), "")
        return id, 0 if level is None else whole(level.get(w("val"), "0"))

    def level_of(self, paragraph: Element) -> int:
        """Return the outline level of a paragraph (0: body text)."""
        found = self.find(paragraph, "outlineLvl")
        level = 9 if found is None else whole(found.get(w("val"), "9"), 9)
        return level + 1 if 0 <= level < 9 else 0

    def _style_id(self, paragraph: Element) -> str:
        return value(paragraph, "pPr/pStyle") or self._default
