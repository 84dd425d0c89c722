"""What happened, in words that section templates can choose by: fully spent, partly met, exceeded."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from generator.figures.figure_book import FigureBook
from generator.model.dossier import Subject
from generator.model.figure_id import FigureId
from generator.model.scheme import Scheme
from generator.narrative.unit_words import Wrap, as_it_is
from generator.score.beyond import goes_beyond
from generator.score.execution import execution_rate
from generator.score.score_sheet import IndicatorScore, ScoreSheet


def describe_states(
    subject: Subject,
    sheet: ScoreSheet,
    scheme: Scheme,
    book: FigureBook,
    wrap: Wrap = as_it_is,
) -> dict[str, Any]:
    """Give the states of execution and goals, and the rows that fell short or went far beyond."""
    rows = sheet.indicators
    names = [_row_names(subject, row, book, wrap) for row in rows]
    short = [number for number, row in enumerate(rows) if _is_short(row)]
    beyond = [number for number, row in enumerate(rows) if is_beyond(row, scheme)]
    return {
        "execution": _execution_state(subject, scheme),
        "goals": _goals_state(rows, has_short=bool(short), has_beyond=bool(beyond)),
        "short": [names[number] for number in short],
        "beyond": [names[number] for number in beyond],
        "rows": names,
    }


def _goals_state(rows: Sequence[IndicatorScore], *, has_short: bool, has_beyond: bool) -> str:
    if not rows or any(r.judgement.score.value is None and not r.is_shared for r in rows):
        return "unknown"
    if has_short:
        return "partly"
    return "exceeded" if has_beyond else "met"


def is_beyond(row: IndicatorScore, scheme: Scheme) -> bool:
    """Tell whether a row is so far above its target that the scheme asks for an explanation."""
    return goes_beyond(row.judgement.completion, scheme.thresholds.over_completion)


def _is_short(row: IndicatorScore) -> bool:
    score, weight = row.judgement.score.value, row.at.indicator.weight
    if row.is_shared or score is None or weight is None:
        return False
    return score < (Decimal(0) if row.at.indicator.constraint else weight)


def _execution_state(subject: Subject, scheme: Scheme) -> str:
    rate = execution_rate(subject.entry.funds, scheme.rate_of)
    if rate is None:
        return "unknown"
    if rate == 0:
        return "zero"
    if rate == 1:
        return "full"
    if rate > 1:
        return "over"
    bound = scheme.thresholds.execution
    return "low" if bound is not None and rate * 100 < bound.percent else "high"


def _row_names(
    subject: Subject, row: IndicatorScore, book: FigureBook, wrap: Wrap
) -> Mapping[str, Any]:
    key = row.id
    figures = {
        side: figure
        for side in ("target", "actual", "weight", "score")
        if (figure := book.find(FigureId.indicator(subject.id, key, side))) is not None
    }
    indicator = row.at.indicator
    level1, _, level2 = indicator.class_.partition("/")
    said = {
        name: wrap(getattr(indicator, name), subject.source, (*row.at.keys, name))
        for name in ("name", "reason")
    }
    return {**said, "level1": level1, "level2": level2, **figures}
