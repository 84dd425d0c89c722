"""The sections of reports: each with the words of the unit, blank where the standard wording is used."""

from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType
from typing import NamedTuple

from generator.base.positions import KeyPath
from generator.base.toml import value_at
from generator.excel.form.key_blocks import Block, field_row, title
from generator.excel.form.key_cells import LONGEST_CELL
from generator.excel.form.plain_words import plain_words
from generator.excel.form.slot import Slot, SlotKind
from generator.excel.form.workbook_page import PageRows
from generator.model.outline import Section

TEXT, TEXT_AFTER = "text", "text-after"
_TITLES = MappingProxyType({TEXT: "报告各章节", TEXT_AFTER: "补写的章节"})
_HELP = "不写则用标准写法；双花括号里的是引用的数，留着它，数会自动换"


class SectionAt(NamedTuple):
    """A section by its id, and what it is called."""

    id: str
    title: str


def sections_of(every: Iterable[Sequence[Section]]) -> tuple[SectionAt, ...]:
    """Return the sections of some outlines, each once."""
    found: dict[str, SectionAt] = {}
    for sections in every:
        for one in sections:
            if one.title or not one.untitled:
                found.setdefault(one.id, SectionAt(one.id, one.title or one.id))
    return tuple(found.values())


def texts_block(rows: PageRows, own: Block, keys: KeyPath, sections: Sequence[SectionAt]) -> None:
    """Lay out the sections, then texts that are kept beside them."""
    for table in (TEXT, TEXT_AFTER):
        slots = list(_slots(own, (*keys, table), sections if table == TEXT else ()))
        if not slots:
            continue
        title(rows, _TITLES[table])
        for slot in slots:
            field_row(rows, slot)


def _slots(own: Block, keys: KeyPath, sections: Sequence[SectionAt]) -> Iterator[Slot]:
    given = value_at(own.data, keys)
    names = dict.fromkeys(one.id for one in sections)
    titles = {one.id: one.title for one in sections}
    names |= dict.fromkeys(given if isinstance(given, dict) else {})
    for name in names:
        words = plain_words(SlotKind.TEXT, value_at(own.data, (*keys, name)))
        if words is not None and len(words) <= LONGEST_CELL:
            heading = titles.get(name, name)
            yield Slot(own.subject, (*keys, name), SlotKind.TEXT, heading, words, (), _HELP)
