"""Options that have a cell each: beside one another with their boxes, or ticked below their names."""

from typing import NamedTuple

from generator.model.foreign_document import ReadCell, ReadTable
from generator.model.own_form import OwnField
from generator.read.label_book import LabelBook, normal
from generator.read.printed_values import squeezed

_BETWEEN = "　"


class Spread(NamedTuple):
    """The cells of the options, and one cell that says the same."""

    said: ReadCell
    cells: tuple[ReadCell, ...]


def options_beside(table: ReadTable, first: ReadCell, field: OwnField, book: LabelBook) -> Spread:
    """Read the cell beside the label of a choice together with those that go on with its options."""
    own = [c for c in table.cells(first.row) if c.row == first.row and c.column >= first.column]
    headed = [(c, o) for c in own if (o := _option_over(table, c, field)) and _is_mark(c, book)]
    if len(headed) > 1:
        boxes = book.phrases.words("box")
        said = [o for c, o in headed if squeezed(c.text) and squeezed(c.text) not in boxes]
        return _spread(first, [c for c, _ in headed], "、".join(said))
    named = {normal(option) for option in field.words}
    cells = []
    for cell in own:
        if not _has_option(cell, named, field):
            break
        cells.append(cell)
    if len(cells) < 2:
        return Spread(first, ())
    return _spread(first, cells, _BETWEEN.join(c.text for c in cells))


def _spread(first: ReadCell, cells: list[ReadCell], said: str) -> Spread:
    return Spread(first._replace(text=said), tuple(cells))


def _has_option(cell: ReadCell, named: set[str], field: OwnField) -> bool:
    """Tell a cell that says one of the options with a mark."""
    said = squeezed(cell.text)
    marks = (squeezed(field.ticked), squeezed(field.unticked))
    bare = next((said.replace(m, "") for m in marks if m and m in said), "")
    return normal(bare) in named


def _is_mark(cell: ReadCell, book: LabelBook) -> bool:
    phrases = book.phrases
    return squeezed(cell.text) in ("", *phrases.words("tick"), *phrases.words("box"))


def _option_over(table: ReadTable, cell: ReadCell, field: OwnField) -> str:
    """Return the option that stands over the column of a cell."""
    options = {normal(option): option for option in field.words}
    over = (table.at(row, cell.column) for row in range(cell.row - 1, -1, -1))
    return next(
        (options[n] for c in over if c is not None and (n := normal(c.text)) in options), ""
    )
