"""jixiao summary: many dossiers seen from above, as one workbook, annex, JSON or CSV file."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.base.strange_text import shown_path
from generator.cli.next_step import command_line, say_next
from generator.cli.options import chosen_paths, paths_argument
from generator.cli.output import say
from generator.cli.path_type import PathType
from generator.cli.reporting import report
from generator.cli.session import Session

if TYPE_CHECKING:
    from generator.summary.digest_rows import DossierRows
    from generator.summary.whole import Summary


def _with_known_ending(context: click.Context, parameter: click.Parameter, value: Path) -> Path:
    from generator.use.summary.summary_file import MAKERS  # noqa: PLC0415 - commands load lazily

    del context, parameter
    if value.suffix.lower() not in MAKERS:
        message = f"“{value.name}”的后缀应为 {'、'.join(MAKERS)} 之一"
        raise click.BadParameter(message)
    return value


@click.command(
    "summary",
    help="汇总各单位：金额、得分、排名、等级、偏差、问题、勾稽关系；文件后缀决定写成什么。",
)
@paths_argument
@click.option(
    "-o",
    "--output",
    type=PathType(dir_okay=False),
    callback=_with_known_ending,
    required=True,
    metavar="文件",
    help=".xlsx 工作簿，.docx 汇总表，.json，.csv",
)
@click.option("--quiet", is_flag=True, help="不印结语")
@click.pass_context
def command(context: click.Context, paths: tuple[Path, ...], output: Path, quiet: bool) -> None:  # noqa: FBT001 - click's way
    """Examine one dossier after the other; only small rows of each are kept."""
    from generator.summary.whole import summarise  # noqa: PLC0415 - see above
    from generator.use.summary.dossier_ties import ties_across  # noqa: PLC0415 - see above
    from generator.use.summary.summary_file import write_summary  # noqa: PLC0415 - commands load lazily

    chosen = chosen_paths(paths)
    session = Session(chosen)
    rows = list(_rows(session, output.parent))
    summary = summarise(rows, ties_across(rows, session.library(chosen[0])))
    faults = write_summary(summary, output, session.library(chosen[0]))
    problems = [*session.problems, *faults]
    if not any(fault.stops for fault in faults) and not quiet:
        say(f"{shown_path(output)}：{_closing(summary)}", err=True)
        for row in rows:
            if row.remark:
                say(f"{row.folder} 的数不全，{row.remark}", err=True)
        if summary.problems.error:
            say_next(f"{command_line('check', chosen)} 逐条列出问题，改正后再汇总")
    if problems:
        report(problems, "text", checked=len(session.folders), is_brief=True)
    context.exit(session.exit_code(faults, is_done=not summary.problems.error))


def _rows(session: Session, start: Path) -> "Iterator[DossierRows]":
    """Give the rows of one dossier after the other; each is let go before the next."""
    from generator.use.check.examine import examine  # noqa: PLC0415 - commands load lazily
    from generator.use.summary.summary import rows_of  # noqa: PLC0415 - see above

    yield from session.each(
        "汇总", lambda folder, library: rows_of(examine(folder, library), library, start)
    )


def _closing(summary: "Summary") -> str:
    if not summary.dossiers:
        return "没有填报，汇总是空的。"
    problems: list[str] = []
    counts = summary.problems
    for word, count in (("错误", counts.error), ("警告", counts.warning), ("提示", counts.note)):
        problems += [f"{word} {count} 个"] if count else []
    found = "，".join(problems) if problems else "没有发现问题"
    at_odds = "，有勾稽不符" if summary.is_at_odds() else ""
    return f"{len(summary.dossiers)} 份填报，{len(summary.projects)} 个项目；{found}{at_odds}。"
