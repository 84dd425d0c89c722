"""A document as a web page of plain words and tables, for where no LibreOffice is: it says what it is."""

from collections.abc import Iterator
from html import escape
from typing import Final

from generator.base.problem import Problem
from generator.base.visible import visible_lines
from generator.model.reading import ReadBlock, ReadTable
from generator.word.reading.document import read_docx_bytes

SAYS: Final = "这里只有文字和表格，不是排好的版面：分页、字体、图表和打印出来的不一样。"
_STYLE: Final = (
    "body{max-width:46em;margin:1em auto;padding:0 1em;line-height:1.7}"
    "table{border-collapse:collapse;width:100%;margin:.5em 0}"
    "td{border:1px solid #999;padding:.2em .4em;vertical-align:middle}"
    ".note{background:#fff3cd;border:1px solid #e0c060;padding:.4em .8em}"
    "p,td{white-space:pre-wrap}"
)
_DEEPEST: Final = 6


def plain_page(document: bytes, why: str, shown: str = "") -> str | Problem:
    """Return a page of HTML that needs nothing else; ``why`` says why there is no better view."""
    read, problems = read_docx_bytes(document, shown)
    if read is None:
        return problems[0]
    body = "\n".join(line for block in read.blocks for line in _block(block))
    note = "".join(f"<br>{_words(words)}" for words in (SAYS, *read.remarks))
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        f"<title>{_words(shown)}</title><style>{_STYLE}</style></head>\n"
        f'<body><p class="note">{_words(why)}{note}</p>\n{body}\n</body></html>\n'
    )


def _block(block: ReadBlock) -> Iterator[str]:
    if isinstance(block, ReadTable):
        yield "<table>"
        for number in range(len(block.grid)):
            yield f"<tr>{''.join(_cells(block, number))}</tr>"
        yield "</table>"
    elif block.shown.strip():
        tag = f"h{min(block.level, _DEEPEST)}" if block.level else "p"
        yield f"<{tag}>{_words(block.shown)}</{tag}>"


def _cells(table: ReadTable, number: int) -> Iterator[str]:
    for cell in table.cells(number):
        if cell.row != number:
            continue  # it began above
        spans = (("rowspan", cell.height), ("colspan", cell.width))
        marks = "".join(f' {name}="{value}"' for name, value in spans if value > 1)
        yield f"<td{marks}>{_words(cell.text)}</td>"


def _words(text: str) -> str:
    return escape(visible_lines(text))
