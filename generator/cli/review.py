"""jixiao review: one file to send, with pages, findings, and the source of every number."""

from pathlib import Path

import click

from generator.base.strange_text import shown_path
from generator.cli.options import chosen_paths, paths_argument
from generator.cli.output import say
from generator.cli.path_type import PathType
from generator.cli.reporting import report
from generator.cli.session import Session


@click.command(
    "review", help="写一个网页文件供审阅：文书、问题、改动，每个数点开看来处；不联网，双击就能看。"
)
@paths_argument
@click.option(
    "-o",
    "--output",
    type=PathType(dir_okay=False),
    default=Path("审阅.html"),
    metavar="文件.html",
    help="写成这个文件；不写则为 审阅.html",
)
@click.pass_context
def command(context: click.Context, /, *, paths: tuple[Path, ...], output: Path) -> None:
    """Write the file."""
    from generator.base.writing import write_text_atomically  # noqa: PLC0415 - commands load lazily
    from generator.use.review.review import review  # noqa: PLC0415 - see above
    from generator.use.review.review_file import file_text, part_of  # noqa: PLC0415 - see above

    if output.suffix.lower() not in (".html", ".htm"):
        message = f"审阅文件要以 .html 结尾：{shown_path(output)}"
        raise click.UsageError(message)
    session = Session(chosen_paths(paths))
    # Of each dossier only what is written of it is kept: there may be hundreds.
    parts = [part_of(number, own) for number, own in enumerate(session.each("审阅", review))]
    if not parts:
        report(session.problems, "text", checked=0)
        context.exit(session.exit_code(is_done=False))
    fault = write_text_atomically(output, file_text(parts))
    if fault is None:
        say(f"写出 {shown_path(output)}：{len(parts)} 份填报。")
    faults = [fault] if fault is not None else []
    if problems := [*session.problems, *faults]:
        report(problems, "text", checked=len(parts))
    context.exit(session.exit_code(faults))
