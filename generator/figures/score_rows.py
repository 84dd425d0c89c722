"""The figures beside the score of a row: points lost, points taken off, the rate done; items, sources."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from generator.base.number import plain, round_half_up
from generator.figures.figure import Figure, Source, number_figure, text_figure
from generator.figures.point_figures import POINTS, input_points, points_figure
from generator.model.amounts import BUDGET, SPENT
from generator.model.dossier import Subject
from generator.model.figure_id import FigureId
from generator.model.row_key import RowKey
from generator.score.score_sheet import IndicatorScore, ItemScore, PartScore, ScoreSheet

RATE_PLACES = 2


def row_figures(subject: Subject, row: IndicatorScore, named: str) -> Iterator[Figure]:
    """Give what follows from the score of an indicator."""
    indicator, ids = row.at.indicator, partial(FigureId.indicator, subject.id, row.id)
    score, before = row.judgement.score.value, row.judgement.undeducted
    if indicator.weight is not None and score is not None and not indicator.constraint:
        lost = indicator.weight - score
        yield number_figure(
            ids("lost"),
            lost,
            POINTS,
            label=f"{named}扣分",
            formula=f"{plain(indicator.weight)} - {plain(score)} = {plain(lost)}",
            rule="扣分 = 分值 - 得分",
            inputs=(ids("weight"), ids("score")),
        )
    if indicator.deduction is not None:
        keys = (*row.at.keys, "deduction")
        yield input_points(subject, ids("deduction"), indicator.deduction, keys, f"{named}另扣的分")
        if before is not None:
            yield number_figure(
                ids("computed"),
                before,
                POINTS,
                label=f"{named}按公式计算的得分",
                formula=row.judgement.score.trace.formula,
                inputs=tuple(ids(side) for side in ("weight", "target", "actual")),
            )
    if row.judgement.completion is not None:
        rate = round_half_up(row.judgement.completion * 100, RATE_PLACES)
        yield number_figure(
            ids("done_rate"),
            rate,
            "%",
            label=f"{named}完成率",
            formula=f"实际完成值 ÷ 年度指标值 × 100% = {plain(rate)}%",
            inputs=(ids("actual"), ids("target")),
        )


def column_sums(subject: Subject, sheet: ScoreSheet) -> Iterator[Figure]:
    """Give what points, scores, the bureau's scores and the points lost come to, where every row has them."""
    rows = [row for row in sheet.indicators if not row.at.indicator.constraint]
    reviews = [(row, row.at.indicator.review.score) for row in rows]
    lost = [(row, _lost(row)) for row in rows]
    scores = [(row, None if row.is_shared else row.judgement.score.value) for row in rows]
    weights = [(row, row.at.indicator.weight) for row in rows]
    for figure, name, label, column in (
        ("review", "review", "复核分合计", reviews),
        ("lost", "lost", "扣分合计", lost),
        ("indicators", "score", "各项指标得分合计", scores),
        ("indicators_weight", "weight", "各项指标分值合计", weights),
    ):
        known = [(row, value) for row, value in column if value is not None]
        if not known or len(known) < len(column):
            continue
        total = sum((value for _, value in known), Decimal(0))
        yield number_figure(
            FigureId.score(subject.id, figure),
            total,
            POINTS,
            label=label,
            formula=f"{' + '.join(plain(value) for _, value in known)} = {plain(total)}",
            inputs=tuple(FigureId.indicator(subject.id, row.id, name) for row, _ in known),
        )


def _lost(row: IndicatorScore) -> Decimal | None:
    weight, score = row.at.indicator.weight, row.judgement.score.value
    return None if weight is None or score is None or row.is_shared else weight - score


def item_figures(subject: Subject, part: PartScore, basis: str) -> Iterator[Figure]:
    """Give points, answers and scores of the items of a part, and of sources scored by themselves."""
    for item in part.items:
        yield from _item(subject, item, basis)
    for source in part.sources:
        key = RowKey.source(source.name)
        sides = ("weight", SPENT, BUDGET)
        inputs = tuple(FigureId.money(subject.id, side, key) for side in sides)
        label = f"“{source.name}”得分"
        id = FigureId.money(subject.id, "score", key)
        yield from points_figure(id, source.score, label, (), inputs)


def _item(subject: Subject, item: ItemScore, basis: str) -> Iterator[Figure]:
    ids, named = partial(FigureId.item, subject.id, item.id), f"“{item.item.name}”"
    yield number_figure(ids("weight"), item.item.weight, POINTS, label=f"{named}分值", basis=basis)
    if item.said is None:
        return
    if item.said.answer:
        origin = Source(subject.source, (*item.keys, "answer"))
        label = f"{named}所答"
        yield text_figure(ids("answer"), item.said.answer, label=label, sources=(origin,))
    is_computed = item.score.computed
    own = () if is_computed else (Source(subject.source, (*item.keys, "score")),)
    inputs = (ids("weight"), ids("answer")) if is_computed else ()
    yield from points_figure(ids("score"), item.score, f"{named}得分", own, inputs)
