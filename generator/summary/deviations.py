"""Indicators that missed their target, and those that went beyond the scheme's threshold."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.base.measure import MeasureKind
from generator.model.dossier import Dossier, Subject
from generator.model.scheme_bounds import Threshold
from generator.score.beyond import goes_beyond
from generator.score.score_sheet import IndicatorScore
from generator.summary.digest_rows import IndicatorRow


def unmet_row(dossier: Dossier, subject: Subject, row: IndicatorScore) -> IndicatorRow | None:
    """Return the row of an indicator whose result can be compared and falls short."""
    compared = row.judgement.comparison
    if compared is None or compared.is_met:
        return None
    return _row(dossier, subject, row, None)


def beyond_row(
    dossier: Dossier, subject: Subject, row: IndicatorScore, bound: Threshold | None
) -> IndicatorRow | None:
    """Return the row of an indicator that reached the threshold of over-completion."""
    if bound is None or not goes_beyond(row.judgement.completion, bound):
        return None
    return _row(dossier, subject, row, bound.percent)


def _row(
    dossier: Dossier, subject: Subject, row: IndicatorScore, bound: Decimal | None
) -> IndicatorRow:
    indicator = row.at.indicator
    wanted, reached = _numbers(row)
    return IndicatorRow(
        dossier.name_of(subject),
        subject.kind,
        indicator.class_,
        indicator.name,
        indicator.target.strip(),
        row.actual_text.strip(),
        wanted,
        reached,
        None if row.is_shared else indicator.weight,
        None if row.is_shared else row.judgement.score.value,
        indicator.reason.strip(),
        bound,
    )


def _numbers(row: IndicatorScore) -> tuple[Fraction | None, Fraction | None]:
    """Return both sides as numbers; of a range, the bound that was missed."""
    compared, target = row.judgement.comparison, row.judgement.target
    if compared is None or target.kind not in (MeasureKind.NUMBER, MeasureKind.RANGE):
        return None, None
    bounds = [compared.target, *_upper(row)]
    return min(bounds, key=lambda bound: abs(compared.actual - bound)), compared.actual


def _upper(row: IndicatorScore) -> Iterator[Fraction]:
    target = row.judgement.target
    if target.kind is MeasureKind.RANGE and target.high is not None:
        yield Fraction(target.high)
