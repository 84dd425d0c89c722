"""The first sheet: totals at a glance, grades, charts, and how to read the rest."""

from typing import Any, NamedTuple

from xlsxwriter import Workbook

from generator.excel.formats import Formats, Look
from generator.excel.subject_sheets import COMPARABLE
from generator.excel.table_sheet import Content, Formula, Sheet, set_up_page
from generator.excel.unit_sheets import BUDGET, MEAN, OWN_TOTAL, RATE, SPENT
from generator.excel.workbook_charts import (
    MOST_BARS,
    WIDTH,
    Bars,
    bar_chart,
    column_chart,
    height_of,
)
from generator.model.amounts import IN_WANYUAN, INITIAL
from generator.summary.whole import Summary

OVERVIEW = "概览"
_LABEL, _VALUE = 0, 1
_APART, _ROW = WIDTH + 20, 18  # pixels
_NOTES = (
    "金额均折合为万元，按输入的数精确折算，只在显示时取两位小数。",
    "合计、平均、比率都是公式；合计行随筛选变化。空格表示没有数据，没有推算。",
    "得分率＝总分÷满分，排名按得分率，相同的并列。",
    "“供参考”的加权平均分＝Σ（项目总分×全年预算数）÷Σ全年预算数，不是部门得分。",
    "问题数不含已在输入中说明理由、予以接受的问题。",
)


class Sheets(NamedTuple):
    """The sheets that the overview draws on."""

    units: Sheet
    projects: Sheet
    grades: Sheet
    ties: Sheet


def write_overview(
    book: Workbook, page: Any, summary: Summary, sheets: Sheets, formats: Formats
) -> None:
    """Write the first sheet."""
    page.hide_gridlines(2)
    page.set_column(_LABEL, _LABEL, 26)
    page.set_column(_VALUE, _VALUE, 16)
    page.set_column(_VALUE + 1, _VALUE + 1, 3)
    page.write_string(0, 0, "绩效自评汇总", formats.title)
    row = 2
    for label, look, content in _figures(summary, sheets):
        page.write_string(row, _LABEL, label, formats.header)
        _write(page, row, content, formats.cells[look])
        row += 1
    for note in _NOTES:
        page.write_string(row + 1, _LABEL, note, formats.note)
        row += 1
    if summary.dossiers:
        # Charts stand below: beside the notes they would cover them.
        _draw(book, page, sheets, row + 3)
    set_up_page(page)
    page.fit_to_pages(1, 1)


def _figures(summary: Summary, sheets: Sheets) -> list[tuple[str, Look, Content]]:
    money = summary.money
    counts = summary.problems
    last = {name: len(sheet.rows) for name, sheet in _by_name(sheets).items()}
    units, projects = sheets.units, sheets.projects

    def sums(sheet: Sheet, title: str, value: Any) -> Content:
        if value is None or not last[sheet.name]:
            return value  # type: ignore[no-any-return] # nothing to refer to
        return Formula(f"=SUM({sheet.span(title)})", value)

    rows, first = len(projects.rows), IN_WANYUAN[INITIAL]
    share = None
    if money.rate is not None:
        share = Formula(f"=B7/SUM({projects.span(COMPARABLE)})", money.rate)
    return [
        ("填报（单位和年度）", Look.COUNT, len(summary.dossiers)),
        ("项目", Look.COUNT, sums(units, "项目数", rows)),
        (first, Look.MONEY, sums(projects, first, money.initial)),
        (IN_WANYUAN["budget"], Look.MONEY, sums(units, BUDGET, money.budget)),
        (IN_WANYUAN["spent"], Look.MONEY, sums(units, SPENT, money.spent)),
        ("执行率", Look.PERCENT, share),
        ("错误", Look.COUNT, sums(units, "错误", counts.error)),
        ("警告", Look.COUNT, sums(units, "警告", counts.warning)),
        ("提示", Look.COUNT, sums(units, "提示", counts.note)),
        ("未达目标的指标", Look.COUNT, len(summary.unmet)),
        ("超额完成的指标", Look.COUNT, len(summary.beyond)),
        ("勾稽不符", Look.COUNT, _at_odds(summary, sheets.ties)),
    ]


def _at_odds(summary: Summary, ties: Sheet) -> Content:
    every = [t for d in summary.dossiers for t in d.ties] + [*summary.across]
    found = sum(tie.verdict.value == "不符" for tie in every)
    return Formula(f'=COUNTIF({ties.span("结论")},"不符")', found) if ties.rows else found


def _by_name(sheets: Sheets) -> dict[str, Sheet]:
    return {s.name: s for s in (sheets.units, sheets.projects, sheets.grades, sheets.ties)}


def _write(page: Any, row: int, content: Content, look: Any) -> None:
    if isinstance(content, Formula):
        page.write_formula(row, _VALUE, content.text, look, float(content.value or 0))
    elif content is None:
        page.write_blank(row, _VALUE, None, look)
    else:
        page.write_number(row, _VALUE, float(content), look)  # type: ignore[arg-type] # numbers only


def _draw(book: Workbook, page: Any, sheets: Sheets, top: int) -> None:
    """Put the charts side by side, two in a row."""
    rows = height_of(sheets.units) // _ROW + 1
    more = f"（前 {MOST_BARS} 个单位）" if len(sheets.units.rows) > MOST_BARS else ""
    foot, last = len(sheets.grades.rows) + 1, len(sheets.grades.columns) - 2
    charts = [
        column_chart(book, "项目等级分布", sheets.grades, (0, 3, 0, last), (foot, 3, foot, last)),
        bar_chart(
            book,
            Bars(f"各单位项目执行率{more}", sheets.units, "单位", (RATE,), is_share=True),
        ),
        bar_chart(book, Bars(f"各单位得分{more}", sheets.units, "单位", (OWN_TOTAL, MEAN))),
        bar_chart(
            book,
            Bars(
                f"各单位的问题{more}",
                sheets.units,
                "单位",
                ("错误", "警告", "提示"),
                is_stacked=True,
            ),
        ),
    ]
    for number, chart in enumerate(charts):
        page.insert_chart(top + number // 2 * rows, 0, chart, {"x_offset": number % 2 * _APART})
