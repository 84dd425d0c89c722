"""Write widths, line breaks and sides into the tables of a text."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from generator.layout.grid import Grid
from generator.layout.lines import breaks_to_place, lines_in
from generator.layout.ruler import Ruler
from generator.layout.sheet import in_em
from generator.word.columns.scan import ScannedCell, ScannedTable, text_of

_GRID: Final = re.compile(r'(<w:gridCol [^>]*?w:w=")\d+(")')
_WIDTH: Final = re.compile(r'(<w:tcW [^>]*?w:w=")\d+(")')
_TEXT: Final = re.compile(r"(<w:t(?: [^>]*)?>)([^<]*)(</w:t>)")
_BREAK: Final = '</w:t><w:br/><w:t xml:space="preserve">'
_ENTITY: Final = re.compile(r"&[a-z#0-9]+;|.", re.DOTALL)
_PROPERTIES: Final = re.compile(r"<w:pPr>(.*?)</w:pPr>", re.DOTALL)
_SIDE: Final = re.compile(r'<w:jc w:val="\w+"/>')
_AFTER_SIDE: Final = re.compile(
    "<w:(?:textDirection|textAlignment|textboxTightWrap|outlineLvl|divId|cnfStyle|rPr|sectPr|pPrChange)"
)
_LONG: Final = 3  # lines: such words read better from the left


class Edit(NamedTuple):
    """What is to stand in the place of a stretch of a text."""

    start: int
    end: int
    words: str


def edited(text: str, edits: Sequence[Edit]) -> str:
    """Return a text with some stretches changed."""
    pieces: list[str] = []
    at = 0
    for edit in sorted(edits):
        pieces += (text[at : edit.start], edit.words)
        at = edit.end
    return "".join((*pieces, text[at:]))


def width_edits(text: str, table: ScannedTable, widths: Sequence[int]) -> Iterator[Edit]:
    """Give a table other widths."""
    end_of_head = text.find("<w:tr", table.start, table.end)
    for column, width in zip(_GRID.finditer(text, table.start, end_of_head), widths, strict=True):
        yield Edit(*column.span(), f"{column[1]}{width}{column[2]}")
    for row in table.rows:
        for cell in row:
            stop = text.find("<w:p", cell.start, cell.end)
            found = _WIDTH.search(text, cell.start, stop)
            if found:
                own = sum(widths[cell.column : cell.column + cell.span])
                yield Edit(*found.span(), f"{found[1]}{own}{found[2]}")


def word_edits(
    text: str, table: ScannedTable, grid: Grid, ruler: Ruler, slack: int
) -> Iterator[Edit]:
    """Put line breaks into labels that need them, and long words to the left."""
    starts = {(cell.row, cell.start): cell for cell in grid.cells}
    for number, row in enumerate(table.rows):
        for cell in row:
            if cell.is_continued:
                continue
            own = starts[number, cell.column]
            width = sum(grid.widths[own.start : own.start + own.span]) - own.beside - slack
            yield from _cell_edits(text, cell, width, ruler)


def _cell_edits(text: str, cell: ScannedCell, width: int, ruler: Ruler) -> Iterator[Edit]:
    for paragraph in cell.paragraphs:
        own = text[paragraph.start : paragraph.end]
        said = text_of(own)
        room = in_em(width, paragraph.look.size, ruler.em)
        if not said or len(said) * ruler.em <= room:
            continue
        if "\n" not in said:
            at = list(breaks_to_place(ruler.measured(said), room))
            if at and (broken := _with_breaks(own, at)):
                own = broken
                said = text_of(own)
        lines = sum(lines_in(ruler.measured(part), room).number for part in said.split("\n"))
        if lines >= _LONG and paragraph.look.side == "center" and not _is_label(said, lines):
            own = _on_side(own, "left")
        if own != text[paragraph.start : paragraph.end]:
            yield Edit(paragraph.start, paragraph.end, own)


def _is_label(said: str, lines: int) -> bool:
    """Words that stand one under the other in a narrow column stay in its middle."""
    return len(said) <= 24 or len(said) < 3 * lines


def _with_breaks(paragraph: str, places: Sequence[int]) -> str:
    """Put line breaks before some characters of a paragraph."""
    wanted, passed = set(places), 0

    def broken(found: re.Match[str]) -> str:
        nonlocal passed
        pieces = []
        for letter in _ENTITY.findall(found[2]):
            if passed in wanted:
                pieces.append(_BREAK)
            pieces.append(letter)
            passed += 1
        return f"{found[1]}{''.join(pieces)}{found[3]}"

    if "<w:tab/>" in paragraph:
        return ""
    return _TEXT.sub(broken, paragraph)


def _on_side(paragraph: str, side: str) -> str:
    """Put a paragraph on a side."""
    mark = f'<w:jc w:val="{side}"/>'
    properties = _PROPERTIES.search(paragraph)
    if properties is None:
        return f"<w:pPr>{mark}</w:pPr>{paragraph}"
    inner = _SIDE.sub("", properties[1])
    later = _AFTER_SIDE.search(inner)
    at = later.start() if later else len(inner)
    made = f"<w:pPr>{inner[:at]}{mark}{inner[at:]}</w:pPr>"
    return f"{paragraph[: properties.start()]}{made}{paragraph[properties.end() :]}"
