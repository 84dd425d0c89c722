"""I33: goals of the spring for which every result is filled in already."""

from collections.abc import Iterator

from generator.model.dossier import Subject
from generator.rules.dossier.evidence import Evidence
from generator.rules.finding import Finding
from generator.rules.where import KeyPlace


def filled(evidence: Evidence) -> Iterator[Finding]:
    """Look whether a dossier that calls itself goals has all the results of an evaluation."""
    dossier = evidence.dossier
    if dossier.unit.stage != "goals" or evidence.is_evaluation:
        return
    scored = [subject for subject in dossier.subjects if subject.indicators]
    if scored and all(_has_results(subject) for subject in scored):
        yield Finding("results-of-goals", KeyPlace(dossier.source, ("stage",)))


def _has_results(subject: Subject) -> bool:
    rows = (at.indicator for at in subject.indicators)
    is_filled = all((row.actual or row.actual_text).strip() for row in rows)
    return is_filled and subject.entry.funds.spent is not None
