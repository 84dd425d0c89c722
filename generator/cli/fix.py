"""jixiao fix: a new file in which what is certain of the layout is mended; no word changes."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.base.json_shape import JsonObject
from generator.base.problem_data import problems_as_data
from generator.base.strange_text import shown_path
from generator.cli.exit_code import ExitCode
from generator.cli.next_step import quoted, say_next
from generator.cli.output import say, say_json
from generator.cli.path_type import PathType
from generator.cli.reporting import report

if TYPE_CHECKING:
    from generator.use.mend.mended_layout import MendedLayout


@click.command(
    "fix",
    help="改正 .docx 里有把握的版面问题（页边、行距、字体、字号、缩进、空格、空段落、页码、表头），另写一份；改前改后逐字核对，文字不一样就不写。",
)
@click.argument("file", type=PathType(exists=True, dir_okay=False), metavar="文件.docx")
@click.option("--layout", is_flag=True, required=True, help="改版面（现在只有这一种）")
@click.option(
    "-o",
    "--output",
    type=PathType(dir_okay=False),
    required=True,
    metavar="新文件.docx",
    help="写到哪里；已有的文件不覆盖",
)
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json"]),
    default="text",
    help="text 给人看，json 给程序看",
)
@click.pass_context
def command(
    context: click.Context, /, *, file: Path, layout: bool, output: Path, style: str
) -> None:
    """Mend the layout of one file."""
    from generator.load.workspace_folder import find_workspace  # noqa: PLC0415 - commands load lazily
    from generator.use.library import Library  # noqa: PLC0415 - see above
    from generator.use.mend.mended_layout import mend_layout  # noqa: PLC0415 - see above

    del layout  # asked for by name: what else may be mended one day will be another wish
    workspace, problems = find_workspace(file)
    done = mend_layout(file, output, Library(workspace))
    told = [*problems, *done.problems]
    if style == "json":
        say_json({**_data(done, output), **problems_as_data(told)})
    elif told:
        report(told, "text", checked=1)
    if any(problem.stops for problem in told):
        context.exit(ExitCode.PROBLEMS)
    if style == "text":
        _say(done, output)


def _say(done: "MendedLayout", output: Path) -> None:
    if not done.mended:
        say("没有有把握的版面问题，没有写新文件")
    else:
        for own in done.mended:
            say(f"{own.code} {own.title}：改了 {own.places} 处")
        say(f"写出 {shown_path(output)}；文字逐字核对过，一个没有动", err=True)
    if done.left and done.mended:
        say_next(f"还有 {done.left} 种要人来定：jixiao audit --layout {quoted(output)}")


def _data(done: "MendedLayout", output: Path) -> JsonObject:
    return {
        "file": shown_path(output) if done.mended else "",
        "mended": [own._asdict() for own in done.mended],
        "left": done.left,
    }
