"""jixiao form: a workbook to fill in, one for each dossier."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.base.strange_text import shown_path
from generator.cli.options import chosen_paths, paths_argument
from generator.cli.output import say
from generator.cli.path_type import PathType
from generator.cli.reporting import report
from generator.cli.session import Session

if TYPE_CHECKING:
    from generator.base.problem import Problem
    from generator.use.library import Library

_ENDING = ".xlsx"


@click.command(
    "form",
    help="写出填报表（Excel 工作簿）：每个项目一页，单位和部门一页，填好后用 jixiao fill 取回。",
)
@paths_argument
@click.option(
    "-o",
    "--output",
    type=PathType(),
    required=True,
    metavar="文件.xlsx",
    help="写到哪里；有几份填报时写文件夹，每份一个工作簿",
)
@click.option("--force", "overwrites", is_flag=True, help="已有同名文件也写")
@click.pass_context
def command(
    context: click.Context, /, *, paths: tuple[Path, ...], output: Path, overwrites: bool
) -> None:
    """Write the workbook of every dossier."""
    from generator.use.form.form import write_form  # noqa: PLC0415 - commands load lazily

    session = Session(chosen_paths(paths))
    is_file = output.suffix.lower() == _ENDING
    if fault := output_fault(output, is_file=is_file):
        raise click.BadParameter(fault, param_hint="--output")
    if is_file and len(session.folders) > 1:
        message = f"有 {len(session.folders)} 份填报，请写一个文件夹，如 -o 填报表"
        raise click.BadParameter(message, param_hint="--output")

    def written(folder: Path, library: "Library") -> "tuple[Problem, ...]":
        target = output if is_file else output / f"{folder.resolve().name}{_ENDING}"
        faults = write_form(folder, library, target, overwrites=overwrites)
        if not any(fault.stops for fault in faults):
            say(f"写出 {shown_path(target)}", err=True)
        return faults

    faults = [fault for own in session.each("写出填报表", written) for fault in own]
    if problems := [*session.problems, *faults]:
        stops = [p for p in problems if p.stops]
        report(stops or problems, "text", checked=len(session.folders))
        context.exit(session.exit_code(faults))
    say("填好后运行：jixiao fill 填报表 [填报文件夹]，先列出改什么，--apply 才写入", err=True)


def output_fault(output: Path, *, is_file: bool) -> str:
    """Say when a path is neither a workbook nor a folder for some."""
    shown = shown_path(output)
    if is_file:
        return f"“{shown}”是文件夹，请写一个工作簿的名称，如 填报.xlsx" if output.is_dir() else ""
    if output.is_dir():
        return ""
    if output.exists():
        return f"“{shown}”是已有的文件；填报表是 .xlsx 文件，如 填报.xlsx"
    ending = output.suffix
    # 第1.2批 is a name of a folder, 填报.docx is none.
    if ending[1:].isascii() and ending[1:].isalpha():
        name = f"{output.stem or '填报'}{_ENDING}"
        return f"填报表是 .xlsx 文件，不能写成 {ending}；请写 {name}，或写一个文件夹"
    return ""
