"""The sheet of department rows that come from projects: every source, then the sum or the mean."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from generator.excel.formats import Look
from generator.excel.table_sheet import Column, Content, Formula, Sheet
from generator.summary.digest_rows import DossierRows, RolledRow, Way
from generator.summary.whole import Summary

ROLLED = "部门指标汇总"
_COLUMNS = (
    Column("单位"),
    Column("年度", Look.COUNT),
    Column("部门指标", Look.WRAPPED),
    Column("汇总办法"),
    Column("来源项目"),
    Column("来源指标", Look.WRAPPED),
    Column("数值", Look.NUMBER),
    Column("计量单位", Look.CENTRED),
    Column("权重：全年预算数（万元）", Look.MONEY),
)
_SHARE = "得分率"


def rolled_sheet(summary: Summary) -> Sheet:
    """Lay out all roll-ups one below the other."""
    rows: list[Sequence[Content]] = []
    for dossier in summary.dossiers:
        for rolled in dossier.rolled:
            rows += _block(dossier, rolled, len(rows) + 2)
    return Sheet(ROLLED, _COLUMNS, rows, 3, has_filter=False)


def _block(dossier: DossierRows, rolled: RolledRow, first: int) -> Iterator[Sequence[Content]]:
    """Write the sources of a row, then what they make; ``first`` is the number of the first row."""
    head = (dossier.name, dossier.year, rolled.indicator)
    unit = _SHARE if rolled.way is Way.SCORE else rolled.unit
    for source in rolled.sources:
        yield (*head, "来源", source.project, source.indicator, source.value, unit, source.funds)
    last = first + len(rolled.sources) - 1
    formula = Formula(_formula(rolled, f"G{first}:G{last}", f"I{first}:I{last}"), rolled.result)
    funds = [source.funds for source in rolled.sources]
    known = [fund for fund in funds if fund is not None]
    whole = (
        Formula(f"=SUM(I{first}:I{last})", sum(known, Fraction(0)))
        if len(known) == len(funds)
        else None
    )
    yield (*head, rolled.way.value, "汇总", "", formula, rolled.unit, whole)


def _formula(rolled: RolledRow, values: str, funds: str) -> str:
    mean = f"SUMPRODUCT({values},{funds})/SUM({funds})"
    if rolled.way is Way.SUM:
        return f"=ROUND(SUM({values}),{rolled.places})"
    if rolled.way is Way.MEAN:
        return f"=ROUND({mean},{rolled.places})"
    return f"=ROUND({rolled.weight}*{mean},{rolled.places})"
