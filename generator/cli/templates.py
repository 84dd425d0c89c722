"""jixiao templates: what Word templates there are, whether they are right, what they may quote."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.base.problem import Problem
from generator.base.strange_text import shown_path
from generator.cli.exit_code import exit_code
from generator.cli.options import format_option
from generator.cli.output import say, say_lines, say_text
from generator.cli.path_type import PathType
from generator.cli.reporting import report
from generator.cli.session import Session

if TYPE_CHECKING:
    from generator.use.templates.learnt_look import Taught


@click.group("templates", help="检查 Word 模板，列出模板里可用的字段。")
def command() -> None:
    """Hold the commands."""


@command.command(
    "check", help="检查模板；不写文件则检查全部。--unpack 把模板的各部分写在旁边，便于比较。"
)
@click.argument(
    "files",
    nargs=-1,
    type=PathType(),
    metavar="[文件]…",
)
@click.option("--unpack", is_flag=True, help="把模板的 XML 整理成文本，写在模板旁边的同名文件夹里")
@format_option
@click.pass_context
def check(context: click.Context, /, *, files: tuple[Path, ...], unpack: bool, style: str) -> None:
    """Check templates; exit 1 when one of them cannot be used."""
    from generator.load.workspace_folder import find_workspace  # noqa: PLC0415 - commands load lazily
    from generator.use.library import Library  # noqa: PLC0415 - see above
    from generator.use.templates.filled_templates import (  # noqa: PLC0415 - see above
        filled_problems,
    )
    from generator.use.templates.template_files import (  # noqa: PLC0415 - see above
        TEXT,
        check_template,
        check_text,
        template_files,
        text_faults,
        unpack_template,
    )

    workspace, found = find_workspace(files[0] if files else Path())
    problems: list[Problem] = [*found]
    library = Library(workspace)
    paths = files or tuple(template_files(library))
    sound: list[Path] = []
    for path in paths:
        wrong = check_text(path) if path.suffix == TEXT else check_template(path, workspace)
        problems += wrong
        if path.suffix != TEXT and not any(problem.stops for problem in wrong):
            sound.append(path)
        if unpack and path.suffix != TEXT:
            written, faults = unpack_template(path)
            problems += faults
            if written:
                say(f"{shown_path(path)}：拆出 {len(written)} 个部分", err=True)
    if not files:
        problems += text_faults(library)
    problems += (own for own in filled_problems(sound, library) if own not in problems)
    context.exit(report(problems, style, checked=f"{len(paths)} 个模板", is_brief=True))


@command.command(
    "fields",
    help="列出可以引用的全部名称和写法，每个举一例；写上填报文件夹，同时列出在那里是什么。",
)
@click.argument("path", required=False, type=PathType(), metavar="[路径]")
@click.option("--prose", is_flag=True, help="列出正文（填报文件和章节文字）里可以引用的")
@click.pass_context
def fields(context: click.Context, /, *, path: Path | None, prose: bool) -> None:
    """Print every name with what it holds, an example, and its value in a dossier."""
    from generator.use.libraries import Libraries  # noqa: PLC0415 - commands load lazily
    from generator.use.templates.field_list import (  # noqa: PLC0415 - commands load lazily
        filters,
        prose_names,
        template_fields,
    )

    if path is None:
        library, _ = Libraries().of(Path())
        listed = [*(prose_names(None, library) if prose else template_fields(None, library))]
    else:
        session = Session((path,))
        examined = [own for own in session.examined() if own.book is not None]
        session.say_problems()
        if not examined:
            context.exit(session.exit_code(is_done=False))
        listed = []
        for own in examined:
            library = session.library(own.path)
            listed += prose_names(own, library) if prose else template_fields(own, library)
    for name, title, example, value in (*listed, *filters(is_prose=prose)):
        say_text("\t".join((name, title, example, value.replace("\n", " "))).rstrip("\t"))
    if path is not None:
        context.exit(session.exit_code())


@command.command(
    "copy",
    help="把随程序的 Word 模板、提纲或方案（连同它用到的）放进自己的 templates/；已有的不覆盖。",
)
@click.argument("id", metavar="代码")
@click.pass_context
def copy(context: click.Context, id: str) -> None:
    """Copy what came with the program."""
    from generator.use.libraries import Libraries  # noqa: PLC0415 - commands load lazily
    from generator.use.templates.own_copy import copy_packaged  # noqa: PLC0415 - see above

    library, found = Libraries().of(Path())
    copied = copy_packaged(id, library)
    for path in copied.written:
        say(f"放进 {shown_path(path)}")
    for path in copied.same:
        say(f"已有一样的 {shown_path(path)}")
    problems = (*found, *copied.problems)
    count = len(copied.written) + len(copied.same) + len(copied.problems)
    if problems:
        report(problems, "text", checked=f"{count} 个文件", is_brief=True)
    context.exit(exit_code(problems))


@command.command(
    "learn",
    help="把写出后在 Word 里改过的列宽、行高、字体字号、行距、页面和分页学进自己的模板：先列出，"
    "--apply 才写。只学版式，不动一个字。",
)
@click.argument("file", type=PathType(), metavar="改过的.docx")
@click.option("--apply", "is_applied", is_flag=True, help="写进 templates/docx/ 里的模板")
@click.option(
    "--inputs",
    type=PathType(),
    metavar="路径",
    help="填报文件夹在哪里；不写则在工作文件夹的 inputs/ 里找",
)
@click.pass_context
def learn(context: click.Context, /, *, file: Path, is_applied: bool, inputs: Path | None) -> None:
    """Show what a file teaches; write it when asked."""
    from generator.use.templates.learn_written import write_taught  # noqa: PLC0415 - see above
    from generator.use.templates.learnt_look import learn as learnt_from  # noqa: PLC0415 - see above
    from generator.use.templates.learnt_words import lesson_lines  # noqa: PLC0415 - see above

    learnt = learnt_from(file, inputs)
    if learnt.lessons:
        say_lines(lesson_lines(learnt.lessons))
    faults = write_taught(learnt.files) if is_applied else ()
    problems = (*learnt.problems, *faults)
    if problems:
        report(problems, "text", checked="1 个文件", is_brief=True)
    is_refused = any(problem.stops for problem in problems)
    if not is_refused:
        say(_closing(len(learnt.lessons), learnt.files, is_applied=is_applied), err=True)
    context.exit(exit_code(problems))


def _closing(count: int, files: "Sequence[Taught]", *, is_applied: bool) -> str:
    if not count:
        return "版式和模板一样，没有可学的"
    names = "、".join(shown_path(taught.path) for taught in files)
    if is_applied:
        return f"{count} 处版式已写进 {names}；再运行 jixiao build；要改回来，用 jixiao undo"
    return f"{count} 处版式，要写进 {names}；确认后加 --apply 写入"
