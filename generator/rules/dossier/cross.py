"""Family X: what two places of a dossier say of one thing."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from generator.base.chinese import NUMERALS
from generator.base.distance import edit_distance
from generator.base.number import plain
from generator.base.problem import Problem, Severity
from generator.base.toml import KeyPath, TomlFile
from generator.figures.figure import exact_decimal
from generator.model.dossier import Dossier, Subject
from generator.model.subject import DepartmentEntry, ProjectEntry
from generator.rules.dossier.evidence import Evidence, Rule
from generator.wording.near_names import are_opposites, near_names

NARRATIVE = Rule("X01", Severity.ERROR, "正文的总分和等级与表一致")
DEPARTMENT = Rule("X03", Severity.WARNING, "各项目之和与部门一致")
REUSED = Rule("X04", Severity.NOTE, "部门的数不当作项目的成果")
NAMES = Rule("X05", Severity.WARNING, "同一事物用同一名称")

_SHORTEST_NAME = 5
_TELLING = 100  # smaller numbers are equal by chance too often to say anything
_MOST_EDITS = 2
_MANY_NAMES = 800


def check_narrative(evidence: Evidence) -> Iterator[Problem]:
    """X01: the narrative claims the total and grade of the table."""
    for subject, sheet in evidence.subjects():
        stated = subject.entry.stated
        claimed = stated.narrative.total
        total = stated.total if stated.total is not None else sheet.total.value
        if claimed is not None and total is not None and claimed != total:
            message = f"正文的总分 {plain(claimed)} 与表中的 {plain(total)} 不同"
            keys = ("stated", "narrative", "total")
            yield NARRATIVE.problem(subject.source, keys, message, "请改成一致")
        if stated.narrative.grade and stated.grade and stated.narrative.grade != stated.grade:
            message = f"正文的等级“{stated.narrative.grade}”与表中的“{stated.grade}”不同"
            keys = ("stated", "narrative", "grade")
            yield NARRATIVE.problem(subject.source, keys, message, "请改成一致")


def check_department(evidence: Evidence) -> Iterator[Problem]:
    """X03: basic and project expenditure make up the whole; the projects make up theirs."""
    department = evidence.dossier.department
    if department is None or not isinstance(department.entry, DepartmentEntry):
        return
    if not evidence.is_whole:
        return
    entry = department.entry.department
    spent = department.entry.funds.spent
    if entry.basic is not None and entry.projects is not None and spent is not None:
        total = entry.basic + entry.projects
        if total != spent:
            message = f"基本支出与项目支出之和 {plain(total)} 与部门支出 {plain(spent)} 不同"
            yield DEPARTMENT.problem(department.source, ("department",), message, "请核对")
    declared = entry.projects if entry.projects is not None else _declared_projects(department)
    if (
        declared is None
        or not evidence.dossier.unit.projects_complete
        or not evidence.dossier.projects
    ):
        return
    found = _sum_of_projects(evidence, "spent", department)
    if found is not None and found != declared:
        unit = department.entry.funds.unit
        message = (
            f"各项目支出之和 {plain(found)}{unit} 与部门的项目支出 {plain(declared)}{unit} 不同"
        )
        hint = "请核对；只列出部分项目的，在 unit.toml 写 projects-complete = false"
        yield DEPARTMENT.problem(department.source, ("department",), message, hint)


def _declared_projects(department: Subject) -> Decimal | None:
    parts = department.entry.funds.by_expenditure
    return next((part.amount for part in parts if part.name == "项目支出"), None)


def _sum_of_projects(evidence: Evidence, name: str, department: Subject) -> Decimal | None:
    units, to = evidence.wording.units, department.entry.funds.unit
    amounts = [
        (getattr(p.entry.funds, name), p.entry.funds.unit) for p in evidence.dossier.projects
    ]
    if any(amount is None for amount, _ in amounts):
        return None
    return exact_decimal(sum((units.convert(Fraction(a), u, to) for a, u in amounts), Fraction(0)))


def check_rolled_up(evidence: Evidence) -> Iterator[Problem]:
    """X03 for rows: a rolled-up actual is what the department states, and its sources exist."""
    department = evidence.dossier.department
    if department is None:
        return
    for row in evidence.sheets[department.id].indicators:
        if row.rolled_up is None:
            continue
        indicator = row.at.indicator
        keys = (*row.at.keys, "from")
        if not row.rolled_up.rule:
            yield Problem(
                "I18",
                Severity.ERROR,
                f"“{indicator.name}”不能汇总：{row.rolled_up.formula}",
                department.source.place(keys),
                'from 写作 "项目文件名:指标名称"',
            )
        elif indicator.actual.strip() and indicator.actual.strip() != row.actual_text:
            message = f"“{indicator.name}”写的是 {indicator.actual}，按来源汇总为 {row.actual_text}"
            hint = f"{row.rolled_up.formula}；有 from 的指标不必写 actual"
            yield DEPARTMENT.problem(department.source, (*row.at.keys, "actual"), message, hint)


def check_reused(evidence: Evidence) -> Iterator[Problem]:
    """X04: a result of the whole department stands as the result of one project among several."""
    department = evidence.dossier.department
    if department is None or len(evidence.dossier.projects) < 2:
        return
    whole = {
        (row.judgement.actual.low, row.judgement.actual.unit): row.at.indicator.name
        for row in evidence.sheets[department.id].indicators
        if row.judgement.actual.low is not None and row.judgement.actual.low >= _TELLING
    }
    for subject in evidence.dossier.projects:
        for row in evidence.sheets[subject.id].indicators:
            measure = row.judgement.actual
            name = whole.get((measure.low, measure.unit)) if measure.low is not None else None
            if name is not None and measure.unit != "%" and not row.at.indicator.from_:
                message = (
                    f"“{row.at.indicator.name}”的完成值 {measure.text} 与部门“{name}”的完成值相同"
                )
                keys = (*row.at.keys, "actual")
                yield REUSED.problem(
                    subject.source, keys, message, "请确认它是本项目的成果，而不是整个部门的"
                )


class _Name(NamedTuple):
    text: str
    source: TomlFile
    keys: KeyPath


def check_names(evidence: Evidence) -> Iterator[Problem]:
    """X05: nearly equal names of bodies, projects and indicators are one thing under two names."""
    dossier = evidence.dossier
    declared = {dossier.unit.unit.name, dossier.unit.unit.signature, *dossier.unit.unit.short}
    yield from _near_pairs(_bodies(dossier), declared, "单位")
    yield from _near_pairs(
        [_Name(p.name, p.source, ("project", "name")) for p in dossier.projects], set(), "项目"
    )
    indicators = [
        _Name(at.indicator.name, subject.source, (*at.keys, "name"))
        for subject in dossier.subjects
        for at in subject.indicators
    ]
    yield from _near_pairs(indicators, set(), "指标")


def _bodies(dossier: Dossier) -> list[_Name]:
    named = [
        _Name(getattr(subject.entry.project, key), subject.source, ("project", key))
        for subject in dossier.projects
        if isinstance(subject.entry, ProjectEntry)
        for key in ("authority", "implementer")
    ]
    own = _Name(dossier.unit.unit.name, dossier.source, ("unit", "name"))
    return [own, *(name for name in named if name.text)]


def _near_pairs(names: Sequence[_Name], declared: set[str], what: str) -> Iterator[Problem]:
    first: dict[str, _Name] = {}
    for name in names:
        first.setdefault(name.text, name)
    for one, two in _pairs(first):
        name, other = first[one], first[two]
        if {one, two} <= declared:
            continue
        message = f"{what}名称“{one}”与“{two}”相近，像是同一{what}的两种写法"
        hint = f"另一处在 {other.source.place(other.keys)}；确为同一{what}的请统一，简称可写进 [unit] short"
        yield NAMES.problem(name.source, name.keys, message, hint, quote=one)


def _pairs(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give pairs of near names, the shorter first; of very many only those that share a piece."""
    distinct = sorted(names, key=lambda text: (len(text), text))
    if len(distinct) > _MANY_NAMES:
        for one, other, _ in near_names(distinct):
            first, second = sorted((one, other), key=lambda text: (len(text), text))
            yield first, second
        return
    signs = [frozenset(text) for text in distinct]
    for index, text in enumerate(distinct):
        own = signs[index]
        for number in range(index + 1, len(distinct)):
            other = distinct[number]
            # Most pairs share too few characters to be near; they never need the distance.
            if len(signs[number] - own) > _MOST_EDITS and not other.startswith(text):
                continue
            if _is_near(text, other):
                yield text, other


def _is_near(shorter: str, longer: str) -> bool:
    """Tell near names; names that differ only in a number or ordinal are different things."""
    if len(shorter) < _SHORTEST_NAME:
        return False
    if longer.startswith(shorter):
        return True
    if len(longer) - len(shorter) > _MOST_EDITS:
        return False
    if _ordinals(shorter) != _ordinals(longer) or are_opposites(shorter, longer):
        return False
    distance = edit_distance(shorter, longer)
    return 0 < distance <= _MOST_EDITS and distance * 4 <= len(shorter)


def _ordinals(text: str) -> str:
    return "".join(c for c in text if c.isdigit() or c in f"{NUMERALS}上下")
