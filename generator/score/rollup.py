"""Department indicators from those of projects: absolute values add up, shares are means by funds.

The rule is the one printed under the Hubei forms: first the completed values are gathered, then the
department's row is scored; qualitative rows take the mean of the projects' scores.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from generator.base.measure import MeasureKind
from generator.base.number import approximate, plain, round_half_up
from generator.base.toml import KeyPath
from generator.model.dossier import Dossier, IndicatorAt, Subject
from generator.model.figure_id import FigureId
from generator.model.units import Units
from generator.score.score_sheet import IndicatorScore, ScoreSheet
from generator.score.score_terms import Rules
from generator.score.trace import Trace

SHARE_UNITS = ("%", "‰")
SHARE_PLACES = 2
SUM_PLACES = 8  # sums of typed decimals end long before; only 元 to 亿元 adds places


class RolledUp(NamedTuple):
    """What a department row takes from its sources: an actual, or a score of its own."""

    actual: str
    own_score: Decimal | None
    trace: Trace
    sources: tuple[FigureId, ...] = ()


class _Source(NamedTuple):
    project: Subject
    row: IndicatorScore

    @property
    def funds(self) -> Fraction | None:
        """Return the adjusted budget, by which shares are weighted."""
        budget = self.project.entry.funds.budget
        return None if budget is None else Fraction(budget)

    def figure(self, side: str) -> FigureId:
        """Return the id of a figure of the source row."""
        return FigureId.indicator(self.project.id, self.row.id, side)


def roll_up(
    dossier: Dossier, sheets: Mapping[str, ScoreSheet], rules: Rules
) -> dict[KeyPath, RolledUp]:
    """Work out every department row that names its sources."""
    department = dossier.department
    if department is None:
        return {}
    return {
        at.keys: _roll_up_row(at, dossier, sheets, rules)
        for at in department.indicators
        if at.indicator.from_
    }


def find_source(
    reference: str, dossier: Dossier, sheets: Mapping[str, ScoreSheet]
) -> _Source | None:
    """Find ``case-handling:办理案件数``."""
    project_id, _, name = reference.partition(":")
    project = next((p for p in dossier.projects if p.id == project_id.strip()), None)
    if project is None or project.id not in sheets:
        return None
    rows = sheets[project.id].indicators
    row = next((r for r in rows if r.at.indicator.name == name.strip()), None)
    return None if row is None else _Source(project, row)


def _roll_up_row(
    at: IndicatorAt, dossier: Dossier, sheets: Mapping[str, ScoreSheet], rules: Rules
) -> RolledUp:
    found = {reference: find_source(reference, dossier, sheets) for reference in at.indicator.from_}
    unknown = [reference for reference, source in found.items() if source is None]
    if unknown:
        return _fault(f"找不到汇总来源：{'、'.join(unknown)}")
    sources = [source for source in found.values() if source is not None]
    measures = [s.row.judgement.actual for s in sources]
    if all(m.kind is MeasureKind.NUMBER for m in measures):
        unit, units = measures[0].unit, rules.units
        if not all(units.are_comparable(unit, m.unit) for m in measures):
            return _fault("各来源的单位不同，不能汇总")
        values = [units.convert(Fraction(m.value), m.unit, unit) for m in measures]
        if unit in SHARE_UNITS:
            return _mean_value(sources, values, unit, units)
        return _sum(sources, values, unit)
    if any(m.kind is MeasureKind.NUMBER for m in measures):
        return _fault("来源中既有数值又有文字，不能汇总")
    return _mean_score(at, sources, rules)


def _sum(sources: Sequence[_Source], values: Sequence[Fraction], unit: str) -> RolledUp:
    total = plain(round_half_up(sum(values, Fraction(0)), SUM_PLACES))
    terms = " + ".join(approximate(v) for v in values)
    return RolledUp(
        f"{total}{unit}",
        None,
        Trace(f"{terms} = {total}{unit}", f"绝对值累加：{_names(sources)}"),
        tuple(source.figure("actual") for source in sources),
    )


def _mean_value(
    sources: Sequence[_Source], values: Sequence[Fraction], unit: str, units: Units
) -> RolledUp:
    mean, formula = _weighted(sources, values, units)
    if mean is None:
        return _fault(formula)
    shown = plain(round_half_up(mean, SHARE_PLACES))
    return RolledUp(
        f"{shown}{unit}",
        None,
        Trace(f"{formula} → {shown}{unit}", f"相对值按资金加权平均：{_names(sources)}"),
        tuple(source.figure("actual") for source in sources),
    )


def _mean_score(at: IndicatorAt, sources: Sequence[_Source], rules: Rules) -> RolledUp:
    shares: list[Fraction] = []
    for source in sources:
        score, weight = source.row.judgement.score.value, source.row.at.indicator.weight
        if score is None or not weight:
            return _fault(f"{source.row.at.indicator.name}没有得分，不能汇总")
        shares.append(Fraction(score) / Fraction(weight))
    mean, formula = _weighted(sources, shares, rules.units)
    if mean is None:
        return _fault(formula)
    if at.indicator.weight is None:
        return _fault("部门指标缺少分值")
    score = round_half_up(mean * Fraction(at.indicator.weight), rules.places)
    text = sources[0].row.actual_text if len({s.row.actual_text for s in sources}) == 1 else ""
    trace = Trace(
        f"{plain(at.indicator.weight)} × {formula} → {plain(score)}",
        f"定性指标得分率按资金加权平均：{_names(sources)}",
    )
    return RolledUp(text, score, trace, tuple(source.figure("score") for source in sources))


def _weighted(
    sources: Sequence[_Source], values: Sequence[Fraction], units: Units
) -> tuple[Fraction | None, str]:
    unit = sources[0].project.entry.funds.unit
    funds = [
        None if s.funds is None else units.convert(s.funds, s.project.entry.funds.unit, unit)
        for s in sources
    ]
    known = [f for f in funds if f is not None]
    total = sum(known, Fraction(0))
    if len(known) < len(funds) or total == 0:
        return None, "来源项目缺少全年预算数，不能加权"
    mean = sum((v * f for v, f in zip(values, known, strict=True)), Fraction(0)) / total
    terms = " + ".join(
        f"{approximate(v)} × {approximate(f)}" for v, f in zip(values, known, strict=True)
    )
    return mean, f"（{terms}）÷ {approximate(total)} = {approximate(mean)}"


def _names(sources: Sequence[_Source]) -> str:
    return "、".join(f"{s.project.name}“{s.row.at.indicator.name}”" for s in sources)


def _fault(message: str) -> RolledUp:
    return RolledUp("", None, Trace(message))
