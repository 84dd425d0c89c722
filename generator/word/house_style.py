"""The house style of a workspace, put over a template: line spacing, fonts, bold headings."""

import re

from generator.model.workspace import HouseStyle
from generator.word.xml import Element, W, bytes_of, parse

_FONT = re.compile(rb'(w:(?:ascii|hAnsi|eastAsia|cs)=")([^"]*)(")')
_TWENTIETHS = 20


def dress(parts: dict[str, bytes], style: HouseStyle) -> dict[str, bytes]:
    """Return the parts of a template in the house style."""
    if style == HouseStyle():
        return parts
    dressed = dict(parts)
    if "word/styles.xml" in parts:
        root = parse(parts["word/styles.xml"])
        if style.line is not None:
            _space(root, round(style.line * _TWENTIETHS))
        if style.bold is not None:
            _embolden(root, set(style.bold))
        dressed["word/styles.xml"] = bytes_of(root)
    if style.fonts:
        for name, data in dressed.items():
            if name.startswith("word/") and name.endswith(".xml"):
                dressed[name] = _with_fonts(data, style.fonts)
    return dressed


def _with_fonts(data: bytes, fonts: dict[str, str]) -> bytes:
    def instead(found: re.Match[bytes]) -> bytes:
        name = found[2].decode()
        return found[1] + fonts.get(name, name).encode() + found[3]

    return _FONT.sub(instead, data)


def _space(root: Element, line: int) -> None:
    """Give the exact line spacing of body text another height, wherever a style has that height."""
    exact = [s for s in root.iter(f"{W}spacing") if s.get(f"{W}lineRule") == "exact"]
    body = next((s.get(f"{W}line") for s in exact if _style_name(s) in ("Normal", "正文")), None)
    for spacing in exact:
        if spacing.get(f"{W}line") == body:
            spacing.set(f"{W}line", str(line))


def _style_name(spacing: Element) -> str:
    style = next(spacing.iterancestors(f"{W}style"), None)
    name = style.find(f"{W}name") if style is not None else None
    return (name.get(f"{W}val") or "") if name is not None else ""


def _embolden(root: Element, levels: set[int]) -> None:
    for style in root.iter(f"{W}style"):
        outline = style.find(f"{W}pPr/{W}outlineLvl")
        name = style.find(f"{W}name")
        if outline is None or name is None or not (name.get(f"{W}val") or "").startswith("heading"):
            continue
        properties = style.find(f"{W}rPr")
        if properties is None:
            continue
        for old in properties.findall(f"{W}b"):
            properties.remove(old)
        if int(outline.get(f"{W}val") or 0) + 1 in levels:
            fonts = properties.find(f"{W}rFonts")
            at = 0 if fonts is None else properties.index(fonts) + 1
            properties.insert(at, properties.makeelement(f"{W}b", {}, None))
