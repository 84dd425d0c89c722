"""Labels beside a list: one cell beside its heads and all its rows, where a template could not merge them.

Heads that are repeated cannot be merged with rows in a template: word processors would cut the cell
on every page. So templates write the label into the heads and an empty cell under it, without a line
between them. As soon as it is known where pages end, the two become one cell.
"""

import re
from collections.abc import Iterator
from typing import Final

from generator.word.columns.edit import Edit, edited
from generator.word.columns.xml_text import text_of

_HEAD: Final = "<w:tblHeader/>"
OPEN_BELOW: Final = '<w:tcBorders><w:bottom w:val="nil"/></w:tcBorders>'
OPEN_ABOVE: Final = '<w:tcBorders><w:top w:val="nil"/></w:tcBorders>'
BEGINS: Final = '<w:vMerge w:val="restart"/>'
GOES_ON: Final = "<w:vMerge/>"
_ROW_END: Final = "</w:tr>"
_UPPER: Final = re.compile(re.escape(OPEN_BELOW))
_LOWER: Final = re.compile(f"(?:<w:vMerge[^>]*/>)?{re.escape(OPEN_ABOVE)}")


def joined(text: str) -> str:
    """Merge the labels of a text with the empty cells under them."""
    if OPEN_BELOW not in text:
        return text
    edits = [edit for upper in _UPPER.finditer(text) for edit in _edits(text, upper)]
    return edited(text, edits) if edits else text


def _edits(text: str, upper: re.Match[str]) -> Iterator[Edit]:
    if _HEAD not in text[text.rfind("<w:tr", 0, upper.start()) : upper.start()]:
        return
    at = text.find(_ROW_END, upper.end()) + len(_ROW_END)
    lower: list[tuple[int, int]] = []
    while text.startswith("<w:tr", at):
        end = text.find(_ROW_END, at) + len(_ROW_END)
        own = _LOWER.search(text, at, end)
        if own is None or (lower and BEGINS in own[0]):
            break
        if text_of(text[own.end() : text.find("</w:tc>", own.end())]):
            return
        lower.append(own.span())
        at = end
    if lower:
        yield Edit(*upper.span(), BEGINS)
        yield from (Edit(*span, GOES_ON) for span in lower)
