"""Options that several commands share."""

from pathlib import Path

import click

FORMATS = ("text", "json", "sarif", "github")

paths_argument = click.argument(
    "paths", nargs=-1, type=click.Path(path_type=Path), metavar="[路径]..."
)
format_option = click.option(
    "--format",
    "style",
    type=click.Choice(FORMATS),
    default="text",
    metavar="格式",
    help="输出格式：text 文字，json，sarif，github 注释",
)

office_option = click.option(
    "--office",
    "uses_office",
    is_flag=True,
    help="旧格式（.doc、.xls、.wps、.et，以及 .rtf、.odt、.ods、网页）先由 LibreOffice 转换，再读",
)


def chosen_paths(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the paths given, or ``inputs/`` of the current folder, or the current folder."""
    if paths:
        return paths
    return (Path("inputs"),) if Path("inputs").is_dir() else (Path(),)
