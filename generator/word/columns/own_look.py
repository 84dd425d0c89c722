"""How a paragraph looks, read from its text and its style."""

import re
from typing import Final

from generator.word.columns.table_looks import Looks, ParagraphLook

STYLE: Final = re.compile(r'<w:pStyle w:val="([^"]*)"/>')
_SIZE: Final = re.compile(r'<w:sz w:val="(\d+)"/>')
_SPACING: Final = re.compile(r"<w:spacing [^>]*/>")
_LINE: Final = re.compile(r'w:line="(\d+)"')
_AROUND: Final = re.compile(r'w:(?:before|after)="(\d+)"')
_INDENT: Final = re.compile(r"<w:ind [^>]*/>")
_LENGTH: Final = re.compile(r'w:(firstLine|hanging|left|right)="(-?\d+)"')
_SIDE: Final = re.compile(r'<w:jc w:val="(\w+)"/>')


def _indented(look: ParagraphLook, paragraph: str) -> ParagraphLook:
    own = _INDENT.search(paragraph)
    if own is None:
        return look
    found = {name: int(value) for name, value in _LENGTH.findall(own[0])}
    first = found.get("firstLine", -found["hanging"] if "hanging" in found else look.first)
    is_beside = "left" in found or "right" in found
    beside = found.get("left", 0) + found.get("right", 0) if is_beside else look.beside
    return look._replace(first=first, beside=beside)


def own_look(paragraph: str, looks: Looks) -> ParagraphLook:
    """Return the look of a paragraph: that of its style, but for what it says itself."""
    style = STYLE.search(paragraph)
    look = looks.paragraph(style[1] if style else "")
    size = _SIZE.search(paragraph)
    spacing = _SPACING.search(paragraph) if "<w:spacing " in paragraph else None
    if size:
        look = look._replace(size=int(size[1]))
    if spacing:
        line = _LINE.search(spacing[0])
        around = _AROUND.findall(spacing[0])
        if line:
            rule = "exact" if 'w:lineRule="exact"' in spacing[0] else look.rule
            look = look._replace(line=int(line[1]), rule=rule)
        if around:
            look = look._replace(around=sum(map(int, around)))
    if "<w:ind " in paragraph:
        look = _indented(look, paragraph)
    side = _SIDE.search(paragraph)
    if side:
        look = look._replace(side=side[1])
    if "<w:keepNext/>" not in paragraph and "<w:pageBreakBefore/>" not in paragraph:
        return look
    return look._replace(
        keeps=look.keeps or "<w:keepNext/>" in paragraph,
        starts=look.starts or "<w:pageBreakBefore/>" in paragraph,
    )
