"""Lines of text outside of tables, set closer or wider where they would cut a figure or leave a character alone."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from generator.layout.adjust import adjusted_lines, as_body
from generator.layout.column_grid import in_em
from generator.layout.ruler import Ruler
from generator.word.columns.column_flow import paragraphs_between
from generator.word.columns.edit import Edit
from generator.word.columns.own_look import own_look
from generator.word.columns.scan import ScannedTable
from generator.word.columns.spacing import spaced
from generator.word.columns.table_looks import Looks
from generator.word.columns.widths_written import spacings
from generator.word.columns.xml_text import text_of

_FIGURE: Final = re.compile(r">[^<]*\d")
_NEAR: Final = range(
    1, 5
)  # characters of a last line; marks that may not begin or end lines come on top
_SIDES: Final = ("both", "left", "start", "")


def line_edits(
    text: str, tables: Sequence[ScannedTable], looks: Looks, ruler: Ruler
) -> Iterator[Edit]:
    """Adjust the lines of the paragraphs of a text that say figures, or may end with a character alone."""
    for paragraph in paragraphs_between(text, tables):
        look = own_look(paragraph.inner, looks)
        said = text_of(paragraph.inner)
        room = in_em(paragraph.room - look.beside, look.size, ruler.em)
        first = in_em(look.first, look.size, ruler.em)
        if look.side not in _SIDES or len(said) * ruler.em <= room - first:
            continue
        extra = look.between * ruler.em // (look.size * 10)
        if not _FIGURE.search(paragraph.inner):
            letter = ruler.em + extra
            if not _is_near(len(said) + first // letter, room // letter):
                continue
        parts = [as_body(words, extra, ruler.hanging) for words in ruler.parts(said)]
        setting = adjusted_lines(parts, room, ruler.limits._replace(pushed=0), first)
        if setting.spaced:
            made = spaced(paragraph.inner, spacings(setting, look, ruler.em))
            yield Edit(paragraph.start, paragraph.start + len(paragraph.inner), made)


def _is_near(number: int, in_line: int) -> bool:
    """Tell whether so many full-width characters may leave one alone, whatever marks stand at the ends of lines."""
    return number % max(in_line, 1) in _NEAR
