"""Groups of rows: a level-2 class within a goal, scored row by row or with one shared score."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from generator.base.number import plain
from generator.base.toml import KeyPath
from generator.model.dossier import IndicatorAt, SharedScoreAt, Subject
from generator.model.row_key import RowKey
from generator.score.direction import belongs_to
from generator.score.rollup import RolledUp
from generator.score.row_score import judge
from generator.score.score_sheet import GroupScore, IndicatorScore
from generator.score.score_terms import Rules
from generator.score.trace import Score, Trace


def score_groups(
    subject: Subject, rules: Rules, derived: Mapping[KeyPath, RolledUp]
) -> tuple[GroupScore, ...]:
    """Group the rows by goal and class, in the order in which the inputs bring them up."""
    shared_scores = tuple(subject.shared_scores())
    rows: dict[tuple[int, str], list[IndicatorScore]] = {}
    for at in subject.indicators:
        if belongs_to(at.indicator.class_, subject.entry.not_evaluated):
            continue
        shared = _shared_for(at, shared_scores)
        row = _score_row(at, rules, derived.get(at.keys), is_shared=shared is not None)
        rows.setdefault((at.goal, at.indicator.class_), []).append(row)
    return tuple(
        _score_group(class_path, goal, tuple(members), _shared_for(members[0].at, shared_scores))
        for (goal, class_path), members in rows.items()
    )


def _shared_for(at: IndicatorAt, shared_scores: Sequence[SharedScoreAt]) -> SharedScoreAt | None:
    return next(
        (s for s in shared_scores if s.goal == at.goal and s.shared.class_ == at.indicator.class_),
        None,
    )


def _score_row(
    at: IndicatorAt, rules: Rules, derived: RolledUp | None, *, is_shared: bool
) -> IndicatorScore:
    indicator = at.indicator
    if derived is not None and derived.own_score is not None:
        indicator = indicator.changed(score=derived.own_score)
    actual = derived.actual if derived is not None and derived.actual else indicator.actual
    judgement = judge(indicator, actual, rules)
    id = RowKey.indicator(at.goal, at.indicator.class_, at.indicator.name)
    if derived is None:
        return IndicatorScore(id, at, judgement, actual, is_shared)
    return IndicatorScore(id, at, judgement, actual, is_shared, derived.trace, derived.sources)


def _score_group(
    class_path: str, goal: int, rows: tuple[IndicatorScore, ...], shared: SharedScoreAt | None
) -> GroupScore:
    id = RowKey.group(goal, class_path)
    if shared is not None:
        return GroupScore(
            id, class_path, goal, shared.shared.weight, _shared_score(shared), rows, shared
        )
    weights = [r.at.indicator.weight for r in rows if not r.at.indicator.constraint]
    weight = (
        None
        if any(w is None for w in weights)
        else sum((w for w in weights if w is not None), Decimal(0))
    )
    values = [r.judgement.score.value for r in rows]
    if any(value is None for value in values):
        missing = "、".join(r.at.indicator.name for r in rows if r.judgement.score.value is None)
        return GroupScore(id, class_path, goal, weight, Score.absent(f"{missing}没有得分"), rows)
    known = [value for value in values if value is not None]
    value = sum(known, Decimal(0))
    formula = " + ".join(plain(v) for v in known)
    if len(known) > 1:
        formula += f" = {plain(value)}"
    return GroupScore(id, class_path, goal, weight, Score(value, Trace(formula)), rows)


def _shared_score(shared: SharedScoreAt) -> Score:
    if shared.shared.score is None:
        return Score.absent("缺少合并计分的得分 score")
    return Score(
        shared.shared.score,
        Trace(f"单位自评 {plain(shared.shared.score)} 分（本类合并计分）"),
        computed=False,
    )
