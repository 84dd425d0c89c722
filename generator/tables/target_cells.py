"""The cells of what was promised and reached: whole, and taken apart into sign, value and unit."""

from unicodedata import normalize

from generator.base.deadline import parse_deadline
from generator.base.measure import QUALITATIVE, Measure, MeasureKind
from generator.base.measure_parts import MONTH, by_the_month, parts_of
from generator.model.blocks import Cell
from generator.model.figure_id import FigureId
from generator.model.spans import Span
from generator.score.score_sheet import IndicatorScore
from generator.tables.form_cells import FormCells

TABLE = "indicators"
_PARTS = ("value", "amount", "signed")


class TargetCells:
    """Makes the cells of target and actual of one subject."""

    def __init__(self, owner: str, cells: FormCells) -> None:
        self._owner, self._cells = owner, cells

    def target(self, row: IndicatorScore) -> dict[str, Cell]:
        """Make the cells of the target: the sign as the form writes it, the number alone."""
        figure_id = FigureId.indicator(self._owner, row.id, "target")
        measure, signs = row.judgement.target, self._cells.printing.signs
        parts = by_the_month(parts_of(measure))
        sign = signs.written.get(parts.sign or row.at.indicator.direction or "", "")
        value = parts.value
        if parts.is_words:
            sign = signs.qualitative
            value = "" if sign and value.strip() == QUALITATIVE else value
        if measure.kind is MeasureKind.DATE:
            sign = sign or signs.dated
        if measure.kind is MeasureKind.EMPTY:
            sign = ""
        unit = self._cells.printing.date_unit if parse_deadline(value) else parts.unit
        return {
            "target": self._cells.quoted(TABLE, "target", figure_id),
            "target_sign": _of(sign, figure_id),
            "target_value": self._value(
                "target_value", figure_id, value, row.judgement.target.kind
            ),
            "target_unit": _of(unit, figure_id),
            "target_amount": _of(f"{value}{parts.unit}", figure_id),
            "target_signed": _of(f"{sign}{value}", figure_id),
        }

    def actual(self, row: IndicatorScore) -> dict[str, Cell]:
        """Make the cells of the value and the unit of what was reached."""
        figure_id = FigureId.indicator(self._owner, row.id, "actual")
        measure = row.judgement.actual
        parts, of = parts_of(measure), by_the_month(parts_of(row.judgement.target))
        if (month := MONTH.fullmatch(parts.value)) and of.unit == month[2]:
            parts = parts._replace(value=month[1], unit=month[2])
        is_same = normalize("NFKC", parts.unit) == normalize("NFKC", of.unit)
        return {
            "actual_bare": _of(parts.value if is_same else measure.text, figure_id),
            "actual_value": self._value("actual_value", figure_id, parts.value, measure.kind),
            "actual_unit": _of(parts.unit, figure_id),
        }

    def adjusted(self, row: IndicatorScore) -> dict[str, Cell]:
        """Make the cells of a target that was changed in the year: what it was, what it is."""
        first = FigureId.indicator(self._owner, row.id, "initial_target")
        figure_id = FigureId.indicator(self._owner, row.id, "target")
        was = row.at.indicator.initial_target
        is_changed = bool(was) and was != row.at.indicator.target
        shown = self._cells.quoted(TABLE, "adjusted_target", figure_id)
        target = self.target(row)
        now = {part: target[f"target_{part}"] for part in _PARTS}
        then = self._parted(self._cells.measure(was), row, first) if was else now
        return {
            "initial_target": self._cells.quoted(
                TABLE, "initial_target", first if was else figure_id
            ),
            "adjusted_target": shown if is_changed else Cell(),
            **{f"initial_target_{part}": cell for part, cell in then.items()},
            **{
                f"adjusted_target_{part}": cell if is_changed else Cell()
                for part, cell in now.items()
            },
        }

    def _parted(
        self, measure: Measure, row: IndicatorScore, figure_id: FigureId
    ) -> dict[str, Cell]:
        """Make the cells of a target without what columns beside it say."""
        parts, signs = by_the_month(parts_of(measure)), self._cells.printing.signs
        sign = signs.written.get(parts.sign or row.at.indicator.direction or "", "")
        return {
            "value": _of(parts.value, figure_id),
            "amount": _of(f"{parts.value}{parts.unit}", figure_id),
            "signed": _of(f"{sign}{parts.value}", figure_id),
        }

    def _value(self, column: str, figure_id: FigureId, value: str, kind: MeasureKind) -> Cell:
        if kind is MeasureKind.NUMBER and self._cells.printing.number(TABLE, column) is not None:
            return self._cells.number(TABLE, column, figure_id)
        return _of(value, figure_id)


def _of(text: str, figure_id: FigureId) -> Cell:
    return Cell((Span(text, figure_id),)) if text else Cell()
