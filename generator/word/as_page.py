"""A written document as a piece of a web page: its words and tables, every figure with its name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.base.html import Html, tag
from generator.word.anchors import document_prefix, fingerprint
from generator.word.edited.file import WordFile
from generator.word.edited.story import Block, Grid, Line, Passage, Slot

_CONTINUES = "continue"


class Printed(NamedTuple):
    """A figure that a document prints, and the key of the block in which it stands."""

    document: str
    key: str
    figure: str
    is_whole: bool  # nothing but the figure stands in the block


def figures_by_anchor(printed: Iterable[Printed]) -> dict[str, str]:
    """Return the figures by the names of their anchors, as they are written into files."""
    found: dict[str, str] = {}
    for own in printed:
        named = own.key if own.is_whole else f"{own.key}>{own.figure}"
        found[f"{document_prefix(own.document)}_{fingerprint(named)}"] = own.figure
    return found


def page_of(data: bytes, figures: Mapping[str, str]) -> Html:
    """Write the blocks of a document; raises ``PackageError`` and ``XmlError``."""
    return Html("".join(_blocks(WordFile(data).blocks(), figures)))


def _blocks(blocks: Sequence[Block], figures: Mapping[str, str]) -> Iterator[Html]:
    for block in blocks:
        if isinstance(block, Grid):
            yield _grid(block, figures)
        elif block.text.strip():
            yield tag("p", _words(block, figures))


def _grid(grid: Grid, figures: Mapping[str, str]) -> Html:
    heights = _heights(grid)
    rows = [
        tag("tr", [_cell(slot, heights.get(id(slot), 1), figures) for slot in _own_slots(line)])
        for line in grid.lines
    ]
    return tag("table", rows)


def _own_slots(line: Line) -> list[Slot]:
    return [slot for slot in line.slots if slot.merge != _CONTINUES]


def _cell(slot: Slot, height: int, figures: Mapping[str, str]) -> Html:
    content = [*_blocks(slot.blocks, figures)]
    width = slot.width if slot.width > 1 else None
    return tag("td", content, colspan=width, rowspan=height if height > 1 else None)


def _heights(grid: Grid) -> dict[int, int]:
    """Return over how many rows each cell goes on."""
    heights: dict[int, int] = {}
    open_ones: dict[int, Slot] = {}  # by the column at which they begin
    for line in grid.lines:
        now: dict[int, Slot] = {}
        for slot in line.slots:
            above = open_ones.get(slot.column)
            if slot.merge == _CONTINUES and above is not None:
                heights[id(above)] += 1
                now[slot.column] = above
            else:
                heights[id(slot)] = 1
                now[slot.column] = slot
        open_ones = now
    return heights


def _words(passage: Passage, figures: Mapping[str, str]) -> Iterator[object]:
    """Give the words with the figures among them; of anchors in each other the inner one counts."""
    text = passage.text
    spans = sorted(
        (mark.start, mark.end, figures[bare])
        for name, mark in passage.words.marks.items()
        if mark.start is not None and mark.end is not None
        if (bare := _bare(name)) in figures
    )
    at = 0
    for start, end, figure in spans:
        if start < at or end <= start:
            continue
        yield text[at:start]
        yield tag("button", text[start:end], type="button", data_figure=figure)
        at = end
    yield text[at:]


def _bare(name: str) -> str:
    """Return the name of an anchor without the number of its repetition."""
    return "_".join(name.split("_")[:3])
