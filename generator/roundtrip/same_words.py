"""Whether two files say the same: words, things and the shape of tables, whatever they look like."""

from collections.abc import Sequence
from itertools import chain, zip_longest

from generator.roundtrip.chart_pairs import chart_differences
from generator.roundtrip.differences import lost_texts, text_pairs
from generator.roundtrip.version import Version
from generator.word.edited.edited_story import Block, Grid, Line, Passage
from generator.word.edited.file import WordFile


def says_the_same(found: WordFile, base: Version) -> bool:
    """Tell whether nothing but the look differs from what we wrote."""
    for before, there in text_pairs(base.file, found):
        if base.file.parts[before] == found.parts[there]:
            continue
        blocks = base.blocks(before), found.blocks(there)
        if not _are_same(*blocks, has_merges=not base.is_remade):
            return False
    return not any(chain(lost_texts(found, base), chart_differences(found, base.file)))


def _are_same(one: Sequence[Block], other: Sequence[Block], *, has_merges: bool = True) -> bool:
    """Compare block by block, and stop where the first differs; empty lines do not count."""
    pairs = zip_longest(filter(_says_something, one), filter(_says_something, other))
    return all(
        mine is not None and yours is not None and _is_same(mine, yours, has_merges=has_merges)
        for mine, yours in pairs
    )


def _is_same(one: Block, other: Block, *, has_merges: bool) -> bool:
    if isinstance(one, Grid) and isinstance(other, Grid):
        return len(one.lines) == len(other.lines) and all(
            _are_same_cells(mine, yours, has_merges=has_merges)
            for mine, yours in zip(one.lines, other.lines, strict=True)
        )
    if isinstance(one, Grid) or isinstance(other, Grid):
        return False
    return one.text == other.text and _kinds(one) == _kinds(other)


def _are_same_cells(one: Line, other: Line, *, has_merges: bool) -> bool:
    return len(one.slots) == len(other.slots) and all(
        (mine.merge == yours.merge or not has_merges)
        and _are_same(mine.blocks, yours.blocks, has_merges=has_merges)
        for mine, yours in zip(one.slots, other.slots, strict=True)
    )


def _kinds(passage: Passage) -> list[str]:
    return sorted(thing.said for thing in passage.things)


def _says_something(block: Block) -> bool:
    """Programs add and leave out empty lines by themselves."""
    return isinstance(block, Grid) or bool(block.text.strip() or block.things)
