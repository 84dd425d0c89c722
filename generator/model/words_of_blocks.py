"""The words of blocks, whatever their kind: gone through in order, or put through something."""

from collections.abc import Callable, Iterator

from generator.model.blocks import (
    Block,
    Chart,
    Heading,
    Note,
    Paragraph,
    Picture,
    TextCell,
    TextTable,
)
from generator.model.spans import Spans

Put = Callable[[Spans], Spans]


def words_of(block: Block) -> Iterator[Spans]:
    """Go through the words of a block; those that it lacks are none."""
    if isinstance(block, Heading):
        yield block.title
    elif isinstance(block, Paragraph):
        yield block.lead
        yield from _noted(block)
    elif isinstance(block, TextTable):
        yield block.caption
        for row in block.rows:
            for cell in row:
                yield from _noted(cell)
    elif isinstance(block, Picture | Chart):
        yield block.caption


def _noted(own: Paragraph | TextCell) -> Iterator[Spans]:
    yield own.spans
    yield from (note.spans for note in own.notes)


def with_words(block: Block, put: Put) -> Block:
    """Return a block with all its words put through something, in their order."""
    if isinstance(block, Heading):
        return block._replace(title=put(block.title))
    if isinstance(block, Paragraph):
        lead = put(block.lead)
        return block._replace(lead=lead, spans=put(block.spans), notes=_notes(block.notes, put))
    if isinstance(block, TextTable):
        caption = put(block.caption)
        rows = tuple(tuple(_cell(cell, put) for cell in row) for row in block.rows)
        return block._replace(caption=caption, rows=rows)
    if isinstance(block, Picture | Chart):
        return block._replace(caption=put(block.caption))
    return block


def _cell(cell: TextCell, put: Put) -> TextCell:
    return cell._replace(spans=put(cell.spans), notes=_notes(cell.notes, put))


def _notes(notes: tuple[Note, ...], put: Put) -> tuple[Note, ...]:
    return tuple(note._replace(spans=put(note.spans)) for note in notes)
