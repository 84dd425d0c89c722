"""jixiao check: all problems of inputs."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.base.json_shape import Json
from generator.base.problem import in_order
from generator.cli.next_step import Found, after_check, say_next
from generator.cli.options import chosen_paths, format_option, paths_argument
from generator.cli.output import say_text
from generator.cli.reporting import report
from generator.cli.session import Session

if TYPE_CHECKING:
    from generator.base.problem import Problem
    from generator.roundtrip.fix import Fixed
    from generator.use.check.examine import Examined
    from generator.use.library import Library

# Faults of which some leave no choice: of encoding, syntax, keys, kinds, values.
_MENDED = ("I03", "I05", "I06", "I10", "I12", "C08")


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
@click.option(
    "--fix",
    "is_fixed",
    is_flag=True,
    help="改正有把握的笔误（全角、引号、数字里的字母、单位……）；注释不变",
)
@click.option("--dry-run", "is_trial", is_flag=True, help="只显示 --fix 会改什么，不改文件")
@click.option("--all", "lists_all", is_flag=True, help="没有填的逐条列出，不按文件合成一行")
@format_option
@click.pass_context
def command(
    context: click.Context,
    /,
    *,
    paths: tuple[Path, ...],
    is_accepted: bool,
    reason: str,
    codes: tuple[str, ...],
    style: str,
    **wishes: bool,
) -> None:
    """Accept what is to be accepted; examine and report."""
    paths = chosen_paths(paths)
    session = Session(paths)
    if wishes["is_fixed"] or wishes["is_trial"]:
        _mend(session, style, is_trial=wishes["is_trial"])
    more: dict[str, Json] = {}
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
    from generator.use.check.still_blank import blanks_as_data, fold_blanks  # noqa: PLC0415 - lazily

    blanks = fold_blanks(in_order(found), names, counted)
    more["blanks"] = blanks_as_data(blanks)
    shown = () if wishes["lists_all"] else blanks
    report(found, style, checked=len(session.folders), more=more, blanks=shown)
    is_blank = sum(len(own.problems) for own in blanks)
    is_wrong = style == "text" and any(problem.code in _MENDED for problem in found)
    fixable = sum(one.count for one in _mends(session)) if is_wrong else 0
    say_next(after_check(Found(found, is_blank, fixable, not session.folders), paths), style)
    context.exit(session.exit_code(problems))


def _mends(session: Session) -> "tuple[Fixed, ...]":
    from generator.use.check.mending import mend_dossiers  # noqa: PLC0415 - only for faults

    mended = session.each("改正", lambda folder, library: mend_dossiers([folder], library.units))
    return tuple(fixed for own in mended for fixed in own)


def _mend(session: Session, style: str, *, is_trial: bool) -> None:
    """Mend what is sure, or show it; what was mended is then examined as it stands."""
    from generator.roundtrip.fix import write_fixed  # noqa: PLC0415 - only on request

    fixed = _mends(session)
    if is_trial:
        shown = "".join(one.diff() for one in fixed) or "没有有把握可改的地方。\n"
        say_text(shown, ends=False, err=style != "text")
        return
    faults = write_fixed(fixed, "check --fix")
    session.problems += faults
    failed = {fault.place.file for fault in faults}
    done = [one for one in fixed if one.shown not in failed]
    said = f"改正了 {len(done)} 个文件里的 {sum(one.count for one in done)} 处。"
    say_text(f"{said}要改回来，用 jixiao undo。" if done else said, err=style != "text")


def _checked(session: Session, names: dict[str, str], counted: set[str]) -> "Iterator[Problem]":
    """Give the problems of all dossiers with what their forms leave out, and behind them the slips of the pen in their texts."""
    from generator.use.check.amount_slips import AmountsOfTree  # noqa: PLC0415 - commands load lazily
    from generator.use.check.slips import SlipsOfTree  # noqa: PLC0415 - see above
    from generator.use.check.still_blank import counted_files, names_of_files  # noqa: PLC0415 - commands load lazily

    slips, amounts = SlipsOfTree(), AmountsOfTree()
    for examined, left_out in session.each("检查", _looked_at):
        yield from examined.problems
        yield from left_out
        names |= names_of_files(examined.dossier)
        counted |= counted_files(examined.dossier)
        slips.look(examined.dossier, session.library(examined.path))
        amounts.look(examined, session.library(examined.path))
    yield from amounts.told()
    yield from slips.told()


def _looked_at(folder: Path, library: "Library") -> "tuple[Examined, tuple[Problem, ...]]":
    """Examine a dossier, and look what its forms leave out of it."""
    from generator.use.build.form_account import form_account  # noqa: PLC0415 - commands load lazily
    from generator.use.check.examine import examine  # noqa: PLC0415 - see above

    examined = examine(folder, library)
    return examined, form_account(examined, library)
