"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from generator.cli.path_type import PathType

FORMATS = ("text", "json", "sarif", "github")
_REPORTS = (".xlsx", ".docx", ".json")

paths_argument = click.argument("paths", nargs=-1, type=PathType(), metavar="[路径]...")
format_option = click.option(
    "--format",
    "style",
    type=click.Choice(FORMATS),
    default="text",
    metavar="格式",
    help="输出格式：text 文字，json，sarif，github 注释",
)


def style_option(
    text: str = "text 文字；json 供程序读",
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add the choice of those commands that print words for people or data for programs."""
    return click.option(
        "--format",
        "style",
        type=click.Choice(FORMATS[:2]),
        default=FORMATS[0],
        metavar="格式",
        help=text,
    )


_scheme_option = click.option(
    "--scheme", default="", metavar="方案代码", help="评分方案；不写则按材料判断"
)
_year_option = click.option(
    "--year", type=click.IntRange(1949, 2999), metavar="年度", help="年度；不写则从材料里找"
)
_jobs_option = click.option(
    "--jobs",
    type=click.IntRange(0, 64),
    default=0,
    metavar="数量",
    help="同时用几个进程读；不写则文件多时自动决定",
)
_office_option = click.option(
    "--office",
    "uses_office",
    is_flag=True,
    help="旧格式（.doc、.xls、.wps、.et，以及 .rtf、.odt、.ods、网页）先由 LibreOffice 转换，再读",
)


def material_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add what every command asks that reads the documents of others."""
    for option in (_office_option, _jobs_option, _year_option, _scheme_option):
        command = option(command)
    return command


def report_option(text: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add an option for a file of what was found; the ending of its name decides what it becomes."""
    return click.option(
        "--report",
        "report_file",
        type=PathType(dir_okay=False),
        callback=_with_known_ending,
        metavar="文件",
        help=text,
    )


def _with_known_ending(
    context: click.Context, parameter: click.Parameter, value: Path | None
) -> Path | None:
    del context, parameter
    if value is not None and value.suffix.lower() not in _REPORTS:
        message = f"“{value.name}”的后缀应为 {'、'.join(_REPORTS)} 之一"
        raise click.BadParameter(message)
    return value


def chosen_paths(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the paths given, or ``inputs/`` of the current folder, or the current folder."""
    if paths:
        return tuple(dict.fromkeys(paths))
    return (Path("inputs"),) if Path("inputs").is_dir() else (Path(),)
