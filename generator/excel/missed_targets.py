"""The sheets of indicators below their target, and of those far beyond it."""

from collections.abc import Sequence

from generator.excel.formats import Look
from generator.excel.table_sheet import Column, Content, Formula, Sheet
from generator.summary.digest_rows import DossierRows, IndicatorRow
from generator.summary.whole import Summary

UNMET, BEYOND = "未达目标", "超额完成"
_KINDS = {"project": "项目", "department": "部门整体"}
_COLUMNS = (
    Column("单位"),
    Column("年度", Look.COUNT),
    Column("对象", Look.CENTRED),
    Column("名称"),
    Column("类别"),
    Column("指标", Look.WRAPPED),
    Column("年度指标值", Look.WRAPPED),
    Column("实际完成值", Look.WRAPPED),
    Column("目标数", Look.NUMBER),
    Column("完成数", Look.NUMBER),
    Column("完成率", Look.PERCENT),
    Column("偏离度", Look.PERCENT),
    Column("分值", Look.SCORE),
    Column("得分", Look.SCORE),
    Column("扣分", Look.SCORE),
    Column("偏差原因", Look.WRAPPED),
)


def indicator_sheets(summary: Summary) -> list[Sheet]:
    """Lay out both lists, the farthest from target first."""
    unmet = [_row(dossier, row) for dossier, row in summary.unmet]
    beyond = [
        [*_row(dossier, row), None if row.bound is None else row.bound / 100]
        for dossier, row in summary.beyond
    ]
    bound = Column("方案的界限", Look.PERCENT)
    return [
        Sheet(UNMET, _COLUMNS, unmet, 4),
        Sheet(BEYOND, (*_COLUMNS, bound), beyond, 4),
    ]


def _row(dossier: DossierRows, row: IndicatorRow) -> Sequence[Content]:
    completion, deviation = row.completion, row.deviation
    lost = None if row.weight is None or row.score is None else row.weight - row.score
    return [
        dossier.name,
        dossier.year,
        _KINDS[row.kind],
        row.subject,
        row.class_path,
        row.name,
        row.target,
        row.actual,
        row.wanted,
        row.reached,
        None if completion is None else Formula("=J{row}/I{row}", completion),
        None if deviation is None else Formula("=ABS(J{row}-I{row})/I{row}", deviation),
        row.weight,
        row.score,
        None if lost is None else Formula("=M{row}-N{row}", lost),
        row.reason,
    ]
