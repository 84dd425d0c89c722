"""Write widths, line breaks and sides into the tables of a text."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from generator.layout.grid import Grid
from generator.layout.lines import ends_of_lines, set_into
from generator.layout.ruler import Ruler
from generator.layout.sheet import from_em, in_em
from generator.word.columns.looks import ParagraphLook
from generator.word.columns.scan import ScannedTable, text_of

_GRID: Final = re.compile(r'(<w:gridCol [^>]*?w:w=")\d+(")')
_WIDTH: Final = re.compile(r'(<w:tcW [^>]*?w:w=")\d+(")')
_PROPERTIES: Final = re.compile(r"<w:pPr>(.*?)</w:pPr>", re.DOTALL)
_SIDE: Final = re.compile(r'<w:jc w:val="\w+"/>')
_INDENT: Final = re.compile(r"<w:ind [^>]*/>")
_BEHIND: Final = "textDirection|textAlignment|textboxTightWrap|outlineLvl|divId|cnfStyle|rPr|sectPr"
_AFTER_SIDE: Final = re.compile(f"<w:(?:{_BEHIND}|pPrChange)[ />]")
_AFTER_INDENT: Final = re.compile(
    f"<w:(?:contextualSpacing|mirrorIndents|suppressOverlap|jc|{_BEHIND}|pPrChange)[ />]"
)
_OPEN: Final = re.compile(r'(?<=<w:tblBorders>)<w:bottom w:val="nil"/>')
_CLOSED: Final = '<w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
_KEPT: Final = re.compile(r"<w:keepNext/>")
_AFTER_KEPT: Final = re.compile(r"<w:(?!pStyle)\w")
_LONG: Final = 3  # lines: such words read better from the left
_LABEL: Final = 24  # characters: words of the form, which stay in the middle


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


def closing_edits(text: str, table: ScannedTable) -> Iterator[Edit]:
    """Give a table the rule at its foot that it leaves to the one below, where a page may end between them."""
    found = _OPEN.search(text, table.start, text.find("<w:tr", table.start, table.end))
    if found:
        yield Edit(*found.span(), _CLOSED)


class Putting(NamedTuple):
    """How the words of a table are to be put: its grid, the rows that stay with the next, how words are measured."""

    grid: Grid
    kept: Collection[int]
    ruler: Ruler
    slack: int  # twips


def word_edits(text: str, table: ScannedTable, putting: Putting) -> Iterator[Edit]:
    """Keep words off the sides of their cells where that breaks lines better; put long ones to the left.

    Paragraphs of some rows stay with the next row, on one page.
    """
    grid = putting.grid
    starts = {(cell.row, cell.start): cell for cell in grid.cells}
    for number, row in enumerate(table.rows):
        for cell in row:
            own = starts.get((number, cell.column))
            for paragraph in cell.paragraphs:
                before = after = text[paragraph.start : paragraph.end]
                if own is not None:
                    room = sum(grid.widths[own.start : own.start + own.span]) - own.beside
                    after = _set(before, paragraph.look, room, putting.slack, putting.ruler)
                if number in putting.kept:
                    after = _with(after, "<w:keepNext/>", _KEPT, _AFTER_KEPT)
                if after != before:
                    yield Edit(paragraph.start, paragraph.end, after)


def _set(paragraph: str, look: ParagraphLook, room: int, slack: int, ruler: Ruler) -> str:
    said = text_of(paragraph)
    units = in_em(room - slack, look.size, ruler.em)
    if not said or len(said) * ruler.em <= units:
        return paragraph
    setting = set_into(ruler.parts(said), units)
    is_centred = look.side == "center"
    if is_centred and len(said) > _LABEL and setting.lines.number >= _LONG:
        paragraph, is_centred = _with(paragraph, '<w:jc w:val="left"/>', _SIDE, _AFTER_SIDE), False
    is_less = setting.width < units or _differs(
        said, in_em(room, look.size, ruler.em), units, ruler
    )
    if is_less and "<w:ind " not in paragraph:
        spare = room - from_em(setting.width, look.size, ruler.em)
        left = spare // 2 if is_centred else 0
        mark = f'<w:ind w:left="{left}" w:right="{spare - left}"/>'
        paragraph = _with(paragraph, mark, _INDENT, _AFTER_INDENT)
    return paragraph


def _differs(said: str, room: int, units: int, ruler: Ruler) -> bool:
    """Tell whether lines end elsewhere when the last bit of room is used as well."""
    parts = ruler.parts(said)
    return any(
        ends_of_lines(part.closer or part, room) != ends_of_lines(part, units) for part in parts
    )


def _with(paragraph: str, mark: str, old: re.Pattern[str], later: re.Pattern[str]) -> str:
    """Give a paragraph a property, in the place that the schema has for it."""
    properties = _PROPERTIES.search(paragraph)
    if properties is None:
        return f"<w:pPr>{mark}</w:pPr>{paragraph}"
    inner = old.sub("", properties[1])
    behind = later.search(inner)
    at = behind.start() if behind else len(inner)
    made = f"<w:pPr>{inner[:at]}{mark}{inner[at:]}</w:pPr>"
    return f"{paragraph[: properties.start()]}{made}{paragraph[properties.end() :]}"


def is_label(words: str) -> bool:
    """Tell words of the form, which stay where the template puts them, from long ones that may go to the left."""
    return len(words) <= _LABEL
