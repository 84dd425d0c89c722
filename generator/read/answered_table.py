"""A table without the instructions that were left in beside answers: readers see only the answers.

What asks is taken off once, before anything else looks at a cell, so that no reader can take a
cell for an instruction because one stands in it.
"""

from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.form_words import Vocabulary


def with_answers(table: ReadTable, phrases: Vocabulary) -> ReadTable:
    """Return a table in which cells that ask and answer only answer."""
    changed: dict[int, ReadCell] = {}
    for row in range(len(table.grid)):
        for cell in table.cells(row):
            if cell.row != row or not cell.text or phrases.is_note(cell.text):
                continue
            said = phrases.answer(cell.text)
            if said and said != cell.text:
                changed[id(cell)] = cell._replace(text=said)
    if not changed:
        return table
    grid = tuple(tuple(changed.get(id(cell), cell) for cell in row) for row in table.grid)
    return table._replace(grid=grid)
