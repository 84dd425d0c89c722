"""The summary as a document: the annex 汇总表 with its rows and charts, for the Word template."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

from generator.base.number import round_half_up
from generator.model.amounts import AMOUNT_LABELS, IN_WANYUAN
from generator.model.blocks import Cell, Chart, DocumentBlocks, Row, Series, Table
from generator.model.spans import Span
from generator.summary.digest_rows import DossierRows, SubjectRow
from generator.summary.summary_words import PLACES, shown_amount, shown_rate, shown_score
from generator.summary.whole import (
    UNGRADED,
    Money,
    Summary,
    grade_count,
    mean_of,
    money_of,
)

TITLE = "绩效自评情况汇总表"
MOST_BARS = 12  # more cannot be read across a page
FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "years": "年度，如 2020—2023",
        "dossiers": "填报数",
        "projects": "项目数",
        **{name: f"{label}合计（万元）" for name, label in AMOUNT_LABELS.items()},
        "rate": "执行率",
        "mean": "项目平均分",
        "errors": "错误数",
        "warnings": "警告数",
        "notes": "提示数",
    }
)
ROW: Mapping[str, str] = MappingProxyType(
    {
        "number": "序号",
        "unit": "单位",
        "year": "年度",
        "name": "项目名称；部门整体为“部门整体”",
        **IN_WANYUAN,
        "rate": "执行率",
        "total": "总分",
        "grade": "等级",
        "problems": "问题数：错误/警告/提示",
        "remark": "备注",
    }
)
GRADE_ROW: Mapping[str, str] = MappingProxyType(
    {"grade": "等级", "projects": "项目数", "departments": "部门数"}
)
ROWS: Mapping[str, Mapping[str, str]] = MappingProxyType({"subjects": ROW, "grades": GRADE_ROW})


def annex(summary: Summary) -> DocumentBlocks:
    """Lay the annex out."""
    return DocumentBlocks(
        "summary",
        (Span(TITLE),),
        body=tuple(_charts(summary)),
        label="附件",
        notes=tuple((Span(note),) for note in _notes(summary)),
        summary=Table(_fields(summary), {"subjects": _rows(summary), "grades": _grades(summary)}),
    )


def _fields(summary: Summary) -> dict[str, Cell]:
    projects = [row for _, _, row in summary.projects]
    counts = summary.problems
    years = sorted({dossier.year for dossier in summary.dossiers if dossier.year})
    span = "—".join(dict.fromkeys(str(year) for year in (*years[:1], *years[-1:])))
    values = {
        "years": span,
        "dossiers": str(len(summary.dossiers)),
        "projects": str(len(projects)),
        **_money(summary.money),
        "mean": shown_score(mean_of(projects)),
        "errors": str(counts.error),
        "warnings": str(counts.warning),
        "notes": str(counts.note),
    }
    return {name: _cell(values[name]) for name in FIELDS}


def _money(money: Money) -> dict[str, str]:
    return {
        **{name: shown_amount(getattr(money, name)) for name in AMOUNT_LABELS},
        "rate": shown_rate(money.rate),
    }


def _rows(summary: Summary) -> tuple[Row, ...]:
    """List every unit: the department as a whole, then its projects; its name is merged over them."""
    rows: list[Row] = []
    for number, dossier in enumerate(summary.dossiers, 1):
        own: Sequence[SubjectRow | None] = (
            *((dossier.department,) if dossier.department else ()),
            *dossier.projects,
        ) or (None,)
        for index, row in enumerate(own):
            merge = "continue" if index else "restart" if len(own) > 1 else ""
            rows.append(_row(number, dossier, row, merge, index))
    return tuple(rows)


def _row(number: int, dossier: DossierRows, row: SubjectRow | None, merge: str, index: int) -> Row:
    counts = dossier.problems if row is None else row.problems
    values = {
        "number": str(number),
        "unit": dossier.name,
        "year": str(dossier.year or ""),
        "name": "",
        **dict.fromkeys(AMOUNT_LABELS, ""),
        "rate": "",
        "total": "",
        "grade": "",
        "problems": f"{counts.error}/{counts.warning}/{counts.note}",
        "remark": dossier.remark,
    }
    if row is not None:
        values |= {
            "name": "部门整体" if row.kind == "department" else row.name,
            **{name: shown_amount(getattr(row, name)) for name in AMOUNT_LABELS},
            "rate": shown_rate(row.rate),
            "total": shown_score(row.total),
            "grade": row.grade,
            "remark": row.remark,
        }
    cells = {name: _cell(values[name]) for name in ROW}
    for name in ("number", "unit", "year"):
        cells[name] = Cell(() if merge == "continue" else cells[name].spans, merge)
    return Row(cells, f"unit[{number}]/row[{index + 1}]")


def _grades(summary: Summary) -> tuple[Row, ...]:
    projects = [row for _, _, row in summary.projects]
    departments = [row for _, _, row in summary.departments]
    return tuple(
        Row(
            {
                "grade": _cell(grade or UNGRADED),
                "projects": _cell(str(grade_count(projects, grade))),
                "departments": _cell(str(grade_count(departments, grade))),
            },
            f"grade[{grade or UNGRADED}]",
        )
        for grade in (*summary.grades, "")
    )


def _charts(summary: Summary) -> list[Chart]:
    charts: list[Chart] = []
    projects = [row for _, _, row in summary.projects]
    if projects:
        words = (*summary.grades, UNGRADED)
        counts = [grade_count(projects, grade) for grade in (*summary.grades, "")]
        values = tuple(Decimal(found) for found in counts)
        chart = Chart("项目等级分布", words, (Series("项目数", values),), "grades", (), "grades")
        charts.append(chart)
    told = [d for d in summary.dossiers if d.department or mean_of(d.projects) is not None]
    first = told[:MOST_BARS]
    series = (
        Series("项目执行率（%）", tuple(_percent(d) for d in first)),
        Series("项目平均分", tuple(_mean(d) for d in first)),
        Series("部门总分", tuple(d.department.total if d.department else None for d in first)),
    )
    drawn = tuple(s for s in series if any(value is not None for value in s.values))
    if drawn:
        more = f"（前 {MOST_BARS} 个）" if len(told) > MOST_BARS else ""
        names = tuple(dossier.name for dossier in first)
        charts.append(
            Chart(f"各单位执行率和得分{more}", names, drawn, "units", (), "units", "bars")
        )
    return charts


def _percent(dossier: DossierRows) -> Decimal | None:
    rate = money_of(dossier.projects).rate
    return None if rate is None else round_half_up(rate * 100, PLACES)


def _mean(dossier: DossierRows) -> Decimal | None:
    mean = mean_of(dossier.projects)
    return None if mean is None else round_half_up(mean, PLACES)


def _notes(summary: Summary) -> list[str]:
    notes = ["金额折合为万元；空格表示没有数据，没有推算。"]
    notes.append("问题数依次为错误、警告、提示，不含已说明理由、予以接受的问题。")
    if any(row.rate is None and row.budget is not None for _, _, row in summary.projects):
        notes.append("执行率合计只计有全年执行数的项目。")
    return notes


def _cell(text: str) -> Cell:
    return Cell((Span(text),) if text else ())
