"""What an audit found as a workbook: a sheet of files, one of findings, one of what was not understood."""

from collections.abc import Sequence

from generator.base.problem import Problem
from generator.excel.formats import Look
from generator.excel.table_sheet import Column, Content, Sheet
from generator.excel.workbook import workbook_of
from generator.use.audit.file_rows import FileRow, file_rows, problems_by_file, worst_first
from generator.use.audit.found import Audited

TITLE = "绩效自评材料审核结果"
_UNIT = (Column("单位"), Column("年度", Look.COUNT), Column("文件"))
_FILES = (
    *_UNIT,
    Column("错误", Look.COUNT, "sum"),
    Column("警告", Look.COUNT, "sum"),
    Column("提示", Look.COUNT, "sum"),
    Column("已接受", Look.COUNT, "sum"),
    Column("没有读懂的格", Look.COUNT, "sum"),
    Column("没有读懂的栏", Look.COUNT, "sum"),
    Column("没有读到的原因"),
)
_FINDINGS = (
    *_UNIT,
    Column("位置"),
    Column("代码", Look.CENTRED),
    Column("级别", Look.CENTRED),
    Column("问题", Look.WRAPPED),
    Column("原文", Look.WRAPPED),
    Column("怎么改", Look.WRAPPED),
    Column("依据", Look.WRAPPED),
    Column("接受的理由", Look.WRAPPED),
)
_LEFT = (*_UNIT, Column("位置"), Column("原文", Look.WRAPPED), Column("原因", Look.WRAPPED))


def finding_book(audited: Audited) -> bytes:
    """Write the three sheets; the worst unit stands first."""
    rows = worst_first(file_rows(audited))
    by_file = problems_by_file(audited)
    placed = {id(problem) for problems in by_file.values() for problem in problems}
    findings = [_finding(_head(row), p) for row in rows for p in by_file[row.file]]
    findings += [
        _finding(("", None, p.place.file), p) for p in audited.problems if id(p) not in placed
    ]
    heads = {row.file: _head(row) for row in rows}
    left = [
        [
            *heads.get(one.place.file, ("", None, one.place.file)),
            str(one.place.document or ""),
            one.quote,
            one.reason,
        ]
        for one in audited.unchecked
    ]
    return workbook_of(
        TITLE,
        [
            Sheet("文件", _FILES, [[*_head(r), *_counts(r)] for r in rows], 3, foot=_foot(rows)),
            Sheet("问题", _FINDINGS, findings, 4),
            Sheet("没有读懂", _LEFT, left, 3),
        ],
    )


def _head(row: FileRow) -> tuple[Content, ...]:
    return row.unit, row.year, row.file


def _counts(row: FileRow) -> list[Content]:
    return [*row.counts, row.account.count("unread"), row.columns, row.stopped]


def _foot(rows: Sequence[FileRow]) -> list[Content]:
    numbers = [[*row.counts, row.account.count("unread"), row.columns] for row in rows]
    sums: list[Content] = [sum(column) for column in zip(*numbers, strict=True)]
    return [f"{len({row.unit for row in rows if row.unit})} 个单位", None, "合计", *sums, None]


def _finding(head: Sequence[Content], problem: Problem) -> list[Content]:
    at = problem.place.document
    where = str(at) if at is not None else ""
    return [
        *head,
        where,
        problem.code,
        problem.severity.said,
        problem.message,
        problem.quote,
        problem.hint,
        problem.basis,
        problem.accepted,
    ]
