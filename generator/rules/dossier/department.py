"""X03 and X04: a department against its projects, and projects that bear its figures."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.base.measure import MeasureKind
from generator.base.number import plain
from generator.figures.figure import exact_decimal
from generator.model.dossier import Subject
from generator.model.subject import DepartmentEntry
from generator.rules.dossier.evidence import Evidence
from generator.rules.finding import Finding
from generator.rules.held_figures import Held, differing
from generator.rules.where import KeyPlace
from generator.score.score_sheet import IndicatorScore

_TELLING = 100  # smaller numbers are equal by chance too often to say anything
_SHORTEST_LEAD = 2  # signs of what a project is of
_PART = "项目支出"


def department(evidence: Evidence) -> Iterator[Finding]:
    """X03: basic and project expenditure make up the whole; the projects make up theirs."""
    return differing(department_held(evidence)) if evidence.is_whole else iter(())


def department_held(evidence: Evidence) -> Iterator[Held]:
    """Hold the expenditure of the department against what it is made of."""
    subject = evidence.dossier.department
    if subject is None or not isinstance(subject.entry, DepartmentEntry):
        return
    entry, funds = subject.entry.department, subject.entry.funds
    at, unit = KeyPlace(subject.source, ("department",)), funds.unit
    if entry.basic is not None and entry.projects is not None and funds.spent is not None:
        both = entry.basic + entry.projects
        left, right = plain(funds.spent), plain(both)
        budget = funds.budget if funds.budget is not None else funds.spent
        id = "department-parts" if budget == funds.spent else "department-parts-of-both"
        finding = Finding(id, at, left, right, plain(budget), name=unit)
        # A form seldom says of which it splits; what stands below 按支出性质分 is held there,
        # be it more than these two.
        split, wholes = _split(subject), (funds.spent, funds.budget)
        agrees = split == both or both in wholes or (split in wholes and both < split)
        yield Held(finding, funds.spent, both, agrees, unit, is_money=True)
    declared = entry.projects if entry.projects is not None else _declared_projects(subject)
    if declared is None or not evidence.dossier.projects:
        return
    together, unchecked = _sum_of_projects(evidence, subject), _why_unchecked(evidence)
    right, agrees = plain(together) if together is not None else "", together == declared
    finding = Finding("department-projects", at, plain(declared), right, name=unit)
    yield Held(finding, declared, together, agrees, unit, unchecked, is_money=True)


def _why_unchecked(evidence: Evidence) -> str:
    if any(project.entry.funds.spent is None for project in evidence.dossier.projects):
        return "有的项目没有全年执行数"
    if not evidence.is_whole:
        return "有的项目文件没有读入"
    if not evidence.dossier.unit.projects_complete:
        return "只列出部分项目（projects-complete = false）"
    return ""


def _split(department: Subject) -> Decimal:
    """Return what the parts by kind of expenditure come to."""
    amounts = (part.amount for part in department.entry.funds.by_expenditure)
    return sum((amount for amount in amounts if amount is not None), Decimal(0))


def _declared_projects(department: Subject) -> Decimal | None:
    parts = department.entry.funds.by_expenditure
    return next((part.amount for part in parts if part.name == _PART), None)


def _sum_of_projects(evidence: Evidence, department: Subject) -> Decimal | None:
    """Add up what is known of the projects, in the unit of the department."""
    units, to = evidence.wording.units, department.entry.funds.unit
    every = [project.entry.funds for project in evidence.dossier.projects]
    known = [(funds.spent, funds.unit) for funds in every if funds.spent is not None]
    if not known:
        return None
    return exact_decimal(sum((units.convert(Fraction(a), u, to) for a, u in known), Fraction(0)))


def rolled_up(evidence: Evidence) -> Iterator[Finding]:
    """X03 for rows: a rolled-up actual is what the department states, and its sources exist."""
    for subject, row in _rolled(evidence):
        if row.rolled_up is not None and not row.rolled_up.rule:
            at, left = KeyPlace(subject.source, (*row.at.keys, "from")), row.rolled_up.formula
            yield Finding("rolled-up-from-nowhere", at, left, name=row.at.indicator.name)
    yield from differing(rolled_up_held(evidence))


def rolled_up_held(evidence: Evidence) -> Iterator[Held]:
    """Hold what the department states of a row against what its projects give."""
    for subject, row in _rolled(evidence):
        indicator = row.at.indicator
        said = indicator.actual.strip()
        if row.rolled_up is None or not row.rolled_up.rule or not said:
            continue
        at = KeyPlace(subject.source, (*row.at.keys, "actual"))
        left, right, how = indicator.actual, row.actual_text, row.rolled_up.formula
        finding = Finding("rolled-up", at, left, right, how, indicator.name)
        one, other = evidence.wording.units.measure(said), row.judgement.actual
        is_number = {one.kind, other.kind} == {MeasureKind.NUMBER} and one.unit == other.unit
        sides = (one.value, other.value) if is_number else (None, None)
        agrees = said == right or (is_number and one.value == other.value)
        yield Held(finding, sides[0], sides[1], agrees, other.unit)


def _rolled(evidence: Evidence) -> Iterator[tuple[Subject, IndicatorScore]]:
    department = evidence.dossier.department
    if department is not None:
        for row in evidence.sheets[department.id].indicators:
            yield department, row


def reused(evidence: Evidence) -> Iterator[Finding]:
    """X04: a result of the whole department stands as the result of one project among several."""
    return (held.finding for held in reused_held(evidence))


def reused_held(evidence: Evidence) -> Iterator[Held]:
    """Find results of projects that are those of the department."""
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
            measure, indicator = row.judgement.actual, row.at.indicator
            same = whole.get((measure.low, measure.unit)) if measure.low is not None else None
            if same is None or measure.low is None or measure.unit == "%" or indicator.from_:
                continue
            if _is_of_project(same, indicator.name, subject):
                continue
            at = KeyPlace(subject.source, (*row.at.keys, "actual"))
            finding = Finding("reused", at, measure.text, same, name=indicator.name)
            value, unit = measure.low, measure.unit
            owner = subject.name
            yield Held(finding, value, value, agrees=False, unit=unit, owner=owner, is_suspect=True)


def _is_of_project(whole: str, own: str, subject: Subject) -> bool:
    """Tell 公路养护里程 of a department from its project 公路养护, which calls it 养护里程: it is the project's."""
    lead = whole.removesuffix(own)
    return lead != whole and len(lead) >= _SHORTEST_LEAD and lead in subject.name
