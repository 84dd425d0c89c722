"""Tables set tighter, written into a text: smaller letters, lower lines, less air."""

import re
from collections.abc import Iterator
from typing import Final

from generator.word.columns.edit import Edit
from generator.word.columns.paragraph_properties import with_property
from generator.word.columns.scan import ScannedTable
from generator.word.columns.table_looks import ParagraphLook
from generator.word.columns.tightness import Tightness

_RUN: Final = re.compile(r"<w:r>(?:<w:rPr>(.*?)</w:rPr>)?", re.DOTALL)
_OWN_SIZE: Final = re.compile(r"<w:sz(?:Cs)? [^>]*/>")
_BEHIND_SIZE: Final = re.compile(
    r"<w:(?:highlight|u|effect|bdr|shd|fitText|vertAlign|rtl|cs|em|lang|eastAsianLayout|specVanish)[ />]"
)
_SPACING: Final = re.compile(r"<w:spacing [^>]*/>")
_BEHIND_SPACING: Final = re.compile(
    r"<w:(?:ind|contextualSpacing|mirrorIndents|suppressOverlap|jc|textDirection|textAlignment"
    r"|textboxTightWrap|outlineLvl|divId|cnfStyle|rPr|sectPr|pPrChange)[ />]"
)
_AIR: Final = re.compile(r'(<w:(?:top|bottom) w:w=")(\d+)(" w:type="dxa"/>)')


def size_edits(text: str, table: ScannedTable, tightness: Tightness) -> Iterator[Edit]:
    """Set a table tighter."""
    if tightness.air:
        end = text.find("</w:tblCellMar>", table.start, table.rows[0][0].start)
        for found in _AIR.finditer(text, table.start, max(end, table.start)):
            air = tightness.of_air(int(found[2]))
            yield Edit(*found.span(), f"{found[1]}{air}{found[3]}")
    if not tightness.size:
        return
    for row in table.rows:
        for cell in row:
            for paragraph in cell.paragraphs:
                before = text[paragraph.start : paragraph.end]
                after = _sized(before, paragraph.look, tightness)
                if after != before:
                    yield Edit(paragraph.start, paragraph.end, after)


def _sized(paragraph: str, look: ParagraphLook, tightness: Tightness) -> str:
    size = tightness.of_size(look.size)
    if size == look.size:
        return paragraph
    paragraph = _RUN.sub(lambda run: _run(run[1] or "", size), paragraph)
    if look.rule != "exact":
        return paragraph
    line = tightness.of_line(look.line, look.size)
    mark = f'<w:spacing w:line="{line}" w:lineRule="exact"/>'
    return with_property(paragraph, mark, _SPACING, _BEHIND_SPACING)


def _run(properties: str, size: int) -> str:
    inner = _OWN_SIZE.sub("", properties)
    behind = _BEHIND_SIZE.search(inner)
    at = behind.start() if behind else len(inner)
    mark = f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    return f"<w:r><w:rPr>{inner[:at]}{mark}{inner[at:]}</w:rPr>"
