"""Rows of a template in a loop over the goals: as a form has them, one block for each goal."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.tag_pattern import begins_loop, ends_loop, is_merged, loop_of_blocks, of_item

Cells = list[tuple[ReadCell, bool]]  # with whether they begin in their row


class _Span(NamedTuple):
    """Where the loop opens and closes, how it calls one of its list, and the list."""

    first: int
    last: int
    name: str
    over: str


def rows_of(table: ReadTable, blocks: int) -> Iterator[tuple[Cells, str]]:
    """Give the rows with their words; those of the loop once for each block, with the number of its goal."""
    texts, count = _texts(table), len(table.grid)
    span = _span(texts)
    if span is None or not blocks:
        yield from ((_row(table, number), texts[number]) for number in range(count))
        return
    yield from ((_row(table, number), texts[number]) for number in range(span.first))
    for block in range(blocks):
        item = f"{span.over}[{block}]"
        for number in range(span.first + 1, span.last):
            text = of_item(texts[number], span.name, item)
            cells = _of_item(_row(table, number), span.name, item)
            yield (
                [(cell, own and not (block and is_merged(cell.text))) for cell, own in cells],
                text,
            )
    yield from ((_row(table, number), texts[number]) for number in range(span.last + 1, count))


def block_heads(table: ReadTable) -> Iterator[Cells]:
    """Give the rows with which every block begins, above those of its indicators."""
    texts = _texts(table)
    span = _span(texts)
    for number in range(span.first + 1, span.last) if span is not None else ():
        if begins_loop(texts[number]):
            return
        yield _row(table, number)


def _texts(table: ReadTable) -> list[str]:
    rows = range(len(table.grid))
    return [" ".join(cell.text for cell in table.cells(n) if cell.row == n) for n in rows]


def _row(table: ReadTable, number: int) -> Cells:
    return [(cell, cell.row == number) for cell in table.cells(number)]


def _of_item(cells: Cells, name: str, item: str) -> Cells:
    return [(cell._replace(text=of_item(cell.text, name, item)), own) for cell, own in cells]


def _span(texts: Sequence[str]) -> _Span | None:
    found: tuple[int, str, str] | None = None
    depth = 0
    for number, text in enumerate(texts):
        if found is None:
            named = loop_of_blocks(text)
            found = None if named is None else (number, *named)
        elif begins_loop(text):
            depth += 1
        elif ends_loop(text):
            if not depth:
                first, name, over = found
                return _Span(first, number, name, over)
            depth -= 1
    return None
