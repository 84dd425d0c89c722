"""The department's rows that come from those of its projects, with everything that went in.

The calculation is that of ``score/rollup.py``; here its sources are laid out side by side, so that
a sheet can work them out again.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from generator.base.measure import MeasureKind
from generator.model.dossier import Dossier
from generator.model.scheme import Scheme
from generator.model.units import Units
from generator.score.rollup import SHARE_PLACES, SHARE_UNITS, SUM_PLACES, find_source
from generator.score.score_sheet import IndicatorScore, ScoreSheet
from generator.summary.digest_rows import MONEY, RolledRow, RolledSource, Way


def rolled_rows(
    dossier: Dossier, sheets: Mapping[str, ScoreSheet], scheme: Scheme, units: Units
) -> Iterator[RolledRow]:
    """Go through the rows of the department that were rolled up."""
    department = dossier.department
    if department is None or department.id not in sheets:
        return
    for row in sheets[department.id].indicators:
        if row.rolled_up is None or not row.rolled_up.rule:
            continue
        found = _rolled(row, dossier, sheets, scheme, units)
        if found is not None:
            yield found


def _rolled(
    row: IndicatorScore,
    dossier: Dossier,
    sheets: Mapping[str, ScoreSheet],
    scheme: Scheme,
    units: Units,
) -> RolledRow | None:
    name, actual = row.at.indicator.name, row.judgement.actual
    found = [find_source(reference, dossier, sheets) for reference in row.at.indicator.from_]
    is_number = actual.kind is MeasureKind.NUMBER and all(
        s is not None and s.row.judgement.actual.kind is MeasureKind.NUMBER for s in found
    )
    unit = actual.unit if is_number else ""
    sources: list[RolledSource] = []
    for source in found:
        if source is None:
            return None
        measure, weight = source.row.judgement.actual, source.row.at.indicator.weight
        score = source.row.judgement.score.value
        if is_number:
            value = units.convert(Fraction(measure.value), measure.unit, unit)
        elif score is not None and weight:
            value = Fraction(score) / Fraction(weight)
        else:
            return None
        funds = source.funds
        if funds is not None:
            funds = units.convert(funds, source.project.entry.funds.unit, MONEY)
        sources.append(
            RolledSource(source.project.name, source.row.at.indicator.name, value, funds)
        )
    if is_number:
        way = Way.MEAN if unit in SHARE_UNITS else Way.SUM
        places = SHARE_PLACES if way is Way.MEAN else SUM_PLACES
        return RolledRow(name, way, unit, tuple(sources), Decimal(actual.value), places)
    score = row.judgement.score.value
    if score is None:
        return None
    places = scheme.rounding.places if scheme.rounding is not None else 2
    weight = row.at.indicator.weight
    return RolledRow(name, Way.SCORE, "分", tuple(sources), score, places, weight)
