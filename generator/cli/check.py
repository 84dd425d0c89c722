"""jixiao check: all problems of inputs."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.base.problem import in_order
from generator.cli.next_step import Found, after_check, say_next
from generator.cli.options import chosen_paths, format_option, paths_argument
from generator.cli.reporting import report
from generator.cli.session import Session

if TYPE_CHECKING:
    from generator.base.problem import Problem


@click.command("check", help="检查输入文件，一次列出全部问题：文件、行、列，错在哪里，怎么改。")
@paths_argument
@click.option(
    "--accept",
    "is_accepted",
    is_flag=True,
    help="接受列出的问题：写进 [[accept]]，连同位置或处数；已有的接受没有写的，一并补上",
)
@click.option("--reason", default="", metavar="理由", help="接受的理由；不写则在终端里问")
@click.option(
    "--code",
    "codes",
    multiple=True,
    metavar="代码",
    help="只接受这种问题，可写几次；jixiao lint 列出的问题要写明代码",
)
@click.option("--all", "lists_all", is_flag=True, help="没有填的逐条列出，不按文件合成一行")
@format_option
@click.pass_context
def command(
    context: click.Context,
    /,
    *,
    paths: tuple[Path, ...],
    is_accepted: bool,
    lists_all: bool,
    reason: str,
    codes: tuple[str, ...],
    style: str,
) -> None:
    """Accept what is to be accepted; examine and report."""
    paths = chosen_paths(paths)
    session = Session(paths)
    more: dict[str, Any] = {}
    if is_accepted:
        from generator.cli.accepting import accept  # noqa: PLC0415 - only on request

        accepted = accept(session, codes, reason.strip(), style)
        session.problems += accepted.problems
        more = {"files": list(accepted.files)}
    elif reason or codes:
        message = "--reason 和 --code 要和 --accept 一起写"
        raise click.UsageError(message)
    # What was accepted is examined anew: it is listed as it stands now.
    names: dict[str, str] = {}
    counted: set[str] = set()
    problems = [*_checked(session, names, counted)]
    found = [*session.problems, *problems]
    from generator.use.check.blanks import blanks_as_data, fold_blanks  # noqa: PLC0415 - lazily

    blanks = fold_blanks(in_order(found), names, counted)
    more["blanks"] = blanks_as_data(blanks)
    shown = () if lists_all else blanks
    code = report(found, style, checked=len(session.folders), more=more, blanks=shown)
    is_blank = sum(len(own.problems) for own in blanks)
    say_next(after_check(Found(found, is_blank), paths), style)
    context.exit(code)


def _checked(session: Session, names: dict[str, str], counted: set[str]) -> "Iterator[Problem]":
    """Give the problems of all dossiers, and behind them the slips of the pen in their texts."""
    from generator.use.check.blanks import counted_files, names_of_files  # noqa: PLC0415 - commands load lazily
    from generator.use.check.slips import SlipsOfTree  # noqa: PLC0415 - see above

    slips = SlipsOfTree()
    for examined in session.examined():
        yield from examined.problems
        names |= names_of_files(examined.dossier)
        counted |= counted_files(examined.dossier)
        slips.look(examined.dossier, session.library(examined.path))
    yield from slips.told()
