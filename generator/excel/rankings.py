"""The sheets of rankings, by the share of full marks."""

from generator.excel.formats import Look
from generator.excel.table_sheet import Column, Formula, Sheet
from generator.model.amounts import BUDGET, IN_WANYUAN
from generator.summary.whole import Ranked, Summary, ranking

_COLUMNS = (
    Column("名次", Look.COUNT),
    Column("单位"),
    Column("年度", Look.COUNT),
    Column("名称"),
    Column("总分", Look.SCORE),
    Column("满分", Look.SCORE),
    Column("得分率", Look.PERCENT),
    Column("等级", Look.CENTRED),
    Column(IN_WANYUAN[BUDGET], Look.MONEY),
    Column("执行率", Look.PERCENT),
)


def ranking_sheets(summary: Summary) -> list[Sheet]:
    """Rank the projects, and the departments where there are any."""
    projects = _sheet("项目排名", ranking(summary.projects))
    departments = ranking(summary.departments)
    return [projects, *([_sheet("部门排名", departments)] if departments else [])]


def _sheet(name: str, ranked: list[Ranked]) -> Sheet:
    last = len(ranked) + 1
    rows = [
        [
            Formula(f"=RANK(G{{row}},$G$2:$G${last})", one.place),
            one.dossier.name,
            one.dossier.year,
            one.row.name,
            one.row.total,
            one.row.full,
            Formula("=E{row}/F{row}", one.row.share),
            one.row.grade,
            one.row.budget,
            one.row.rate,
        ]
        for one in ranked
    ]
    return Sheet(name, _COLUMNS, rows, 4)
