"""Everything that a document prints, block by block, under the keys that its anchors bear."""

from collections.abc import Container, Iterator
from functools import partial
from typing import Final, NamedTuple

from generator.model.blocks import (
    Block,
    Chart,
    DocumentBlocks,
    Heading,
    Paragraph,
    Picture,
    Table,
    TextCell,
    TextTable,
)
from generator.model.spans import Span, Spans

NOTE = "footnote"
_CAPTION = "paragraph caption"


class Printed(NamedTuple):
    """A stretch of words with its key, and what kind of block it is."""

    key: str
    kind: str
    spans: Spans


_printed: Final = partial(tuple.__new__, Printed)  # half the price of a call, hundreds of times


def printed_blocks(blocks: DocumentBlocks, only: Container[str] | None = None) -> list[Printed]:
    """List a document in the order of its parts; with ``only``, blocks of these keys."""
    found = _text(blocks)
    if only is not None:
        found = [block for block in found if block.key in only]
    for at, table in (("form", blocks.form), ("summary", blocks.summary)):
        if table is not None:
            _table(table, at, "", only, found)
    return found


def _text(blocks: DocumentBlocks) -> list[Printed]:
    found: list[Printed] = []
    if blocks.label:
        found.append(Printed("label", "label", (Span(blocks.label),)))
    found.append(Printed("title", "title", blocks.title))
    for block in blocks.body:
        found += _block(block)
    for number, title in enumerate(blocks.attachments, 1):
        found.append(Printed(f"attachment[{number}]", "attachment", title))
    if blocks.signature is not None:
        found.append(Printed("signature.name", "signature", blocks.signature.name))
        found.append(Printed("signature.date", "signature", blocks.signature.date))
    for number, note in enumerate(blocks.notes, 1):
        found.append(Printed(f"note[{number}]", "note", note))
    return found


def _block(block: Block) -> Iterator[Printed]:
    if isinstance(block, Heading):
        yield Printed(block.key, f"heading{block.level}", block.spans)
    elif isinstance(block, Chart):
        yield Printed(block.key, _CAPTION if block.target else "chart", block.said)
    elif isinstance(block, TextTable):
        yield Printed(block.key, _CAPTION, block.caption)
        for cell in (cell for row in block.rows for cell in row):
            yield from _noted(cell, "paragraph cell")
    elif isinstance(block, Picture):
        yield Printed(block.key, _CAPTION, block.caption)
    elif isinstance(block, Paragraph):
        if block.lead:
            yield Printed(f"{block.key}.lead", "lead", block.lead)
        yield from _noted(block, "paragraph")


def _noted(own: Paragraph | TextCell, kind: str) -> Iterator[Printed]:
    """Give words, and the footnotes that they bear."""
    yield Printed(own.key, kind, own.spans)
    for note in own.notes:
        yield Printed(note.key, NOTE, note.spans)


def _table(
    table: Table, at: str, rows_at: str, only: Container[str] | None, found: list[Printed]
) -> None:
    """Add the cells of a form: it can have many more than its template prints."""
    for name, cell in table.fields.items():
        if only is None or f"{at}.{name}" in only:
            found.append(_printed((f"{at}.{name}", "cell", cell.spans)))
    for rows in table.rows.values():
        for row in rows:
            head = f"{rows_at}{row.key}."
            for name, (spans, merge) in row.cells.items():
                key = head + name
                if (only is None or key in only) and merge != "continue":
                    found.append(_printed((key, "cell", spans)))
    for goal in table.group("goals"):
        _table(goal, f"{rows_at}{goal.key}", rows_at, only, found)
    for project in table.group("projects"):
        _table(project, project.key, f"{project.key}/", only, found)
