"""Goals that have rows of their own and no indicators, as a loop: a form has as many as the unit has."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.base.chinese import numeral
from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.label_book import LabelBook
from generator.read.numbered_lines import labels_of
from generator.tables.tag_keys import tags_of, written
from generator.use.adopt.cell_parts import solid
from generator.use.adopt.goal_loops import GOAL, GOALS, GoalLoop, words_with
from generator.use.adopt.goal_row import only_goals
from generator.use.adopt.looking import Looked, Map
from generator.word.form_tags import Around, Edit, Loop

_OF_GOAL = Pattern(r"goals\[([0-9]+)\]\.\w+")
_NAME = Pattern(r"goals\.[0-9]+\.name")
_FEWEST = 2
# How a form may count its goals, and what prints the number.
_COUNTS = (("number", str), ("numeral", numeral))

_At = tuple[int, int, int, int]  # a cell in its block: row, column, width, height


class _Block(NamedTuple):
    """The rows of one goal."""

    goal: int
    first: int
    last: int


def goal_row_loops(
    looked: Looked, edits: Sequence[Edit], loops: Sequence[Loop], book: LabelBook
) -> Iterator[GoalLoop]:
    """Give a loop for each list of goals whose rows are laid out alike, and for the only goal."""
    has_only = False
    for table in looked.document.blocks:
        if not isinstance(table, ReadTable):
            continue
        own = [e for e in edits if e.place.row and _is_in(e.place, table)]
        taken = {n for o in loops if o.table == table.place for n in range(o.first, o.last)}
        for blocks in _runs(own, len(table.grid), taken):
            found = _Rows(table, own, blocks, looked.uses).found()
            if found is not None:
                yield found
        only = None if has_only else next(only_goals(table, own, taken, book), None)
        if only is not None:
            block = _Block(0, only.number, only.number + 1)
            found = _Rows(table, only.edits, (block,), looked.uses).found()
            has_only = found is not None
            if found is not None:
                yield found


def _is_in(place: DocumentPlace, table: ReadTable) -> bool:
    return (place.part, place.table) == (table.place.part, table.place.table)


def _runs(edits: Sequence[Edit], count: int, taken: set[int]) -> Iterator[list[_Block]]:
    """Give the rows of goals that follow each other from the first to the last, all as high."""
    goals: dict[int, set[int]] = {}
    for edit in edits:
        numbers = {int(m[1]) for tag in tags_of(edit.text) if (m := _OF_GOAL.fullmatch(tag))}
        goals.setdefault(edit.place.row - 1, set()).update(numbers)
    firsts: list[tuple[int, int]] = []
    for row in range(count + 1):
        own = goals.get(row, set())
        goal = next(iter(own)) if len(own) == 1 and row not in taken else -1
        is_plain = not own and row not in taken and row < count
        if firsts and (is_plain or goal == firsts[-1][0]):
            continue
        if goal == len(firsts) and goal >= 0:
            firsts.append((goal, row))
            continue
        yield from _blocks(firsts, count)
        firsts = [(goal, row)] if goal == 0 else []


def _blocks(firsts: Sequence[tuple[int, int]], end: int) -> Iterator[list[_Block]]:
    heights = {b - a for (_, a), (_, b) in pairwise(firsts)}
    if len(firsts) >= _FEWEST and len(heights) == 1:
        (height,) = heights
        if firsts[-1][1] + height <= end:
            yield [_Block(goal, row, row + height) for goal, row in firsts]


class _Rows:
    """The rows of the goals in one table."""

    def __init__(
        self,
        table: ReadTable,
        edits: Sequence[Edit],
        blocks: Sequence[_Block],
        uses: Map,
    ) -> None:
        self._table, self._blocks, self._uses = table, blocks, uses
        self._labels = {label.place for label in labels_of(table)}
        self._edits: dict[DocumentPlace, list[Edit]] = {}
        for edit in edits:
            self._edits.setdefault(edit.place, []).append(edit)

    def found(self) -> GoalLoop | None:
        """Return the loop, where the cells of all goals print the same."""
        first, *others = (dict(self._cells(block)) for block in self._blocks)
        if any(other.keys() != first.keys() for other in others):
            return None
        edits: list[Edit] = []
        for at, (cell, words, own) in first.items():
            same = [other[at][1] for other in others]
            cells = (cell, *(other[at][0] for other in others))
            if all(said == words for said in same):
                edits += own
            elif all(map(self._is_name, cells)):
                edits.append(Edit(cell.place, written(f"{GOAL}.name")))
            elif (counted := self._counted(cell, [words, *same], own)) is not None:
                edits += counted
            else:
                return None
        start, block = self._blocks[0].first, self._blocks[0]
        label = self._label()
        if label is not None and label.place in self._edits:
            return None
        if label is not None:
            words = label.text.rstrip()
            edits.append(Edit(label.place, f"{words}{{{{ {GOAL}.block|merge }}}}"))
        around = Around(GOALS, GOAL, block.last - start, 0, self._blocks[-1].last)
        loop = Loop(self._table.place, block.last, block.last, GOALS, (), around=around)
        return GoalLoop(loop, tuple(edits), ())

    def _is_name(self, cell: ReadCell) -> bool:
        """Tell a cell that says what a goal is called, in a column of names."""
        is_label = cell.place in self._edits or cell.place in self._labels
        return not is_label and any(
            _NAME.fullmatch(".".join(map(str, use.keys)))
            and solid(str(use.value)) == solid(cell.text)
            for use in self._uses.get(cell.place, ())
        )

    def _label(self) -> ReadCell | None:
        """Return the label that begins with the first goal and reaches over all of them."""
        first, last = self._blocks[0].first, self._blocks[-1].last
        found = (c for c in self._table.cells(first) if c.row == first)
        return next((c for c in found if c.row + c.height == last and c.height > 1), None)

    def _cells(self, block: _Block) -> Iterator[tuple[_At, tuple[ReadCell, str, tuple[Edit, ...]]]]:
        """Give the cells of a goal: where they stand, what they will say, and what is put into them."""
        label = self._label()
        for row in range(block.first, block.last):
            for cell in self._table.cells(row):
                if cell.row != row or cell is label:
                    continue
                edits = tuple(
                    edit._replace(text=edit.text.replace(f"{GOALS}[{block.goal}].", f"{GOAL}."))
                    for edit in self._edits.get(cell.place, ())
                )
                at = (row - block.first, cell.column, cell.width, cell.height)
                yield at, (cell, words_with(cell, edits), edits)

    def _counted(
        self, cell: ReadCell, words: Sequence[str], edits: Sequence[Edit]
    ) -> tuple[Edit, ...] | None:
        """Return what is put into a cell that says the same for all goals but their number."""
        for name, write in _COUNTS:
            said = [write(block.goal + 1) for block in self._blocks]
            at = next((n for n in _places(words[0], said[0]) if _agree(words, said, n)), None)
            if at is not None:
                count = words[0].count(said[0], 0, at)
                text = _numbered(cell.text, said[0], count, written(f"{GOAL}.{name}"))
                return (Edit(cell.place, _filled(text, edits)),)
        return None


def _filled(text: str, edits: Sequence[Edit]) -> str:
    """Return the words of a cell with what is put into it."""
    for edit in edits:
        text = text.replace(edit.old, edit.text, 1) if edit.old else f"{text.rstrip()}{edit.text}"
    return text


def _places(text: str, word: str) -> Iterator[int]:
    """Give the places of a word before the first tag."""
    end = text.find("{{") if "{{" in text else len(text)
    at = text.find(word, 0, end)
    while at >= 0:
        yield at
        at = text.find(word, at + 1, end)


def _agree(words: Sequence[str], said: Sequence[str], at: int) -> bool:
    """Tell words that are the same but for a number at one place."""
    head, tail = words[0][:at], words[0][at + len(said[0]) :]
    return all(own == f"{head}{number}{tail}" for own, number in zip(words, said, strict=True))


def _numbered(text: str, number: str, count: int, tag: str) -> str:
    """Put a tag in the place of a number, of which so many stand before it."""
    at = -1
    for _ in range(count + 1):
        at = text.find(number, at + 1)
    return f"{text[:at]}{tag}{text[at + len(number) :]}"
