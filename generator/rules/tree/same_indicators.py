"""X10: indicators of one name are counted in one unit, and more is better for all of them or for none."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.base.chinese import half_width
from generator.base.measure import MeasureKind, Operator
from generator.model.dossier import Dossier
from generator.model.indicator import Indicator
from generator.model.units import Units
from generator.rules.finding import Finding
from generator.rules.tree.tree_texts import places
from generator.rules.where import KeyPlace

_UP, _DOWN = "越大越好（≥）", "越小越好（≤）"
_WAYS = {
    Operator.AT_LEAST: _UP,
    Operator.ABOVE: _UP,
    Operator.AT_MOST: _DOWN,
    Operator.BELOW: _DOWN,
}


class _Use(NamedTuple):
    """How a row uses a name: ``same`` tells uses apart, ``shown`` is what stands there."""

    same: str
    shown: str
    at: KeyPlace
    name: str


def same_indicators(dossiers: Sequence[Dossier], units: Units) -> Iterator[Finding]:
    """Tell each row whose unit or direction most rows of its name do not have."""
    counted: dict[str, list[_Use]] = defaultdict(list)
    directed: dict[str, list[_Use]] = defaultdict(list)
    for dossier in dossiers:
        for subject in dossier.subjects:
            for row in subject.indicators:
                name = row.indicator.name
                key = "".join(half_width(name).split())
                at = KeyPlace(subject.source, (*row.keys, "target"))
                if unit := _unit(row.indicator, units):
                    counted[key].append(_Use(units.dimension(unit), unit, at, name))
                if way := _way(row.indicator, units):
                    directed[key].append(_Use(way, way, at, name))
    yield from _deviating("unit-differs", counted)
    yield from _deviating("direction-differs", directed)


def _unit(indicator: Indicator, units: Units) -> str:
    measure = units.measure(indicator.target)
    return measure.unit if measure.kind in (MeasureKind.NUMBER, MeasureKind.RANGE) else ""


def _way(indicator: Indicator, units: Units) -> str:
    if indicator.direction:
        return _WAYS.get(Operator(indicator.direction), "")
    operator = units.measure(indicator.target).operator
    return _WAYS.get(operator, "") if operator is not None else ""


def _deviating(id: str, named: dict[str, list[_Use]]) -> Iterator[Finding]:
    for uses in named.values():
        alike: dict[str, list[_Use]] = defaultdict(list)
        for use in uses:
            alike[use.same].append(use)
        if len(alike) < 2:
            continue
        best = max(alike.values(), key=len)
        seen = f"{len(best)} 处：{places([use.at for use in best])}"
        for use in uses:
            if use.same != best[0].same:
                yield Finding(id, use.at, use.shown, best[0].shown, seen, use.name, use.shown)
