"""C08: an indicator whose name says what it counts is not counted in something else."""

from collections.abc import Iterator

from generator.base.measure import MeasureKind
from generator.rules.dossier.evidence import Evidence
from generator.rules.finding import Finding
from generator.rules.where import KeyPlace


def dimensions(evidence: Evidence) -> Iterator[Finding]:
    """Hold the unit of every target against the ending of its name."""
    units = evidence.wording.units
    for subject, sheet in evidence.subjects():
        for row in sheet.indicators:
            target, name = row.judgement.target, row.at.indicator.name
            if target.kind is not MeasureKind.NUMBER or not target.unit:
                continue
            for rule in evidence.wording.rate_words:
                if name.endswith(rule.endings) and units.dimension(target.unit) != rule.dimension:
                    at = KeyPlace(subject.source, (*row.at.keys, "target"))
                    left, right = target.unit, rule.dimension
                    yield Finding("unit-unfit", at, left, right, target.text, name)
