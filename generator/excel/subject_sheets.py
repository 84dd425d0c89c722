"""The sheets of projects and of departments as wholes: money, parts of the score, total, grade."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from generator.excel.formats import Look
from generator.excel.table_sheet import Column, Content, Formula, Link, Sheet
from generator.model.amounts import AMOUNTS, BUDGET, IN_WANYUAN, SPENT
from generator.summary.digest_rows import DossierRows, SubjectRow
from generator.summary.whole import Summary, mean_of, money_of

PROJECTS, DEPARTMENTS = "项目", "部门整体"
COMPARABLE = "计入执行率的预算（万元）"
Listed = Sequence[tuple[int, DossierRows, SubjectRow]]


def project_sheet(summary: Summary) -> Sheet:
    """Lay out all projects."""
    return _sheet(PROJECTS, "项目名称", summary.projects, summary.labels)


def department_sheet(summary: Summary) -> Sheet:
    """Lay out all departments as wholes."""
    return _sheet(DEPARTMENTS, "部门名称", summary.departments, summary.labels)


def _sheet(name: str, title: str, listed: Listed, every_label: Sequence[str]) -> Sheet:
    used = {part.label for _, _, row in listed for part in row.parts}
    labels = [label for label in every_label if label in used]
    columns = _columns(title, labels)
    sheet = Sheet(name, columns, [], 4)
    rows = [_row(sheet, labels, *one) for one in listed]
    return Sheet(name, columns, rows, 4, foot=_foot(columns, [row for _, _, row in listed]))


def _columns(title: str, labels: Sequence[str]) -> list[Column]:
    return [
        Column("单位号", Look.COUNT),
        Column("单位"),
        Column("年度", Look.COUNT),
        Column(title),
        Column("方案", Look.WRAPPED),
        *(Column(title, Look.MONEY, "sum") for title in IN_WANYUAN.values()),
        Column("执行率", Look.PERCENT, "rate", (IN_WANYUAN[SPENT], COMPARABLE)),
        *(Column(f"{label}得分", Look.SCORE) for label in labels),
        Column("总分", Look.SCORE, "mean"),
        Column("满分", Look.SCORE),
        Column("得分率", Look.PERCENT),
        Column("等级", Look.CENTRED),
        Column("错误", Look.COUNT, "sum"),
        Column("警告", Look.COUNT, "sum"),
        Column("提示", Look.COUNT, "sum"),
        Column("文书", Look.LINK),
        Column("备注", Look.WRAPPED),
        Column(COMPARABLE, Look.MONEY, "sum"),
    ]


def _row(
    sheet: Sheet, labels: Sequence[str], number: int, dossier: DossierRows, row: SubjectRow
) -> list[Content]:
    scores = {label: _score_of(row, label) for label in labels}
    return [
        number,
        dossier.name,
        dossier.year,
        row.name,
        dossier.scheme,
        *(getattr(row, name) for name in AMOUNTS),
        _rate(sheet, row),
        *scores.values(),
        _total(sheet, labels, row),
        row.full,
        _share(sheet, row),
        row.grade,
        row.problems.error,
        row.problems.warning,
        row.problems.note,
        Link(row.document, "打开") if row.document else "",
        row.remark,
        _comparable(sheet, row),
    ]


def _score_of(row: SubjectRow, label: str) -> Decimal | None:
    """Return the score of the part with a label, or of several that bear the same."""
    found = [part.score for part in row.parts if part.label == label]
    known = [score for score in found if score is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(found) else None


def _rate(sheet: Sheet, row: SubjectRow) -> Content:
    if row.rate is None:
        return None
    if (
        row.spent is None
        or not row.budget
        or Fraction(row.spent) / Fraction(row.budget) != row.rate
    ):
        return row.rate  # of something that has no column here
    spent, budget = (sheet.letter(IN_WANYUAN[name]) for name in (SPENT, BUDGET))
    return Formula(f"={spent}{{row}}/{budget}{{row}}", row.rate)


def _comparable(sheet: Sheet, row: SubjectRow) -> Content:
    if row.comparable is None:
        return None
    spent, budget = (sheet.letter(IN_WANYUAN[name]) for name in (SPENT, BUDGET))
    return Formula(f'=IF({spent}{{row}}="","",{budget}{{row}})', row.comparable)


def _total(sheet: Sheet, labels: Sequence[str], row: SubjectRow) -> Content:
    if row.total is None:
        return None
    first, last = (sheet.letter(f"{label}得分") for label in (labels[0], labels[-1]))
    return Formula(f"=SUM({first}{{row}}:{last}{{row}})", row.total)


def _share(sheet: Sheet, row: SubjectRow) -> Content:
    if row.share is None:
        return None
    return Formula(f"={sheet.letter('总分')}{{row}}/{sheet.letter('满分')}{{row}}", row.share)


def _foot(columns: Sequence[Column], rows: Sequence[SubjectRow]) -> list[Content]:
    money = money_of(rows)
    known: dict[str, Content] = {
        "单位": "合计／平均",
        **{title: getattr(money, name) for name, title in IN_WANYUAN.items()},
        "执行率": money.rate,
        COMPARABLE: money.comparable,
        "总分": mean_of(rows),
        "错误": sum(row.problems.error for row in rows),
        "警告": sum(row.problems.warning for row in rows),
        "提示": sum(row.problems.note for row in rows),
    }
    return [known.get(column.title) for column in columns]
