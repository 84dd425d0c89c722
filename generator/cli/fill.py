"""jixiao fill: take filled workbooks back into the inputs."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.base.json_shape import JsonObject
from generator.base.problem import Problem
from generator.base.strange_text import shown_path
from generator.cli.asking import ask_which, is_terminal
from generator.cli.exit_code import exit_code
from generator.cli.next_step import command_line, say_next
from generator.cli.options import style_option
from generator.cli.output import say, say_json, say_text
from generator.cli.path_type import PathType

if TYPE_CHECKING:
    from generator.use.fill.fill import FilledFile, Filling
    from generator.use.fill.returned_files import Returned


@click.command("fill", help="把填好的填报表取回输入：先列出改什么，--apply 才写。")
@click.argument("paths", nargs=-1, required=True, type=PathType(), metavar="文件...")
@click.option("--apply", "is_applied", is_flag=True, help="写进输入文件")
@click.option(
    "--inputs",
    type=PathType(file_okay=False),
    metavar="路径",
    help="填报文件夹在哪里；不写则在当前文件夹和它下面找",
)
@style_option()
@click.pass_context
def command(
    context: click.Context,
    /,
    *,
    paths: tuple[Path, ...],
    is_applied: bool,
    inputs: Path | None,
    style: str,
) -> None:
    """Show what changes; write it when asked."""
    from generator.use.fill.fill import fill, write_filling  # noqa: PLC0415 - commands load lazily

    returned, folder = _asked(paths, inputs)
    if not returned.files and not returned.problems:
        raise click.UsageError("请写上填好的填报表（.xlsx、.docx），或收着它们的文件夹")
    files = returned.files
    # A program that reads JSON is asked nothing.
    is_asked = style != "json" and is_terminal()
    filling = fill(files, folder, ask_which) if is_asked else fill(files, folder)
    faults = write_filling(filling) if is_applied else ()
    beside = (*filling.problems, *returned.problems, *faults)
    problems = [*beside, *(p for file in filling.files for p in (*file.problems, *file.notes))]
    if style == "json":
        say_json(_as_data(filling, problems, is_applied=is_applied and not faults))
    else:
        for fixed in filling.fixed:
            say_text(fixed.diff(), ends=False)
        for file in filling.files:
            _tell(file)
        _tell_problems(beside)
        if not faults:
            say(_closing(filling, is_applied=is_applied), err=True)
            say_next(_next(filling, paths, folder, is_applied=is_applied))
    context.exit(exit_code(problems))


def _asked(paths: tuple[Path, ...], inputs: Path | None) -> "tuple[Returned, Path]":
    """Tell workbooks, and folders with some, from the folder that holds the dossiers."""
    from generator.load.dossier_folders import find_dossiers  # noqa: PLC0415 - see above
    from generator.use.fill.returned_files import absent, returned_files  # noqa: PLC0415 - see above

    if fault := absent((*paths, *([] if inputs is None else [inputs]))):
        raise click.UsageError(fault)
    last = paths[-1]
    if inputs is None and last.is_dir():
        is_behind = len(paths) > 1 and not returned_files((last,)).files
        if is_behind or find_dossiers(last)[0]:
            return returned_files(paths[:-1]), last
    return returned_files(paths), inputs if inputs is not None else Path()


def _tell(file: "FilledFile") -> None:
    from generator.use.fill.workbook_account import Answer  # noqa: PLC0415 - see above

    taken = [entry for entry in file.entries if entry.answer is Answer.TAKEN]
    where = f" → {shown_path(file.folder)}" if file.folder is not None else ""
    held = [entry for entry in file.entries if entry.answer is Answer.HELD]
    stopped = any(problem.stops for problem in file.problems)
    left = len(file.entries) - len(taken) - len(held)
    words = f"{len(taken)} 处" if taken else ("没有取" if stopped else "没有要改的")
    waiting = f"，{len(held)} 处等改好再取" if held else ""
    rest = f"，没有填入 {left} 处（见下）" if left else ""
    say(f"{shown_path(file.path)}{where}：{words}{waiting}{rest}", err=True)
    for entry in taken:
        say(f"  {entry.line()}", err=True)
    _tell_problems((*file.problems, *file.notes))


def _tell_problems(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        say(f"{problem.place}：{problem.code} {problem.message}", err=True)
        if problem.hint:
            say(f"    → {problem.hint}", err=True)


def _closing(filling: "Filling", *, is_applied: bool) -> str:
    count = len(filling.fixed)
    if not count:
        return "输入没有要改的"
    if is_applied:
        return f"已写进 {count} 个输入文件；要改回来，用 jixiao undo"
    return f"要改 {count} 个输入文件；确认后加 --apply 写入"


def _next(filling: "Filling", paths: tuple[Path, ...], folder: Path, *, is_applied: bool) -> str:
    """Say what to do now."""
    from generator.use.fill.workbook_account import Answer  # noqa: PLC0415 - see above

    every = [entry for file in filling.files for entry in file.entries]
    if filling.fixed:
        check = command_line("check", (folder,))
        return check if is_applied else f"{command_line('fill', paths)} --apply"
    if any(entry.answer is Answer.REFUSED for entry in every):
        return f"按上面说的改好填报表，存盘，再运行 {command_line('fill', paths)}"
    is_read = any(file.folder is not None for file in filling.files)
    if every or not is_read:
        return ""
    return f"填报表和填报里的一样；填上以后存盘，再运行 {command_line('fill', paths)}"


def _as_data(filling: "Filling", problems: list[Problem], *, is_applied: bool) -> JsonObject:
    from generator.base.problem_data import problems_as_data  # noqa: PLC0415 - see above

    return {
        "applied": is_applied,
        "files": [{"file": fixed.shown, "diff": fixed.diff()} for fixed in filling.fixed],
        "workbooks": [
            {
                "file": shown_path(file.path),
                "dossier": None if file.folder is None else shown_path(file.folder),
                "differences": [entry.as_data() for entry in file.entries],
            }
            for file in filling.files
        ],
        **problems_as_data(problems),
    }
