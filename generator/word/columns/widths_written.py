"""Write widths, line breaks and sides into the tables of a text."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple

from generator.layout.adjust import set_adjusted
from generator.layout.column_grid import Grid, from_em, in_em
from generator.layout.filled_lines import Setting, ends_of_lines
from generator.layout.ruler import Ruler
from generator.word.columns.edit import Edit
from generator.word.columns.paragraph_properties import (
    AFTER_INDENT,
    BEHIND,
    INDENT,
    kept_with_next,
    with_property,
)
from generator.word.columns.scan import ScannedTable
from generator.word.columns.spacing import Spacing, spaced
from generator.word.columns.table_looks import ParagraphLook
from generator.word.columns.xml_text import text_of

_GRID: Final = re.compile(r'(<w:gridCol [^>]*?w:w=")\d+(")')
_WIDTH: Final = re.compile(r'(<w:tcW [^>]*?w:w=")\d+(")')
_SIDE: Final = re.compile(r'<w:jc w:val="\w+"/>')
_AFTER_SIDE: Final = re.compile(f"<w:(?:{BEHIND}|pPrChange)[ />]")
_OPEN: Final = re.compile(r'(?<=<w:tblBorders>)<w:bottom w:val="nil"/>')
_CLOSED: Final = '<w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
_BEGINS: Final = re.compile(r"<w:pageBreakBefore/>")
_AFTER_BEGINS: Final = re.compile(r"<w:(?!pStyle|keepNext|keepLines)\w")
_ROW_HEAD: Final = re.compile(r"(<w:tr(?: [^>]*)?>)(?:<w:trPr/>|<w:trPr>(.*?</w:trPr>))?")
_LONG: Final = 3  # lines: such words read better from the left
_LABEL: Final = 24  # characters: words of the form, which stay in the middle


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


def whole_row_edits(
    text: str, table: ScannedTable, heights: Sequence[int], most: int
) -> Iterator[Edit]:
    """Let rows that are not high stand on one page."""
    for row in sorted(table.splits):
        if heights[row] <= most:
            first = table.rows[row][0].start
            start = max(text.rfind(tag, table.start, first) for tag in ("<w:tr>", "<w:tr "))
            found = _ROW_HEAD.match(text, start, first)
            if found and "<w:tblHeader" not in found[0]:
                yield Edit(
                    *found.span(), f"{found[1]}<w:trPr><w:cantSplit/>{found[2] or '</w:trPr>'}"
                )


class Putting(NamedTuple):
    """How the words of a table are to be put: its grid, the rows that stay with the next, how words are measured.

    ``begins``: the table begins a page. Not all programs see that from rows that stay together.
    """

    grid: Grid
    kept: Collection[int]
    ruler: Ruler
    slack: int  # twips
    begins: bool = False


def word_edits(text: str, table: ScannedTable, putting: Putting) -> Iterator[Edit]:
    """Keep words off the sides of their cells where that breaks lines better; put long ones to the left.

    Paragraphs of some rows stay with the next row, on one page.
    """
    grid = putting.grid
    starts = {(cell.row, cell.start): cell for cell in grid.cells}
    first = table.rows[0][0].paragraphs[:1] if putting.begins else ()
    for number, row in enumerate(table.rows):
        for cell in row:
            own = starts.get((number, cell.column))
            for paragraph in cell.paragraphs:
                before = after = text[paragraph.start : paragraph.end]
                if own is not None:
                    room = sum(grid.widths[own.start : own.start + own.span]) - own.beside
                    after = _set(before, paragraph.look, room, putting.slack, putting.ruler)
                if number in putting.kept:
                    after = kept_with_next(after)
                if paragraph in first:
                    after = with_property(after, "<w:pageBreakBefore/>", _BEGINS, _AFTER_BEGINS)
                if after != before:
                    yield Edit(paragraph.start, paragraph.end, after)


def _set(paragraph: str, look: ParagraphLook, room: int, slack: int, ruler: Ruler) -> str:
    said = text_of(paragraph)
    units = in_em(room - slack, look.size, ruler.em)
    if not said or len(said) * ruler.em <= units:
        return paragraph
    setting = set_adjusted(ruler.parts(said), units, ruler.limits)
    is_centred = look.side == "center"
    if is_centred and len(said) > _LABEL and setting.lines.number >= _LONG:
        paragraph, is_centred = (
            with_property(paragraph, '<w:jc w:val="left"/>', _SIDE, _AFTER_SIDE),
            False,
        )
    # Lines that are adjusted are so for just the room that they were set into.
    is_less = (
        setting.width < units
        or bool(setting.spaced)
        or _differs(said, in_em(room, look.size, ruler.em), units, ruler)
    )
    if is_less and "<w:ind " not in paragraph:
        spare = room - from_em(setting.width, look.size, ruler.em)
        left = spare // 2 if is_centred else 0
        mark = f'<w:ind w:left="{left}" w:right="{spare - left}"/>'
        paragraph = with_property(paragraph, mark, INDENT, AFTER_INDENT)
    return spaced(paragraph, spacings(setting, look, ruler.em)) if setting.spaced else paragraph


def spacings(setting: Setting, look: ParagraphLook, em: int) -> list[Spacing]:
    """Return the room between letters that adjusts lines, in twips: no less than they need."""
    return [
        Spacing(one.start, one.end, look.between + _away(one.extra * look.size * 10, em))
        for one in setting.spaced
    ]


def _away(number: int, by: int) -> int:
    """Divide, and round away from nothing."""
    return -(-number // by) if number > 0 else number // by


def _differs(said: str, room: int, units: int, ruler: Ruler) -> bool:
    """Tell whether lines end elsewhere when the last bit of room is used as well."""
    parts = ruler.parts(said)
    return any(
        ends_of_lines(part.closer or part, room) != ends_of_lines(part, units) for part in parts
    )


def is_label(words: str) -> bool:
    """Tell words of the form, which stay where the template puts them, from long ones that may go to the left."""
    return len(words) <= _LABEL
