"""The row of a draft that says of a list without an indicator that one is missing."""

from typing import Final

from generator.model.blocks import Cell, Row
from generator.tables.indicator_lines import Line

_WANTED: Final = ("level1", "level2", "name", "target", "target_value", "weight")
NO_INDICATOR: Final = Line(0, "", None)


def missing_row(row: Row, gap: Cell) -> Row:
    """Show a gap in the cells of a row that no indicator is without."""
    return row._replace(cells={**row.cells, **dict.fromkeys(_WANTED, gap)})
