"""jixiao pull: take what somebody changed in Word back into the inputs."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.base.json_shape import JsonObject
from generator.base.problem import Problem
from generator.base.strange_text import shown_path
from generator.cli.exit_code import exit_code
from generator.cli.options import style_option
from generator.cli.output import say, say_json, say_text
from generator.cli.path_type import PathType

if TYPE_CHECKING:
    from generator.use.pull.pull import Pulled


@click.command("pull", help="把 Word 里的改动取回输入：先列出改什么，--apply 才写。")
@click.argument("file", type=PathType(), metavar="改过的.docx")
@click.option("--apply", "is_applied", is_flag=True, help="写进输入文件")
@click.option(
    "--inputs",
    type=PathType(),
    metavar="路径",
    help="填报文件夹在哪里；不写则在工作文件夹的 inputs/ 里找",
)
@style_option()
@click.pass_context
def command(
    context: click.Context, /, *, file: Path, is_applied: bool, inputs: Path | None, style: str
) -> None:
    """Show the patch; write it when asked."""
    from generator.roundtrip.fix import write_fixed  # noqa: PLC0415 - commands load lazily
    from generator.use.pull.pull import pull  # noqa: PLC0415 - see above

    pulled = pull(file, inputs)
    faults = write_fixed(pulled.fixed, "pull --apply") if is_applied else ()
    problems = [*pulled.problems, *faults]
    written = len(pulled.fixed) - len({fault.place for fault in faults})
    if style == "json":
        data = _as_data(pulled, problems, is_applied=is_applied)
        say_json(data)
    else:
        for fixed in pulled.fixed:
            say_text(fixed.diff(), ends=False)
        _tell(pulled, problems)
        closing = _closing(pulled, written, shown_path(file), is_applied=is_applied)
        say(closing, err=True)
    context.exit(exit_code(problems))


def _tell(pulled: "Pulled", problems: list[Problem]) -> None:
    from generator.roundtrip.edit_account import Answer, of_answer  # noqa: PLC0415 - see above

    for entry in of_answer(pulled.account, Answer.PULLED):
        say(f"  {entry.line()}", err=True)
    for problem in problems:
        say(f"{problem.place}：{problem.code} {problem.message}", err=True)
        if problem.hint:
            say(f"    → {problem.hint}", err=True)


def _as_data(pulled: "Pulled", problems: list[Problem], *, is_applied: bool) -> JsonObject:
    from generator.base.problem_data import problems_as_data  # noqa: PLC0415 - see above
    from generator.roundtrip.edit_account import account_as_data  # noqa: PLC0415 - see above

    return {
        "applied": is_applied,
        "files": [{"file": fixed.shown, "diff": fixed.diff()} for fixed in pulled.fixed],
        "account": account_as_data(pulled.account),
        **problems_as_data(problems),
    }


def _closing(pulled: "Pulled", written: int, shown: str, *, is_applied: bool) -> str:
    from generator.roundtrip.edit_account import Answer, counted  # noqa: PLC0415 - see above

    counts = counted(pulled.account)
    left = counts[Answer.NOT_CARRIED] + counts[Answer.CONFLICT]
    rest = f"，没有取回 {left} 处（见上）" if left else ""
    if not pulled.account:
        stopped = any(problem.stops for problem in pulled.problems)
        return f"{shown}：{'没有取回' if stopped else '没有可取回的改动'}"
    if not pulled.fixed:
        return f"{shown}：取回 0 处{rest}"
    taken = f"{counts[Answer.PULLED]} 处改动"
    if is_applied:
        return (
            f"{shown}：{taken}已写进 {written} 个输入文件{rest}；"
            "再运行 jixiao build；要改回来，用 jixiao undo"
        )
    return f"{shown}：{taken}，要改 {written} 个输入文件{rest}；确认后加 --apply 写入"
