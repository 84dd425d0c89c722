"""A measure: what a target promises or an actual reports. ``base/measure_reader`` reads it."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from generator.base.deadline import Deadline, write_deadline


class MeasureKind(StrEnum):
    """What a text turned out to be. A choice is the unfilled 是/否 of a form, not an answer."""

    NUMBER = "number"
    RANGE = "range"
    DATE = "date"
    YES_NO = "yes-no"
    QUALITATIVE = "qualitative"
    CHOICE = "choice"
    TEXT = "text"
    EMPTY = "empty"


class Operator(StrEnum):
    """How the number bounds what is wanted."""

    AT_LEAST = "≥"
    AT_MOST = "≤"
    ABOVE = ">"
    BELOW = "<"
    EQUAL = "="


class Measure(NamedTuple):
    """A text and what it says; a number has ``low`` = ``high``, whatever its operator."""

    text: str
    kind: MeasureKind
    operator: Operator | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    approximate: bool = False
    deadline: Deadline | None = None
    yes: bool | None = None

    @property
    def value(self) -> Decimal:
        """Return the number of a measure that is one; ask for the kind first."""
        if self.kind is not MeasureKind.NUMBER or self.low is None:
            message = f"a measure of kind {self.kind} has no value"
            raise ValueError(message)
        return self.low


YES, NO, QUALITATIVE, ABOUT = "是", "否", "定性", "约"


def write_measure(measure: Measure) -> str:
    """Write a measure in its plainest form, which is read again as the same measure."""
    low, high, unit = measure.low, measure.high, measure.unit
    if measure.kind is MeasureKind.NUMBER and low is not None:
        about = ABOUT if measure.approximate else ""
        return f"{measure.operator or ''}{about}{low:f}{unit}"
    if measure.kind is MeasureKind.RANGE and low is not None and high is not None:
        return f"{low:f}{unit}~{high:f}{unit}"
    if measure.kind is MeasureKind.DATE and measure.deadline is not None:
        return write_deadline(measure.deadline)
    words = {
        MeasureKind.YES_NO: YES if measure.yes else NO,
        MeasureKind.QUALITATIVE: QUALITATIVE,
        MeasureKind.CHOICE: f"{YES}/{NO}",
        MeasureKind.EMPTY: "",
    }
    return words.get(measure.kind, measure.text)
