"""What becomes of a form: tags for its cells and lines, loops for its rows of indicators, and what is left."""

from collections.abc import Mapping
from itertools import chain
from typing import NamedTuple

from generator.model.foreign_document import ReadParagraph, ReadTable
from generator.read.columns import BandRead
from generator.read.form_subject import form_subject
from generator.read.label_book import LabelBook
from generator.use.adopt.block_loops import columns_of, find_loop, own_columns
from generator.use.adopt.breakdown_rows import breakdown_rows
from generator.use.adopt.captions import Captions
from generator.use.adopt.choices import Chosen
from generator.use.adopt.form_lines import LinePlanner
from generator.use.adopt.free_list import FreeList
from generator.use.adopt.goal_loops import GoalLoop, goal_loop
from generator.use.adopt.goal_row_loops import goal_row_loops
from generator.use.adopt.indicator_blocks import Blocks
from generator.use.adopt.left import Left
from generator.use.adopt.lists import Lists
from generator.use.adopt.looking import Looked
from generator.use.adopt.one_office import fixed_cells, vanished_cells
from generator.use.adopt.planned import Planned
from generator.use.adopt.printed_cells import classes_of
from generator.use.adopt.prose import find_prose
from generator.use.adopt.source_rows import SourceRows, source_rows
from generator.use.adopt.split_cells import open_splits
from generator.use.adopt.subtotal_rows import BELOW_ALL, BELOW_GOAL, sums_below
from generator.use.adopt.tagged_cells import Ask, CellPlanner
from generator.word.form_tags import Edit, Loop
from generator.word.prose_tags import Prose
from generator.word.reading.reading_grid import is_nested


class Plan(NamedTuple):
    """What is to be done with a form."""

    edits: tuple[Edit, ...]
    loops: tuple[Loop, ...]
    left: tuple[Left, ...]
    fields: tuple[str, ...]  # names of fields that no form but this one has
    columns: Mapping[str, bool]  # and of columns of its indicators, with whether they merge
    prose: Prose | None = None
    choices: tuple[Chosen, ...] = ()
    lists: tuple[FreeList, ...] = ()
    sources: SourceRows | None = None  # rows of sources that a loop prints
    breakdown: SourceRows | None = None  # lists of the money side by side that a loop prints

    @property
    def cells(self) -> tuple[Edit, ...]:
        """Return what single cells print, those of the money that a loop prints included."""
        looped = (own.edits for own in (self.sources, self.breakdown) if own is not None)
        return (*self.edits, *chain.from_iterable(looped))


def make_plan(
    looked: Looked, book: LabelBook, ask: Ask | None = None, *, has_prose: bool = True
) -> Plan:
    """Plan the tags of a form; what is not known is asked, or else listed."""
    prose = find_prose(looked.document, form_subject(looked.draft)) if has_prose else None
    planned = Planned(looked, book)
    lines = LinePlanner(planned, frozenset(prose.lines) if prose is not None else frozenset())
    tables = _Tables(planned, lines, ask)
    for block in looked.document.blocks:
        if isinstance(block, ReadParagraph):
            lines.paragraph(block)
        else:
            tables.table(block)
    for paragraph in looked.document.aside:
        lines.aside(paragraph)
    choices = planned.choices
    plan = Plan(
        (*choices.edits, *planned.edits),  # boxes know what stood before them
        tuple(planned.loops),
        (*planned.left, *choices.left),
        tuple(planned.tags.fields),
        planned.columns,
        prose,
        tuple(choices.found.values()),
        tuple(planned.lists),
    )
    plan = _over_goals(looked, plan, book)
    sources = source_rows(looked, plan.edits, plan.loops)
    plan = _without(plan, sources)._replace(sources=sources)
    breakdown = breakdown_rows(looked, plan.edits, plan.loops)
    return _without(plan, breakdown)._replace(breakdown=breakdown)


def _over_goals(looked: Looked, plan: Plan, book: LabelBook) -> Plan:
    """Let one loop print the blocks of all goals, where they are laid out alike, or have a row each."""
    found = goal_loop(looked, plan.edits, plan.loops)
    plan = plan if found is None else _in_loop(plan, found)
    for own in goal_row_loops(looked, plan.edits, plan.loops, book):
        plan = _in_loop(plan, own)
    return plan


def _in_loop(plan: Plan, found: GoalLoop) -> Plan:
    """Let a loop print the rows of the goals; what was planned for their cells is not needed."""
    kept = tuple(edit for edit in plan.edits if not found.holds(edit.place))
    return plan._replace(
        edits=(*kept, *found.edits),
        loops=(*(own for own in plan.loops if own not in found.gone), found.loop),
        left=tuple(left for left in plan.left if not found.holds(left.place)),
    )


def _without(plan: Plan, looped: SourceRows | None) -> Plan:
    """Let a loop print rows of the money; what was planned for their cells is not needed."""
    if looped is None:
        return plan
    return plan._replace(
        edits=tuple(edit for edit in plan.edits if not looped.holds(edit.place)),
        loops=(*plan.loops, looped.loop),
        left=tuple(left for left in plan.left if not looped.holds(left.place)),
        fields=tuple(name for name in plan.fields if name not in looped.fields),
    )


class _Tables:
    def __init__(self, planned: Planned, lines: LinePlanner, ask: Ask | None) -> None:
        self._planned, self._lines, self._ask = planned, lines, ask
        self._looked = planned.looked
        self._blocks = Blocks(planned.looked)

    def table(self, table: ReadTable) -> None:
        """Tag the cells of a table; rows of indicators and of lists become loops."""
        planned = self._planned
        planned.is_of_another = self._of_another(table)
        if planned.is_of_another:
            why = "这张表是另一个项目的，照表样印；请另存成一个文件，单独做一份"
            planned.leave(table.place, "", why)
            return
        before = planned.count
        captions = Captions(table, planned.book, self._blocks.bands_of(table))
        planned.choices.captions = captions
        cells = CellPlanner(planned, self._lines, self._ask, table, captions)
        inside = self._loops(table)
        inside |= self._lists(table, captions, inside)
        planned.edits += [Edit(*split) for split in open_splits(table, planned.book).items()]
        for number in range(len(table.grid)):
            if number in inside:
                continue
            planned.choices.row(table, number)
            for cell in table.cells(number):
                if cell.row == number and not planned.is_edited(cell.place):
                    cells.cell(cell)
        if planned.count == before and is_nested(table.place):
            why = "表格里的表格，没有认出要填的栏目，照表样印"
            planned.leave(table.place, "", why)
            return
        self._prove(table, captions, inside)

    def _prove(self, table: ReadTable, captions: Captions, inside: set[int]) -> None:
        """Tell what would come out alike for every office, and what would be gone from a blank form."""
        planned = self._planned
        rows = {cell.place for n in inside for cell in table.cells(n)}
        heads = {
            cell.place
            for band in self._blocks.bands_of(table)
            for n in range(max(band.place.row - 1, 0), min(band.span[1], len(table.grid)))
            for cell in table.cells(n)
        }
        edits = (*planned.edits, *planned.choices.edits)
        told = {left.place for left in (*planned.left, *planned.choices.left)}
        done = frozenset({edit.place for edit in edits} | told | rows | heads)
        planned.left += fixed_cells(table, captions, done, planned.book)
        whole = frozenset(e.place for e in edits if not e.old and not e.after)
        planned.left += vanished_cells(table, whole, planned.book)

    def _loops(self, table: ReadTable) -> set[int]:
        inside: set[int] = set()
        for band in self._blocks.bands_of(table):
            loop = find_loop(table, band, classes_of(self._looked, band))
            if loop is None:
                continue
            over = self._blocks.over(band, loop.over)
            if not over:
                why = "又一块指标，和前一块分不出是哪些行，没有放标签"
                self._planned.leave(table.grid[loop.first][0].place, "", why)
                continue
            self._planned.loops.append(loop._replace(over=over))
            self._planned.columns |= own_columns(table, band)
            inside |= set(range(loop.first, loop.last))
            self._sums_below(table, band)
        return inside

    def _sums_below(self, table: ReadTable, band: BandRead) -> None:
        """Tag the row that adds up all indicators, or those of a goal."""
        columns = columns_of(band, table)
        is_of_goal = band.within[:1] == ("goals",)
        tags = BELOW_GOAL if is_of_goal else BELOW_ALL
        for row in sums_below(band):
            for cell in table.cells(row):
                if cell.row == row and (tag := tags.get(columns.get(cell.column, ""))):
                    self._planned.tag(cell.place, tag.format(*band.within[1:]))

    def _lists(self, table: ReadTable, captions: Captions, inside: set[int]) -> set[int]:
        """Make loops of the lists whose rows each office has its own."""
        rows: set[int] = set()
        for found in Lists(table, captions, self._looked, self._planned.book).find(inside):
            if any(known.name == found.declared.name for known in self._planned.lists):
                continue
            self._planned.lists.append(found.declared)
            self._planned.loops.append(found.loop)
            rows |= set(range(found.loop.first, found.loop.last))
        return rows

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
