"""C03: rows that go far beyond their target, by the line that the scheme draws."""

from collections.abc import Iterator

from generator.base.number import plain, round_half_up
from generator.rules.dossier.evidence import Evidence
from generator.rules.finding import Finding
from generator.rules.where import KeyPlace
from generator.score.beyond import goes_beyond


def beyond(evidence: Evidence) -> Iterator[Finding]:
    """Every row that goes far beyond says why."""
    bound = evidence.scheme.thresholds.over_completion
    if not evidence.is_evaluation or bound is None:
        return
    for subject, sheet in evidence.subjects():
        for row in sheet.indicators:
            reached = row.judgement.completion
            if (
                reached is None
                or not goes_beyond(reached, bound)
                or row.at.indicator.reason.strip()
            ):
                continue
            at = KeyPlace(subject.source, (*row.at.keys, "actual"))
            left, right = f"{plain(round_half_up(reached * 100, 2))}%", f"{plain(bound.percent)}%"
            name, basis = row.at.indicator.name, evidence.scheme.cite(bound.basis)
            yield Finding("beyond", at, left, right, name=name, basis=basis)
