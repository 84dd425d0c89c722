"""R02: the scheme was in force in the year of the dossier."""

from collections.abc import Iterator

from generator.rules.dossier.evidence import Evidence
from generator.rules.finding import Finding
from generator.rules.where import KeyPlace


def force(evidence: Evidence) -> Iterator[Finding]:
    """Hold the year against the scheme's."""
    unit, scheme = evidence.dossier.unit, evidence.scheme
    if not scheme.force.holds(unit.year):
        at = KeyPlace(evidence.dossier.source, ("year",))
        left, right = str(scheme.force), str(unit.year)
        yield Finding("out-of-force", at, left, right, name=scheme.title)
