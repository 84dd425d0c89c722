"""What was reached where only a column of remarks says it: 完成情况说明 with figures like the targets'."""

import re
from collections.abc import Sequence

from generator.base.measure import MeasureKind
from generator.base.pattern import Pattern
from generator.model.foreign_document import ReadCell
from generator.read.columns import SURE, Choice
from generator.read.evidence_cells import EMPTY, CellLens
from generator.read.label_book import bare_label
from generator.read.printed_values import squeezed

_TELLING = ("reason", "remark")
_COUNTED = (MeasureKind.NUMBER, MeasureKind.RANGE)
_DAY = Pattern("[0-9]{1,4}[年月日]|[0-9]{4}[-./][0-9]{1,2}")


def with_told_actual(choices: Sequence[Choice], lens: CellLens) -> list[Choice]:
    """Take a column of remarks for what was reached if nothing else is and its figures are; it is unsure."""
    target = next((c for c in choices if c.role == "target"), None)
    if target is None or any(c.role in ("actual", "interim") for c in choices):
        return list(choices)
    told = next((c for c in choices if _tells(c, target, lens)), None)
    if told is None:
        return list(choices)
    doubtful = told._replace(role="actual", runner_up=told.role, margin=min(told.margin, SURE / 2))
    return [doubtful if c is told else c for c in choices]


def _tells(choice: Choice, target: Choice, lens: CellLens) -> bool:
    """Tell whether half of what a column says beside measured targets has a figure of their kind."""
    words = lens.book.phrases.words("told-actual")
    if choice.role not in _TELLING or bare_label(choice.strip.heading) not in words:
        return False
    beside = [
        (one.text, other.text)
        for one, other in zip(target.strip.cells, choice.strip.cells, strict=True)
        if one is not None and other is not None and _is_measured(one, lens)
    ]
    said = [(wanted, text) for wanted, text in beside if lens.look(text).kind not in EMPTY]
    hits = sum(_is_kin(wanted, text, lens) for wanted, text in said)
    return bool(hits) and 2 * hits >= len(said) and 2 * len(said) >= len(beside)


def _is_measured(cell: ReadCell, lens: CellLens) -> bool:
    return lens.book.units.measure(cell.text).kind in (*_COUNTED, MeasureKind.DATE)


def _is_kin(wanted: str, text: str, lens: CellLens) -> bool:
    """Tell whether a text has a number in the unit of a target, or a day where that is one."""
    measure, plain = lens.book.units.measure(wanted), squeezed(text)
    if measure.kind is MeasureKind.DATE:
        return _DAY.search(plain) is not None
    return re.search(rf"[0-9]{re.escape(squeezed(measure.unit))}", plain) is not None
