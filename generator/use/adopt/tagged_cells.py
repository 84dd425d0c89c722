"""Cells of a form: captions stay, values get the tag that prints them, all else is asked or listed."""

from collections.abc import Callable

from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.own_fields import LABEL
from generator.read.reading_map import Use
from generator.tables.tag_keys import FIELDS, field_name, field_tag, tag_of, written
from generator.use.adopt.blank_sums import is_blank_sum
from generator.use.adopt.caption_words import said_with_label
from generator.use.adopt.captions import Captions
from generator.use.adopt.cell_labels import label_of, labels_field
from generator.use.adopt.cell_parts import part_of, values_inside
from generator.use.adopt.cell_uses import CONSTANT, CellUses
from generator.use.adopt.coded_names import NAMES_OF_BODIES, coded_name
from generator.use.adopt.form_lines import OF_FORM, LinePlanner
from generator.use.adopt.left import Left
from generator.use.adopt.official import is_official_note, is_seal
from generator.use.adopt.planned import Planned
from generator.use.adopt.split_cells import split_of
from generator.use.adopt.value_names import is_of_captions, names_of
from generator.use.adopt.value_roles import tag_of_captions
from generator.word.form_tags import Edit

_DOUBTFUL = 2.0
_SHORT = 30  # characters behind a label in one cell
_DASHES = "-—–－/／\\"

Ask = Callable[[Left], str]


class CellPlanner:
    """Tags the cells of one table."""

    def __init__(
        self,
        planned: Planned,
        lines: LinePlanner,
        ask: Ask | None,
        table: ReadTable,
        captions: Captions,
    ) -> None:
        self._planned, self._lines, self._ask = planned, lines, ask
        self._table, self._captions = table, captions
        self._looked, self._book = planned.looked, planned.book
        self._uses = CellUses(planned, table, captions)

    def cell(self, cell: ReadCell) -> None:
        """Tag a cell."""
        planned = self._planned
        if planned.choices.cell(self._table, cell):
            self._lines.gaps(cell.place)
            self._lines.values_in(cell.place, cell.text)
            return
        if self._is_caption(cell) or labels_field(self._table, cell, self._looked.uses):
            self._caption(cell)
            return
        is_wide = cell.width == self._table.width
        if is_wide and is_official_note(cell.text, self._book.phrases, ()):
            return
        if split := split_of(self._looked, cell):
            planned.tag(cell.place, split)
            return
        known = self._uses.of(cell)
        self._lines.gaps(cell.place)
        if any(tag == CONSTANT for _, tag in known) or self._uses.of_source(cell) == CONSTANT:
            return
        if not known or (
            is_blank_sum(self._table, cell, self._captions, self._looked, self._book)
            and known[0][0].keys[0] == FIELDS
        ):
            self._unknown(cell)
            return
        label = label_of(self._table, cell, self._book)
        inner = values_inside(cell.text, [use for use, _ in known])
        if inner is None or cell.place in self._looked.blanks:
            use, wanted = known[0]
            self._known_tag(cell, use, wanted, cell.text, label)
            return
        for old, use in inner.items():
            wanted = next(tag for own, tag in known if own is use)
            if not is_seal(old, self._book.phrases):
                self._known_tag(cell, use, wanted, old, label, is_inner=True)

    def _known_tag(
        self,
        cell: ReadCell,
        use: Use,
        wanted: str,
        said: str,
        label: str,
        *,
        is_inner: bool = False,
    ) -> None:
        """Put the tag of a use; a field is called by the captions of the form."""
        if use.keys[0] == FIELDS and not is_inner and self._put_otherwise(cell, use, wanted):
            return
        if not is_inner and self._put_coded(cell, use, wanted, label):
            return
        tag = self._planned.tags.choose(use, wanted, said, label)
        if tag:
            self._planned.tag(cell.place, tag, said if is_inner else "")
        elif not is_inner:
            self._put_field(cell)

    def _put_coded(self, cell: ReadCell, use: Use, tag: str, label: str) -> bool:
        """Print the name of a body with its code, where the form asks for both in one cell."""
        coded, tags = coded_name(cell.text, label), self._planned.tags
        if use.keys not in NAMES_OF_BODIES or coded is None or tags.is_used(tag):
            return False
        tags.use(tag, coded.name)
        code = tags.field(coded.field, coded.code)
        self._planned.edits.append(Edit(cell.place, coded.printed(tag, code)))
        return True

    def _put_otherwise(self, cell: ReadCell, use: Use, wanted: str) -> bool:
        """Print a field by what its captions say, where its own name does not come from them."""
        tag = tag_of_captions(self._captions, cell, self._book)
        if tag and self._planned.tags.may_print(tag, cell.text):
            self._planned.tags.use(tag, cell.text)
            self._planned.tag(cell.place, tag)
            return True
        label = self._table.at(cell.row, cell.column - 1) if cell.column else None
        is_named = label is not None and labels_field(self._table, label, self._looked.uses)
        if (is_named or is_of_captions(use, self._captions)) and not self._planned.tags.is_used(
            wanted
        ):
            return False
        return self._put_field(cell)

    def _is_caption(self, cell: ReadCell) -> bool:
        is_wide = cell.width == self._table.width
        if not cell.text.strip() or not self._captions.is_caption(cell) or is_wide:
            return False
        said = "".join(cell.text.split())
        is_read = any(
            use.keys[0] != FIELDS
            and use.keys[-1] not in ("name", "class")
            and "".join(str(use.value).split()) == said
            and tag_of(use.keys)
            for use in self._looked.uses.get(cell.place, [])
        )
        return not (is_read and self._captions.weight(cell) < _DOUBTFUL)

    def _caption(self, cell: ReadCell) -> None:
        """Let a caption stay; what a reader took it for is told where it may be a value after all."""
        values = self._captions.values_of(cell)
        if not values:
            self._lines.gaps(cell.place)
        said = [u for u in self._looked.uses.get(cell.place, []) if part_of(cell.text, u.value)]
        is_name = any(use.keys[-1] in ("name", "class") for use in said)
        entry = self._planned.entries.get(cell.place)
        is_unread = entry is not None and entry.answer == "unread" and len(cell.text.strip()) > 1
        is_doubtful = self._captions.weight(cell) < _DOUBTFUL and not self._captions.is_head(cell)
        if ((said and not is_name) or is_unread) and is_doubtful:
            self._planned.leave(cell.place, cell.text, "看作栏目名，照表样印")

    def _unknown(self, cell: ReadCell) -> None:
        """Make a field of a value that no tag prints, by its captions; else ask, or list it."""
        planned = self._planned
        entry, is_blank = planned.entries.get(cell.place), cell.place in self._looked.blanks
        if planned.is_edited(cell.place) or self._book.money.unit_in(cell.text):
            return
        if cell.width == self._table.width:
            self._lines.heading(cell.place, cell.text)
            self._lines.labelled(cell.place, cell.text)
            if planned.is_edited(cell.place):
                return
        tag = tag_of_captions(self._captions, cell, self._book)
        if tag and planned.tags.may_print(tag, cell.text) and (is_blank or self._is_value(cell)):
            planned.tags.use(tag, cell.text)
            planned.tag(cell.place, tag)
            return
        is_furniture = entry is None or (entry.answer == "furniture" and entry.what != LABEL)
        if is_furniture and self._pair(cell) is not None:
            return
        if not is_blank and (is_furniture or not self._is_value(cell)) and self._is_told(cell):
            return
        if self._is_dash(cell) or not self._is_nameable(cell) or not self._put_field(cell):
            self._left(cell, is_blank=is_blank)

    def _is_told(self, cell: ReadCell) -> bool:
        """Tell words of the form that need no tag."""
        entry = self._planned.entries.get(cell.place)
        uses = self._looked.uses.get(cell.place, [])
        if entry is None or entry.answer == "furniture":
            return True
        return any(use.keys[-1] == "name" for use in uses) or entry.what in OF_FORM

    def _is_value(self, cell: ReadCell) -> bool:
        return self._captions.is_value(cell) and self._captions.of_row(cell) is not None

    def _is_dash(self, cell: ReadCell) -> bool:
        return bool(cell.text.strip()) and not cell.text.strip().strip(_DASHES)

    def _is_nameable(self, cell: ReadCell) -> bool:
        """Tell a cell that the form has for a value: a blank of a sum, or among headings, has none."""
        is_heading = self._captions.is_caption(cell) and not cell.text.strip()
        if is_heading or is_blank_sum(self._table, cell, self._captions, self._looked, self._book):
            return False
        is_named = self._captions.of_row(cell) is not None
        return is_named or bool(cell.text.strip() or self._looked.uses.get(cell.place))

    def _left(self, cell: ReadCell, *, is_blank: bool) -> None:
        why = "空格，不知道填什么" if is_blank else "没有读懂，也没有栏目名"
        left = Left(cell.place, cell.text, why, label_of(self._table, cell, self._book))
        said = self._ask(left) if self._ask is not None else ""
        if not (said and self._put(cell, said)):
            self._planned.left.append(left)

    def _put_field(self, cell: ReadCell) -> bool:
        """Print a cell as a field under the first of its names that is free."""
        tags = self._planned.tags
        if (pair := self._pair(cell)) is not None:
            return self._put_pair(cell, *pair)
        for name in names_of(self._captions, cell):
            if field_tag(name) and not tags.is_used(field_tag(name)):
                return self._put(cell, name)
        first = next(names_of(self._captions, cell), "")
        return bool(first) and self._put(cell, tags.numbered(first))

    def _pair(self, cell: ReadCell) -> tuple[str, str] | None:
        """Part a cell that is a label with a short value; the unit of the amounts is of the form."""
        pair = said_with_label(cell.text, self._book)
        is_one = pair is not None and "\n" not in cell.text.strip() and len(pair[1]) <= _SHORT
        return pair if is_one else None

    def _put_pair(self, cell: ReadCell, label: str, said: str) -> bool:
        """Print what stands behind a label in one cell; the label stays."""
        tags = self._planned.tags
        name = field_name(label)
        tag = tags.field(tags.numbered(name) if tags.is_used(field_tag(name)) else name, said)
        if tag:
            self._planned.tag(cell.place, tag, said)
        return bool(tag)

    def _put(self, cell: ReadCell, name: str) -> bool:
        tag = self._planned.tags.field(name, cell.text)
        if tag:
            self._planned.edits.append(Edit(cell.place, written(tag)))
        return bool(tag)
