"""The parts of a measure that forms print in columns of their own: sign, value, unit."""

from typing import NamedTuple
from unicodedata import normalize

from generator.base.measure import ABOUT, Measure, MeasureKind, Operator
from generator.base.pattern import Pattern

MONTH = Pattern(r"([0-9]{1,2})(月)")
_WORDS = (MeasureKind.TEXT, MeasureKind.YES_NO, MeasureKind.QUALITATIVE, MeasureKind.CHOICE)
_SIGNS = tuple(operator.value for operator in Operator)


class MeasureParts(NamedTuple):
    """A measure taken apart; what is no number is all value."""

    sign: str
    value: str
    unit: str
    is_words: bool = False

    def changed(self, name: str, text: str) -> "MeasureParts":
        """Return the parts with one of them in the place of what it was."""
        said = {"sign": self.sign, "value": self.value, "unit": self.unit, name: text}
        return MeasureParts(said["sign"], said["value"], said["unit"])


def parts_of(measure: Measure) -> MeasureParts:
    """Take a measure apart."""
    low, high = measure.low, measure.high
    if measure.kind is MeasureKind.NUMBER and low is not None:
        about = ABOUT if measure.approximate else ""
        return MeasureParts(str(measure.operator or ""), f"{about}{low:f}", _unit_of(measure))
    if measure.kind is MeasureKind.RANGE and low is not None and high is not None:
        return MeasureParts("", f"{low:f}~{high:f}", measure.unit)
    sign = next((own for own in _SIGNS if measure.text.startswith(own)), "")
    if sign and measure.kind is MeasureKind.TEXT:  # ≤12月20日
        return MeasureParts(sign, measure.text.removeprefix(sign).strip(), "")
    return MeasureParts("", measure.text, "", measure.kind in _WORDS)


def by_the_month(parts: MeasureParts) -> MeasureParts:
    """Take a month with a sign apart, too: ≤10月 has its unit in a column of its own."""
    month = MONTH.fullmatch(parts.value) if parts.sign else None
    return parts if month is None else parts._replace(value=month[1], unit=month[2])


def _unit_of(measure: Measure) -> str:
    """Return the unit as it was written: 台（件）."""
    said = measure.text[len(measure.text) - len(measure.unit) :]
    return said if normalize("NFKC", said) == measure.unit else measure.unit


def put_together(parts: MeasureParts) -> str:
    """Write a measure again from its parts."""
    return f"{parts.sign}{parts.value}{parts.unit}"
