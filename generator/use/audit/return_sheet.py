"""退回意见: a page of Word for each unit, with what it has to put right and where that stands."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePath

from generator.base.problem import Problem, Severity
from generator.model.blocks import Row, Table
from generator.use.audit.file_rows import FileRow, file_rows, problems_by_file
from generator.use.audit.found import Audited
from generator.use.found_file import Made, filled_template, word_cells
from generator.use.library import Library

TEMPLATE = "returned.docx"
TITLE = "绩效自评材料审核退回意见"
_NO_UNIT = "（没有读出单位）"
_TOLD = (Severity.ERROR, Severity.WARNING)


def return_sheet(audited: Audited, library: Library) -> Made:
    """Fill the template; units without an error or warning have nothing to put right."""
    units = tuple(_units(file_rows(audited), problems_by_file(audited)))
    form = Table({}, {}, {"units": units}, "units")
    return filled_template(library, TEMPLATE, TITLE, form)


def _units(rows: Sequence[FileRow], by_file: Mapping[str, Sequence[Problem]]) -> list[Table]:
    """Lay a page out for each unit and year; a file that names no unit has one of its own."""
    groups: dict[tuple[str, int | None, str], list[FileRow]] = {}
    for row in rows:
        alone = "" if row.unit else row.file
        groups.setdefault((row.unit, row.year, alone), []).append(row)
    tables: list[Table] = []
    for own in sorted(groups.values(), key=lambda own: (not own[0].unit, own[0].unit)):
        problems = [p for row in own for p in by_file[row.file] if not p.accepted]
        if any(problem.severity in _TOLD for problem in problems):
            tables.append(_unit(own, problems, f"unit[{len(tables) + 1}]"))
    return tables


def _unit(files: Sequence[FileRow], problems: Sequence[Problem], key: str) -> Table:
    counts = {severity: sum(p.severity is severity for p in problems) for severity in Severity}
    values = {
        "name": files[0].unit or _NO_UNIT,
        "year": str(files[0].year or ""),
        "errors": str(counts[Severity.ERROR]),
        "warnings": str(counts[Severity.WARNING]),
        "notes": str(counts[Severity.NOTE] or ""),
    }
    told = [problem for problem in problems if problem.severity in _TOLD]
    names = _names([row.file for row in files])
    rows = {
        "files": [_file(row, n, names) for n, row in enumerate(files, 1)],
        "findings": [_finding(problem, n, names) for n, problem in enumerate(told, 1)],
    }
    return Table(
        word_cells(values),
        {
            name: tuple(Row(word_cells(row), f"{name}[{n}]") for n, row in enumerate(own, 1))
            for name, own in rows.items()
        },
        key=key,
    )


def _names(files: Sequence[str]) -> dict[str, str]:
    """Call files as the unit knows them: by their names, with the folder only where two have one name."""
    names = {file: PurePath(file).name for file in files}
    several = Counter(names.values())
    return {file: name if several[name] == 1 else file for file, name in names.items()}


def _file(row: FileRow, number: int, names: Mapping[str, str]) -> dict[str, str]:
    return {
        "number": str(number) if len(names) > 1 else "",
        "name": names[row.file],
        "errors": str(row.counts.error),
        "warnings": str(row.counts.warning),
        "notes": str(row.counts.note),
        "unread": row.unread,
        "stopped": row.stopped,
    }


def _finding(problem: Problem, number: int, names: Mapping[str, str]) -> dict[str, str]:
    at, file = problem.place.document, problem.place.file
    return {
        "number": str(number),
        "file": names.get(file, file) if len(names) > 1 else "",
        "place": str(at) if at is not None else "",
        "level": problem.severity.said,
        "code": problem.code,
        "message": problem.message,
        "quote": problem.quote,
        "hint": problem.hint,
        "basis": problem.basis,
    }
