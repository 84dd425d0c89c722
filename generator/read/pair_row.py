"""A row of labels with an amount beside each: 年初预算数（元） | 100 | 预算安排（元） | 120."""

from collections.abc import Sequence

from generator.model.reading import ReadCell
from generator.read.evidence_cells import CellLens

# Labels of the money, which name no class and no indicator.
_AMOUNTS = frozenset(("initial", "budget", "spent", "rate", "fund-total", "fund-source"))
_FEWEST = 2


def are_amounts(own: Sequence[ReadCell], lens: CellLens) -> bool:
    """Tell such a row from a row of an indicator; every second cell is a label, and no other is."""
    labels, values = own[::2], own[1::2]
    if len(values) < _FEWEST or any(lens.role(c.text) not in _AMOUNTS for c in labels[:_FEWEST]):
        return False
    are_labels = all(lens.role(c.text) for c in labels[: len(values)])
    return are_labels and not any(lens.role(c.text) for c in values)
