"""Titles of forms that need two lines: kept off the sides so that their lines end between words."""

from collections.abc import Iterator, Sequence
from typing import Final

from generator.layout.column_grid import from_em, in_em
from generator.layout.ruler import Ruler
from generator.layout.two_line_title import title_of
from generator.model.type_setting import TitleRules
from generator.word.columns.column_flow import paragraphs_before
from generator.word.columns.edit import Edit
from generator.word.columns.own_look import own_look
from generator.word.columns.paragraph_properties import AFTER_INDENT, INDENT, with_property
from generator.word.columns.scan import ScannedTable
from generator.word.columns.table_looks import Looks
from generator.word.columns.xml_text import text_of

_NEAR: Final = 4  # paragraphs above a table: its title, its unit, its year


def title_edits(
    text: str, tables: Sequence[ScannedTable], looks: Looks, ruler: Ruler, rules: TitleRules
) -> Iterator[Edit]:
    """Indent titles on two lines from both sides."""
    for paragraph in paragraphs_before(text, tables, _NEAR):
        look = own_look(paragraph.inner, looks)
        said = text_of(paragraph.inner)
        is_title = look.side == "center" and look.size >= 2 * rules.size
        if not is_title or not said or "\n" in said or "<w:ind " in paragraph.inner:
            continue
        title = title_of(said, in_em(paragraph.room, look.size, ruler.em), ruler, rules)
        if title is not None:
            side = (paragraph.room - from_em(title.width, look.size, ruler.em)) // 2
            mark = f'<w:ind w:left="{side}" w:right="{side}"/>'
            made = with_property(paragraph.inner, mark, INDENT, AFTER_INDENT)
            yield Edit(paragraph.start, paragraph.start + len(paragraph.inner), made)
