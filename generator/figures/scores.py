"""The figures of a score sheet: rows, groups, parts, total, grade."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from generator.base.measure import MeasureKind
from generator.base.number import plain
from generator.base.toml import KeyPath
from generator.figures.figure import Figure, Source, number_figure, text_figure
from generator.figures.own_fields import indicator_figures
from generator.model.dossier import Subject
from generator.score.sheet import GroupScore, IndicatorScore, PartScore, ScoreSheet
from generator.score.trace import Score, Trace

POINTS = "分"


def score_figures(subject: Subject, sheet: ScoreSheet) -> Iterator[Figure]:
    """Give every weight and score of a sheet, and the targets and actuals they come from."""
    named = Counter(row.at.indicator.name for group in sheet.groups for row in group.rows)
    for group in sheet.groups:
        for row in group.rows:
            yield from _row(
                subject, row, _row_label(row, is_shared=named[row.at.indicator.name] > 1)
            )
        yield from _group(subject, group)
    for at in subject.goals:
        for name, name_of_points in (("weight", "分值"), ("score", "得分")):
            label = f"{_goal_label(at.number)}{name_of_points}"
            value: Decimal | None = getattr(at.goal, name)
            if value is not None:
                figure_id = f"{subject.id}/goal[{at.number}].{name}"
                yield _input(subject, figure_id, value, (*at.keys, name), label)
    for part in sheet.parts:
        yield from _part(subject, part)
    yield from _total(subject, sheet)


def _row_label(row: IndicatorScore, *, is_shared: bool) -> str:
    """Name a row by its indicator; namesakes also by their goal and class."""
    indicator = row.at.indicator
    if not is_shared:
        return f"“{indicator.name}”"
    return f"{_goal_label(row.at.goal)}“{indicator.class_}/{indicator.name}”"


def _goal_label(number: int) -> str:
    return f"目标{number}" if number else ""


def _row(subject: Subject, row: IndicatorScore, named: str) -> Iterator[Figure]:
    indicator, keys = row.at.indicator, row.at.keys
    prefix = f"{subject.id}/{row.id}"
    if indicator.target:
        yield _measure(
            subject,
            f"{prefix}.target",
            indicator.target,
            (*keys, "target"),
            f"{named}年度指标值",
            row,
            actual=False,
        )
    if row.actual_text:
        yield _measure(
            subject,
            f"{prefix}.actual",
            row.actual_text,
            (*keys, "actual"),
            f"{named}实际完成值",
            row,
            actual=True,
        )
    if indicator.weight is not None:
        yield _input(
            subject, f"{prefix}.weight", indicator.weight, (*keys, "weight"), f"{named}分值"
        )
    yield from indicator_figures(subject, row.at, prefix)
    if indicator.review.score is not None:
        keys_of_review = (*keys, "review", "score")
        yield _input(
            subject, f"{prefix}.review", indicator.review.score, keys_of_review, f"{named}复核分"
        )
    if not row.is_shared:
        inputs = tuple(f"{prefix}.{name}" for name in ("weight", "target", "actual"))
        score = row.judgement.score
        own = () if score.computed else (Source(subject.source, (*keys, "score")),)
        yield from _score(
            f"{prefix}.score", score, f"{named}得分", own, inputs if score.computed else ()
        )


def _measure(
    subject: Subject,
    id: str,
    text: str,
    keys: KeyPath,
    label: str,
    row: IndicatorScore,
    *,
    actual: bool,
) -> Figure:
    measure = row.judgement.actual if actual else row.judgement.target
    trace = row.rolled_up if actual else None
    sources = () if trace else (Source(subject.source, keys),)
    formula, rule = (trace.formula, trace.rule) if trace else ("", "")
    inputs = row.rolled_up_from if trace else ()
    if measure.kind is MeasureKind.NUMBER:
        unit = measure.unit
        return Figure(id, measure.value, text, unit, label, sources, formula, rule, inputs=inputs)
    return Figure(id, text, text, "", label, sources, formula, rule, inputs=inputs)


def _group(subject: Subject, group: GroupScore) -> Iterator[Figure]:
    prefix = f"{subject.id}/{group.id}"
    named = f"{_goal_label(group.goal)}“{group.class_path}”"
    inputs = tuple(f"{subject.id}/{row.id}.score" for row in group.rows)
    sources: tuple[Source, ...] = ()
    if group.shared is not None:
        sources, inputs = (Source(subject.source, (*group.shared.keys, "score")),), ()
    if group.weight is not None:
        weights = (
            (Source(subject.source, (*group.shared.keys, "weight")),)
            if group.shared is not None
            else tuple(Source(subject.source, (*row.at.keys, "weight")) for row in group.rows)
        )
        yield number_figure(
            f"{prefix}.weight", group.weight, POINTS, label=f"{named}分值", sources=weights
        )
    yield from _score(f"{prefix}.score", group.score, f"{named}得分", sources, inputs)


def _part(subject: Subject, part: PartScore) -> Iterator[Figure]:
    prefix = f"{subject.id}/score.part[{part.id}]"
    if part.weight is not None:
        yield number_figure(f"{prefix}.weight", part.weight, POINTS, label=f"{part.label}分值")
    sources = (Source(subject.source, part.keys),) if part.keys and not part.score.computed else ()
    inputs = tuple(f"{subject.id}/{group}.score" for group in part.groups)
    if part.weighted.part.kind == "execution":
        inputs = (f"{subject.id}/funds.spent", f"{subject.id}/funds.budget")
    yield from _score(f"{prefix}.score", part.score, f"{part.label}得分", sources, inputs)


def _total(subject: Subject, sheet: ScoreSheet) -> Iterator[Figure]:
    inputs = tuple(f"{subject.id}/score.part[{part.id}].score" for part in sheet.parts)
    yield from _score(f"{subject.id}/score.total", sheet.total, "总分", (), inputs)
    if sheet.layout is not None:
        yield number_figure(
            f"{subject.id}/score.weight", sheet.layout.total, POINTS, label="总分值"
        )
    if sheet.grade:
        yield text_figure(
            f"{subject.id}/score.grade",
            sheet.grade,
            label="等级",
            formula=sheet.grade_trace.formula,
            basis=sheet.grade_trace.basis,
            inputs=(f"{subject.id}/score.total",),
        )


def _input(subject: Subject, id: str, value: Decimal, keys: KeyPath, label: str) -> Figure:
    return number_figure(id, value, POINTS, label=label, sources=(Source(subject.source, keys),))


def _score(
    id: str,
    score: Score,
    label: str,
    sources: tuple[Source, ...],
    inputs: tuple[str, ...],
) -> Iterator[Figure]:
    if score.value is None:
        return
    trace: Trace = score.trace
    rule = "；".join(note for note in (trace.rule, trace.direction) if note)
    formula = trace.formula if score.computed else f"{plain(score.value)}：{trace.formula}"
    yield number_figure(
        id,
        score.value,
        POINTS,
        label=label,
        sources=sources,
        formula=formula if score.computed else "",
        rule=rule if score.computed else trace.formula,
        basis=trace.basis,
        inputs=inputs,
    )
