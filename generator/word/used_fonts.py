"""Which fonts a document asks for: what its text and the styles in use name.

A style nobody uses asks for nothing; a style that names no font takes that of the style it rests
on, and last the default of the document.
"""

import contextlib
from collections.abc import Iterator, Mapping

from lxml import etree

from generator.word.office_parts import read_parts
from generator.word.xml import XmlError, parse

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_AXES = ("ascii", "hAnsi", "eastAsia")
_STYLE_MARKS = tuple(_WORD + name for name in ("pStyle", "rStyle", "tblStyle"))
_NOT_TEXT = ("styles.xml", "fontTable.xml", "numbering.xml", "settings.xml", "webSettings.xml")

Parts = Mapping[str, etree._Element]
Axes = dict[str, str]


def used_fonts(document: bytes) -> frozenset[str]:
    """Return the names of the fonts a .docx uses; nothing for what is no .docx."""
    parts = _word_parts(document)
    theme = _theme_fonts(parts)
    styles = _Styles(parts.get("word/styles.xml"), theme)
    texts = [
        root
        for name, root in parts.items()
        if name.count("/") == 1 and not name.endswith(_NOT_TEXT)
    ]
    found = set(styles.fonts(None)) if texts else set[str]()
    for root in texts:
        for mark in root.iter(*_STYLE_MARKS):
            found |= styles.fonts(mark.get(f"{_WORD}val"))
        for fonts in root.iter(f"{_WORD}rFonts"):
            found |= set(_axes(fonts, theme).values())
        found |= {symbol.get(f"{_WORD}font") or "" for symbol in root.iter(f"{_WORD}sym")}
    for root in (root for name, root in parts.items() if name.startswith("word/charts/")):
        named = root.iter(f"{_DRAWING}latin", f"{_DRAWING}ea")
        # A name that begins with a plus sign points into the theme.
        found |= {n for font in named if not (n := font.get("typeface") or "").startswith("+")}
    return frozenset(name for name in found if name.strip())


def _word_parts(document: bytes) -> dict[str, etree._Element]:
    """Parse the XML parts below ``word/``; a part that cannot be read is left out."""
    parts: dict[str, etree._Element] = {}
    for name, data in (read_parts(document) or {}).items():
        if name.startswith("word/") and name.endswith(".xml"):
            with contextlib.suppress(XmlError):
                parts[name] = parse(data, with_doctype=True)  # its entities are not read
    return parts


class _Styles:
    """The styles of a document by id, each with the fonts that it names itself."""

    def __init__(self, root: etree._Element | None, theme: Mapping[str, str]) -> None:
        self._own: dict[str, Axes] = {}
        self._base: dict[str, str] = {}
        self._kind: dict[str, str] = {}
        self._default = ""
        self._document: Axes = {}
        if root is None:
            return
        for fonts in root.iterfind(f"{_WORD}docDefaults//{_WORD}rFonts"):
            self._document = _axes(fonts, theme)
        for style in root.iterfind(f"{_WORD}style"):
            self._add(style, theme)

    def _add(self, style: etree._Element, theme: Mapping[str, str]) -> None:
        name = style.get(f"{_WORD}styleId") or ""
        kind = style.get(f"{_WORD}type") or ""
        self._kind[name] = kind
        if kind == "paragraph" and style.get(f"{_WORD}default") in ("1", "true", "on"):
            self._default = name
        base = style.find(f"{_WORD}basedOn")
        self._base[name] = "" if base is None else base.get(f"{_WORD}val") or ""
        fonts = style.find(f"{_WORD}rPr/{_WORD}rFonts")
        self._own[name] = {} if fonts is None else _axes(fonts, theme)

    def fonts(self, style: str | None) -> set[str]:
        """Return the fonts of text in a style; ``None`` is text that names no style."""
        name = style if style in self._own else self._default
        is_paragraph = self._kind.get(name, "paragraph") == "paragraph"
        axes: Axes = {}
        seen: set[str] = set()
        while name in self._own and name not in seen:
            axes = {**self._own[name], **axes}
            seen.add(name)
            name = self._base[name]
        return set(({**self._document, **axes} if is_paragraph else axes).values())


def _axes(fonts: etree._Element, theme: Mapping[str, str]) -> Axes:
    """Read the fonts of one ``w:rFonts``; a theme attribute wins over the plain one."""
    axes: Axes = {}
    for axis in _AXES:
        themed = theme.get(fonts.get(f"{_WORD}{axis}Theme") or "")
        if name := themed or fonts.get(f"{_WORD}{axis}"):
            axes[axis] = name
    return axes


def _theme_fonts(parts: Parts) -> dict[str, str]:
    found: dict[str, str] = {}
    for root in (root for name, root in parts.items() if name.startswith("word/theme/")):
        for kind in ("major", "minor"):
            for fonts in root.iter(f"{_DRAWING}{kind}Font"):
                found.update(_theme_names(kind, fonts))
    return {key: name for key, name in found.items() if name}


def _theme_names(kind: str, fonts: etree._Element) -> Iterator[tuple[str, str]]:
    latin, asian = (fonts.find(_DRAWING + name) for name in ("latin", "ea"))
    hans = fonts.find(f"{_DRAWING}font[@script='Hans']")
    name = "" if latin is None else latin.get("typeface") or ""
    yield f"{kind}HAnsi", name
    yield f"{kind}Ascii", name
    chosen = "" if asian is None else asian.get("typeface") or ""
    yield f"{kind}EastAsia", chosen or ("" if hans is None else hans.get("typeface") or "")
