"""Text outside of tables: lines that would cut a figure are set closer or wider, last pages get lines enough."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from generator.layout.adjust import as_body
from generator.layout.chosen_lines import chosen_lines
from generator.layout.column_grid import HALF_POINT, in_em
from generator.layout.page_ends import Slab
from generator.layout.ruler import Ruler
from generator.word.columns.column_flow import Above, Flow, paragraphs_between
from generator.word.columns.edit import Edit
from generator.word.columns.last_pages import NO_ROWS, PLAIN, Foot, last_pages
from generator.word.columns.own_look import own_look
from generator.word.columns.paragraph_properties import kept_whole, kept_with_next
from generator.word.columns.scan import ScannedTable
from generator.word.columns.spacing import Spacing, spaced
from generator.word.columns.table_looks import Looks, ParagraphLook
from generator.word.columns.widths_written import spacings
from generator.word.columns.xml_text import text_of

_FIGURE: Final = re.compile(r">[^<]*\d")
_NEAR: Final = range(
    1, 5
)  # characters of a last line; marks that may not begin or end lines come on top
_SIDES: Final = ("both", "left", "start", "")


def line_edits(
    text: str,
    tables: Sequence[ScannedTable],
    looks: Looks,
    flow: Flow,
    rows: Mapping[int, Sequence[Slab]] = NO_ROWS,
) -> Iterator[Edit]:
    """Set the paragraphs of a text outside of its tables so that their lines and pages end well.

    ``rows`` are those of its tables whose heights are known, by where the table starts.
    """
    ruler = flow.ruler
    feet = last_pages(flow.of(text, tables, looks), ruler, rows)
    for paragraph in paragraphs_between(text, tables):
        foot = feet.get(paragraph.start, PLAIN)
        made = _set(paragraph, own_look(paragraph.inner, looks), foot, ruler)
        made = kept_whole(made) if foot.is_whole else made
        made = kept_with_next(made) if foot.is_kept else made
        if made != paragraph.inner:
            yield Edit(paragraph.start, paragraph.start + len(paragraph.inner), made)


def _set(paragraph: Above, look: ParagraphLook, foot: Foot, ruler: Ruler) -> str:
    """Adjust the lines of a paragraph that says figures, or may end with a character alone."""
    said = text_of(paragraph.inner)
    if foot.wider:
        return spaced(paragraph.inner, [Spacing(0, len(said), look.between + foot.wider)])
    room = in_em(paragraph.room - look.beside, look.size, ruler.em)
    first = in_em(look.first, look.size, ruler.em)
    if look.side not in _SIDES or len(said) * ruler.em <= room - first:
        return paragraph.inner
    extra = look.between * ruler.em // (look.size * HALF_POINT)
    if not _FIGURE.search(paragraph.inner):
        letter = ruler.em + extra
        if not _is_near(len(said) + first // letter, room // letter):
            return paragraph.inner
    parts = [as_body(words, extra, ruler.hanging) for words in ruler.parts(said)]
    setting = chosen_lines(parts, room, ruler.limits._replace(pushed=0), first)
    return spaced(paragraph.inner, spacings(setting, look, ruler.em))


def _is_near(number: int, in_line: int) -> bool:
    """Tell whether so many full-width characters may leave one alone, whatever marks stand at the ends of lines."""
    return number % max(in_line, 1) in _NEAR
