"""The sheet 勾稽关系: both sides of everything that ought to be the same, unit by unit."""

from collections.abc import Sequence

from generator.excel.formats import Look
from generator.excel.table_sheet import Column, Content, Formula, Sheet
from generator.summary.digest_rows import TieRow, Verdict
from generator.summary.whole import Summary

TIES = "勾稽关系"
_COLUMNS = (
    Column("单位号", Look.COUNT),
    Column("单位"),
    Column("年度", Look.COUNT),
    Column("代码", Look.CENTRED),
    Column("核对内容"),
    Column("对象", Look.WRAPPED),
    Column("左边", Look.WRAPPED),
    Column("左边的数", Look.NUMBER),
    Column("右边", Look.WRAPPED),
    Column("右边的数", Look.NUMBER),
    Column("差额", Look.NUMBER),
    Column("计量单位", Look.CENTRED),
    Column("结论", Look.CENTRED),
    Column("说明", Look.WRAPPED),
)
_PLACES = 6
_ACROSS = "（跨单位）"


def tie_sheet(summary: Summary) -> Sheet:
    """Lay out all tie-outs; those between units stand last."""
    rows = [
        _row((n, dossier.name, dossier.year), tie)
        for n, dossier in enumerate(summary.dossiers, 1)
        for tie in dossier.ties
    ]
    rows += [_row((None, _ACROSS, None), tie) for tie in summary.across]
    return Sheet(TIES, _COLUMNS, rows, 5)


def _row(head: tuple[Content, ...], tie: TieRow) -> Sequence[Content]:
    difference = None
    if tie.difference is not None:
        difference = Formula(f"=ROUND(H{{row}}-J{{row}},{_PLACES})", tie.difference)
    verdict: Content = tie.verdict.value
    if tie.verdict in (Verdict.EQUAL, Verdict.DIFFERENT, Verdict.ACCEPTED):
        is_accepted = tie.verdict is Verdict.ACCEPTED
        otherwise = Verdict.ACCEPTED if is_accepted else Verdict.DIFFERENT
        text = f'=IF(K{{row}}=0,"{Verdict.EQUAL}","{otherwise}")'
        verdict = Formula(text, tie.verdict.value)
    return [
        *head,
        tie.code,
        tie.what,
        tie.where,
        tie.left_label,
        tie.left,
        tie.right_label,
        tie.right,
        difference,
        tie.unit,
        verdict,
        tie.remark,
    ]
