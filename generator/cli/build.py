"""jixiao build: write the Word files."""

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.base.problem import in_order
from generator.cli.build_messages import outcome_lines, pdf_lines
from generator.cli.exit_code import exit_code
from generator.cli.moved_table import show_moved
from generator.cli.next_step import after_build, say_next
from generator.cli.options import chosen_paths, format_option, paths_argument
from generator.cli.output import say_lines
from generator.cli.path_type import PathType
from generator.cli.reporting import report
from generator.cli.session import Session

if TYPE_CHECKING:
    from generator.batch.run_result import RunResult
    from generator.batch.unit_of_work import Outcome, Unit
    from generator.batch.workers import Crew


@click.command("build", help="写出 Word 文件。有错误时不写；--draft 照写，缺的地方印【待补】。")
@paths_argument
@click.option(
    "-o",
    "--output",
    type=PathType(file_okay=False),
    metavar="文件夹",
    help="写到这里，而不是 outputs/",
)
@click.option(
    "--draft", "is_draft", is_flag=True, help="有错误也写出草稿：缺的地方印【待补】，标明草稿"
)
@click.option(
    "--clean", "is_clean", is_flag=True, help="写报送稿：不带隐藏书签、作者信息和草稿标记"
)
@click.option(
    "--as-stated",
    "is_stated",
    is_flag=True,
    help="照填报印：印出的数照填报里的（stated），不计算，空着的空着；文件名标明（按填报数）",
)
@click.option(
    "--stage",
    type=click.Choice(["goals", "evaluation"]),
    help="goals 写年初的绩效目标表，evaluation 写年终自评；不写则按 unit.toml",
)
@click.option(
    "--on-edited",
    type=click.Choice(["keep", "merge", "refuse"]),
    help="在 Word 里改过的文件：keep 留着、新版写在旁边，merge 把新的并进去，refuse 什么也不写；"
    "不写则只改了版式的填入新的数，改了文字的留着",
)
@click.option(
    "--strict", "is_strict", is_flag=True, help="写出后再读回审核，有输入里没有接受的问题就报告"
)
@click.option(
    "--accept-rules",
    "accepts_rules",
    is_flag=True,
    help="规则变动使得分变了的，照新的得分写出；不写则先列出旧分、新分和规则，不写出",
)
@click.option(
    "--redline",
    is_flag=False,
    flag_value="",
    default=None,
    metavar="[旧稿.docx]",
    help="另写一份带修订标记的“（修订）.docx”：和上一稿比，或和 --redline=旧稿.docx 比，改动的数附批注说明原因",
)
@click.option("--pdf", "wants_pdf", is_flag=True, help="同时写出 PDF（要有 LibreOffice）")
@click.option("--toc", "wants_pages", is_flag=True, help="填上目录的页码（要有 LibreOffice）")
@click.option("--quiet", is_flag=True, help="不逐个报告写出的文件")
@click.option(
    "--jobs",
    type=click.IntRange(1, 512),
    metavar="N",
    help="几个进程同时做；不写则按电脑的核数，份数少时只用一个",
)
@click.option(
    "--cluster",
    metavar="地址",
    help="在 Dask 集群上做，如 tcp://10.0.0.5:8786（先装 jixiao[cluster]）",
)
@click.option(
    "--report",
    "report_file",
    type=PathType(dir_okay=False),
    metavar="文件.json",
    help="另写一份供程序读的运行报告：每份填报的结果、问题数、总分",
)
@format_option
@click.pass_context
def command(
    context: click.Context,
    /,
    *,
    paths: tuple[Path, ...],
    output: Path | None,
    redline: str | None,
    quiet: bool,
    style: str,
    **wishes: Any,
) -> None:
    """Build all dossiers; one that fails does not stop the others."""
    jobs: int | None = wishes.pop("jobs")
    report_file: Path | None = wishes.pop("report_file")
    cluster: str | None = wishes.pop("cluster")
    from generator.base.filenames import folder_name  # noqa: PLC0415 - see above
    from generator.batch.run_result import RunResult  # noqa: PLC0415 - commands load lazily
    from generator.batch.unit_of_work import Unit  # noqa: PLC0415 - see above
    from generator.model.order import Order  # noqa: PLC0415 - see above
    from generator.use.build.run_number import run_number  # noqa: PLC0415 - see above

    old, paths = _old_version(redline, paths)
    if cluster and old is not None:
        raise click.UsageError("--cluster 不能和 --redline=旧稿 一起用")
    paths = chosen_paths(paths)
    session = Session(paths)
    number = run_number(session.folders, output)
    units = []
    for folder in session.folders:
        target = None if output is None else output / folder_name(folder)
        order = Order(target, wants_redline=redline is not None, redline_from=old, **wishes)
        order = order._replace(command=number)
        units.append(Unit(folder, order))
    done = RunResult(wants_report=report_file is not None)
    held = _run(units, jobs, cluster, done, is_quiet=quiet)
    if held:
        _print(held, number, done, is_quiet=quiet)
    problems = [*session.problems, *done.problems, *done.across()]
    unreported = [] if report_file is None else done.write_report(report_file, problems)
    problems += unreported
    if done.moved and style == "text":
        show_moved(done.moved)
    more = {"accounts": done.accounts} if style == "json" else {}
    from generator.use.check.still_blank import fold_blanks  # noqa: PLC0415 - see above

    blanks = fold_blanks(in_order(problems), {})
    report(problems, style, checked=len(units), is_brief=True, more=more, blanks=blanks)
    if not quiet:
        is_edited = bool(done.accounts)
        step = after_build(
            problems,
            paths,
            is_draft=wishes["is_draft"],
            is_edited=is_edited,
            is_nowhere=not session.folders,
        )
        say_next(step, style)
    # What a draft has faults in is no reason not to write it: it is done when all of it was written.
    is_open = wishes["is_draft"] or wishes["is_stated"]
    counted = [*session.problems, *unreported] if is_open else problems
    context.exit(exit_code(counted, is_done=done.is_whole or not is_open, details=done.faults))


def _run(
    units: "list[Unit]",
    jobs: int | None,
    cluster: str | None,
    done: "RunResult",
    *,
    is_quiet: bool,
) -> "list[Outcome]":
    """Build; returns the outcomes of which PDFs are yet to be printed."""
    from generator.batch.batch_build import run, run_with  # noqa: PLC0415 - commands load lazily
    from generator.cli.progress import progress_over  # noqa: PLC0415 - see above

    held: list[Outcome] = []
    with progress_over(len(units), is_quiet=is_quiet) as progress:
        outcomes = run_with(_crew(cluster), units) if cluster else run(units, jobs)
        for number, outcome in enumerate(outcomes, 1):
            if outcome.documents:
                held.append(outcome)
            else:
                done.take(outcome)
            if not is_quiet:
                progress.say([*outcome_lines(outcome, number, len(units))])
            progress.advance()
    return held


def _print(held: "list[Outcome]", command: int, done: "RunResult", *, is_quiet: bool) -> None:
    """Print the PDFs of all dossiers together."""
    from generator.batch.batch_pdf import Printing  # noqa: PLC0415 - only on request
    from generator.cli.progress import watched  # noqa: PLC0415 - see above

    with closing(Printing(held, command)) as printing:
        for _ in watched(printing, "PDF", is_quiet=is_quiet):
            pass
    for outcome, printed in zip(held, printing.outcomes(), strict=True):
        done.take(printed)
        if not is_quiet:
            say_lines(pdf_lines(outcome, printed), err=True)


def _old_version(
    redline: str | None, paths: tuple[Path, ...]
) -> tuple[Path | None, tuple[Path, ...]]:
    """Tell an old version behind ``--redline`` from a folder that was meant to be built."""
    if not redline:
        return None, paths
    if Path(redline).is_dir():
        return None, (Path(redline), *paths)
    return Path(redline), paths


def _crew(address: str) -> "Crew":
    try:
        from generator.batch.cluster import (  # noqa: PLC0415 - an extra, and slow to load
            Cluster,
            ClusterError,
        )
    except ModuleNotFoundError as error:
        raise click.UsageError(
            "没有装集群用的程序库，请先执行 pip install jixiao[cluster]"
        ) from error
    try:
        return Cluster(address)
    except ClusterError as error:
        raise click.UsageError(str(error)) from error
