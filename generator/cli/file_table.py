"""The files of an audit as a table: unit, faults by severity, what was not read."""

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.table import Table

from generator.base.problem import Severity
from generator.cli.screen_tables import cell, console_for
from generator.use.audit.file_rows import FileRow

_NO_UNIT = "—"
_WIDEST = 400  # where nobody looks at it on a screen, no name is cut or folded


def print_files(rows: Sequence[FileRow]) -> None:
    """Print a line for each file; what is nought stays blank, so that the eye finds the rest."""
    table = Table(box=SIMPLE_HEAD, show_footer=True, expand=False, pad_edge=False)
    sums = [sum(row.counts[number] for row in rows) for number in range(len(Severity))]
    units = {row.unit for row in rows if row.unit}
    table.add_column("单位", f"{len(units)} 个单位", overflow="fold")
    table.add_column("文件", f"{len(rows)} 份文件", overflow="fold")
    for severity, total in zip(Severity, sums, strict=True):
        table.add_column(severity.said, str(total), justify="right", no_wrap=True)
    table.add_column("没有读懂", _unread(rows), no_wrap=True)
    table.add_column("没有读到", _stopped(rows), overflow="fold")
    last = ""
    for row in rows:
        counts = (str(count or "") for count in row.counts[: len(Severity)])
        unit = row.unit or _NO_UNIT
        table.add_row(
            cell(unit if unit != last else ""),
            cell(row.file),
            *counts,
            row.unread,
            cell(row.stopped),
        )
        last = unit
    console_for(_WIDEST).print(table)


def _unread(rows: Sequence[FileRow]) -> str:
    cells = sum(row.account.count("unread") for row in rows)
    return f"{cells} 格" if cells else ""


def _stopped(rows: Sequence[FileRow]) -> str:
    stopped = sum(bool(row.stopped) for row in rows)
    return f"{stopped} 份" if stopped else ""
