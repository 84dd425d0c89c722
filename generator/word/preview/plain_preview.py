"""A document as a web page of plain words and tables, for where no LibreOffice is: it says what it is."""

from typing import Final

from generator.base.html import Html, tag
from generator.base.problem import Problem
from generator.base.visible import visible_lines
from generator.word.as_page import Manner, blocks_of
from generator.word.reading.document_words import read_docx_bytes

SAYS: Final = "这里只有文字和表格，不是排好的版面：分页、字体、图表和打印出来的不一样。"
_STYLE: Final = (
    "body{max-width:46em;margin:1em auto;padding:0 1em;line-height:1.7}"
    "table{border-collapse:collapse;width:100%;margin:.5em 0}"
    "td{border:1px solid #999;padding:.2em .4em;vertical-align:middle}"
    ".note{background:#fff3cd;border:1px solid #e0c060;padding:.4em .8em}"
    "p,td{white-space:pre-wrap}"
)


def plain_page(document: bytes, why: str, shown: str = "") -> str | Problem:
    """Return a page of HTML that needs nothing else; ``why`` says why there is no better view."""
    read, problems = read_docx_bytes(document, shown)
    if read is None:
        return problems[0]
    said = [tag("div", visible_lines(words)) for words in (why, SAYS, *read.remarks)]
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("title", visible_lines(shown)),
        tag("style", Html(_STYLE)),
    )
    body = tag("body", tag("div", said, class_="note"), blocks_of(read, Manner()))
    return f"<!doctype html>\n{tag('html', head, body, lang='zh-CN')}\n"
