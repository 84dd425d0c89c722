"""What becomes of a form: tags for its cells and lines, loops for its rows of indicators, and what is left."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from generator.base.document_place import DocumentPlace
from generator.model.reading import ReadCell, ReadParagraph, ReadTable
from generator.read.answers import Entry
from generator.read.cell_kinds import numbered_goal
from generator.read.form_subject import form_subject
from generator.read.label_book import LabelBook
from generator.read.reading_map import Use
from generator.tables.fields import FUND_ROW
from generator.tables.tags import field_tag, tag_of, written
from generator.use.adopt.beside import header_of, label_of, name_of
from generator.use.adopt.blocks import Blocks
from generator.use.adopt.choices import Choices, Chosen
from generator.use.adopt.chosen_tags import ChosenTags
from generator.use.adopt.headings import LINE, TITLE, Headings
from generator.use.adopt.left import Left
from generator.use.adopt.looking import Looked
from generator.use.adopt.loops import find_loop, own_columns
from generator.use.adopt.parts import is_in_label, is_inner, part_of, shown
from generator.use.adopt.prose import find_prose
from generator.word.prose_tags import Prose
from generator.word.reading.grid import is_nested
from generator.word.tagging import Edit, Loop

_OF_FORM = frozenset(("title", "class", "block", "class points", "name", "line"))
_OF_SOURCES = frozenset(("weight", "score", "rate"))
_POINTS = frozenset(("weight", "score"))
_GRADE = ("stated", "grade")
_YEAR = "年"
_CONSTANT = "of the form"

Ask = Callable[[Left], str]


class Plan(NamedTuple):
    """What is to be done with a form."""

    edits: tuple[Edit, ...]
    loops: tuple[Loop, ...]
    left: tuple[Left, ...]
    fields: tuple[str, ...]  # names of fields that no form but this one has
    columns: tuple[str, ...]  # and of columns of its indicators
    prose: Prose | None = None
    choices: tuple[Chosen, ...] = ()


def make_plan(
    looked: Looked, book: LabelBook, ask: Ask | None = None, *, has_prose: bool = True
) -> Plan:
    """Plan the tags of a form; what is not known is asked, or else listed."""
    prose = find_prose(looked.document, form_subject(looked.draft)) if has_prose else None
    planner = _Planner(looked, book, ask, prose)
    for block in looked.document.blocks:
        if isinstance(block, ReadParagraph):
            planner.paragraph(block)
        else:
            planner.table(block)
    for paragraph in looked.document.aside:
        planner.aside(paragraph)
    choices = planner.choices
    return Plan(
        (*choices.edits, *planner.edits),  # a box is found by all that stands before it
        tuple(planner.loops),
        (*planner.left, *choices.left),
        tuple(planner.fields),
        tuple(planner.columns),
        planner.prose,
        tuple(choices.found.values()),
    )


class _Planner:
    def __init__(
        self, looked: Looked, book: LabelBook, ask: Ask | None, prose: Prose | None
    ) -> None:
        self._looked, self._book, self._ask = looked, book, ask
        self._entries: Mapping[DocumentPlace, Entry] = {
            entry.place: entry for account in looked.full.accounts for entry in account.entries
        }
        self._blocks = Blocks(looked)
        self._tags = ChosenTags()
        self.choices = Choices(book, looked.uses, self._tags.fields)
        self.prose = prose
        self._of_prose = frozenset(self.prose.lines) if self.prose is not None else frozenset()
        self.edits: list[Edit] = []
        self._headings = Headings(looked, self.edits)
        self.loops: list[Loop] = []
        self.left: list[Left] = []
        self.columns: dict[str, None] = {}

    def paragraph(self, paragraph: ReadParagraph) -> None:
        """Tag a line: the values in it, the names and the year of a title, its gaps."""
        place, text = paragraph.place, paragraph.text
        if place in self._of_prose:
            return
        before = len(self.edits)
        is_choice = self.choices.line(place, text)
        self._gaps(place)
        self._values_in(place, text)
        self._headings.tag(place, text)
        if len(self.edits) == before and not is_choice:
            self._list_line(paragraph)

    def _values_in(self, place: DocumentPlace, text: str) -> None:
        """Tag the values inside a line that its boxes do not print."""
        for use in self._looked.uses.get(place, []):
            old = "" if self.choices.prints(use) else part_of(text, use.value)
            if old and (tag := self._tags.of_use(use, old)):
                self.edits.append(Edit(place, written(tag), old))

    def aside(self, paragraph: ReadParagraph) -> None:
        """List what stands beside the text and may be of one unit or year: it is printed as it is."""
        entry = self._entries.get(paragraph.place)
        if paragraph.text.strip() and (entry is None or entry.answer != "furniture"):
            why = "页眉、页脚、文本框和注照表样印，里面没有标签"
            self.left.append(Left(paragraph.place, paragraph.text, why))

    def _list_line(self, paragraph: ReadParagraph) -> None:
        """List a line that says something of the unit and got no tag."""
        entry = self._entries.get(paragraph.place)
        if entry is None or entry.answer == "furniture" or entry.what in _OF_FORM:
            return
        why = "叙述的文字，没有标签" if entry.answer == "used" else entry.what
        self.left.append(Left(paragraph.place, paragraph.text, why))

    def _gaps(self, place: DocumentPlace) -> None:
        """Tag the blanks behind labels in a line."""
        uses = self._looked.gap_uses.get(place, [])
        for gap in self._looked.gaps.get(place, ()):
            use = next((u for u in uses if gap.specimen in shown(u.value)), None)
            tag = "form.year" if gap.is_year else self._tags.of_use(use, "") if use else ""
            if tag and not (gap.old or gap.after):  # a title that begins with 年度
                tally = self._looked.full.tally
                is_head = tally.uses.get(place) in (TITLE, LINE)
                if not is_head and place not in tally.furniture:
                    continue
                self.edits.append(Edit(place, f"{written(tag)}{_YEAR}", _YEAR))
            elif tag:
                self.edits.append(Edit(place, written(tag), gap.old, gap.after))
            elif gap.after.strip():
                self.left.append(Left(place, gap.after, "空着的地方，不知道填什么", gap.after))

    def table(self, table: ReadTable) -> None:
        """Tag the cells of a table; rows of indicators become loops."""
        if self._of_another(table):
            why = "这张表是另一个项目的，照表样印；请另存成一个文件，单独做一份"
            self.left.append(Left(table.place, "", why))
            return
        before = self._count
        inside = self._loops(table)
        for number in range(len(table.grid)):
            if number in inside:
                continue
            self.choices.row(table, number)
            for cell in table.cells(number):
                if cell.row == number:
                    self._cell(cell, table)

        if self._count == before and is_nested(table.place):
            why = "表格里的表格，没有认出要填的栏目，照表样印"
            self.left.append(Left(table.place, "", why))

    @property
    def _count(self) -> int:
        """Count what was tagged or told so far."""
        choices = self.choices
        lists = (self.edits, self.loops, self.left, choices.edits, choices.left)
        return sum(len(own) for own in lists)

    def _loops(self, table: ReadTable) -> set[int]:
        inside: set[int] = set()
        for band in self._blocks.bands_of(table):
            loop = find_loop(table, band)
            if loop is None:
                continue
            over = self._blocks.over(band, loop.over)
            if not over:
                why = "又一块指标，和前一块分不出是哪些行，没有放标签"
                self.left.append(Left(table.grid[loop.first][0].place, "", why))
                continue
            self.loops.append(loop._replace(over=over))
            self.columns |= dict.fromkeys(own_columns(band))
            inside |= set(range(loop.first, loop.last))
        return inside

    def _of_another(self, table: ReadTable) -> bool:
        """Tell the table of another project, which has a template of its own."""
        own = self._looked.subject
        at = table.place
        found = [
            sum((p.part, p.table) == (at.part, at.table) for p in subject.places.values())
            for subject in self._looked.full.subjects
            if subject is not own
        ]
        mine = 0 if own is None else sum(p.table == at.table for p in own.places.values())
        return max(found, default=0) > mine

    def _cell(self, cell: ReadCell, table: ReadTable) -> None:
        if self.choices.cell(table, cell):
            self._gaps(cell.place)
            self._values_in(cell.place, cell.text)
            return
        known = [
            (use, tag)
            for use in self._looked.uses.get(cell.place, [])
            if (tag := self._known(use, cell, table))
        ]
        self._gaps(cell.place)
        if any(tag == _CONSTANT for _, tag in known) or self._of_source(cell, table) == _CONSTANT:
            return
        if not known:
            self._unknown(cell, table)
            return
        label = label_of(table, cell, self._book)
        inner = self._inner(cell, [use for use, _ in known])
        if inner is None or cell.place in self._looked.blanks:
            use, wanted = known[0]
            if tag := self._tags.choose(use, wanted, cell.text, label):
                self.edits.append(Edit(cell.place, written(tag)))
            return
        for old, use in inner.items():
            wanted = next(tag for own, tag in known if own is use)
            if tag := self._tags.choose(use, wanted, old, label):
                self.edits.append(Edit(cell.place, written(tag), old))

    def _known(self, use: Use, cell: ReadCell, table: ReadTable) -> str:
        """Return the tag that prints a use of a cell; a label that names a row is of the form."""
        is_goal = use.keys[:1] == ("goals",) and use.keys[-1] == "name"
        if is_goal and numbered_goal(cell.text):
            return ""
        if use.keys == _GRADE and cell.place in self._looked.blanks:
            beside = (label_of(table, cell, self._book), header_of(table, cell, self._book))
            if not any(self._book.role(text) == "grade" for text in beside):
                return ""
        return self._of_source(cell, table) or tag_of(use.keys)

    def _of_source(self, cell: ReadCell, table: ReadTable) -> str:
        """Return the tag of points or rate of a source of money; nothing for any other cell."""
        role = self._book.role(header_of(table, cell, self._book))
        if role not in _OF_SOURCES or self._looked.subject is None:
            return ""
        at = cell.place
        for keys, place in self._looked.subject.places.items():
            is_source = keys[:2] == ("funds", "sources") and keys[-1] == "name"
            if is_source and (place.table, place.row) == (at.table, at.row):
                is_of_form = bool(cell.text.strip()) and cell.place in self._looked.blanks
                if is_of_form and role in _POINTS:
                    return _CONSTANT  # a dash: the form gives no points to a source
                return f"rows.funds[{keys[2]}].{role}" if role in FUND_ROW else ""
        return ""

    def _inner(self, cell: ReadCell, uses: list[Use]) -> dict[str, Use] | None:
        """Return the words inside a cell that are values; ``None`` when all of it is one."""
        found: dict[str, Use] = {}
        is_label = False
        for use in uses:
            old = part_of(cell.text, use.value)
            if old and is_inner(cell.text, old):
                found.setdefault(old, use)
            is_label = is_label or is_in_label(cell.text, use.value)
        return found if found or is_label else None

    def _unknown(self, cell: ReadCell, table: ReadTable) -> None:
        """Make a field of a value that no tag prints, by its labels; else ask, or list it."""
        entry, is_blank = self._entries.get(cell.place), cell.place in self._looked.blanks
        uses = self._looked.uses.get(cell.place, [])
        if any(edit.place == cell.place for edit in self.edits):
            return
        if cell.width == table.width:
            self._headings.tag(cell.place, cell.text)
        if not is_blank and (entry is None or entry.answer == "furniture"):
            return
        if any(use.keys[-1] == "name" for use in uses) or (
            entry is not None and not is_blank and entry.what in _OF_FORM
        ):
            return
        name = name_of(table, cell, self._book) if uses or not is_blank else ""
        if not (is_blank or uses or label_of(table, cell, self._book)):
            name = ""  # words that nothing stands before are a label themselves
        if name and not self._tags.is_used(field_tag(name)) and self._put_field(cell, name):
            return
        why = "空格，不知道填什么" if is_blank else "没有读懂，也没有栏目名"
        left = Left(cell.place, cell.text, why, label_of(table, cell, self._book))
        said = self._ask(left) if self._ask is not None else ""
        if not (said and self._put_field(cell, said)):
            self.left.append(left)

    def _put_field(self, cell: ReadCell, name: str) -> bool:
        tag = self._tags.field(name, cell.text)
        if tag:
            self.edits.append(Edit(cell.place, written(tag)))
        return bool(tag)

    @property
    def fields(self) -> dict[str, None]:
        """Return the names of the fields that only this form has."""
        return self._tags.fields
