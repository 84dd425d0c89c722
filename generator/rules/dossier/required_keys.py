"""C01: what the form of the scheme requires at this stage is there, and what it prints comes out."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.base.toml import KeyPath
from generator.model.amounts import AMOUNT_LABELS
from generator.model.dossier import Dossier, Subject
from generator.model.rate_base import label_of, rate_base
from generator.model.requirements import UNIT_NAME, WORKED_OUT
from generator.model.scheme import Scheme
from generator.rules.dossier.evidence import Evidence
from generator.rules.finding import Finding
from generator.rules.where import KeyPlace
from generator.score.score_sheet import ScoreSheet

_NO_RATE = "缺少全年预算数（年初预算数也没有）或全年执行数"
_NO_PART = "方案里没有执行率这一部分"
_NO_GRADE = "没有总分，或方案没有规定等级"
_DATE, _WEIGHT = "unit.date", "indicator.weight"
_PROJECT = {
    "project.name": "项目名称",
    "project.authority": "主管部门",
    "project.implementer": "实施单位",
}
_FUNDS = {f"funds.{name}": label for name, label in AMOUNT_LABELS.items()}
_GOAL = {"goal.expected": "预期目标", "goal.achieved": "实际完成情况"}
_INDICATOR = {
    "indicator.target": "年度指标值",
    "indicator.actual": "实际完成值",
    "indicator.weight": "分值",
}


class _Missing(NamedTuple):
    """A blank: where, what it is called, whose it is, and what the finding is called."""

    keys: KeyPath
    label: str
    owner: str = ""
    id: str = "field-blank"


def required(evidence: Evidence) -> Iterator[Finding]:
    """Go through what the scheme requires."""
    wanted = evidence.scheme.required
    paths = wanted.evaluation if evidence.is_evaluation else wanted.goals
    yield from _unit(evidence.dossier, paths)
    cite = evidence.scheme.cite(evidence.scheme.basis[0].id)
    for subject, sheet in evidence.subjects():
        found = list(_of_subject(evidence, subject, sheet, _asked(paths, sheet), cite))
        yield from found
        if not found and _is_scored_as_whole(subject, evidence.scheme):
            yield from _not_worked_out(subject, sheet, paths, cite)


def _of_subject(
    evidence: Evidence, subject: Subject, sheet: ScoreSheet, paths: tuple[str, ...], cite: str
) -> Iterator[Finding]:
    for path in paths:
        if path in subject.entry.not_asked or path in WORKED_OUT:
            continue
        if not path.startswith("goal.") and not _is_scored_as_whole(subject, evidence.scheme):
            continue
        for blank in _missing(subject, sheet, path):
            at, key = KeyPlace(subject.source, blank.keys), path.partition(".")[2]
            name = f"“{blank.owner}”" if blank.owner else ""
            yield Finding(blank.id, at, blank.label, key, name=name, basis=cite)


def _not_worked_out(
    subject: Subject, sheet: ScoreSheet, paths: tuple[str, ...], cite: str
) -> Iterator[Finding]:
    """Tell what the form prints, everything is filled in for, and still does not come out."""
    execution = sheet.part_of_kind("execution")
    funds = subject.entry.funds
    base = rate_base(funds, sheet.rate_of)
    is_known = base is not None and funds.spent is not None
    no_rate = f"缺少{label_of(sheet.rate_of)}或全年执行数" if sheet.rate_of else _NO_RATE
    money: KeyPath = ("funds",)
    reasons = (
        ("funds.rate", "执行率", "" if is_known else no_rate, money),
        ("score.execution", "执行率得分", _NO_PART if execution is None else execution.score.missing, money),
        ("score.total", "总分", sheet.total.missing, ()),
        ("score.grade", "等级", "" if sheet.grade else _NO_GRADE, ()),
    )  # fmt: skip
    for path, label, reason, keys in reasons:
        if path in paths and reason:
            at = KeyPlace(subject.source, keys)
            yield Finding("not-worked-out", at, label, reason, basis=cite)


def _unit(dossier: Dossier, paths: tuple[str, ...]) -> Iterator[Finding]:
    spared, source = dossier.unit.not_asked, dossier.source
    if not dossier.unit.unit.name.strip() and UNIT_NAME not in spared:
        yield Finding("unit-name-blank", KeyPlace(source, ("unit", "name")))
    if _DATE in paths and _DATE not in spared and dossier.unit.unit.date is None:
        yield Finding("unit-date-blank", KeyPlace(source, ("unit", "date")))


def _asked(paths: tuple[str, ...], sheet: ScoreSheet) -> tuple[str, ...]:
    """Add what a unit fills in although the scheme leaves it open: then a blank is one."""
    shared = [group.shared.shared.weight for group in sheet.groups if group.shared is not None]
    is_open = _WEIGHT not in paths and all(group.shared is not None for group in sheet.groups)
    is_partly = any(w is not None for w in shared) and any(w is None for w in shared)
    return (*paths, _WEIGHT) if is_open and is_partly else paths


def _is_scored_as_whole(subject: Subject, scheme: Scheme) -> bool:
    """Tell whether the form has money and rows for this subject: a text about the whole has none."""
    return subject.kind == "project" or bool(scheme.department)


def _missing(subject: Subject, sheet: ScoreSheet, path: str) -> Iterator[_Missing]:
    table, _, name = path.partition(".")
    finders: dict[str, Callable[[], Iterator[_Missing]]] = {
        "project": lambda: _of_project(subject, path, name),
        "funds": lambda: _of_funds(subject, path, name),
        "goal": lambda: _of_goals(subject, path, name),
        "indicator": lambda: _of_indicators(subject, sheet, path, name),
    }
    if table in finders:
        yield from finders[table]()


def _of_project(subject: Subject, path: str, name: str) -> Iterator[_Missing]:
    if subject.kind == "project" and not getattr(subject.entry.project, name).strip():  # type: ignore[union-attr] # the kind says so
        yield _Missing(("project", name), _PROJECT[path])


def _of_funds(subject: Subject, path: str, name: str) -> Iterator[_Missing]:
    if getattr(subject.entry.funds, name) is None:
        yield _Missing(("funds", name), _FUNDS[path])


def _of_goals(subject: Subject, path: str, name: str) -> Iterator[_Missing]:
    goals = list(subject.goals)
    if not goals:
        yield _Missing((), f"年度总体目标的{_GOAL[path]}")
    for at in goals:
        # Several yearly goals are told by their rows; only the single one has a text for the year's end.
        if name == "achieved" and len(goals) > 1:
            continue
        if not getattr(at.goal, name).strip():
            id = "field-blank" if at.keys == ("goal",) else "goal-blank"
            yield _Missing((*at.keys, name), _GOAL[path], at.goal.name, id)


def _of_indicators(subject: Subject, sheet: ScoreSheet, path: str, name: str) -> Iterator[_Missing]:
    for row in sheet.indicators:
        indicator = row.at.indicator
        value: Decimal | str | None = getattr(indicator, name)
        if name == "actual":
            value = row.actual_text or indicator.actual_text
        if name == "weight" and row.is_shared:
            continue
        if value is None or (isinstance(value, str) and not value.strip()):
            keys, owner = (*row.at.keys, name), indicator.name or indicator.class_
            yield _Missing(keys, _INDICATOR[path], owner, "indicator-blank")
    if name == "weight":
        yield from _of_shared(sheet, _INDICATOR[path])
    if name == "target" and not sheet.indicators and subject.kind == "project":
        yield _Missing((), "绩效指标", subject.name)


def _of_shared(sheet: ScoreSheet, label: str) -> Iterator[_Missing]:
    """Rows with one score for all have one weight, too, where they do not print their own."""
    for group in sheet.groups:
        shared = group.shared
        if shared is None or shared.shared.weight is not None:
            continue
        if any(row.at.indicator.weight is None for row in group.rows):
            keys = (*shared.keys, "weight")
            yield _Missing(keys, label, group.class_path, "indicator-blank")
