"""What only the new version has: paragraphs, rows and tables, brought into the person's file.

They take the shape of their neighbours there: a paragraph looks like those of its kind, a row has
the columns that the person's table has now.
"""

import copy
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.roundtrip.alignment import Alignment
from generator.roundtrip.sequence_match import likeness, unnumbered
from generator.roundtrip.version import style_of
from generator.word.edited.file import WordFile
from generator.word.edited.removal import mend_merges, set_merge
from generator.word.edited.story import Block, Grid, Line, Node, Passage, Slot
from generator.word.edited.transplant import Transplant
from generator.word.edited.words import END, RUN, START, TEXT
from generator.word.xml import Element, W

_LEFT_OUT = frozenset(f"{W}{name}" for name in ("sectPr", "pPrChange"))
_STYLES = "word/styles.xml"
_SAME_ROW = 0.6


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
        there = theirs.partners()
        # What stands in another holder now is no neighbour to anything.
        away = {node for alignment in (theirs, ours) for _, node in alignment.away}
        # Where members of the new version stand in the person's file, first and last element.
        self._home: dict[int, tuple[Element, Element]] = {}
        self._node: dict[int, Node] = {}
        for old, node in ours.partners().items():
            theirs_now = there.get(old)
            if theirs_now is None:
                continue
            if away.isdisjoint((theirs_now, node)):
                self._home[id(node)] = (theirs_now.element, theirs_now.element)
            if away.isdisjoint((theirs_now, node)) or not isinstance(node, Passage):
                self._node[id(node)] = theirs_now
        parted = {old: group for group in theirs.groups for old in group.left if group.right[1:]}
        for old, node in ours.partners().items():
            if isinstance(old, Passage) and old in parted:
                group = parted[old]
                self._home[id(node)] = (group.right[0].element, group.right[-1].element)
        self._styles = _Styles(found)
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
        has_changed = False
        for number, line in enumerate(grid.lines):
            if id(line) in self._new:
                arrival = self._known(line) or self._line(line, grid.lines, number)
                has_changed = has_changed or arrival.remark is None
                yield arrival
                continue
            for slot in line.slots:
                if id(slot) in self._new:
                    if slot.text.strip():
                        yield Arrival(slot, "模板里多了一格，您的表里没有它的位置，见新版")
                elif id(slot) in self._home:
                    yield from self._bring(slot.blocks, slot)
        table = self._node.get(id(grid))
        if has_changed and table is not None:
            mend_merges(table.element)

    def _known(self, node: Node) -> Arrival | None:
        """Find what a person wrote and the inputs have taken over since: it need not come again."""
        kind = Line if isinstance(node, Line) else Passage
        if not isinstance(node, kind) or not node.text.strip():
            return None
        near = [own for own in self._free if isinstance(own, kind)]
        said = _bare(unnumbered(node.text))
        scored = [(likeness(said, _bare(unnumbered(own.text))), -n) for n, own in enumerate(near)]
        best, number = max(scored, default=(0.0, 0))
        if best < (_SAME_ROW if kind is Line else 1.0):
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
            if _bare(own.text) in ("", _bare(slot.text)) and not things:
                self._fill(own.element, slot)

    def _block(
        self, block: Block, blocks: Sequence[Block], number: int, holder: Slot | None
    ) -> Arrival:
        if not block.text.strip() and isinstance(block, Grid):
            return Arrival(block, "新的表是空的，没有带过来")
        twin = copy.deepcopy(block.element)
        twin.tail = None
        for element in list(twin.iter(f"{W}sectPr")):
            element.getparent().remove(element)
        self._renumber(twin)
        self._transplant.adopt(twin)
        self._styles.adopt(twin)
        if isinstance(block, Passage):
            self._look_alike(twin, block, blocks)
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

    def _look_alike(self, twin: Element, block: Passage, blocks: Sequence[Block]) -> None:
        """Give a new paragraph the look of the nearest one of its kind in the person's file."""
        style = style_of(block)
        at = blocks.index(block)
        near = sorted(
            (
                b
                for b in blocks
                if isinstance(b, Passage) and id(b) in self._node and style_of(b) == style
            ),
            key=lambda b: abs(blocks.index(b) - at),
        )
        if not near:
            return
        theirs = self._node[id(near[0])].element
        properties = theirs.find(f"{W}pPr")
        for own in twin.findall(f"{W}pPr"):
            twin.remove(own)
        if properties is not None:
            kept = copy.deepcopy(properties)
            for child in list(kept):
                if child.tag in _LEFT_OUT:
                    kept.remove(child)
            _without_review(kept)
            twin.insert(0, kept)
        usual, look = _first_look(near[0].element), _first_look(theirs)
        for run in twin.iter(RUN):
            if _written(run.find(f"{W}rPr")) == _written(usual):
                _set_look(run, look)

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
        twin = _blank_row(model)
        cells = dict(zip([slot.element for slot in model.slots], _cells_of(twin), strict=True))
        for slot in line.slots:
            home = columns.get(slot.column)
            if isinstance(home, Slot) and home.element in cells:
                cell = cells[home.element]
                set_merge(cell, slot.merge)
                self._fill(cell, slot)
        self._renumber(twin)
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

    def _fill(self, cell: Element, slot: Slot) -> None:
        """Write the words of a cell of ours as the person's cells look."""
        first = cell.find(f"{W}p")
        if first is None:
            first = cell.makeelement(f"{W}p", {})
            cell.append(first)
        look = _first_look(first)
        for child in [c for c in first if c.tag != f"{W}pPr"]:
            first.remove(child)
        for number, passage in enumerate(slot.passages()):
            paragraph = first
            if number:
                paragraph = copy.deepcopy(first)
                for child in [c for c in paragraph if c.tag != f"{W}pPr"]:
                    paragraph.remove(child)
                cell.append(paragraph)
            for child in passage.element:
                if child.tag in (START, END, RUN):
                    twin = copy.deepcopy(child)
                    twin.tail = None
                    self._transplant.adopt(twin)
                    if twin.tag == RUN and look is not None:
                        _set_look(twin, look)
                    paragraph.append(twin)

    def _renumber(self, element: Element) -> None:
        """Give the bookmarks of a copy numbers of their own."""
        numbers: dict[str, str] = {}
        for start in element.iter(START):
            numbers[start.get(f"{W}id") or ""] = number = str(next(self._found.numbers()))
            start.set(f"{W}id", number)
        for end in element.iter(END):
            own = end.get(f"{W}id") or ""
            end.set(f"{W}id", numbers.get(own, own))


class _Styles:
    """The styles of the person's file; programs give styles numbers of their own."""

    def __init__(self, found: WordFile) -> None:
        root = found.root(_STYLES) if _STYLES in found.parts else None
        self._known: set[str] = set()
        self._by_name: dict[str, str] = {}
        for style in () if root is None else root.iter(f"{W}style"):
            own = style.get(f"{W}styleId") or ""
            name = style.find(f"{W}name")
            self._known.add(own)
            if name is not None:
                self._by_name[(name.get(f"{W}val") or "").casefold()] = own

    def adopt(self, twin: Element) -> None:
        """Leave out styles that the file does not have; the paragraph looks like its neighbours."""
        for kind in ("pStyle", "rStyle", "tblStyle"):
            for use in list(twin.iter(f"{W}{kind}")):
                own = use.get(f"{W}val") or ""
                if own in self._known:
                    continue
                if own.casefold() in self._by_name:
                    use.set(f"{W}val", self._by_name[own.casefold()])
                else:
                    use.getparent().remove(use)


def _blank_row(line: Line) -> Element:
    """Copy a row of the person's with nothing in its cells."""
    twin = copy.deepcopy(line.element)
    twin.tail = None
    properties = twin.find(f"{W}trPr")
    if properties is not None:
        _without_review(properties)
    for mark in list(twin.iter(START, END, f"{W}commentRangeStart", f"{W}commentRangeEnd")):
        mark.getparent().remove(mark)
    for cell in _cells_of(twin):
        paragraphs = cell.findall(f"{W}p") or list(cell.iter(f"{W}p"))
        first = paragraphs[0] if paragraphs else cell.makeelement(f"{W}p", {})
        look = _first_look(first)
        for child in [c for c in cell if c.tag != f"{W}tcPr"]:
            cell.remove(child)
        for child in [c for c in first if c.tag != f"{W}pPr"]:
            first.remove(child)
        own = first.find(f"{W}pPr")
        if own is not None:
            _without_review(own)
        if look is not None:
            run = first.makeelement(RUN, {})
            run.append(copy.deepcopy(look))
            run.append(run.makeelement(TEXT, {}))
            first.append(run)
        cell.append(first)
    return twin


def _cells_of(row: Element) -> list[Element]:
    """Return the cells of a row, also those inside controls, not those of tables in them."""
    return [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr"), None) is row]


def _without_review(properties: Element) -> None:
    """Take out the notes of tracked changes: what is new was not there when they were made."""
    names = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "trPrChange")
    for change in list(properties.iter(*(f"{W}{name}" for name in names))):
        change.getparent().remove(change)


def _first_look(paragraph: Element) -> Element | None:
    """Return how the words of a paragraph look at its beginning."""
    for run in paragraph.iter(RUN):
        if run.find(TEXT) is not None:
            found: Element | None = run.find(f"{W}rPr")
            return found
    return None


def _set_look(run: Element, look: Element | None) -> None:
    for own in run.findall(f"{W}rPr"):
        run.remove(own)
    if look is not None:
        twin = copy.deepcopy(look)
        _without_review(twin)
        run.insert(0, twin)


def _written(properties: Element | None) -> tuple[str, ...]:
    """Tell a look from another one by what is set."""
    if properties is None:
        return ()
    return tuple(sorted(f"{c.tag} {sorted(c.attrib.items())}" for c in properties))


def _pattern(line: Line, before: Line | None, behind: Line | None) -> Line | None:
    """Choose the row that a new one is shaped like: the neighbour with the same cells."""
    shape = [(s.column, s.width) for s in line.slots]
    for near in (before, behind):
        if near is not None and [(s.column, s.width) for s in near.slots] == shape:
            return near
    return before or behind


def _bare(text: str) -> str:
    return "".join(text.split())


def _told(line: Line) -> str:
    return " ｜ ".join(slot.text for slot in line.slots if slot.text.strip())
