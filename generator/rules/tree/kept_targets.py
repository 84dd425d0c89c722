"""X11: the targets and the goal of a year are those of the year before, to the last figure."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.base.measure import MeasureKind
from generator.base.pattern import Pattern
from generator.model.dossier import Dossier, Subject
from generator.model.subject import ProjectEntry
from generator.model.units import Units
from generator.rules.finding import Finding
from generator.rules.tree.tree_texts import short
from generator.rules.where import KeyPlace

_FEWEST = 3
_RATE = "%"  # rates are seldom set anew each year
_YEAR = Pattern(r"20[0-9]{2}年度?")
_FIGURE = Pattern("[0-9]")


def kept_targets(dossiers: Sequence[Dossier], units: Units) -> Iterator[Finding]:
    """Hold each project against the same one of the year before."""
    years: dict[tuple[str, str], list[tuple[int, Subject]]] = defaultdict(list)
    for dossier in dossiers:
        unit = dossier.unit.unit
        for subject in dossier.subjects:
            key = (unit.code or unit.name, _identity(subject))
            years[key].append((dossier.unit.year, subject))
    for found in years.values():
        for (before, old), (now, new) in pairwise(sorted(found, key=lambda own: own[0])):
            if before < now:
                yield from _targets(old, new, str(before), units)
                yield from _goals(old, new, str(before))


def _identity(subject: Subject) -> str:
    entry = subject.entry
    code = entry.project.code if isinstance(entry, ProjectEntry) else ""
    return code or _YEAR.sub("", subject.name) or subject.kind


def _targets(old: Subject, new: Subject, year: str, units: Units) -> Iterator[Finding]:
    before, now = (_amounts(subject, units) for subject in (old, new))
    shared = before.keys() & now.keys()
    if len(shared) >= _FEWEST and all(before[name] == now[name] for name in shared):
        at, model = (KeyPlace(s.source, ("indicator",)) for s in (new, old))
        yield Finding("targets-kept", at, str(len(shared)), year, str(model.place), new.name)


def _amounts(subject: Subject, units: Units) -> dict[str, str]:
    """Return the targets that are amounts, by name."""
    rate = units.dimension(_RATE)
    found = {}
    for row in subject.indicators:
        measure = units.measure(row.indicator.target)
        if measure.kind is MeasureKind.NUMBER and units.dimension(measure.unit) != rate:
            found[row.indicator.name] = "".join(row.indicator.target.split())
    return found


def _goals(old: Subject, new: Subject, year: str) -> Iterator[Finding]:
    for before, now in zip(old.goals, new.goals, strict=False):
        said = now.goal.expected
        if said == before.goal.expected and _FIGURE.search(said) and "{{" not in said:
            at, model = (
                KeyPlace(s.source, (*goal.keys, "expected"))
                for s, goal in ((new, now), (old, before))
            )
            yield Finding(
                "goal-kept", at, short(said), year, str(model.place), new.name, short(said)
            )
