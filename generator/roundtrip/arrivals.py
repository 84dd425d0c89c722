"""What only the new version has: paragraphs, rows and tables, brought into the person's file.

They take the shape of their neighbours there: a paragraph looks like those of its kind, a row has
the columns that the person's table has now.
"""

import copy
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.roundtrip.bare_text import bare
from generator.roundtrip.borrowed_look import fill, look_alike
from generator.roundtrip.known_styles import KnownStyles
from generator.roundtrip.text_alignment import Alignment
from generator.roundtrip.version import style_of
from generator.roundtrip.words_in_common import SAME_ROW, likeness, unnumbered
from generator.word.edited.blank_row import blank_row, cells_of
from generator.word.edited.edited_story import Block, Grid, Line, Node, Passage, Slot
from generator.word.edited.file import WordFile
from generator.word.edited.removal import set_merge
from generator.word.edited.transplant import Transplant
from generator.word.xml import Element, W


class Arrival(NamedTuple):
    """What came, or why it could not be placed, and beside which paragraph to say so.

    ``twin`` is what the person has there already: they wrote it, and the inputs have it now.
    """

    node: Node
    remark: str | None = None
    beside: Passage | None = None
    twin: Node | None = None


class Arrivals:
    """Brings members of the new version that have no partner in what we wrote last."""

    def __init__(
        self,
        found: WordFile,
        theirs: Alignment,
        ours: Alignment,
        now: Sequence[Block],
        transplant: Transplant,
    ) -> None:
        self._found, self._theirs, self._ours, self._blocks = found, theirs, ours, now
        self._transplant = transplant
        self._new = {id(node) for node in ours.added}
        there, partners = theirs.partners(), ours.partners()
        # What stands in another holder now is no neighbour to anything.
        away = {node for alignment in (theirs, ours) for _, node in alignment.away}
        # Where members of the new version stand in the person's file, first and last element.
        self._home: dict[int, tuple[Element, Element]] = {}
        self._node: dict[int, Node] = {}
        for old, node in partners.items():
            theirs_now = there.get(old)
            if theirs_now is None:
                continue
            if away.isdisjoint((theirs_now, node)):
                self._home[id(node)] = (theirs_now.element, theirs_now.element)
            if away.isdisjoint((theirs_now, node)) or not isinstance(node, Passage):
                self._node[id(node)] = theirs_now
        parted = {old: group for group in theirs.groups for old in group.left if group.right[1:]}
        for old, node in partners.items():
            if isinstance(old, Passage) and old in parted:
                group = parted[old]
                self._home[id(node)] = (group.right[0].element, group.right[-1].element)
        self._styles = KnownStyles(found)
        self._free = list(theirs.added)

    def bring(self) -> Iterator[Arrival]:
        """Bring them in the order of the text."""
        yield from self._bring(self._blocks, None)

    def _bring(self, blocks: Sequence[Block], holder: Slot | None) -> Iterator[Arrival]:
        for number, block in enumerate(blocks):
            if id(block) in self._new:
                yield self._known(block) or self._block(block, blocks, number, holder)
            elif isinstance(block, Grid):
                yield from self._grid(block)

    def _grid(self, grid: Grid) -> Iterator[Arrival]:
        for number, line in enumerate(grid.lines):
            if id(line) in self._new:
                yield self._known(line) or self._line(line, grid.lines, number)
                continue
            for slot in line.slots:
                if id(slot) in self._new:
                    if slot.text.strip():
                        yield Arrival(slot, "模板里多了一格，您的表里没有它的位置，见新版")
                elif id(slot) in self._home:
                    yield from self._bring(slot.blocks, slot)

    def _known(self, node: Node) -> Arrival | None:
        """Find what a person wrote and the inputs have taken over since: it need not come again."""
        kind = Line if isinstance(node, Line) else Passage
        if not isinstance(node, kind) or not node.text.strip():
            return None
        near = [
            own
            for own in self._free
            if isinstance(own, kind) and _is_in_cell(own) == _is_in_cell(node)
        ]
        said = bare(unnumbered(node.text))
        scored = [(likeness(said, bare(unnumbered(own.text))), -n) for n, own in enumerate(near)]
        best, number = max(scored, default=(0.0, 0))
        if best < (SAME_ROW if kind is Line else 1.0):
            return None
        twin = near[-number]
        self._free.remove(twin)
        self._home[id(node)] = (twin.element, twin.element)
        self._node[id(node)] = twin
        if isinstance(node, Line) and isinstance(twin, Line):
            self._complete(node, twin)
        return Arrival(node, twin=twin)

    def _complete(self, line: Line, theirs: Line) -> None:
        """Fill the cells that the person left blank in a row of theirs."""
        if len(line.slots) != len(theirs.slots):
            return
        for slot, own in zip(line.slots, theirs.slots, strict=True):
            things = [thing for passage in own.passages() for thing in passage.things]
            if bare(own.text) in ("", bare(slot.text)) and not things:
                fill(own.element, slot, self._transplant)

    def _block(
        self, block: Block, blocks: Sequence[Block], number: int, holder: Slot | None
    ) -> Arrival:
        if not block.text.strip() and isinstance(block, Grid):
            return Arrival(block, "新的表是空的，没有带过来")
        twin = copy.deepcopy(block.element)
        twin.tail = None
        for element in list(twin.iter(f"{W}sectPr")):
            element.getparent().remove(element)
        self._transplant.adopt(twin)
        self._styles.adopt(twin)
        if isinstance(block, Passage):
            near = self._of_its_kind(block, blocks)
            if near is not None:
                look_alike(twin, near, self._node[id(near)].element)
        before = next((b for b in reversed(blocks[:number]) if id(b) in self._home), None)
        behind = next((b for b in blocks[number + 1 :] if id(b) in self._home), None)
        if before is not None:
            self._home[id(before)][1].addnext(twin)
        elif behind is not None:
            self._home[id(behind)][0].addprevious(twin)
        elif holder is not None and id(holder) in self._node:
            self._node[id(holder)].element.append(twin)
        else:
            return Arrival(block, "找不到放它的地方，见新版")
        self._home[id(block)] = (twin, twin)
        return Arrival(block)

    def _of_its_kind(self, block: Passage, blocks: Sequence[Block]) -> Passage | None:
        """Return the nearest paragraph of the same style that the person's file has."""
        style, at = style_of(block), blocks.index(block)
        near = (
            (abs(number - at), number, other)
            for number, other in enumerate(blocks)
            if isinstance(other, Passage) and id(other) in self._node and style_of(other) == style
        )
        return min(near, key=lambda found: found[:2], default=(0, 0, None))[2]

    def _line(self, line: Line, lines: Sequence[Line], number: int) -> Arrival:
        before = next((x for x in reversed(lines[:number]) if id(x) in self._node), None)
        behind = next((x for x in lines[number + 1 :] if id(x) in self._node), None)
        pattern = _pattern(line, before, behind)
        if pattern is None:
            return Arrival(line, "找不到放这一行的地方，见新版")
        model = self._node[id(pattern)]
        homes = [self._node.get(id(slot)) for slot in pattern.slots]
        columns = {slot.column: home for slot, home in zip(pattern.slots, homes, strict=True)}
        lost = [s for s in line.slots if s.text.strip() and columns.get(s.column) is None]
        if not isinstance(model, Line) or len(lost) == len(
            [s for s in line.slots if s.text.strip()]
        ):
            first = next(model.passages(), None)
            return Arrival(line, f"输入里新增了一行，这里放不下：{_told(line)}", first)
        twin = blank_row(model)
        cells = dict(zip([slot.element for slot in model.slots], cells_of(twin), strict=True))
        for slot in line.slots:
            home = columns.get(slot.column)
            if isinstance(home, Slot) and home.element in cells:
                cell = cells[home.element]
                set_merge(cell, slot.merge)
                fill(cell, slot, self._transplant)
        self._place_line(twin, lines, number)
        self._home[id(line)] = (twin, twin)
        if lost:
            first = next(model.passages(), None)
            words = "、".join(s.text for s in lost)
            return Arrival(line, f"新增的行已放在下面，您的表里没有这几格的位置：{words}", first)
        return Arrival(line)

    def _place_line(self, twin: Element, lines: Sequence[Line], number: int) -> None:
        before = next((x for x in reversed(lines[:number]) if id(x) in self._home), None)
        if before is not None:
            self._home[id(before)][1].addnext(twin)
            return
        behind = next(x for x in lines[number + 1 :] if id(x) in self._home)
        self._home[id(behind)][0].addprevious(twin)


def _is_in_cell(node: Node) -> bool:
    return next(node.element.iterancestors(f"{W}tc"), None) is not None


def _pattern(line: Line, before: Line | None, behind: Line | None) -> Line | None:
    """Choose the row that a new one is shaped like: the neighbour with the same cells."""
    shape = [(s.column, s.width) for s in line.slots]
    for near in (before, behind):
        if near is not None and [(s.column, s.width) for s in near.slots] == shape:
            return near
    return before or behind


def _told(line: Line) -> str:
    return " ｜ ".join(slot.text for slot in line.slots if slot.text.strip())
