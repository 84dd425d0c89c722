"""What the scheme adds to the form of a subject: taken from its score sheet."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.base.measure import MeasureKind
from generator.model.dossier import Subject
from generator.model.scheme import Scheme
from generator.model.scheme_bounds import OverCompletion, Threshold
from generator.rules.dossier.evidence import Evidence
from generator.rules.ruled import Band, BlockDue, Bound, Due, Ruled
from generator.rules.where import KeyPlace
from generator.score.row_score import Judgement
from generator.score.score_sheet import PartScore, ScoreSheet

_DOWNWARDS = ("≤", "<")


def ruled(subject: Subject, evidence: Evidence) -> Ruled:
    """Gather the bounds, the scale and the due figures of a subject."""
    scheme, sheet = evidence.scheme, evidence.sheets[subject.id]
    lines = scheme.thresholds
    rows = [(row.at.keys, row.judgement) for row in sheet.indicators]
    return Ruled(
        grades=tuple(_bands(scheme)),
        far=_bound(lines.over_completion, scheme),
        far_of_zero=_bound_of_zero(lines.over_completion, scheme),
        low_rate=_bound(lines.execution, scheme),
        execution=_execution(sheet),
        blocks=tuple(_blocks(subject, sheet, scheme)),
        whole=_whole(subject, sheet, scheme),
        completion={keys: j.completion for keys, j in rows if j.completion is not None},
        of_zero={keys: reached for keys, j in rows if (reached := _reached_of_zero(j)) is not None},
    )


def _bands(scheme: Scheme) -> Iterator[Band]:
    for grade in scheme.grade:
        yield Band(grade.word, grade.from_, grade.to, grade.also, scheme.cite(grade.basis))


def _bound(threshold: Threshold | None, scheme: Scheme) -> Bound | None:
    if threshold is None:
        return None
    return Bound(Fraction(threshold.percent) / 100, scheme.cite(threshold.basis))


def _bound_of_zero(threshold: OverCompletion | None, scheme: Scheme) -> Bound | None:
    if threshold is None or threshold.of_zero is None:
        return None
    return Bound(Fraction(threshold.of_zero), scheme.cite(threshold.basis))


def _reached_of_zero(judgement: Judgement) -> Fraction | None:
    compared = judgement.comparison
    if compared is None or judgement.target.kind is not MeasureKind.NUMBER or compared.target != 0:
        return None
    return None if judgement.direction.operator in _DOWNWARDS else compared.actual


def _execution(sheet: ScoreSheet) -> Due | None:
    part = sheet.part_of_kind("execution")
    if part is None or part.score.value is None:
        return None
    return Due(part.score.value, part.score.trace.formula, part.score.trace.basis)


def _blocks(subject: Subject, sheet: ScoreSheet, scheme: Scheme) -> Iterator[BlockDue]:
    for part in sheet.parts if sheet.layout is not None else ():
        if part.weighted.weight is not None:
            at = KeyPlace(subject.source, part.keys or ())
            basis = scheme.cite(part.weighted.part.basis)
            yield BlockDue(part.label, part.weighted.weight, part.claimed, at, basis)


def _whole(subject: Subject, sheet: ScoreSheet, scheme: Scheme) -> BlockDue | None:
    if sheet.layout is None:
        return None
    weights = [_counted(part) for part in sheet.parts]
    known = [weight for weight in weights if weight is not None]
    claimed = sum(known, Decimal(0)) if len(known) == len(weights) else None
    basis = scheme.cite(sheet.layout.basis)
    return BlockDue("", sheet.layout.total, claimed, KeyPlace(subject.source), basis)


def _counted(part: PartScore) -> Decimal | None:
    return part.weight if part.claimed is None else part.claimed
