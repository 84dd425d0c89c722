"""How a document ends: signature, date and attachment note with words above them, a last page of some lines."""

import re
from collections.abc import Sequence
from math import ceil
from typing import Final, NamedTuple

from generator.model.blocks import DocumentBlocks
from generator.model.spans import plain_text
from generator.word.columns.xml_text import text_of

FEWEST: Final = 3  # lines on a last page
_LINE: Final = 28  # characters in a line of body text, as GB/T 9704 has it
_INDENT: Final = 2
WHOLE: Final = 2 * FEWEST  # a last paragraph of no more lines is not cut
_PARAGRAPH: Final = re.compile(r"<w:p(?: [^>]*)?>.*?</w:p>", re.DOTALL)
_HEAD: Final = re.compile(r"<w:p(?: [^>]*)?>(?:<w:pPr>(?:<w:pStyle [^>]*/>)?)?")
_SAYS: Final = re.compile(r"<w:t(?: [^>]*)?>[^<\S]*[^<\s][^<]*</w:t>")  # more than blanks
_TABLE_END, _END = "</w:tbl>", "</w:p>"
_ENOUGH: Final = 20  # signed, with ten attachments, and some lines above
_SOME: Final = 8  # signed, with an attachment, and some lines above: nearly all documents
_KEEP_NEXT, _KEEP_LINES = "<w:keepNext/>", "<w:keepLines/>"


class _Paragraph(NamedTuple):
    start: int
    end: int
    xml: str

    @property
    def said(self) -> str:
        """Return its words."""
        return text_of(self.xml)

    @property
    def lines(self) -> int:
        """Estimate how many lines of body text it takes."""
        width = sum(0.5 if sign.isascii() else 1.0 for sign in self.said)
        return max(1, ceil((width + _INDENT) / _LINE))


class _Ending(NamedTuple):
    """Which of the last paragraphs stay with the next one, which are not cut; whether there are others above."""

    kept: set[int]
    whole: set[int]
    is_below: bool


def has_ending(blocks: DocumentBlocks) -> bool:
    """Tell whether a document ends with words; one that ends with a form has page ends of its own."""
    return bool(blocks.body) and blocks.form is None and blocks.summary is None


def with_ending(text: str, blocks: DocumentBlocks) -> str:
    """Keep the last paragraphs of a document together."""
    if not has_ending(blocks):
        return text
    begin = text.rfind(_TABLE_END) + 1
    # Of a long report the last paragraphs are enough; there can be many empty ones below.
    for number in (_SOME, 2 * _ENOUGH):
        near = _some_back(text, begin, number)
        last = _printing(text, near)
        ending = _ending(last, blocks)
        if ending.is_below or near == begin or len(last) > _ENOUGH:
            return _marked(text, last, ending)
    last = _printing(text, begin)
    return _marked(text, last, _ending(last, blocks))


def _ending(last: Sequence[_Paragraph], blocks: DocumentBlocks) -> _Ending:
    """Tell what is to be kept together."""
    behind = _tail(last, blocks)
    tail = behind if behind < len(last) else 0
    first = len(last) - tail
    kept = set(range(first, len(last) - 1))
    whole: set[int] = set()
    lines = 0
    at = first - 1
    # Of a paragraph that is cut at least two lines go over, so one line more is enough above them.
    wanted = FEWEST if not tail else FEWEST - 1
    while at >= 0 and lines < wanted:
        lines += last[at].lines
        if tail or at < first - 1:
            kept.add(at)
        at -= 1
    if last and not tail and last[-1].lines <= WHOLE:
        whole.add(len(last) - 1)
    return _Ending(kept, whole, at >= 0 and behind < len(last))


def _some_back(text: str, begin: int, number: int) -> int:
    """Go back from the end by some paragraphs, but not behind ``begin``."""
    at = len(text)
    for _ in range(number):
        at = text.rfind(_END, begin, at)
        if at < 0:
            return begin
    return at + len(_END)


def _printing(text: str, begin: int) -> list[_Paragraph]:
    """Find the paragraphs behind a place that print something."""
    found = (_Paragraph(*own.span(), own[0]) for own in _PARAGRAPH.finditer(text, begin))
    return [own for own in found if _SAYS.search(own.xml) or "<w:drawing" in own.xml]


def _tail(last: Sequence[_Paragraph], blocks: DocumentBlocks) -> int:
    """Count the paragraphs at the end that are no body: attachments, signature, date."""
    signed = () if blocks.signature is None else (blocks.signature.name, blocks.signature.date)
    said = {plain_text(spans).strip() for spans in signed if spans}
    titles = [plain_text(title).replace("\n", "") for title in blocks.attachments]
    count = 0
    for paragraph in reversed(last):
        words = paragraph.said.strip()
        is_note = any(title and words.endswith(title) for title in titles)
        if words not in said and not is_note:
            break
        count += 1
    return count


def _marked(text: str, last: Sequence[_Paragraph], ending: _Ending) -> str:
    for number in sorted(ending.kept | ending.whole, reverse=True):
        paragraph = text[last[number].start : last[number].end]
        marks = [_KEEP_NEXT] * (number in ending.kept) + [_KEEP_LINES] * (number in ending.whole)
        new = "".join(mark for mark in marks if mark not in paragraph)
        if new:
            text = text[: last[number].start] + _with(paragraph, new) + text[last[number].end :]
    return text


def _with(paragraph: str, marks: str) -> str:
    """Give a paragraph properties that stand behind its style and before all others."""
    head = _HEAD.match(paragraph)
    at = head.end() if head else 0
    if "<w:pPr>" not in paragraph[:at]:
        return f"{paragraph[:at]}<w:pPr>{marks}</w:pPr>{paragraph[at:]}"
    if marks == _KEEP_LINES and paragraph.startswith(_KEEP_NEXT, at):
        at += len(_KEEP_NEXT)
    return f"{paragraph[:at]}{marks}{paragraph[at:]}"
