"""Cells from figures and words, and the vertical merges of equal groups."""

from collections.abc import Hashable, Sequence

from generator.figures.figure_book import FigureBook
from generator.model.blocks import Cell
from generator.model.figure_id import FigureId
from generator.model.spans import Span, Spans
from generator.prose.figure_marks import figure_span

START, CONTINUE = "restart", "continue"
_NOTHING, _GOES_ON = Cell(), Cell((), CONTINUE)


def words(text: str) -> Cell:
    """Make a cell of words."""
    return Cell((Span(text),)) if text else _NOTHING


def quoted(book: FigureBook, figure_id: FigureId) -> Cell:
    """Make a cell of a figure as it is shown; empty when there is no such figure."""
    figure = book.find(figure_id)
    return Cell((figure_span(figure),)) if figure is not None and figure.shown else Cell()


def number(book: FigureBook, figure_id: FigureId) -> Cell:
    """Make a cell of a figure without its unit, which the header names."""
    figure = book.find(figure_id)
    return Cell((Span(figure.bare, figure.id),)) if figure is not None else Cell()


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
            result.append(_GOES_ON)
        else:
            result.append(Cell(cell.spans, START) if starts else cell)
    return result
