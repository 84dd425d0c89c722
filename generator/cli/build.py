"""jixiao build: write the Word files."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.base.problem import Problem
from generator.base.reading import shown_path
from generator.cli.options import chosen_paths, format_option, paths_argument
from generator.cli.reporting import report
from generator.cli.session import Session

if TYPE_CHECKING:
    from collections import Counter

    from generator.pipeline.build import Built
    from generator.pipeline.outcome import Outcome

_MOST_LINES = 24


@click.command("build", help="写出 Word 文件。有错误时不写；--draft 照写，缺的地方印【待补】。")
@paths_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
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
    "--stage",
    type=click.Choice(["goals", "evaluation"]),
    help="goals 写年初的绩效目标表，evaluation 写年终自评；不写则按 unit.toml",
)
@click.option(
    "--on-edited",
    type=click.Choice(["keep", "merge", "refuse"]),
    default="keep",
    help="在 Word 里改过的文件：keep 留着、新版写在旁边（通常），merge 把新的数并进去，refuse 什么也不写",
)
@click.option(
    "--strict", "is_strict", is_flag=True, help="写出后再读回审核，有输入里没有接受的问题就报告"
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
    """Build one dossier after the other; one that fails does not stop the others."""
    from generator.pipeline.build import build  # noqa: PLC0415 - commands load lazily
    from generator.pipeline.order import Order  # noqa: PLC0415 - see above

    old, paths = _old_version(redline, paths)
    session = Session(chosen_paths(paths))
    problems: list[Problem] = []
    is_stopped = False
    for number, folder in enumerate(session.folders, 1):
        target = None if output is None else output / folder.name
        order = Order(target, wants_redline=redline is not None, redline_from=old, **wishes)
        built = build(folder, session.library(folder), order)
        problems += built.problems
        is_stopped = is_stopped or built.is_stopped
        if not quiet:
            _tell(built, number, len(session.folders))
    code = report(
        [*session.problems, *problems], style, checked=len(session.folders), is_brief=True
    )
    context.exit(0 if wishes["is_draft"] and not is_stopped and not session.problems else code)


def _old_version(
    redline: str | None, paths: tuple[Path, ...]
) -> tuple[Path | None, tuple[Path, ...]]:
    """Tell an old version behind ``--redline`` from a folder that was meant to be built."""
    if not redline:
        return None, paths
    if Path(redline).is_dir():
        return None, (Path(redline), *paths)
    return Path(redline), paths


def _tell(built: "Built", number: int, of: int) -> None:
    """Say what became of a dossier; on standard error, so that the report stays readable by programs."""
    head = f"[{number}/{of}] {built.folder.resolve().name}"
    if built.results:
        files = "".join(f"\n    {shown_path(path)}" for path in built.written)
        click.echo(f"{head}：{_counted(built.counts)}{files}", err=True)
        if built.changes:
            from generator.cli.changes import change_lines  # noqa: PLC0415 - only after a change

            lines = change_lines(built.changes)
            more = (
                f"\n  ……共 {len(lines)} 行，见 jixiao changes" if len(lines) > _MOST_LINES else ""
            )
            click.echo("\n".join(("  变动：", *lines[:_MOST_LINES])) + more, err=True)
    elif built.is_stopped:
        click.echo(f"{head}：有错误，没有写出；改正后再试，或用 --draft 先出草稿", err=True)
    else:
        click.echo(f"{head}：所用方案还没有可写出的文书", err=True)


def _counted(counts: "Counter[Outcome]") -> str:
    """Write ``未变 12 · 重建 1 · 手工修改保留 1``."""
    from generator.pipeline.outcome import Outcome  # noqa: PLC0415 - commands load lazily

    return " · ".join(f"{outcome} {counts[outcome]}" for outcome in Outcome if counts[outcome])
