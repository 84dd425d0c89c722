"""jixiao score: score sheets that explain themselves."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.base.json_shape import JsonObject
from generator.base.problem import in_order
from generator.base.problem_data import problems_as_data
from generator.cli.next_step import Found, after_check, say_next
from generator.cli.options import chosen_paths, paths_argument, style_option
from generator.cli.output import say_json
from generator.cli.reporting import report
from generator.cli.session import Session

if TYPE_CHECKING:
    from generator.use.check.examine import Examined


@click.command("score", help="计分：每个得分附算式、规则和依据。")
@paths_argument
@style_option()
@click.option("--quiet", is_flag=True, help="只印分数，不印问题")
@click.pass_context
def command(context: click.Context, paths: tuple[Path, ...], style: str, quiet: bool) -> None:  # noqa: FBT001 - click's way
    """Print the sheets of all dossiers."""
    paths = chosen_paths(paths)
    session = Session(paths)
    found = list(session.examined())
    problems = [*session.problems, *(p for examined in found for p in examined.problems)]
    if style == "json":
        data = {"dossiers": [s for e in found for s in _sheets(e)], **problems_as_data(problems)}
        say_json(data)
        context.exit(session.exit_code(problems))
    from generator.cli.sheet_table import print_sheets  # noqa: PLC0415 - rich is slow to load
    from generator.use.check.still_blank import fold_blanks, names_of_files  # noqa: PLC0415 - lazily

    for examined in found:
        print_sheets(examined)
    if quiet:
        context.exit(session.exit_code(problems))
    names = {file: name for own in found for file, name in names_of_files(own.dossier).items()}
    blanks = fold_blanks(in_order(problems), names)
    report(problems, "text", checked=len(session.folders), blanks=blanks)
    is_blank = sum(len(own.problems) for own in blanks)
    say_next(after_check(Found(problems, is_blank), paths), style)
    context.exit(session.exit_code(problems))


def _sheets(examined: "Examined") -> list[JsonObject]:
    """Lay the sheets of a dossier out as the documented JSON shape; decimals are strings."""
    dossier = examined.dossier
    if dossier is None or examined.scheme is None:
        return []
    result: list[JsonObject] = []
    for subject in dossier.subjects:
        sheet = examined.sheets[subject.id]
        result.append(
            {
                "path": subject.source.shown,
                "unit": dossier.unit.unit.name,
                "kind": sheet.kind,
                "name": dossier.name_of(subject),
                "scheme": sheet.scheme_id,
                "total": _text(sheet.total.value),
                "grade": sheet.grade or None,
                "parts": [
                    {
                        "id": part.id,
                        "label": part.label,
                        "weight": _text(part.weight),
                        "score": _text(part.score.value),
                        "trace": str(part.score.trace),
                    }
                    for part in sheet.parts
                ],
                "items": [
                    {
                        "id": item.id,
                        "part": item.part,
                        "name": item.item.name,
                        "answer": item.said.answer if item.said is not None else "",
                        "weight": _text(item.item.weight),
                        "score": _text(item.score.value),
                        "trace": str(item.score.trace),
                    }
                    for part in sheet.parts
                    for item in part.items
                ],
                "groups": [
                    {
                        "class": group.class_path,
                        "goal": group.goal or None,
                        "weight": _text(group.weight),
                        "score": _text(group.score.value),
                        "trace": str(group.score.trace),
                    }
                    for group in sheet.groups
                ],
                "indicators": [
                    {
                        "id": row.id,
                        "class": row.at.indicator.class_,
                        "goal": row.at.goal or None,
                        "name": row.at.indicator.name,
                        "target": row.at.indicator.target,
                        "actual": row.actual_text,
                        "weight": _text(row.at.indicator.weight),
                        "score": None if row.is_shared else _text(row.judgement.score.value),
                        "trace": "本类合并计分"
                        if row.is_shared
                        else str(row.judgement.score.trace),
                        "line": subject.source.place(row.at.keys).line,
                    }
                    for row in sheet.indicators
                ],
            }
        )
    return result


def _text(value: Any) -> str | None:
    return None if value is None else format(value, "f")
