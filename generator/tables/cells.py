"""Cells from figures and words, and the vertical merges of equal groups."""

from collections.abc import Hashable, Sequence
from dataclasses import replace

from generator.figures.book import FigureBook
from generator.model.blocks import Cell, Span, Spans
from generator.prose.marks import figure_span

START, CONTINUE = "restart", "continue"


def words(text: str) -> Cell:
    """Make a cell of words."""
    return Cell((Span(text),) if text else ())


def quoted(book: FigureBook, figure_id: str) -> Cell:
    """Make a cell of a figure as it is shown; empty when there is no such figure."""
    return Cell((figure_span(book[figure_id]),)) if _is_there(book, figure_id) else Cell()


def number(book: FigureBook, figure_id: str) -> Cell:
    """Make a cell of a figure without its unit, which the header names."""
    return Cell((figure_span(book[figure_id].number),)) if figure_id in book else Cell()


def spans(content: Spans) -> Cell:
    """Make a cell of rendered prose."""
    return Cell(content)


def merged(cells: Sequence[Cell], keys: Sequence[Hashable]) -> list[Cell]:
    """Merge consecutive cells of one group: the first keeps its words, the others continue it.

    The keys come from the data, never from the words: neighbouring groups may read alike.
    """
    result: list[Cell] = []
    for index, (cell, key) in enumerate(zip(cells, keys, strict=True)):
        continues = index > 0 and keys[index - 1] == key
        starts = index + 1 < len(keys) and keys[index + 1] == key
        if continues:
            result.append(Cell((), CONTINUE))
        else:
            result.append(replace(cell, merge=START) if starts else cell)
    return result


def _is_there(book: FigureBook, figure_id: str) -> bool:
    return figure_id in book and bool(book[figure_id].shown)
