"""What ties out inside a dossier (勾稽关系): sums, roll-ups, and what the papers say of the scores.

The checks report what does not tie out; here both sides are shown, also when they agree.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.base.measure import MeasureKind
from generator.model.dossier import Dossier, Subject
from generator.model.subject import DepartmentEntry
from generator.model.units import Units
from generator.score.sheet import ScoreSheet
from generator.summary.money import in_one_unit, sum_of_known
from generator.summary.rows import MONEY, TieRow, Verdict

SUM, DEPARTMENT, TOTAL, NARRATIVE, REUSED, COPIED = "A09", "X03", "A01", "X01", "X04", "C10"
_AMOUNTS = (("initial", "年初预算数"), ("budget", "全年预算数"), ("spent", "全年执行数"))
_FEWEST_COPIED = 5
_TELLING = 100  # smaller numbers are equal by chance too often to say anything


def ties_of(
    dossier: Dossier, sheets: Mapping[str, ScoreSheet], units: Units, *, is_whole: bool
) -> Iterator[TieRow]:
    """Hold everything against each other that ought to be the same."""
    yield from _department(dossier, units, is_whole=is_whole)
    for subject in dossier.subjects:
        yield from _sums(subject, dossier.name_of(subject), units)
    for subject in dossier.subjects:
        if subject.id in sheets:
            yield from _stated(subject, sheets[subject.id], dossier.name_of(subject))
    yield from _rolled(dossier, sheets, units)
    yield from _reused(dossier, sheets)
    yield from _copied(dossier)


def tie(
    code: str,
    what: str,
    where: str,
    left: tuple[str, Decimal],
    right: tuple[str, Decimal],
    unit: str,
) -> TieRow:
    """Hold two known figures against each other."""
    verdict = Verdict.EQUAL if left[1] == right[1] else Verdict.DIFFERENT
    return TieRow(code, what, where, *left, *right, unit, verdict)


def _department(dossier: Dossier, units: Units, *, is_whole: bool) -> Iterator[TieRow]:
    """X03: basic and project expenditure make up the whole; the projects make up theirs."""
    department = dossier.department
    if department is None or not isinstance(department.entry, DepartmentEntry):
        return
    entry, funds = department.entry.department, department.entry.funds
    name = dossier.name_of(department)
    basic, projects, spent = (
        in_one_unit(amount, funds.unit, units)
        for amount in (entry.basic, entry.projects, funds.spent)
    )
    if basic is not None and projects is not None and spent is not None:
        both = ("基本支出＋项目支出", basic + projects)
        yield tie(DEPARTMENT, "部门支出的构成", name, ("部门支出", spent), both, MONEY)
    if projects is None:
        parts = (part for part in funds.by_expenditure if part.name == "项目支出")
        projects = next((in_one_unit(part.amount, funds.unit, units) for part in parts), None)
    if projects is None or not dossier.projects:
        return
    own = [in_one_unit(p.entry.funds.spent, p.entry.funds.unit, units) for p in dossier.projects]
    found, why_not = sum_of_known(own), ""
    if any(amount is None for amount in own):
        why_not = "有的项目没有全年执行数"
    elif not is_whole:
        why_not = "有的项目文件没有读入"
    elif not dossier.unit.projects_complete:
        why_not = "只列出部分项目（projects-complete = false）"
    what = "部门的项目支出与各项目"
    sides = ("部门的项目支出", projects), ("各项目执行数之和", found)
    if found is None or why_not:
        yield TieRow(
            DEPARTMENT, what, name, *sides[0], *sides[1], MONEY, Verdict.UNCHECKED, why_not
        )
    else:
        yield tie(DEPARTMENT, what, name, sides[0], (sides[1][0], found), MONEY)


def _sums(subject: Subject, name: str, units: Units) -> Iterator[TieRow]:
    """A09: sources, uses and breakdowns add up to the whole."""
    funds = subject.entry.funds
    splits: list[tuple[str, str, list[Decimal | None], Decimal | None]] = [
        (label, f"各资金来源的{label}", [getattr(s, key) for s in funds.sources], total)
        for key, label in _AMOUNTS
        for total in (getattr(funds, key),)
    ]
    uses = [use.amount for use in funds.uses]
    splits.append(("全年执行数", "资金用途明细", uses, funds.spent))
    income, expenditure = funds.by_income, funds.by_expenditure
    splits.append(("全年预算数", "按收入性质分", [part.amount for part in income], funds.budget))
    splits.append(
        ("全年预算数", "按支出性质分", [part.amount for part in expenditure], funds.budget)
    )
    for label, of_what, parts, total in splits:
        known = [in_one_unit(part, funds.unit, units) for part in parts]
        found, whole = sum_of_known(known), in_one_unit(total, funds.unit, units)
        if found is not None and whole is not None:
            sides = (label, whole), (f"{of_what}之和", found)
            yield tie(SUM, "合计与分项", name, *sides, MONEY)


def _stated(subject: Subject, sheet: ScoreSheet, name: str) -> Iterator[TieRow]:
    """A01 and X01: what is printed in the form and in the report is what the scores add up to."""
    stated, total = subject.entry.stated, sheet.total.value
    if stated.total is not None and total is not None:
        sides = ("印出的总分", stated.total), ("按方案计出的总分", total)
        yield tie(TOTAL, "印出的总分", name, *sides, "分")
    in_form = stated.total if stated.total is not None else total
    if stated.narrative.total is not None and in_form is not None:
        sides = ("报告正文的总分", stated.narrative.total), ("自评表的总分", in_form)
        yield tie(NARRATIVE, "报告与表的总分", name, *sides, "分")


def _rolled(dossier: Dossier, sheets: Mapping[str, ScoreSheet], units: Units) -> Iterator[TieRow]:
    """X03 for rows: what the department states is what its projects give."""
    department = dossier.department
    if department is None or department.id not in sheets:
        return
    for row in sheets[department.id].indicators:
        if row.rolled_up is None or not row.rolled_up.rule:
            continue
        indicator, result = row.at.indicator, row.judgement.actual
        stated = units.measure(indicator.actual)
        if MeasureKind.NUMBER not in (stated.kind, result.kind) or stated.kind != result.kind:
            continue
        sides = ("部门所填", stated.value), ("由各项目汇总", result.value)
        where = f"{dossier.name_of(department)}：{indicator.name}"
        if stated.unit == result.unit:
            yield tie(DEPARTMENT, "部门指标与各项目汇总", where, *sides, result.unit)


def _reused(dossier: Dossier, sheets: Mapping[str, ScoreSheet]) -> Iterator[TieRow]:
    """X04: a result of the whole department stands as that of one project among several."""
    department = dossier.department
    if department is None or department.id not in sheets or len(dossier.projects) < 2:
        return
    whole = {
        (row.judgement.actual.low, row.judgement.actual.unit): row.at.indicator.name
        for row in sheets[department.id].indicators
        if row.judgement.actual.low is not None and row.judgement.actual.low >= _TELLING
    }
    for subject in dossier.projects:
        for row in sheets[subject.id].indicators if subject.id in sheets else ():
            found = row.judgement.actual
            name = None if found.low is None else whole.get((found.low, found.unit))
            if name is not None and found.unit != "%":
                yield TieRow(
                    REUSED,
                    "部门的数用作项目的成果",
                    f"{subject.name}：{row.at.indicator.name}",
                    f"部门“{name}”",
                    found.low,
                    f"项目“{row.at.indicator.name}”",
                    found.low,
                    found.unit,
                    Verdict.SUSPECT,
                    "请确认是本项目的成果，而不是整个部门的",
                )


def _copied(dossier: Dossier) -> Iterator[TieRow]:
    """C10: unlike projects share nearly all their indicators."""
    names = [(p.name, {at.indicator.name for at in p.indicators}) for p in dossier.projects]
    for index, (one, own) in enumerate(names):
        for other, others in names[index + 1 :]:
            shared, fewest = len(own & others), min(len(own), len(others))
            if fewest >= _FEWEST_COPIED and shared * 10 >= fewest * 9:
                yield TieRow(
                    COPIED,
                    "不同项目套用同一组指标",
                    f"{one}、{other}",
                    "指标数（较少的一方）",
                    Decimal(fewest),
                    "名称相同的指标数",
                    Decimal(shared),
                    "个",
                    Verdict.SUSPECT,
                    "请按项目内容设置指标",
                )
