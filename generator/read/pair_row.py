"""Rows of labels and values: 年初预算数（元） | 100 | 预算安排（元） | 120, or 总分：50 | 等级：优."""

from collections.abc import Collection, Sequence

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


def are_labelled(own: Sequence[ReadCell], lens: CellLens, ends: Collection[str]) -> bool:
    """Tell a row in which every cell is a label with its value, the first one of some roles."""
    heads = [c.text.replace(":", "：").partition("：") for c in own]
    roles = [lens.role(head) if colon else "" for head, colon, _ in heads]
    return bool(roles) and all(roles) and (roles[0] in ends or roles[0] in _AMOUNTS)
