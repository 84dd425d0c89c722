"""Family C, first half: what is missing — values, reasons, explanations."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from generator.base.number import plain, round_half_up
from generator.base.problem import Problem, Severity
from generator.base.toml import KeyPath
from generator.model.dossier import Dossier, Subject
from generator.model.required import UNIT_NAME
from generator.model.scheme import Scheme
from generator.rules.dossier.evidence import Evidence, Rule
from generator.score.execution import execution_rate
from generator.score.sheet import IndicatorScore, ScoreSheet

REQUIRED = Rule("C01", Severity.ERROR, "必填项不为空")
REASON = Rule("C02", Severity.WARNING, "未得满分须说明原因")
BEYOND = Rule("C03", Severity.WARNING, "明显超额完成须说明原因")
ADJUSTED = Rule("C04", Severity.WARNING, "预算调整须说明原因")
LOW = Rule("C05", Severity.WARNING, "执行率偏低须说明原因")

_UNIT = {"unit.date": ("落款日期", ("unit", "date"))}
_PROJECT = {
    "project.name": "项目名称",
    "project.authority": "主管部门",
    "project.implementer": "实施单位",
}
_FUNDS = {"funds.initial": "年初预算数", "funds.budget": "全年预算数", "funds.spent": "全年执行数"}
_GOAL = {"goal.expected": "预期目标", "goal.achieved": "实际完成情况"}
_INDICATOR = {
    "indicator.target": "年度指标值",
    "indicator.actual": "实际完成值",
    "indicator.weight": "分值",
}


def check_required(evidence: Evidence) -> Iterator[Problem]:
    """C01: what the scheme's form requires at this stage is there."""
    required = evidence.scheme.required
    paths = required.evaluation if evidence.is_evaluation else required.goals
    cite = evidence.scheme.cite(evidence.scheme.basis[0].id)
    spared = evidence.dossier.unit.not_asked
    if not evidence.dossier.unit.unit.name.strip() and UNIT_NAME not in spared:
        source = evidence.dossier.source
        yield REQUIRED.problem(source, ("unit", "name"), "缺少单位全称", "请在 [unit] 里填写 name")
    for path in paths:
        if path in _UNIT and path not in spared:
            yield from _unit(evidence.dossier, path)
    for subject, sheet in evidence.subjects():
        for path in paths:
            if path in subject.entry.not_asked:
                continue
            if not path.startswith("goal.") and not _is_scored_as_whole(subject, evidence.scheme):
                continue
            for keys, label, owner in _missing(subject, sheet, path):
                hint = f"请填写 {path.partition('.')[2]}"
                where = f"“{owner}”" if owner else ""
                yield REQUIRED.problem(
                    subject.source, keys, f"{where}缺少{label}", hint, basis=cite
                )


def _unit(dossier: Dossier, path: str) -> Iterator[Problem]:
    label, keys = _UNIT[path]
    if dossier.unit.unit.date is None:
        yield REQUIRED.problem(
            dossier.source, keys, f"缺少{label}", "请在 [unit] 里填写 date，如 2023-04-27"
        )


def _missing(subject: Subject, sheet: ScoreSheet, path: str) -> Iterator[tuple[KeyPath, str, str]]:
    table, _, name = path.partition(".")
    finders: dict[str, Callable[[], Iterator[tuple[KeyPath, str, str]]]] = {
        "project": lambda: _of_project(subject, path, name),
        "funds": lambda: _of_funds(subject, path, name),
        "goal": lambda: _of_goals(subject, path, name),
        "indicator": lambda: _of_indicators(subject, sheet, path, name),
    }
    if table in finders:
        yield from finders[table]()


def _of_project(subject: Subject, path: str, name: str) -> Iterator[tuple[KeyPath, str, str]]:
    if subject.kind == "project" and not getattr(subject.entry.project, name).strip():  # type: ignore[union-attr] # the kind says so
        yield ("project", name), _PROJECT[path], ""


def _of_funds(subject: Subject, path: str, name: str) -> Iterator[tuple[KeyPath, str, str]]:
    if getattr(subject.entry.funds, name) is None:
        yield ("funds", name), _FUNDS[path], ""


def _is_scored_as_whole(subject: Subject, scheme: Scheme) -> bool:
    """Tell whether the form has money and rows for this subject: a text about the whole has none."""
    return subject.kind == "project" or bool(scheme.department)


def _of_goals(subject: Subject, path: str, name: str) -> Iterator[tuple[KeyPath, str, str]]:
    goals = list(subject.goals)
    if not goals:
        yield (), f"年度总体目标的{_GOAL[path]}", ""
    for at in goals:
        # Several yearly goals are told by their rows; only the single one has a text for the year's end.
        if name == "achieved" and len(goals) > 1:
            continue
        if not getattr(at.goal, name).strip():
            yield (*at.keys, name), _GOAL[path], at.goal.name


def _of_indicators(
    subject: Subject, sheet: ScoreSheet, path: str, name: str
) -> Iterator[tuple[KeyPath, str, str]]:
    for row in sheet.indicators:
        indicator = row.at.indicator
        value: Decimal | str | None = getattr(indicator, name)
        if name == "actual":
            value = row.actual_text or indicator.actual_text
        if name == "weight" and row.is_shared:
            continue
        if value is None or (isinstance(value, str) and not value.strip()):
            yield (*row.at.keys, name), _INDICATOR[path], indicator.name
    if name == "target" and not sheet.indicators and subject.kind == "project":
        yield (), "绩效指标", subject.name


def check_reasons(evidence: Evidence) -> Iterator[Problem]:
    """C02 and C03: every row that falls short or goes far beyond says why."""
    if not evidence.is_evaluation:
        return
    for subject, sheet in evidence.subjects():
        for row in sheet.indicators:
            if row.at.indicator.reason.strip():
                continue
            yield from _short(subject, row)
            yield from _beyond(subject, row, evidence)
        for group in sheet.groups:
            shared = group.shared
            if shared is None or group.weight is None or group.score.value is None:
                continue
            explained = shared.shared.reason.strip() or any(
                r.at.indicator.reason.strip() for r in group.rows
            )
            if (
                group.score.value < group.weight
                and not explained
                and not subject.entry.result.deviation.strip()
            ):
                message = f"“{group.class_path}”得 {plain(group.score.value)} 分，未得满分 {plain(group.weight)}，没有说明原因"
                yield REASON.problem(
                    subject.source, shared.keys, message, "请填写 reason，说明扣分原因和改进措施"
                )


def _short(subject: Subject, row: IndicatorScore) -> Iterator[Problem]:
    indicator, score = row.at.indicator, row.judgement.score.value
    if row.is_shared or score is None or indicator.weight is None:
        return
    full = Decimal(0) if indicator.constraint else indicator.weight
    if score < full:
        message = f"“{indicator.name}”得 {plain(score)} 分，未得满分 {plain(full)}，没有说明原因"
        yield REASON.problem(
            subject.source, row.at.keys, message, "请填写 reason，说明偏差原因和改进措施"
        )


def _beyond(subject: Subject, row: IndicatorScore, evidence: Evidence) -> Iterator[Problem]:
    bound, reached = evidence.scheme.thresholds.over_completion, row.judgement.completion
    if bound is None or reached is None or reached * 100 < bound.percent:
        return
    share = plain(round_half_up(reached * 100, 2))
    message = f"“{row.at.indicator.name}”完成 {share}%，达到目标的 {plain(bound.percent)}% 以上，没有说明原因"
    hint = "请填写 reason：是目标定低了，还是另有原因"
    keys = (*row.at.keys, "actual")
    yield BEYOND.problem(
        subject.source, keys, message, hint, basis=evidence.scheme.cite(bound.basis)
    )


def check_budget(evidence: Evidence) -> Iterator[Problem]:
    """C04 and C05: a changed budget and a low execution are explained."""
    if not evidence.is_evaluation:
        return
    for subject, _ in evidence.subjects():
        funds = subject.entry.funds
        is_changed = None not in (funds.initial, funds.budget) and funds.initial != funds.budget
        if (
            is_changed
            and funds.initial is not None
            and funds.budget is not None
            and not funds.adjustment.strip()
        ):
            message = f"全年预算数 {plain(funds.budget)} 与年初预算数 {plain(funds.initial)} 不同，没有说明原因"
            yield ADJUSTED.problem(
                subject.source, ("funds", "budget"), message, "请填写 adjustment（预算调整原因）"
            )
        yield from _execution(subject, evidence)


def _execution(subject: Subject, evidence: Evidence) -> Iterator[Problem]:
    funds = subject.entry.funds
    bound, rate = evidence.scheme.thresholds.execution, execution_rate(funds)
    if rate is None or funds.explanation.strip():
        return
    shown, keys = plain(round_half_up(rate * 100, 2)), ("funds", "spent")
    if rate > 1:
        message = f"预算执行率 {shown}%，支出超过全年预算，没有说明原因"
        yield LOW.problem(subject.source, keys, message, "请核对金额，或填写 explanation 说明")
    elif bound is not None and rate * 100 < bound.percent:
        message = f"预算执行率 {shown}%，低于 {plain(bound.percent)}%，没有说明原因"
        basis = evidence.scheme.cite(bound.basis)
        hint = "请填写 explanation（执行偏低原因）"
        yield LOW.problem(subject.source, keys, message, hint, basis=basis)
