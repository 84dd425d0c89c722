"""jixiao schema: JSON Schemas, so that an editor completes and explains."""

from pathlib import Path

import click

from generator.base.strange_text import shown_path
from generator.cli.output import say
from generator.cli.path_type import PathType
from generator.cli.reporting import report


@click.command(
    "schema", help="写出 JSON Schema（默认写到当前文件夹的 .schema/），供编辑器补全和提示。"
)
@click.argument(
    "folder",
    type=PathType(file_okay=False),
    default=Path(".schema"),
    metavar="[文件夹]",
)
@click.pass_context
def command(context: click.Context, folder: Path) -> None:
    """Write all schemas; they are ours to replace."""
    from generator.base.writing import write_text_atomically  # noqa: PLC0415 - commands load lazily
    from generator.scaffold.json_schema import json_schemas, schema_text  # noqa: PLC0415 - commands load lazily
    from generator.use.libraries import Libraries  # noqa: PLC0415 - commands load lazily

    problems = []
    library, _ = Libraries().of(folder.parent)
    for name, schema in json_schemas(*library.declared()).items():
        if problem := write_text_atomically(folder / name, schema_text(schema)):
            problems.append(problem)
        else:
            say(f"写出 {shown_path(folder / name)}")
    if problems:
        context.exit(report(problems, "text", checked=0))
