"""jixiao explain: where a number came from."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.exit_code import exit_code
from generator.cli.output import say, say_lines, say_text
from generator.cli.path_type import PathType
from generator.cli.session import Session

if TYPE_CHECKING:
    from generator.figures.figure import Figure
    from generator.figures.figure_book import FigureBook

_DEEPEST = 12


@click.command(
    "explain",
    help="说明一个数从哪里来：写上数（如 16.86、47件）或代码（如 case-handling/score.total）；不写则列出全部。路径也可以是写出的 Word 文件。",
)
@click.argument("path", type=PathType(), metavar="路径")
@click.argument("wanted", required=False, metavar="[数或代码]")
@click.pass_context
def command(context: click.Context, path: Path, wanted: str | None) -> None:
    """Print the chain of a figure, or all figures."""
    if path.suffix.lower() == ".docx":
        _explain_file(context, path, wanted)
    session = Session((path,))
    examined_ones = [*session.examined()]
    is_found, is_broken = False, bool(session.problems)
    session.say_problems()
    for examined in examined_ones:
        if examined.book is None:
            is_broken = True
            for problem in examined.problems:
                say(f"{problem.place}: {problem.code} {problem.message}", err=True)
            continue
        figures = _matching(examined.book, wanted)
        for figure in figures:
            is_found = True
            if wanted is None:
                say_text(f"{figure.id}\t{figure.shown}")
            else:
                say_lines(_chain(figure, examined.book, 0, frozenset()))
        if not figures and wanted is not None:
            from generator.base.suggestion import suggest  # noqa: PLC0415 - only for a slip

            known = [*examined.book, *(figure.shown for figure in examined.book.values())]
            say(
                f"{examined.path.name}：没有“{wanted}”。{suggest(wanted, dict.fromkeys(known))}",
                err=True,
            )
    context.exit(session.exit_code(is_done=is_found and not is_broken))


def _explain_file(context: click.Context, path: Path, wanted: str | None) -> None:
    """Answer from the record of the build that wrote a Word file."""
    from generator.use.explain.explain_file import explain_file  # noqa: PLC0415 - commands load lazily

    if wanted is None:
        message = "请写出文件里的一个数，如 jixiao explain 报告.docx 98.6%"
        raise click.UsageError(message)
    origin = explain_file(path, wanted.strip())
    say_lines(origin.lines or (f"{path.name}：{origin.message}",), err=not origin.lines)
    context.exit(exit_code(is_done=bool(origin.lines)))


def _matching(book: "FigureBook", wanted: str | None) -> list["Figure"]:
    """Find figures by full id, by id within a subject, by shown text, or by bare number."""
    if wanted is None:
        return list(book.values())
    word = wanted.strip()
    by_id = [f for f in book.values() if word in (f.id, f.id.short)]
    if by_id:
        return by_id
    shown = list(book.shown_as(word))
    return shown or [f for f in book.values() if f.number.shown == word]


def _chain(figure: "Figure", book: "FigureBook", depth: int, above: frozenset[str]) -> list[str]:
    """Write a figure and, indented below it, what it came from."""
    indent = "  " * depth
    label = f"　{figure.label}" if figure.label else ""
    lines = [f"{indent}{figure.shown}　{figure.id}{label}"]
    if figure.formula:
        lines.append(f"{indent}  算式：{figure.formula}")
    if figure.rule:
        lines.append(f"{indent}  规则：{figure.rule}")
    if figure.basis:
        lines.append(f"{indent}  依据：{figure.basis}")
    lines += [f"{indent}  来自：{source.place}　{source.place.key}" for source in figure.sources]
    if depth < _DEEPEST:
        for name in figure.inputs:
            if name in book and name not in above:
                lines += _chain(book[name], book, depth + 1, above | {figure.id})
    return lines
