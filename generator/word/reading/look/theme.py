"""The fonts that a theme stands for."""

from collections.abc import Iterator, Mapping

from generator.word.reading.markup import Element

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SCRIPT = "Hans"


def theme_fonts(root: Element | None) -> Mapping[str, str]:
    """Return them by the names that runs call them by."""
    if root is None:
        return {}
    return {
        key: name
        for kind in ("major", "minor")
        for fonts in root.iter(f"{_DRAWING}{kind}Font")
        for key, name in _names(kind, fonts)
        if name
    }


def _names(kind: str, fonts: Element) -> Iterator[tuple[str, str]]:
    latin = _face(fonts.find(f"{_DRAWING}latin"))
    yield f"{kind}HAnsi", latin
    yield f"{kind}Ascii", latin
    # Word asks by the language of the text, which is Chinese here.
    scripts = (f for f in fonts.iterfind(f"{_DRAWING}font") if f.get("script") == _SCRIPT)
    asian = _face(fonts.find(f"{_DRAWING}ea")) or _face(next(scripts, None))
    yield f"{kind}EastAsia", asian


def _face(font: Element | None) -> str:
    return "" if font is None else str(font.get("typeface") or "")
