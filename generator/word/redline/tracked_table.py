"""Tracked changes in a table: rows that came and went, and cells that changed.

What a merge of cells over several rows looked like before cannot be tracked so that every program
understands it. So a row whose part in a merge changed is struck out and written anew, and where rows
that came and went would tear a merged group apart, the whole group is.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from generator.word.redline.carried import Carrier, inside
from generator.word.redline.revisions import Pen
from generator.word.redline.story_blocks import PARAGRAPH, anchors_in, said_in
from generator.word.redline.tracked_words import insert_words
from generator.word.redline.version_alignment import Item, Pairs, align
from generator.word.xml import Element, W

_ROW, _CELL = f"{W}tr", f"{W}tc"
_Merges = dict[int, str]  # by grid column: restart or continue
_CellStory = Callable[[Element, Element], None]


class Row(NamedTuple):
    """A row: its words and anchors, how wide its cells are, and its part in merges."""

    element: Element
    cells: tuple[Element, ...]
    item: Item
    spans: tuple[int, ...]
    merges: _Merges

    @property
    def width(self) -> int:
        """Return how many columns of the grid it takes."""
        return sum(self.spans)


class Step(NamedTuple):
    """A row of the redlined table: of the old version, of the new one, or of both."""

    old: int | None
    new: int | None


def may_pair_tables(old: Element, new: Element) -> bool:
    """Tell whether two tables can be shown as one: their columns are the same."""
    width = _grid(new)
    rows = list(inside(new, _ROW))
    fits = all(row.width <= width for row in map(read_row, inside(old, _ROW)))
    return bool(rows) and fits and _grid(old) == width


def redline_table(old: Element, new: Element, carrier: Carrier, story: _CellStory) -> None:
    """Mark in the new table what differs from the old one."""
    before = [read_row(row) for row in inside(old, _ROW)]
    after = [read_row(row) for row in inside(new, _ROW)]

    def may_pair(i: int, j: int) -> bool:
        return before[i].spans == after[j].spans and before[i].merges == after[j].merges

    pairs = align([r.item for r in before], [r.item for r in after], may_pair)
    last: Element | None = None
    for step in _whole_steps(before, after, pairs):
        if step.new is None:
            struck = carrier.row(before[step.old or 0].element)
            if last is None:
                after[0].element.addprevious(struck)
            else:
                last.addnext(struck)
            last = struck
            continue
        row = after[step.new]
        last = row.element
        if step.old is None:
            insert_row(row.element, carrier.pen)
        else:
            for own, other in zip(before[step.old].cells, row.cells, strict=True):
                story(own, other)


def insert_table(table: Element, pen: Pen) -> None:
    """Mark all rows of a table as inserted."""
    for row in inside(table, _ROW):
        insert_row(row, pen)


def insert_row(row: Element, pen: Pen) -> None:
    """Mark a row as inserted, with all that stands in it."""
    for inner in list(row.iter(_ROW)):
        pen.mark_row(inner, "ins")
    for paragraph in list(row.iter(PARAGRAPH)):
        insert_words(paragraph, pen)


def read_row(row: Element) -> Row:
    """Take a row apart."""
    cells = tuple(inside(row, _CELL))
    spans, merges, column = [_skipped(row, "gridBefore")], {}, 0
    column += spans[0]
    for cell in cells:
        span = max(1, _number(cell.find(f"{W}tcPr/{W}gridSpan")))
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        if merge is not None:
            merges[column] = merge.get(f"{W}val") or "continue"
        spans.append(span)
        column += span
    spans.append(_skipped(row, "gridAfter"))
    said = "\t".join(said_in(cell) for cell in cells)
    return Row(row, cells, Item("row", said, anchors_in(row)), tuple(spans), merges)


def _whole_steps(before: Sequence[Row], after: Sequence[Row], pairs: Pairs) -> list[Step]:
    """Order the rows so that every merge has its first row, parting pairs where there is no way."""
    kept = list(pairs)
    while True:
        steps, torn = _steps(before, after, kept)
        if torn is None or not kept:
            return steps
        kept.pop(torn)


def _steps(
    before: Sequence[Row], after: Sequence[Row], pairs: Pairs
) -> tuple[list[Step], int | None]:
    """Order the rows; also returns the pair to part when a merge is torn."""
    steps: list[Step] = []
    above: _Merges = {}
    at_old = at_new = 0
    for number, (i, j) in enumerate((*pairs, (len(before), len(after)))):
        gone = [Step(n, None) for n in range(at_old, i)]
        come = [Step(None, n) for n in range(at_new, j)]
        end = [Step(i, j)] if i < len(before) else []
        ways = ([*gone, *come, *end], [*come, *gone, *end])
        way = next((w for w in ways if _is_whole(above, _rows(w, before, after))), None)
        if way is None and pairs:
            return steps, max(0, number - 1)
        steps += way if way is not None else ways[0]
        if way:
            above = _rows(way, before, after)[-1].merges
        at_old, at_new = i + 1, j + 1
    return steps, None


def _rows(steps: Sequence[Step], before: Sequence[Row], after: Sequence[Row]) -> list[Row]:
    return [before[s.old or 0] if s.new is None else after[s.new] for s in steps]


def _is_whole(above: _Merges, rows: Sequence[Row]) -> bool:
    """Tell whether no row goes on with a merge that the row above it has no part in."""
    for row in rows:
        if any(state == "continue" and column not in above for column, state in row.merges.items()):
            return False
        above = row.merges
    return True


def _grid(table: Element) -> int:
    return len(table.findall(f"{W}tblGrid/{W}gridCol"))


def _skipped(row: Element, name: str) -> int:
    return _number(row.find(f"{W}trPr/{W}{name}"))


def _number(found: Element | None) -> int:
    said = "" if found is None else found.get(f"{W}val") or ""
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 6 else 0
