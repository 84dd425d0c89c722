"""Boxes to tick in a form: which options belong together, and the tags that print their marks."""

import itertools
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.base.document_place import DocumentPlace
from generator.base.json_shape import JsonObject
from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.label_book import LabelBook
from generator.read.option_line import Box, OptionReader
from generator.read.printed_values import one_line, squeezed
from generator.read.reading_map import Use
from generator.tables.tag_keys import (
    FIELDS,
    field_name,
    field_tag,
    option_tag,
    option_test,
    tag_of,
    written,
)
from generator.use.adopt.captions import Captions
from generator.use.adopt.cell_labels import header_of, label_of, name_of
from generator.use.adopt.left import Left
from generator.use.adopt.value_names import names_of
from generator.word.form_tags import Edit

NO_LABEL = "可以勾选的框，没有栏目名"
ALONE = "单独的一个框，不知道和哪些选项是一组"
BEHIND = "选项后面写的字照表样印"
GRADE = "form.grade"
_LONGEST_NAME = 40
_BELOW = "·说明"
_BRACKETS = "（("  # a remark to an option: 优（90分以上）


class Chosen(NamedTuple):
    """A choice that only this form has."""

    name: str
    title: str
    options: tuple[str, ...]
    several: bool
    ticked: str
    unticked: str

    def as_data(self) -> JsonObject:
        """Declare it."""
        title = {"title": self.title} if self.title != self.name else {}
        several = {"several": True} if self.several else {}
        marks = {"ticked": self.ticked, "unticked": self.unticked}
        options = list(self.options)
        return {"key": self.name, **title, "kind": "choice", "options": options, **several, **marks}


class PlacedBox(NamedTuple):
    """A box, and the cell or line that it stands in."""

    place: DocumentPlace
    text: str
    box: Box
    is_bare: bool = False  # the mark is all that the cell says


class Choices:
    """Finds the choices of a form, and makes their tags."""

    def __init__(
        self, book: LabelBook, uses: Mapping[DocumentPlace, list[Use]], names: dict[str, None]
    ) -> None:
        self._book, self._uses = book, uses
        self._names = names  # of all fields of the form's own, in its order
        self._reader = OptionReader(book.phrases)
        self.found: dict[str, Chosen] = {}
        self.edits: list[Edit] = []
        self.left: list[Left] = []
        self._done: set[DocumentPlace] = set()
        self.captions: Captions | None = None  # of the table that is open
        self._by_test: set[str] = set()  # tags whose value is compared with each option

    def prints(self, use: Use) -> bool:
        """Tell whether boxes print a value."""
        is_own = len(use.keys) == 2 and use.keys[0] == FIELDS
        if is_own and field_name(str(use.keys[1])) in self.found:
            return True
        return tag_of(use.keys) in self._by_test

    def line(self, place: DocumentPlace, text: str, *labels: str) -> bool:
        """Tag the boxes of a text; tell whether it has any choices. ``labels`` stand around it."""
        groups = [g for g in self._reader.groups(text) if g.is_choice]
        for group in reversed(groups):  # what stands before a box must still be what it was
            boxes = [PlacedBox(place, text, box) for box in group.boxes]
            self._choice((group.label,) if group.label else labels, boxes)
        return bool(groups)

    def row(self, table: ReadTable, number: int) -> None:
        """Tag the boxes of a row whose options have a cell each."""
        own = [cell for cell in table.cells(number) if cell.row == number]
        run: list[PlacedBox] = []
        first: ReadCell | None = None
        for cell in (*own, None):
            box = None if cell is None else self._box_of(table, cell)
            if cell is not None and box is not None:
                first = cell if first is None else first
                run.append(box)
                continue
            if first is not None:
                self._run(table, first, run)
            first, run = None, []

    def cell(self, table: ReadTable, cell: ReadCell) -> bool:
        """Tag the boxes of a cell; tell whether they are all that is to be said of it."""
        if cell.place in self._done:
            return True
        groups = self._reader.groups(cell.text)
        if not groups:
            return False
        if self.line(cell.place, cell.text, *self._labels(table, cell)):
            return True
        if groups[0].boxes[0].option:
            self.left.append(Left(cell.place, cell.text, ALONE, name_of(table, cell, self._book)))
        return False

    def _box_of(self, table: ReadTable, cell: ReadCell) -> PlacedBox | None:
        """Return the only box of a cell: before its option, or below it as the head of a column."""
        groups = self._reader.groups(cell.text)
        boxes = [box for group in groups for box in group.boxes]
        if len(boxes) == 1 and not groups[0].label and boxes[0].option:
            return PlacedBox(cell.place, cell.text, boxes[0])
        phrases = self._book.phrases
        signs = ("", *phrases.words("tick"), *phrases.words("box"))
        if squeezed(cell.text) not in signs:
            return None
        for row in range(cell.row - 1, -1, -1):
            above = table.at(row, cell.column)
            if above is None or (above.column, above.width) != (cell.column, cell.width):
                return None
            said = squeezed(above.text)
            if said in phrases.words("answer"):
                mark = cell.text.strip()
                box = Box(0, 0, mark, said, mark in phrases.words("tick"))
                return PlacedBox(cell.place, cell.text, box, is_bare=True)
            if said not in signs:
                return None
        return None

    def _run(self, table: ReadTable, first: ReadCell, run: Sequence[PlacedBox]) -> None:
        options = [one.box.option for one in run]
        if len(run) < 2 or len({*options}) < len(options):
            return
        question = self._question(table, first) if run[0].is_bare else ""
        labels = (question,) if question else self._labels(table, first)
        if self._choice(labels, run):
            self._done |= {one.place for one in run}

    def _labels(self, table: ReadTable, cell: ReadCell) -> tuple[str, ...]:
        """Return what a choice may be called: by its row, else by its column, or by both."""
        own = list(names_of(self.captions, cell)) if self.captions is not None else []
        row = self.captions.of_row(cell) if self.captions is not None else None
        if own and row is not None and field_name(row.text) == own[0]:
            own[0] = row.text  # with its remark: 可多选
        if own:
            return tuple(own)
        of_row, of_column = label_of(table, cell, self._book), header_of(table, cell, self._book)
        return (of_row or of_column, name_of(table, cell, self._book))

    def _question(self, table: ReadTable, cell: ReadCell) -> str:
        """Return the words left of a row of ticks, long as they may be."""
        lefts = (table.at(cell.row, column) for column in range(cell.column - 1, -1, -1))
        said = (one_line(left.text) for left in lefts if left is not None and left.text.strip())
        return next((text for text in said if not squeezed(text).isdigit()), "")

    def _choice(self, labels: Sequence[str], boxes: Sequence[PlacedBox]) -> bool:
        """Declare a choice, or find the tag that prints it already; tell whether there is one."""
        place = boxes[0].place
        label = next(iter(labels), "")
        known = self._known(place, boxes) or self._of_grade(label, boxes)
        title = one_line(label).strip("：: ")[:_LONGEST_NAME]
        name = self._free([field_name(one) for one in labels]) if not known else ""
        options = [field_name(one.box.option) for one in boxes]
        if not (known or name) or "" in options or len({*options}) < len(options):
            self.left.append(Left(place, boxes[0].text, NO_LABEL, label))
            return False
        ticked, unticked = self._marks(boxes)
        if known:
            self._by_test.add(known)
        if name:
            several = self._reader.has_several(label) or sum(b.box.is_ticked for b in boxes) > 1
            self._names.setdefault(name)
            self.found[name] = Chosen(name, title, tuple(options), several, ticked, unticked)
        for one, option in zip(reversed(boxes), reversed(options), strict=True):
            tag = (
                option_test(known, option, ticked, unticked)
                if known
                else written(option_tag(name, option))
            )
            self.edits.append(
                Edit(one.place, tag)
                if one.is_bare
                else Edit(one.place, tag, one.box.mark, one.text[: one.box.start], is_mark=True)
            )
            if one.box.rest and one.box.rest[0] not in _BRACKETS:
                self._behind(one, "" if known else title)
        return True

    def _behind(self, one: PlacedBox, title: str) -> None:
        """Make a field of what is written below the options in their cell; list other words."""
        below = one.text[one.box.end :].partition("\n")[2].strip()
        name = field_name(f"{title}{_BELOW}")
        is_below = below and "".join(below.split()).startswith("".join(one.box.rest.split()))
        if not is_below or not title or name in self._names:
            self.left.append(Left(one.place, one.box.rest, BEHIND, one.box.option))
            return
        self._names.setdefault(name)
        self.edits.append(Edit(one.place, written(field_tag(name)), below))

    def _marks(self, boxes: Sequence[PlacedBox]) -> tuple[str, str]:
        if not boxes[0].is_bare:
            return self._reader.marks_of([one.box for one in boxes])
        ticks = [one.box.mark for one in boxes if one.box.is_ticked]
        blanks = [one.box.mark for one in boxes if not one.box.is_ticked]
        if blanks and blanks[0]:
            return self._reader.marks_of([one.box for one in boxes])
        return (ticks[0] if ticks else self._reader.usual_tick), ""

    def _known(self, place: DocumentPlace, boxes: Sequence[PlacedBox]) -> str:
        """Return the tag of a value that is no field of the form's own, such as the grade."""
        uses = self._uses.get(place, [])
        tag = next((tag_of(u.keys) for u in uses if u.keys[0] != FIELDS and tag_of(u.keys)), "")
        words = self._book.phrases.words("grade-word")
        if tag == GRADE and not any(b.box.option in words for b in boxes):
            self._by_test.add(tag)
            return ""  # no grade that is worked out is called so: A 优秀
        return tag

    def _of_grade(self, label: str, boxes: Sequence[PlacedBox]) -> str:
        """Return the tag of the grade, where that is what is ticked: its options are grades."""
        words = self._book.phrases.words("grade-word")
        is_grade = self._book.role(label) == "grade" and all(b.box.option in words for b in boxes)
        return GRADE if is_grade else ""

    def _free(self, names: Sequence[str]) -> str:
        """Return the first name that is not taken; where all are, a number tells them apart."""
        named = [name[:_LONGEST_NAME] for name in names if name]
        numbered = (f"{named[0]}{count}" for count in itertools.count(2)) if named else ()
        return next((n for n in itertools.chain(named, numbered) if n not in self.found), "")
