"""Tracked changes in a text, a header or a cell: paragraphs and tables that came, went or changed.

The last paragraph of a text can be neither deleted nor inserted: its mark has no next paragraph to
go on in. So when paragraphs come or go at the end, the marks before them are tracked instead.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.word.redline.carried import Carrier
from generator.word.redline.inline import signature
from generator.word.redline.revisions import Pen, basic_properties, paragraph_properties
from generator.word.redline.story_blocks import PARAGRAPH, Block, read_blocks
from generator.word.redline.tracked_table import insert_table, may_pair_tables, redline_table
from generator.word.redline.tracked_words import insert_words, redline_words
from generator.word.redline.version_alignment import Pairs, align
from generator.word.xml import Element, W

MOST_BLOCKS = 20_000


class TooLongError(ValueError):
    """A text of more paragraphs than can be compared."""


@dataclass(slots=True)
class Redliner:
    """Writes tracked changes into the texts of the new version."""

    carrier: Carrier
    fields: list[Element] = field(default_factory=list)  # taken from the new version as they are

    @property
    def pen(self) -> Pen:
        """Return what makes the marks."""
        return self.carrier.pen

    def story(self, old: Element, new: Element) -> None:
        """Mark in a text of the new version what differs from the old one."""
        before, after = read_blocks(old), read_blocks(new)
        if max(len(before), len(after)) > MOST_BLOCKS:
            raise TooLongError

        def may_pair(i: int, j: int) -> bool:
            if before[i].item.kind != "table" or after[j].item.kind != "table":
                return True
            return may_pair_tables(before[i].element, after[j].element)

        pairs = align([b.item for b in before], [b.item for b in after], may_pair)
        pairs, swaps_marks = _with_an_end(pairs, before, after)
        at_old = at_new = 0
        for i, j in (*pairs, (len(before), len(after))):
            gone, come = before[at_old:i], after[at_new:j]
            is_end = i == len(before)
            if is_end and swaps_marks:
                kept = (before[pairs[-1][0]].element, after[pairs[-1][1]].element)
                self._end(gone, come, *kept)
            else:
                self._gap(gone, come, _place(new, after, at_new))
            if not is_end:
                self._change(before[i], after[j])
            at_old, at_new = i + 1, j + 1

    def _gap(self, gone: Sequence[Block], come: Sequence[Block], place: "_Place") -> None:
        for block in gone:
            for child in block.elements:
                place.put(self._struck(child))
        for block in come:
            for child in block.elements:
                self._insert(child)

    def _struck(self, child: Element) -> Element:
        if child.tag == PARAGRAPH:
            return self.carrier.paragraph(child, tracks_mark=True)
        return self.carrier.table(child)

    def _insert(self, child: Element) -> None:
        if child.tag == PARAGRAPH:
            insert_words(child, self.pen)
            self.pen.mark_paragraph(child, "ins")
        else:
            insert_table(child, self.pen)

    def _change(self, old: Block, new: Block) -> None:
        if old.item.kind == "table":
            redline_table(old.element, new.element, self.carrier, self.story)
        elif old.item.kind == "field":
            if old.item.text != new.item.text:
                self.fields.append(new.element)
        elif signature(old.element) != signature(new.element):
            redline_words(old.element, new.element, self.carrier)

    def _end(
        self, gone: Sequence[Block], come: Sequence[Block], old_kept: Element, kept: Element
    ) -> None:
        """Track the mark of the last paragraph that stays, so that the very last one may stay."""
        if gone:
            after = basic_properties(kept.find(f"{W}pPr"))
            self.pen.mark_paragraph(kept, "del")
            at = kept
            for number, block in enumerate(gone, 1):
                is_last = number == len(gone)
                struck = self.carrier.paragraph(block.element, tracks_mark=not is_last)
                at.addnext(struck)
                at = struck
            before = basic_properties(at.find(f"{W}pPr"))
            properties = paragraph_properties(at)
            for child in list(properties):
                properties.remove(child)
            properties.extend(after)
            self.pen.remember_properties(at, before)
            return
        self.pen.mark_paragraph(kept, "ins")
        for number, block in enumerate(come, 1):
            insert_words(block.element, self.pen)
            if number < len(come):
                self.pen.mark_paragraph(block.element, "ins")
        own = self.carrier.properties(old_kept.find(f"{W}pPr"), "pPr")
        self.pen.remember_properties(come[-1].element, basic_properties(own))


class _Place:
    """Where struck-out blocks go: before a block of the new version, or behind all."""

    def __init__(self, before: Element | None, behind: Element | None, holder: Element) -> None:
        self._before, self._behind, self._holder = before, behind, holder

    def put(self, block: Element) -> None:
        """Put a block behind those that were put here."""
        if self._before is not None:
            self._before.addprevious(block)
        elif self._behind is not None:
            self._behind.addnext(block)
            self._behind = block
        else:
            last = self._holder[-1] if len(self._holder) else None
            if last is not None and last.tag == f"{W}sectPr":
                last.addprevious(block)
            else:
                self._holder.append(block)


def _place(holder: Element, after: Sequence[Block], number: int) -> _Place:
    before = after[number].element if number < len(after) else None
    behind = after[-1].elements[-1] if after else None
    return _Place(before, behind, holder)


def _with_an_end(
    pairs: Pairs, before: Sequence[Block], after: Sequence[Block]
) -> tuple[Pairs, bool]:
    """See to it that the last paragraph stays; tells whether marks are swapped to that end."""
    end = (len(before) - 1, len(after) - 1)
    if not before or not after or (pairs and pairs[-1] == end):
        return pairs, False
    if not before[-1].is_paragraph or not after[-1].is_paragraph:
        return pairs, False
    if not pairs or (pairs[-1][0] < end[0] and pairs[-1][1] < end[1]):
        return [*pairs, end], False
    i, j = pairs[-1]
    tail = (before[i], after[j], *before[i + 1 :], *after[j + 1 :])
    if all(b.is_paragraph and not b.ends_section for b in tail):
        return pairs, True
    return [*pairs[:-1], end], False
