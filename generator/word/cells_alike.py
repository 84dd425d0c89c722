"""Cells that a blank one looks like once it says something: the nearest of its table, those in bold last."""

from collections.abc import Iterator, Mapping, Sequence

from generator.base.document_place import DocumentPlace
from generator.word.reading.markup import Element, w
from generator.word.set_words import has_look, paragraphs_of

_ROW = 100  # a cell in the same row is nearer than any in another one


def cells_alike(place: DocumentPlace, cells: Mapping[DocumentPlace, Element]) -> Iterator[Element]:
    """Give the cells of a table that may lend their look to a cell of it that has none of its own."""
    holder = cells[place]
    if has_look(paragraphs_of(holder)):
        return
    table = place._replace(row=0, column=0)
    others = [at for at in cells if at != place and at._replace(row=0, column=0) == table]

    def far(at: DocumentPlace) -> tuple[bool, int]:
        apart = _ROW * abs(at.row - place.row) + abs(at.column - place.column)
        return _is_bold(cells[at]), apart

    for at in sorted(others, key=far):
        yield cells[at]


def beside_alike(cells: Sequence[tuple[int, Element]], column: int) -> Iterator[Element]:
    """Give the cells of a row that may lend their look to one of it, from where it stands."""
    own = dict(cells)[column]
    if has_look(paragraphs_of(own)):
        return
    others = [(_is_bold(cell), abs(at - column), cell) for at, cell in cells if at != column]
    for _, _, cell in sorted(others, key=lambda other: other[:2]):
        yield cell


def _is_bold(cell: Element) -> bool:
    return any(True for _ in cell.iter(w("b")))
