"""A section as printed, and changed by a person, as the text that the unit writes for it itself.

Standard wording may ask for more than a unit's own text can; what it printed is written out, and
its figures are quoted again.
"""

import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from generator.base.chinese import NUMERALS
from generator.figures.figure_book import FigureBook
from generator.language.quoting_fault import LanguageError
from generator.model.blocks import Block, Heading, Paragraph
from generator.model.outline import Outline, Section
from generator.model.spans import Span, Spans, plain_text
from generator.model.units import Units
from generator.model.words_of_blocks import words_of
from generator.narrative.section_lines import LOWEST
from generator.narrative.text_marks import NoteWriter, block_lines
from generator.prose.origin_marks import Origins
from generator.prose.prose_render import render
from generator.prose.repeated import quotations
from generator.roundtrip.requote import Quote, written_quoting

_NUMERAL, _DIGITS = f"[{NUMERALS}百]+", r"\d+"


def quoter(book: FigureBook, owner: str, names: Mapping[str, Any], units: Units) -> Quote:
    """Return what writes a quotation that prints a figure as a span does (empty: none does)."""

    def quote(span: Span) -> str:
        figure = book.get(span.figure)
        unit = re.sub(r"^[\d.,]+", "", span.text)
        for plainly in quotations(figure, owner) if figure is not None else ():
            path = plainly.removeprefix("{{").removesuffix("}}").strip()
            for said in (path, f"{path}.number", f'{path} | to("{unit}")'):
                tag = f"{{{{ {said} }}}}"
                try:
                    spans = render(tag, names, units)
                except LanguageError:
                    continue
                if [(s.text, s.figure) for s in spans] == [(span.text, span.figure)]:
                    return tag
        return ""

    return quote


def own_section(
    blocks: Sequence[Block], origins: Origins, outline: Outline, section: Section, quote: Quote
) -> str:
    """Write the blocks of a section, laid out with origins, as the unit's own text.

    Words without an origin are numbers, and the title of a section that runs into its text: both
    are printed anyway, and so is what the unit wrote to follow. A figure that no text can quote
    raises: the section cannot be written out.
    """
    styles = (outline.part_number, *outline.numbers)
    lines: list[str] = []
    notes = NoteWriter(partial(_words, quote=quote))
    for block in blocks:
        if _follows(block, origins):
            continue
        if isinstance(block, Heading) and block.key != section.id:
            depth = max(1, block.level - _level(section))
            lines.append(f"{'#' * depth} {_words(block.title, quote)}")
        elif isinstance(block, Paragraph):
            lines += _lines(block, styles, quote, notes)
        elif not isinstance(block, Heading):
            lines += block_lines(block, partial(_words, quote=quote), notes)
    return "\n".join((*lines, *notes.said))


def _follows(block: Block, origins: Origins) -> bool:
    """Tell what the unit wrote to follow a section: it stays where it is written."""
    spans = [span for words in words_of(block) for span in words]
    own = [origins.of(span.origin).text for span in spans if span.origin]
    return bool(own) and all("text-after" in text.keys for text in own)


def _level(section: Section) -> int:
    return section.level - 1 if section.untitled else section.level


def _lines(block: Paragraph, styles: Sequence[str], quote: Quote, notes: NoteWriter) -> list[str]:
    number, lead = _numbered(block.lead)
    before = len(plain_text(block.lead))
    if not lead:
        number, spans = _numbered(block.spans)
        if not spans:
            return []
        said = notes.words(spans, block.notes, before + len(number))
        return [f"{_mark(number, styles)}{said}"]
    within = [note for note in block.notes if note.at <= before]
    behind = [note for note in block.notes if note.at > before]
    if not lead[-1].origin and lead[-1].text == "。":
        title, rest = _words(lead[:-1], quote), notes.words(block.spans, behind, before)
        return [f"# {title}", rest] if rest else [f"# {title}"]
    said = notes.words(lead, within, len(number))
    return [f"- {said}{notes.words(block.spans, behind, before)}"]


def _numbered(spans: Spans) -> tuple[str, Spans]:
    """Split off what was put before the words: their number, or all of a title that runs in."""
    first = next((n for n, span in enumerate(spans) if span.origin), None)
    if first is None:
        return plain_text(spans), ()
    return plain_text(spans[:first]), spans[first:]


def _mark(number: str, styles: Sequence[str]) -> str:
    if not number:
        return ""
    is_lowest = len(styles) > LOWEST and _is_number(number, styles[LOWEST])
    return "- " if is_lowest else "+ "


def _is_number(number: str, style: str) -> bool:
    pattern = re.escape(style).replace(r"\{一\}", _NUMERAL).replace(r"\{1\}", _DIGITS)
    return re.fullmatch(pattern, number) is not None


def _words(spans: Spans, quote: Quote) -> str:
    """Write spans as input text; line ends have no place inside of a line."""
    return written_quoting(spans, quote).replace("\n", "")
