"""The sheet that counts problems by code, unit by unit."""

from generator.excel.formats import Look
from generator.excel.table_sheet import Column, Content, Formula, Sheet, letter_of
from generator.summary.whole import Summary

PROBLEMS = "问题"
_BEFORE = ("错误", "警告", "提示", "合计")


def problem_sheet(summary: Summary) -> Sheet:
    """Count the problems; accepted ones are left out."""
    columns = [
        Column("单位号", Look.COUNT),
        Column("单位"),
        Column("年度", Look.COUNT),
        *(Column(title, Look.COUNT, "sum") for title in _BEFORE),
        *(Column(code, Look.COUNT, "sum") for code in summary.codes),
    ]
    rows: list[list[Content]] = []
    for number, dossier in enumerate(summary.dossiers, 1):
        counts = dossier.problems
        whole: Content = 0
        if summary.codes:
            first, last = (letter_of(columns, c) for c in (summary.codes[0], summary.codes[-1]))
            whole = Formula(f"=SUM({first}{{row}}:{last}{{row}})", sum(dossier.codes.values()))
        own = [dossier.codes.get(code) for code in summary.codes]
        rows.append(
            [
                *(number, dossier.name, dossier.year),
                *(counts.error, counts.warning, counts.note, whole),
                *own,
            ]
        )
    return Sheet(PROBLEMS, columns, rows, 3, foot=_foot(summary))


def _foot(summary: Summary) -> list[Content]:
    every, counts = summary.dossiers, summary.problems
    by_code = [sum(d.codes.get(code, 0) for d in every) for code in summary.codes]
    return [
        *(None, "合计", None, counts.error, counts.warning, counts.note),
        sum(by_code),
        *by_code,
    ]
