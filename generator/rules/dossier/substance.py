"""Family C, second half: indicators that say nothing, cannot be compared, or stand in the wrong place."""

from collections.abc import Iterator

from generator.base.measure import Measure, MeasureKind
from generator.model.dossier import Subject
from generator.model.units import Units
from generator.rules.dossier.evidence import Evidence
from generator.rules.finding import Finding
from generator.rules.where import KeyPlace
from generator.score.sheet import IndicatorScore


def placeholders(evidence: Evidence) -> Iterator[Finding]:
    """C06: no unit word, choice or form instruction stands in for a value."""
    words = evidence.wording.placeholders
    if words is None:
        return
    for subject, sheet in evidence.subjects():
        for row in sheet.indicators:
            indicator, target = row.at.indicator, row.judgement.target
            text = indicator.target.strip()
            # A bare 定性 is fine once somebody has judged it; before that it promises nothing.
            is_bare = target.kind is MeasureKind.QUALITATIVE and not (
                row.actual_text or indicator.actual_text
            )
            if (
                text in words.target
                or target.kind is MeasureKind.CHOICE
                or (is_bare and evidence.is_evaluation)
            ):
                at = KeyPlace(subject.source, (*row.at.keys, "target"))
                yield Finding("target-empty", at, text, name=indicator.name, quote=text)
            actual = row.actual_text.strip()
            if actual in words.actual and _is_quantitative(target):
                at = KeyPlace(subject.source, (*row.at.keys, "actual"))
                yield Finding("actual-empty", at, actual, name=indicator.name, quote=actual)


def _is_quantitative(measure: Measure) -> bool:
    return measure.kind in (MeasureKind.NUMBER, MeasureKind.RANGE)


def comparable(evidence: Evidence) -> Iterator[Finding]:
    """C07 and C08: target and actual can be compared, their units fit the name and each other."""
    words, units = evidence.wording.placeholders, evidence.wording.units
    waiting, unfit = (words.actual, words.target) if words else ((), ())
    for subject, sheet in evidence.subjects():
        for row in sheet.indicators:
            target, actual = row.judgement.target, row.judgement.actual
            yield from _dimension(subject, row, evidence, units)
            if not row.actual_text.strip() or row.actual_text.strip() in waiting:
                continue
            at = KeyPlace(subject.source, (*row.at.keys, "actual"))
            name, wanted, reached = row.at.indicator.name, _short(target.text), _short(actual.text)
            is_unfit = target.text.strip() in unfit
            if _is_quantitative(target) and not _is_quantitative(actual):
                yield Finding("words-for-number", at, reached, wanted, name=name)
            elif target.kind is MeasureKind.TEXT and _is_quantitative(actual) and not is_unfit:
                yield Finding("number-for-words", at, reached, wanted, name=name)
            elif _is_quantitative(target) and not units.are_comparable(target.unit, actual.unit):
                yield Finding("units-differ", at, actual.unit, target.unit, name=name)


def _dimension(
    subject: Subject, row: IndicatorScore, evidence: Evidence, units: Units
) -> Iterator[Finding]:
    target, name = row.judgement.target, row.at.indicator.name
    if target.kind is not MeasureKind.NUMBER or not target.unit:
        return
    for rule in evidence.wording.rate_words:
        if name.endswith(rule.endings) and units.dimension(target.unit) != rule.dimension:
            at = KeyPlace(subject.source, (*row.at.keys, "target"))
            left, right = target.unit, rule.dimension
            yield Finding("unit-unfit", at, left, right, target.text, name)


def _short(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:19]}…"
