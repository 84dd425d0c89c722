"""jixiao undo: take back what the last command changed."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.base.strange_text import shown_path
from generator.cli.exit_code import exit_code
from generator.cli.next_step import say_next
from generator.cli.output import say
from generator.cli.path_type import PathType

if TYPE_CHECKING:
    from generator.use.undo.undo import Undone


@click.command(
    "undo",
    help="撤销上一次合并、取回（pull --apply、fill --apply）、改正（check --fix、lint --fix）、接受（check --accept）或再次导入（import）：改过的文件和输入还原，其余重新生成。再撤销一次就回到撤销之前。",
)
@click.argument("path", required=False, type=PathType(), metavar="[路径]")
@click.pass_context
def command(context: click.Context, path: Path | None) -> None:
    """Take it back, and say what was restored."""
    from generator.cli.reporting import report  # noqa: PLC0415 - commands load lazily
    from generator.use.undo.undo import undo  # noqa: PLC0415 - see above

    if path is not None and not path.exists():
        message = f"没有这个文件或文件夹：{shown_path(path)}"
        raise click.UsageError(message)
    undone = undo(path)
    if not undone.command and not undone.problems:
        say("没有可以撤销的。")
        return
    if undone.command:
        _say(undone)
    if undone.restored:
        say_next("jixiao check")
    problems = [*undone.problems, *(p for built in undone.built for p in built.problems)]
    if problems:
        report(problems, "text", checked=len(undone.built), is_brief=True)
    is_whole = all(built.is_whole for built in undone.built)
    context.exit(exit_code(undone.problems, is_done=is_whole, details=undone.details))


def _say(undone: "Undone") -> None:
    is_again = undone.command == "undo"
    what = "上一次撤销" if is_again else f"上一次 jixiao {undone.command}"
    if not undone.restored:
        say(f"{what}：没有文件还原。")
        return
    say(f"已撤销{what}，还原了 {len(undone.restored)} 个文件：")
    for one in undone.restored:
        note = "（之后又改动过；改动过的那份已留底）" if one.is_changed_since else ""
        say(f"    {shown_path(one.path)}{note}")
    for built in undone.built:
        for path in built.written:
            say(f"  重新生成 {shown_path(path)}")
    say("再运行一次 jixiao undo，就回到撤销之前。")
