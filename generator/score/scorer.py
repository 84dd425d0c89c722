"""Score a subject: judge its rows, add up groups and parts, find the grade."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from generator.base.number import plain
from generator.base.toml import KeyPath
from generator.model.dossier import Dossier, Subject
from generator.model.scheme import Scheme
from generator.score.execution import score_execution
from generator.score.groups import score_groups
from generator.score.item_scores import ITEMS, score_items
from generator.score.layout import WeightedPart, find_layout, level1, weigh_parts
from generator.score.rollup import RolledUp, roll_up
from generator.score.score_sheet import GroupScore, PartScore, ScoreSheet
from generator.score.score_terms import Rules
from generator.score.trace import Score, Trace


def score_dossier(dossier: Dossier, rules: Rules) -> dict[str, ScoreSheet]:
    """Score the projects, then the department, whose rows may be rolled up from theirs."""
    sheets = {s.id: score_subject(s, rules, {}) for s in dossier.projects}
    if dossier.department is not None:
        derived = roll_up(dossier, sheets, rules)
        department = dossier.department
        sheets[department.id] = score_subject(department, rules, derived)
    return {s.id: sheets[s.id] for s in dossier.subjects}


def score_subject(
    subject: Subject, rules: Rules, derived: Mapping[KeyPath, RolledUp]
) -> ScoreSheet:
    """Score one subject."""
    scheme = rules.scheme
    groups = score_groups(subject, rules, derived)
    layout = find_layout(subject, scheme)
    parts: tuple[PartScore, ...] = ()
    total = Score.absent("本方案不计分")
    if layout is not None:
        weighted = weigh_parts(layout, subject.entry.not_evaluated)
        parts = tuple(_score_part(w, subject, groups, rules) for w in weighted)
        total = _total(parts)
    grade, trace = find_grade(total.value, scheme)
    basis = scheme.cite(layout.basis) if layout is not None else ""
    return ScoreSheet(
        subject.id, subject.kind, scheme.id, layout, total, grade, trace, parts, groups, basis,
        scheme.rate_of,
    )  # fmt: skip


def find_grade(total: Decimal | None, scheme: Scheme) -> tuple[str, Trace]:
    """Return the step of the scale that a total lies in; each lower bound belongs to its step."""
    if total is None or not scheme.grade:
        return "", Trace("不评定等级")
    for grade in sorted(scheme.grade, key=lambda g: g.from_, reverse=True):
        if total >= grade.from_:
            band = f"{plain(grade.from_)}（含）–{plain(grade.to)}"
            return grade.word, Trace(
                f"{plain(total)} 在 {band} 内，为“{grade.word}”", "", scheme.cite(grade.basis)
            )
    return "", Trace(f"{plain(total)} 不在任何等级内")


def _score_part(
    weighted: WeightedPart, subject: Subject, groups: Sequence[GroupScore], rules: Rules
) -> PartScore:
    part = weighted.part
    if part.kind == "execution":
        return score_execution(weighted, subject, rules)
    if part.kind == ITEMS:
        return score_items(weighted, subject, rules)
    if part.kind == "goal":
        return _score_own_goal(weighted, subject, rules.scheme)
    if part.kind == "goals":
        members = [g for g in groups if g.goal]
        claimed = _sum_or_none([at.goal.weight for at in subject.goals])
        score = _sum_groups(weighted, claimed, members)
        return PartScore(weighted, claimed, score, ("goals",), tuple(g.id for g in members))
    members = [g for g in groups if not part.classes or level1(g.class_path) in part.classes]
    claimed = _sum_or_none([g.weight for g in members])
    score = _sum_groups(weighted, claimed, members)
    return PartScore(weighted, claimed, score, ("indicator",), tuple(g.id for g in members))


def _score_own_goal(weighted: WeightedPart, subject: Subject, scheme: Scheme) -> PartScore:
    """The overall goal is scored by the unit itself."""
    at = next(iter(subject.goals), None)
    basis = scheme.cite(weighted.part.basis)
    if at is None or at.goal.score is None:
        keys: KeyPath = at.keys if at else ()
        return PartScore(weighted, weighted.weight, Score.absent("总目标缺少自评得分 score"), keys)
    trace = Trace(f"单位自评 {plain(at.goal.score)} 分", "", basis)
    score = Score(at.goal.score, trace, computed=False)
    return PartScore(weighted, weighted.weight, score, (*at.keys, "score"))


def _sum_or_none(weights: Sequence[Decimal | None]) -> Decimal | None:
    if not weights or any(weight is None for weight in weights):
        return None
    return sum((weight for weight in weights if weight is not None), Decimal(0))


def _sum_groups(
    weighted: WeightedPart, claimed: Decimal | None, groups: Sequence[GroupScore]
) -> Score:
    """Add the printed scores; a part never scores above its weight."""
    if not groups:
        return Score.absent("没有指标")
    values = [group.score.value for group in groups]
    if any(value is None for value in values):
        without = "、".join(g.class_path for g in groups if g.score.value is None)
        return Score.absent(f"{without}没有得分")
    known = [value for value in values if value is not None]
    value = sum(known, Decimal(0))
    formula = " + ".join(plain(v) for v in known)
    if len(known) > 1:
        formula += f" = {plain(value)}"
    bound = claimed if weighted.weight is None else weighted.weight
    if bound is not None and value > bound:
        value, formula = bound, f"{formula}，超过本部分分值，按 {plain(bound)} 计"
    rule = f"含转入的{'、'.join(weighted.moved)}分值" if weighted.moved else ""
    return Score(value, Trace(formula, rule))


def _total(parts: Sequence[PartScore]) -> Score:
    """Add the parts as printed."""
    without = [part.label for part in parts if part.score.value is None]
    if without:
        return Score.absent(f"{'、'.join(without)}没有得分")
    values = [part.score.value for part in parts if part.score.value is not None]
    value = sum(values, Decimal(0))
    return Score(value, Trace(f"{' + '.join(plain(v) for v in values)} = {plain(value)}"))
