"""The figures of a score sheet: rows, groups, parts, total, grade."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial

from generator.base.measure import MeasureKind
from generator.base.toml import KeyPath
from generator.figures.class_figures import class_figures
from generator.figures.figure import Figure, Source, number_figure, text_figure
from generator.figures.own_figures import indicator_figures
from generator.figures.point_figures import POINTS, goal_label, input_points, points_figure
from generator.figures.score_rows import column_sums, item_figures, row_figures
from generator.model.amounts import SPENT
from generator.model.dossier import Subject
from generator.model.figure_id import FigureId
from generator.model.rate_base import rate_base
from generator.model.row_key import RowKey
from generator.score.score_sheet import GroupScore, IndicatorScore, PartScore, ScoreSheet


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
            label = f"{goal_label(at.number)}{name_of_points}"
            value: Decimal | None = getattr(at.goal, name)
            if value is not None:
                id = FigureId.points(subject.id, RowKey.goal(at.number), name)
                yield input_points(subject, id, value, (*at.keys, name), label)
    yield from class_figures(subject, sheet)
    for part in sheet.parts:
        yield from _part(subject, part, sheet.basis, sheet.rate_of)
        yield from item_figures(subject, part, sheet.basis)
    yield from _total(subject, sheet)
    yield from column_sums(subject, sheet)


def _row_label(row: IndicatorScore, *, is_shared: bool) -> str:
    """Name a row by its indicator; namesakes also by their goal and class."""
    indicator = row.at.indicator
    if not is_shared:
        return f"“{indicator.name}”"
    return f"{goal_label(row.at.goal)}“{indicator.class_}/{indicator.name}”"


def _row(subject: Subject, row: IndicatorScore, named: str) -> Iterator[Figure]:
    indicator, keys = row.at.indicator, row.at.keys
    key = row.id
    ids = partial(FigureId.indicator, subject.id, key)
    if indicator.target:
        yield _measure(
            subject,
            ids("target"),
            indicator.target,
            (*keys, "target"),
            f"{named}年度指标值",
            row,
            actual=False,
        )
    if indicator.initial_target:
        # Nothing is reckoned with it, so nobody has measured it.
        keys_of_first = (*keys, "initial-target")
        yield text_figure(
            ids("initial_target"),
            indicator.initial_target,
            label=f"{named}年初指标值",
            sources=(Source(subject.source, keys_of_first),),
        )
    if row.actual_text:
        yield _measure(
            subject,
            ids("actual"),
            row.actual_text,
            (*keys, "actual"),
            f"{named}实际完成值",
            row,
            actual=True,
        )
    if indicator.weight is not None:
        yield input_points(
            subject, ids("weight"), indicator.weight, (*keys, "weight"), f"{named}分值"
        )
    yield from indicator_figures(subject, row.at, key)
    if indicator.review.score is not None:
        keys_of_review = (*keys, "review", "score")
        yield input_points(
            subject, ids("review"), indicator.review.score, keys_of_review, f"{named}复核分"
        )
    if not row.is_shared:
        inputs = tuple(ids(side) for side in ("weight", "target", "actual"))
        score = row.judgement.score
        own = () if score.computed else (Source(subject.source, (*keys, "score")),)
        yield from points_figure(
            ids("score"), score, f"{named}得分", own, inputs if score.computed else ()
        )
        yield from row_figures(subject, row, named)


def _measure(
    subject: Subject,
    id: FigureId,
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
    key = group.id
    named = f"{goal_label(group.goal)}“{group.class_path}”"
    inputs = tuple(FigureId.indicator(subject.id, row.id, "score") for row in group.rows)
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
            FigureId.points(subject.id, key, "weight"),
            group.weight,
            POINTS,
            label=f"{named}分值",
            sources=weights,
        )
    id = FigureId.points(subject.id, key, "score")
    yield from points_figure(id, group.score, f"{named}得分", sources, inputs)


def _part(
    subject: Subject, part: PartScore, basis: str, rate_of: Sequence[str]
) -> Iterator[Figure]:
    points = partial(FigureId.points, subject.id)
    if part.weight is not None:
        is_own = part.weighted.weight is None  # what the rows of the unit add up to
        yield number_figure(
            FigureId.part(subject.id, part.id, "weight"),
            part.weight,
            POINTS,
            label=f"{part.label}分值",
            basis=basis,
            inputs=tuple(points(group, "weight") for group in part.groups if is_own),
        )
    sources = (Source(subject.source, part.keys),) if part.keys and not part.score.computed else ()
    inputs = tuple(points(group, "score") for group in part.groups)
    inputs += tuple(FigureId.item(subject.id, item.id, "score") for item in part.items)
    if part.weighted.part.kind == "execution":
        base = rate_base(subject.entry.funds, rate_of)
        spent = FigureId.money(subject.id, SPENT)
        inputs = (spent, *(base.ids(subject.id) if base is not None else ()))
        if part.weighted.part.by_source:
            keys = (RowKey.source(own.name) for own in part.sources)
            inputs = tuple(FigureId.money(subject.id, "score", key) for key in keys)
    id = FigureId.part(subject.id, part.id, "score")
    yield from points_figure(id, part.score, f"{part.label}得分", sources, inputs)


def _total(subject: Subject, sheet: ScoreSheet) -> Iterator[Figure]:
    inputs = tuple(FigureId.part(subject.id, part.id, "score") for part in sheet.parts)
    total = FigureId.score(subject.id, "total")
    yield from points_figure(total, sheet.total, "总分", (), inputs)
    if sheet.layout is not None:
        weights = tuple(
            FigureId.part(subject.id, part.id, "weight")
            for part in sheet.parts
            if part.weight is not None
        )
        yield number_figure(
            FigureId.score(subject.id, "weight"),
            sheet.layout.total,
            POINTS,
            label="总分值",
            basis=sheet.basis,
            inputs=weights,
        )
    if sheet.grade:
        yield text_figure(
            FigureId.score(subject.id, "grade"),
            sheet.grade,
            label="等级",
            formula=sheet.grade_trace.formula,
            basis=sheet.grade_trace.basis,
            inputs=(total,),
        )
