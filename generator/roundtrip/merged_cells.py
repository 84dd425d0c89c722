"""Cells merged from above to below, once rows came and went: as the new version has them, or a person.

A cell that nobody but us merged is merged as it is now. What a person merged stays whole: a new row
between its cells joins it when nothing is written in its cell, otherwise the merge is torn and that
is told.
"""

import itertools
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from generator.roundtrip.text_alignment import Alignment
from generator.word.edited.edited_story import Grid, Node, Slot
from generator.word.edited.removal import mend_merges, set_merge
from generator.word.edited.story_reading import read_grid
from generator.word.xml import Element

BEGINS, GOES_ON, ALONE = "restart", "continue", ""


class MergedCells:
    """The merges of a text as a person has them, before anything is changed."""

    def __init__(self, theirs: Alignment, now: Mapping[Node, Node]) -> None:
        self._grids = list({id(grid): grid for _, grid in theirs.grids}.values())
        # How cells are merged now that the person left as they were.
        self._ours: dict[Element, str] = {}
        for slot, own in theirs.slots:
            new = now.get(slot)
            if isinstance(new, Slot) and slot.merge == own.merge:
                self._ours.setdefault(own.element, new.merge)

    def settle(self) -> Iterator[list[Slot]]:
        """Merge the cells of every table in which anything came, went or is merged otherwise.

        Gives for every such table the first cell of each merge of the person's that is torn.
        """
        for grid in self._grids:
            if grid.element.getparent() is not None:
                yield from self._settle(grid)

    def _settle(self, grid: Grid) -> Iterator[list[Slot]]:
        was = {slot.element: slot.merge for line in grid.lines for slot in line.slots}
        fresh = read_grid(grid.element, grid.place)
        is_same = [x.element for x in fresh.lines] == [x.element for x in grid.lines]
        if is_same and all(self._ours.get(cell, merge) == merge for cell, merge in was.items()):
            return
        slots = [slot for line in fresh.lines for slot in line.slots]
        states = {
            slot.element: self._ours.get(slot.element, was.get(slot.element, slot.merge))
            for slot in slots
        }
        merges = list(_merges(grid))
        homes = {slot.element: number for number, run in enumerate(merges) for slot in run}
        stacks = list(_stacks(fresh))
        for stack in stacks:
            _join(stack, states, homes, self._ours)
            _mend(stack, states, homes)
        for slot in slots:
            if states[slot.element] != slot.merge:
                set_merge(slot.element, states[slot.element])
        mend_merges(grid.element)
        yield list(self._torn(merges, stacks, states))

    def _torn(
        self,
        merges: Iterable[Sequence[Slot]],
        stacks: Iterable[Sequence[Slot]],
        states: Mapping[Element, str],
    ) -> Iterator[Slot]:
        """Give the first cell of every merge of a person's that is not one any more."""
        heads: dict[Element, Element] = {}
        for stack in stacks:
            for slot in stack:
                if states[slot.element] != GOES_ON:
                    head = slot.element
                heads[slot.element] = head
        for run in merges:
            left = [slot for slot in run if slot.element in heads]
            if any(
                heads[above.element] != heads[below.element]
                and not (above.element in self._ours and below.element in self._ours)
                for above, below in itertools.pairwise(left)
            ):
                yield left[0]


def _join(
    stack: Sequence[Slot],
    states: dict[Element, str],
    homes: dict[Element, int],
    ours: Container[Element],
) -> None:
    """Let new cells between cells that a person merged join them, unless something stands in them."""
    known = [number for number, slot in enumerate(stack) if slot.element in homes]
    for first, last in itertools.pairwise(known):
        above, below = stack[first].element, stack[last].element
        is_ours = above in ours and below in ours
        if is_ours or homes[above] != homes[below] or states[below] != GOES_ON:
            continue
        between = stack[first + 1 : last]
        if any(_says_something(slot) for slot in between):
            states[below] = BEGINS
            continue
        for slot in between:
            states[slot.element], homes[slot.element] = GOES_ON, homes[above]


def _mend(stack: Sequence[Slot], states: dict[Element, str], homes: Mapping[Element, int]) -> None:
    """Let every merge begin: above a cell that a person merged with it, else with the cell itself."""
    for upper, lower in itertools.pairwise(stack):
        above, below = upper.element, lower.element
        is_one = above in homes and homes[above] == homes.get(below)
        if is_one and states[above] == ALONE and states[below] == GOES_ON:
            states[above] = BEGINS
    for number, slot in enumerate(stack):
        before = states[stack[number - 1].element] if number else ALONE
        if states[slot.element] == GOES_ON and before == ALONE:
            behind = [states[own.element] for own in stack[number + 1 : number + 2]]
            states[slot.element] = BEGINS if behind == [GOES_ON] else ALONE


def _says_something(slot: Slot) -> bool:
    return bool(slot.text.strip()) or any(passage.things for passage in slot.passages())


def _merges(grid: Grid) -> Iterator[list[Slot]]:
    """Give the cells of every merge of a table."""
    for stack in _stacks(grid):
        run: list[Slot] = []
        for slot in stack:
            if slot.merge != GOES_ON:
                if run[1:]:
                    yield run
                run = []
            run.append(slot)
        if run[1:]:
            yield run


def _stacks(grid: Grid) -> Iterator[list[Slot]]:
    """Give the cells that stand right below each other and are of one width."""
    growing: dict[tuple[int, int], list[Slot]] = {}
    for line in grid.lines:
        now = {(slot.column, slot.width): slot for slot in line.slots}
        yield from (stack for place, stack in growing.items() if place not in now)
        growing = {place: [*growing.get(place, ()), slot] for place, slot in now.items()}
    yield from growing.values()
