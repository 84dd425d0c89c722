"""The sheet of units: what their projects add up to, what the department got, what is wrong."""

from typing import NamedTuple

from generator.excel.formats import Look
from generator.excel.subject_sheets import COMPARABLE
from generator.excel.table_sheet import Column, Content, Formula, Link, Sheet, letter_of
from generator.model.amounts import IN_WANYUAN
from generator.summary.digest_rows import Counts, DossierRows, Verdict
from generator.summary.whole import Summary, mean_of, money_of, weighted_mean_of

UNITS = "单位"
BUDGET, SPENT = "项目预算合计（万元）", "项目执行合计（万元）"
OWN_BUDGET, OWN_SPENT = (f"部门{IN_WANYUAN[name]}" for name in ("budget", "spent"))
RATE, OWN_TOTAL, MEAN = "项目执行率", "部门总分", "项目平均分"
_STAGES = {"goals": "年初申报", "evaluation": "年终自评"}
_COLUMNS = (
    Column("单位号", Look.COUNT),
    Column("单位"),
    Column("年度", Look.COUNT),
    Column("方案", Look.WRAPPED),
    Column("阶段", Look.CENTRED),
    Column("项目数", Look.COUNT, "sum"),
    Column("计分项目数", Look.COUNT, "sum"),
    Column(BUDGET, Look.MONEY, "sum"),
    Column(SPENT, Look.MONEY, "sum"),
    Column(RATE, Look.PERCENT, "rate", (SPENT, COMPARABLE)),
    Column(MEAN, Look.SCORE),
    Column("项目加权平均分（按全年预算数，供参考）", Look.SCORE),
    Column(OWN_BUDGET, Look.MONEY, "sum"),
    Column(OWN_SPENT, Look.MONEY, "sum"),
    Column("部门执行率", Look.PERCENT),
    Column(OWN_TOTAL, Look.SCORE, "mean"),
    Column("部门等级", Look.CENTRED),
    Column("错误", Look.COUNT, "sum"),
    Column("警告", Look.COUNT, "sum"),
    Column("提示", Look.COUNT, "sum"),
    Column("已接受", Look.COUNT, "sum"),
    Column("勾稽不符", Look.COUNT, "sum"),
    Column("文书", Look.LINK),
    Column("备注", Look.WRAPPED),
    Column(COMPARABLE, Look.MONEY, "sum"),
)


class Below(NamedTuple):
    """The sheets that a unit's figures are worked out from."""

    projects: Sheet
    departments: Sheet
    ties: Sheet

    def sums(self, sheet: Sheet, title: str) -> str:
        """Return the formula that adds up a column for the unit of the row."""
        return f"=SUMIF({sheet.span('单位号')},A{{row}},{sheet.span(title)})"


def unit_sheet(summary: Summary, below: Below) -> Sheet:
    """Lay out all units."""
    rows = [_row(n, dossier, below) for n, dossier in enumerate(summary.dossiers, 1)]
    return Sheet(UNITS, _COLUMNS, rows, 2, foot=_foot(summary))


def _row(number: int, dossier: DossierRows, below: Below) -> list[Content]:
    own, problems = dossier.department, dossier.problems
    return [
        number,
        dossier.name,
        dossier.year,
        dossier.scheme,
        _STAGES.get(dossier.stage or "", ""),
        *_of_projects(dossier, below),
        *_of_department(dossier, below),
        own.grade if own is not None else "",
        *_counts(problems),
        _at_odds(dossier, below),
        Link(dossier.documents, "打开") if dossier.documents else "",
        dossier.remark,
        _comparable(dossier, below),
    ]


def _of_projects(dossier: DossierRows, below: Below) -> list[Content]:
    """Give the number of projects, their money, and their mean scores."""
    rows, sheet = dossier.projects, below.projects
    if not rows:
        return [0 if dossier.unit else None, *[None] * 6]
    money, scored = money_of(rows), sum(row.total is not None for row in rows)
    number, total = sheet.span("单位号"), sheet.span("总分")
    funds = sheet.span(IN_WANYUAN["budget"])
    is_ours = f"({number}=A{{row}})*ISNUMBER({total})"
    weighted = f"=SUMPRODUCT({is_ours}*{funds},{total})/SUMPRODUCT({is_ours}*{funds})"
    return [
        Formula(f"=COUNTIF({number},A{{row}})", len(rows)),
        Formula(f"=SUMPRODUCT({is_ours})", scored),
        _known(below.sums(sheet, IN_WANYUAN["budget"]), money.budget),
        _known(below.sums(sheet, IN_WANYUAN["spent"]), money.spent),
        _known(_share(SPENT, COMPARABLE), money.rate),
        _known(f"=AVERAGEIF({number},A{{row}},{total})", mean_of(rows)),
        _known(weighted, weighted_mean_of(rows)),
    ]


def _of_department(dossier: DossierRows, below: Below) -> list[Content]:
    own, sheet = dossier.department, below.departments
    if own is None:
        return [None] * 4
    return [
        _known(below.sums(sheet, IN_WANYUAN["budget"]), own.budget),
        _known(below.sums(sheet, IN_WANYUAN["spent"]), own.spent),
        _known(_share(OWN_SPENT, OWN_BUDGET), own.rate),
        _known(below.sums(sheet, "总分"), own.total),
    ]


def _comparable(dossier: DossierRows, below: Below) -> Content:
    value = money_of(dossier.projects).comparable
    return _known(below.sums(below.projects, COMPARABLE), value) if value is not None else None


def _share(top: str, bottom: str) -> str:
    return f"={letter_of(_COLUMNS, top)}{{row}}/{letter_of(_COLUMNS, bottom)}{{row}}"


def _known(text: str, value: object) -> Content:
    """Return a formula where we know the value; where nothing is known the cell stays blank."""
    return None if value is None else Formula(text, value)  # type: ignore[arg-type] # any number


def _at_odds(dossier: DossierRows, below: Below) -> Content:
    found = sum(tie.verdict is Verdict.DIFFERENT for tie in dossier.ties)
    if not below.ties.rows:
        return found
    number, verdict = below.ties.span("单位号"), below.ties.span("结论")
    return Formula(f'=SUMPRODUCT(({number}=A{{row}})*({verdict}="{Verdict.DIFFERENT}"))', found)


def _counts(counts: Counts) -> list[Content]:
    return [counts.error, counts.warning, counts.note, counts.accepted]


def _foot(summary: Summary) -> list[Content]:
    money = summary.money
    projects = [row for _, _, row in summary.projects]
    own = [row for _, _, row in summary.departments]
    whole, counts = money_of(own), summary.problems
    known: dict[str, Content] = {
        "单位": "合计／平均",
        "项目数": len(projects),
        "计分项目数": sum(row.total is not None for row in projects),
        BUDGET: money.budget,
        SPENT: money.spent,
        RATE: money.rate,
        OWN_BUDGET: whole.budget,
        OWN_SPENT: whole.spent,
        COMPARABLE: money.comparable,
        OWN_TOTAL: mean_of(own),
        "错误": counts.error,
        "警告": counts.warning,
        "提示": counts.note,
        "已接受": counts.accepted,
        "勾稽不符": sum(t.verdict is Verdict.DIFFERENT for d in summary.dossiers for t in d.ties),
    }
    return [known.get(column.title) for column in _COLUMNS]
