"""Marks that are written wrongly: what would be printed as it stands, and how it is written."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from generator.base.pattern import Pattern
from generator.narrative.footnote_faults import NOTE_MARK, footnote_faults
from generator.narrative.masked_lines import MarkFault, MaskedLine, masked_lines
from generator.narrative.placed_marks import (
    NEW_PAGE,
    PLACED,
    REFERENCE,
    cells_of,
    sides_of,
    table_at,
)

_SIGNS: Final = Pattern(r"[|｜!！\[［【]")
_PICTURE: Final = Pattern(r"!\[|[!！][\[［【][^\]］】]{0,80}[\]］】][ \t]*[(（]")
_NEW_PAGE: Final = Pattern(r"[\[［【][ \t]*分[ \t]*页(?:符)?[ \t]*[\]］】]")
_ROW: Final = "表格的每一行写作 | 甲 | 乙 |，以 | 开头、以 | 结尾，第一行是栏目"
_PLACE: Final = "图片、图表独占一行，写作 ![题注](pictures/文件名.png) 或 ![题注](图表的名称)"
_BREAK: Final = f"另起一页写 {NEW_PAGE}，独占一行"


class WantedPlace(NamedTuple):
    """A picture or insert that a text places, and where it asks for it."""

    line: int
    column: int
    target: str


def mark_faults(text: str) -> Iterator[MarkFault]:
    """Find what is written wrongly in a text of a section, as it stands in its file."""
    if _SIGNS.search(text) is None:
        return
    lines = masked_lines(text)
    yield from _tables(lines)
    yield from footnote_faults(lines)
    for line in lines:
        yield from _placed(line)
        yield from _pages(line)


def marks_in(text: str) -> Iterator[MarkFault]:
    """Find marks in a text that is printed in a cell or within a sentence, where none can stand."""
    if _SIGNS.search(text) is None:
        return
    hint = "表格、图片、图表、脚注和分页写在 [text]、[text-after] 的章节里"
    for line in masked_lines(text):
        said = line.masked
        is_mark = bool(cells_of(said)) or PLACED.fullmatch(said) or said == NEW_PAGE
        found = REFERENCE.search(said)
        if is_mark or found:
            at = found.start() if found else 0
            message = "这一项不能放表格、图片、脚注，会照样印出"
            yield line.fault(at, message, hint)


def wanted_places(text: str) -> Iterator[WantedPlace]:
    """Go through the pictures and inserts that a text places."""
    if "](" not in text:
        return
    for line in masked_lines(text):
        if (found := PLACED.fullmatch(line.masked)) is not None:
            column = line.column + found.start(2)
            yield WantedPlace(line.number, column, found[2].strip())


def _tables(lines: Sequence[MaskedLine]) -> Iterator[MarkFault]:
    masked = [line.masked for line in lines]
    at = 0
    while at < len(lines):
        found = table_at(masked, at)
        if found is None:
            line = lines[at]
            said = line.masked
            is_edge = said[0] in "|｜" or (said[-1] in "|｜" and len(said) > 1)
            if is_edge and not NOTE_MARK.match(said):
                message = "表格的这一行写得不对，会照样印出"
                yield line.fault(0, message, _ROW)
            at += 1
            continue
        yield from _rows([lines[n] for n in range(at, found.end) if n != found.caption])
        at = found.end


def _rows(lines: Sequence[MaskedLine]) -> Iterator[MarkFault]:
    rows = [line for line in lines if sides_of(line.masked) is None]
    if len(rows) < 2:
        yield lines[0].fault(0, "表格只有一行", _ROW)
        return
    columns = len(cells_of(rows[0].masked) or ())
    for line in lines:
        own = len(cells_of(line.masked) or ())
        if own != columns:
            message = f"表格的这一行有 {own} 格，第一行有 {columns} 格"
            hint = "请补齐或删去；空格写作 |  |，单元格里的竖线写全角的｜"
            yield line.fault(0, message, hint)


def _placed(line: MaskedLine) -> Iterator[MarkFault]:
    if PLACED.fullmatch(line.masked):
        return
    for found in _PICTURE.finditer(line.masked):
        message = "图片、图表的记号写得不对，会照样印出"
        quote = line.masked[found.start() : found.start() + 20]
        yield line.fault(found.start(), message, _PLACE, quote)


def _pages(line: MaskedLine) -> Iterator[MarkFault]:
    found = _NEW_PAGE.search(line.masked)
    if found is not None and line.masked != NEW_PAGE:
        message = "分页的记号写得不对，会照样印出"
        yield line.fault(found.start(), message, _BREAK, found[0])
