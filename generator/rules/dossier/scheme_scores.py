"""A07 by the scheme: scores that follow from it."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.number import places_of, plain, round_half_up, truncate
from generator.model.dossier import Subject
from generator.model.scheme_bounds import Rounding
from generator.rules.dossier.evidence import Evidence
from generator.rules.finding import Finding
from generator.rules.where import KeyPlace
from generator.score.score_sheet import IndicatorScore
from generator.score.tiers import lies_in, tier_named


def scores(evidence: Evidence) -> Iterator[Finding]:
    """A07: stated and own scores follow the formula, the bounds and the tiers."""
    for subject, sheet in evidence.subjects():
        for row in sheet.indicators:
            if not row.is_shared:
                yield from _row(subject, row, evidence)


def _row(subject: Subject, row: IndicatorScore, evidence: Evidence) -> Iterator[Finding]:
    indicator, score = row.at.indicator, row.judgement.score
    if indicator.constraint:
        yield from _deduction(subject, row)
        return
    if not score.computed or score.value is None:
        yield from _tier(subject, row, evidence)
        return
    own, printed = (*row.at.keys, "score"), (*row.at.keys, "stated", "score")
    for keys, value in ((own, indicator.score), (printed, indicator.stated.score)):
        if value is None or _agrees(value, score.value, evidence.scheme.rounding):
            continue
        if indicator.weight is None or value <= indicator.weight:  # more is told by the print
            at, trace = KeyPlace(subject.source, keys), score.trace
            left, right, name = plain(value), plain(score.value), indicator.name
            yield Finding("score-differs", at, left, right, trace.formula, name, basis=trace.basis)


def _agrees(value: Decimal, computed: Decimal, rounding: Rounding | None) -> bool:
    """Compare at the precision in which the value was printed, as the scheme compares."""
    tolerance = rounding.tolerance if rounding and rounding.tolerance is not None else Decimal(0)
    cut = truncate if rounding and rounding.compare == "truncate" else round_half_up
    return abs(cut(computed, places_of(value)) - value) <= tolerance


def _deduction(subject: Subject, row: IndicatorScore) -> Iterator[Finding]:
    score, weight = row.at.indicator.score, row.at.indicator.weight
    if score is not None and (score > 0 or (weight is not None and score < -weight)):
        at = KeyPlace(subject.source, (*row.at.keys, "score"))
        yield Finding("deduction", at, plain(score), name=row.at.indicator.name)


def _tier(subject: Subject, row: IndicatorScore, evidence: Evidence) -> Iterator[Finding]:
    indicator = row.at.indicator
    tier = tier_named(row.actual_text, evidence.scheme)
    if tier is None or indicator.score is None or indicator.weight is None:
        return
    if not lies_in(indicator.score, indicator.weight, tier, evidence.scheme):
        at, band = (
            KeyPlace(subject.source, (*row.at.keys, "score")),
            f"{plain(tier.to)}%–{plain(tier.from_)}%",
        )
        left, basis = plain(indicator.score), evidence.scheme.cite(tier.basis)
        yield Finding("tier", at, left, band, tier.label, indicator.name, basis=basis)
