"""Tables of running text as Word has them: a caption above, a head that is repeated, rows that stay whole."""

from collections.abc import Callable, Iterator
from typing import Final

from generator.model.blocks import TextCell, TextTable
from generator.model.spans import Spans, plain_text
from generator.word.placed.placed_looks import PlacedLooks
from generator.word.placed.placed_tokens import NOTE

WriteWords = Callable[[Spans, str, str], str]

_CAPTION, _CELL = "图表", "表格文字"
_PLAIN_CAPTION: Final = (
    '<w:spacing w:before="120" w:after="60" w:line="240" w:lineRule="auto"/>'
    '<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>'
)
_PLAIN_CELL: Final = (
    '<w:spacing w:before="0" w:after="0" w:line="252" w:lineRule="exact"/>'
    '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
)
_CAPTION_SIZE, _CELL_SIZE = 32, 21  # half points
_LINES: Final = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_AIR: Final = (
    '<w:tblCellMar><w:top w:w="30" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    '<w:bottom w:w="50" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
)
_HEAD_ROW, _ROW = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>", "<w:trPr><w:cantSplit/></w:trPr>"
_BEHIND: Final = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/></w:pPr></w:p>'
_SHORTEST, _LONGEST = (
    4,
    20,
)  # characters: the wish for a column follows its longest cell between these


def table_xml(table: TextTable, write: WriteWords, looks: PlacedLooks, room: int) -> str:
    """Write a table with its caption."""
    widths = list(_widths(table, room))
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(
        _row(row, widths, table, write, looks, is_head=not number)
        for number, row in enumerate(table.rows)
    )
    return (
        f"{caption_xml(table.caption, table.key, write, looks, keep=True)}"
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{_LINES}</w:tblBorders><w:tblLayout w:type="fixed"/>{_AIR}</w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )


def caption_xml(
    caption: Spans, key: str, write: WriteWords, looks: PlacedLooks, *, keep: bool
) -> str:
    """Write a caption; one that stands above stays with what it names."""
    kept = "<w:keepNext/>" if keep else ""
    properties = looks.paragraph(_CAPTION, _PLAIN_CAPTION, keep=kept)
    runs = write(caption, key, looks.run(_CAPTION, _CAPTION_SIZE))
    return f"<w:p>{properties}{runs}</w:p>"


def _row(
    row: tuple[TextCell, ...],
    widths: list[int],
    table: TextTable,
    write: WriteWords,
    looks: PlacedLooks,
    *,
    is_head: bool,
) -> str:
    run = looks.run(_CELL, _CELL_SIZE)
    cells = []
    for cell, width, side in zip(row, widths, table.sides, strict=True):
        side_mark = f'<w:jc w:val="{"center" if is_head else side or "center"}"/>'
        properties = looks.paragraph(_CELL, _PLAIN_CELL + side_mark, side_mark)
        runs = write(cell.spans, cell.key, run)
        cells.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
            f"<w:p>{properties}{runs}</w:p></w:tc>"
        )
    return f"<w:tr>{_HEAD_ROW if is_head else _ROW}{''.join(cells)}</w:tr>"


def _widths(table: TextTable, room: int) -> Iterator[int]:
    """Wish for widths by the longest cell of each column; what fits best is worked out afterwards."""
    columns = range(len(table.rows[0]) if table.rows else 0)
    lengths = [
        min(
            _LONGEST,
            max(_SHORTEST, *(len(NOTE.sub("", plain_text(r[c].spans))) for r in table.rows)),
        )
        for c in columns
    ]
    used = 0
    for number, length in enumerate(lengths):
        is_last = number == len(lengths) - 1
        width = room - used if is_last else room * length // sum(lengths)
        used += width
        yield width
