"""Family A, second half: weights, scores within bounds, sums of parts."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.base.number import plain, round_half_up, truncate
from generator.base.problem import Problem, Severity
from generator.base.toml import KeyPath
from generator.model.dossier import Subject
from generator.model.funds import FundPart
from generator.model.scheme import Rounding
from generator.rules.dossier.evidence import Evidence, Rule
from generator.score.sheet import IndicatorScore, ScoreSheet
from generator.score.tiers import lies_in, tier_named

WEIGHTS = Rule("A03", Severity.ERROR, "各级分值之和等于规定的分值")
SCORE = Rule("A07", Severity.ERROR, "指标得分按方案计算，不超过分值，定性得分在档次内")
SUM = Rule("A09", Severity.ERROR, "分项之和等于合计")


def check_weights(evidence: Evidence) -> Iterator[Problem]:
    """A03: the weights of a block add up to its own, the blocks to the total of the scheme."""
    for subject, sheet in evidence.subjects():
        if sheet.layout is None:
            continue
        for part in sheet.parts:
            declared = part.weighted.weight
            if declared is not None and part.claimed is not None and part.claimed != declared:
                message = f"“{part.label}”各项分值之和为 {plain(part.claimed)}，方案规定为 {plain(declared)}"
                basis = evidence.scheme.cite(part.weighted.part.basis)
                yield WEIGHTS.problem(
                    subject.source, part.keys or (), message, "请调整分值", basis=basis
                )
        yield from _whole(subject, sheet, evidence)
        yield from _goals(subject, sheet)


def _whole(subject: Subject, sheet: ScoreSheet, evidence: Evidence) -> Iterator[Problem]:
    weights = [part.claimed if part.claimed is not None else part.weight for part in sheet.parts]
    known = [weight for weight in weights if weight is not None]
    if sheet.layout is None or len(known) < len(weights):
        return
    total = sum(known, Decimal(0))
    if total != sheet.layout.total:
        message = f"全部分值之和为 {plain(total)}，应为 {plain(sheet.layout.total)}"
        basis = evidence.scheme.cite(sheet.layout.basis)
        yield WEIGHTS.problem(subject.source, (), message, "请调整各项分值", basis=basis)


def _goals(subject: Subject, sheet: ScoreSheet) -> Iterator[Problem]:
    """Within a yearly goal, the rows carry the goal's weight, and no goal scores above it."""
    for at in subject.goals:
        groups = [g for g in sheet.groups if g.goal == at.number]
        if at.goal.weight is None or not groups:
            continue
        weights = [g.weight for g in groups if g.weight is not None]
        if len(weights) == len(groups) and sum(weights, Decimal(0)) != at.goal.weight:
            message = f"年度目标{at.number}的指标分值之和为 {plain(sum(weights, Decimal(0)))}，目标分值为 {plain(at.goal.weight)}"
            yield WEIGHTS.problem(subject.source, at.keys, message, "请调整分值")
        scores = [g.score.value for g in groups if g.score.value is not None]
        if sum(scores, Decimal(0)) > at.goal.weight:
            message = f"年度目标{at.number}的得分 {plain(sum(scores, Decimal(0)))} 超过分值 {plain(at.goal.weight)}"
            yield SCORE.problem(subject.source, at.keys, message, "请核对得分")


def check_scores(evidence: Evidence) -> Iterator[Problem]:
    """A07: stated and own scores follow the formula, the bounds and the tiers."""
    for subject, sheet in evidence.subjects():
        for row in sheet.indicators:
            yield from _row(subject, row, evidence)
        for group in sheet.groups:
            if (
                group.shared is not None
                and group.weight is not None
                and group.score.value is not None
            ):
                keys = (*group.shared.keys, "score")
                yield from _bounds(subject, keys, group.class_path, group.score.value, group.weight)
        yield from _goal_score(subject, sheet)


def _goal_score(subject: Subject, sheet: ScoreSheet) -> Iterator[Problem]:
    part = sheet.part_of_kind("goal")
    if part is not None and part.weight is not None and part.score.value is not None:
        yield from _bounds(subject, part.keys, part.label, part.score.value, part.weight)


def _row(subject: Subject, row: IndicatorScore, evidence: Evidence) -> Iterator[Problem]:
    indicator, score = row.at.indicator, row.judgement.score
    stated = indicator.stated
    if stated.score is not None and stated.weight is not None and stated.score > stated.weight:
        message = (
            f"“{indicator.name}”印出的得分 {plain(stated.score)} 超过分值 {plain(stated.weight)}"
        )
        yield SCORE.problem(
            subject.source, (*row.at.keys, "stated", "score"), message, "得分不得超过分值"
        )
    if row.is_shared:
        return
    if indicator.constraint:
        yield from _deduction(subject, row)
        return
    if score.computed and score.value is not None:
        own, printed = (*row.at.keys, "score"), (*row.at.keys, "stated", "score")
        for at, value in ((own, indicator.score), (printed, stated.score)):
            if value is not None and not _agrees(value, score.value, evidence.scheme.rounding):
                message = f"“{indicator.name}”的得分 {plain(value)} 应为 {plain(score.value)}：{score.trace.formula}"
                hint = "可按公式计算的指标不必填写 score" if at == own else "请按方案计算"
                yield SCORE.problem(subject.source, at, message, hint, basis=score.trace.basis)
        return
    if indicator.score is not None and indicator.weight is not None:
        keys = (*row.at.keys, "score")
        yield from _bounds(subject, keys, indicator.name, indicator.score, indicator.weight)
        yield from _tier(subject, row, evidence)


def _agrees(value: Decimal, computed: Decimal, rounding: Rounding | None) -> bool:
    """Compare at the precision in which the value was printed, as the scheme compares."""
    exponent = value.as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    tolerance = rounding.tolerance if rounding and rounding.tolerance is not None else Decimal(0)
    cut = truncate if rounding and rounding.compare == "truncate" else round_half_up
    return abs(cut(computed, places) - value) <= tolerance


def _bounds(
    subject: Subject, keys: KeyPath, name: str, score: Decimal, weight: Decimal
) -> Iterator[Problem]:
    if not 0 <= score <= weight:
        message = f"“{name}”的得分 {plain(score)} 不在 0 到 {plain(weight)} 之间"
        yield SCORE.problem(subject.source, keys, message, "得分不得超过分值，也不得为负")


def _deduction(subject: Subject, row: IndicatorScore) -> Iterator[Problem]:
    score, weight = row.at.indicator.score, row.at.indicator.weight
    if score is None:
        return
    if score > 0 or (weight is not None and score < -weight):
        message = f"约束性指标“{row.at.indicator.name}”的得分 {plain(score)} 应为 0 或扣分"
        yield SCORE.problem(
            subject.source, (*row.at.keys, "score"), message, "扣分写成负数，不超过分值"
        )


def _tier(subject: Subject, row: IndicatorScore, evidence: Evidence) -> Iterator[Problem]:
    indicator = row.at.indicator
    tier = tier_named(row.actual_text, evidence.scheme)
    if tier is None or indicator.score is None or indicator.weight is None:
        return
    if not lies_in(indicator.score, indicator.weight, tier, evidence.scheme):
        band = f"{plain(tier.to)}%–{plain(tier.from_)}%"
        message = f"“{indicator.name}”为“{tier.label}”，得分 {plain(indicator.score)} 不在分值的 {band} 之内"
        basis = evidence.scheme.cite(tier.basis)
        yield SCORE.problem(
            subject.source, (*row.at.keys, "score"), message, "请按档次打分", basis=basis
        )


def check_sums(evidence: Evidence) -> Iterator[Problem]:
    """A09: sources, uses and breakdowns add up."""
    for subject in evidence.dossier.subjects:
        funds = subject.entry.funds
        for name, label in (
            ("initial", "年初预算数"),
            ("budget", "全年预算数"),
            ("spent", "全年执行数"),
        ):
            parts = [getattr(source, name) for source in funds.sources]
            total = getattr(funds, name)
            yield from _sum(subject, ("funds", name), f"各资金来源的{label}", parts, total)
        uses = [use.amount for use in funds.uses]
        yield from _sum(subject, ("funds", "uses"), "资金用途明细", uses, funds.spent)
        for key, split in (
            ("by-income", funds.by_income),
            ("by-expenditure", funds.by_expenditure),
        ):
            yield from _breakdown(subject, ("funds", key), split, funds.budget)


def _breakdown(
    subject: Subject, keys: KeyPath, parts: Sequence[FundPart], total: Decimal | None
) -> Iterator[Problem]:
    yield from _sum(subject, keys, "细分", [part.amount for part in parts], total)
    for index, part in enumerate(parts):
        if part.parts:
            yield from _breakdown(subject, (*keys, index, "parts"), part.parts, part.amount)


def _sum(
    subject: Subject,
    keys: KeyPath,
    what: str,
    parts: Sequence[Decimal | None],
    total: Decimal | None,
) -> Iterator[Problem]:
    known = [part for part in parts if part is not None]
    if not known or total is None:
        return
    value = sum(known, Decimal(0))
    if value != total:
        terms = " + ".join(plain(part) for part in known)
        shown = f"{terms} = {plain(value)}" if len(known) > 1 else terms
        message = f"{what}之和 {shown}，与合计 {plain(total)} 不符"
        yield SUM.problem(subject.source, keys, message, "请核对分项和合计")
