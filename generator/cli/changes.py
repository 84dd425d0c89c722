"""jixiao changes: which figures differ from the last build, why, and where they show."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.base.json_shape import JsonObject
from generator.base.strange_text import shown_path
from generator.cli.options import chosen_paths, paths_argument, style_option
from generator.cli.output import say, say_json, say_lines
from generator.cli.path_type import PathType
from generator.cli.session import Session

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.base.problem import Problem
    from generator.model.unit import Stage
    from generator.roundtrip.changes import Changes, FigureChange
    from generator.use.changes.compare import Compared
    from generator.use.library import Library

_MOST_PLACES = 4


@click.command("changes", help="与上次生成相比，哪些数变了、为什么、出现在哪里。不写任何文件。")
@paths_argument
@click.option(
    "-o",
    "--output",
    type=PathType(),
    metavar="文件.docx",
    help="写成一页 Word，供存档",
)
@click.option(
    "--outputs",
    type=PathType(file_okay=False),
    metavar="文件夹",
    help="上次生成时用 -o 写到别处的，在这里指明",
)
@click.option("--stage", type=click.Choice(["goals", "evaluation"]), help="同 build")
@style_option()
@click.pass_context
def command(
    context: click.Context,
    /,
    *,
    paths: tuple[Path, ...],
    output: Path | None,
    outputs: Path | None,
    stage: "Stage | None",
    style: str,
) -> None:
    """Compare every dossier with its last build."""
    from generator.base.filenames import folder_name  # noqa: PLC0415 - see above
    from generator.model.order import Order  # noqa: PLC0415 - see above
    from generator.use.changes.compare import compare  # noqa: PLC0415 - commands load lazily

    session = Session(chosen_paths(paths))

    def compared_with(folder: Path, library: "Library") -> "Compared":
        order = Order(None if outputs is None else outputs / folder_name(folder), stage)
        return compare(folder, library, order)

    compared = [*session.each("比较", compared_with)]
    session.say_problems()
    if style == "json":
        data = {"dossiers": [_as_data(one) for one in compared]}
        say_json(data)
    else:
        for one in compared:
            say_lines(_as_text(one))
    faults: tuple[Problem, ...] = ()
    if output is not None:
        from generator.use.changes.change_sheet import write_change_sheet  # noqa: PLC0415 - see above

        faults = write_change_sheet(compared, session.library(Path()), output)
        for fault in faults:
            say(f"{fault.place}: {fault.message}。{fault.hint}", err=True)
    is_done = not (session.problems or faults or any(one.is_broken for one in compared))
    context.exit(session.exit_code(is_done=is_done))


def change_lines(changes: "Changes") -> list[str]:
    """Write changes as a build tells them at its end."""
    lines = []
    for change in changes.figures:
        if change.is_root:
            lines += _root(change, changes.followers(change))
    others = [change for change in changes.figures if not change.is_root]
    lines += [f"  {_head(change)}（{_causes(change)}）" for change in others]
    # A section whose lines moved on has many, and all are told by its heading.
    texts = (f"  文字：{text.where.document} {text.where.words}" for text in changes.texts)
    lines += dict.fromkeys(texts)
    return lines


def _root(change: "FigureChange", followers: "Sequence[str]") -> list[str]:
    lines = [f"  {_head(change)}", f"      原因：{_causes(change)}"]
    if followers:
        lines.append(f"      随之变动：{'、'.join(followers)}")
    if change.places:
        shown = [f"{place.document} {place.words}" for place in change.places[:_MOST_PLACES]]
        more = len(change.places) - _MOST_PLACES
        lines.append(
            f"      出现在：{'；'.join(shown)}{f'等 {len(change.places)} 处' if more > 0 else ''}"
        )
    return lines


def _head(change: "FigureChange") -> str:
    return f"{change.name}　{change.old or '（无）'} → {change.new or '（无）'}"


def _causes(change: "FigureChange") -> str:
    from generator.roundtrip.change_reasons import said  # noqa: PLC0415 - commands load lazily

    return said(change.causes)


def _as_text(one: "Compared") -> list[str]:
    head = shown_path(one.folder)
    if one.unread is not None:
        return [f"{head}：没有比较，{one.unread.message}。{one.unread.hint}"]
    if one.is_broken:
        return [f"{head}：有读不了的地方，没有比较；请先运行 jixiao check"]
    if one.is_first:
        return [f"{head}：还没有生成过"]
    if not one.changes:
        if not one.last:
            return [f"{head}：与上次生成相同"]
        return [
            f"{head}：自上次生成以来没有变动；上次生成时的变动：",
            *change_lines(one.last),
        ]
    count = len(one.changes.figures)
    return [
        f"{head}：{count} 个数、{len(one.changes.texts)} 处文字有变动",
        *change_lines(one.changes),
        *(f"  {p.place}：{p.message}" for p in one.problems if p.code == "X08"),
    ]


def _as_data(one: "Compared") -> JsonObject:
    from generator.roundtrip.change_log import changes_as_data  # noqa: PLC0415 - only for JSON

    return {
        "path": shown_path(one.folder),
        "first": one.is_first,
        "compared": not one.is_broken,
        **changes_as_data(one.changes),
        "last": changes_as_data(one.last) if one.last else None,
    }
