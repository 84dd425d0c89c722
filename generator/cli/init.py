"""jixiao init: a folder ready to fill in."""

import datetime
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from generator.base.filenames import name_fault
from generator.base.pattern import Pattern
from generator.base.problem import Place, Problem, Severity
from generator.base.reading import read_text, shown_path
from generator.cli.output import say
from generator.cli.reporting import report

_YEAR = Pattern(r"(?:19|20)\d\d$")


@click.command(
    "init",
    help="新建填报文件夹，每一项都有说明。例：jixiao init inputs/某单位-2024 --scheme mof-2020",
)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="文件夹")
@click.option(
    "--scheme", "scheme_id", default="", metavar="方案代码", help="评分方案，见 jixiao schemes"
)
@click.option("--unit", default="", metavar="名称", help="单位全称")
@click.option(
    "--year",
    type=click.IntRange(1949, 2999),
    metavar="年度",
    help="年度；不写则取文件夹名末尾的年份",
)
@click.option(
    "--from",
    "old",
    type=click.Path(path_type=Path),
    metavar="旧文件夹",
    help="由上年的文件夹转入名称、指标、分值和自写的章节，清去完成情况",
)
@click.pass_context
def command(
    context: click.Context,
    folder: Path,
    scheme_id: str,
    unit: str,
    year: int | None,
    old: Path | None,
) -> None:
    """Write a new dossier, or carry an old one over."""
    if fault := name_fault(folder.resolve().name):
        raise click.BadParameter(f"文件夹名在 Windows 上不能用：{fault}", param_hint="文件夹")
    chosen = year or _year_in(folder.resolve().name) or datetime.datetime.now().astimezone().year
    files, problems = _carried(old, chosen) if old else _fresh(folder, scheme_id, chosen, unit)
    if any(problem.stops for problem in problems):
        context.exit(report(problems, "text", checked=0))
    from generator.scaffold.folder import write_new  # noqa: PLC0415 - commands load lazily

    written, faults = write_new(folder, files)
    for path in written:
        say(f"写出 {shown_path(path)}")
    if faults:
        context.exit(report([*problems, *faults], "text", checked=0))
    if old is not None:
        _name_unpulled(old)
    say(
        f"下一步：填写 {shown_path(folder)} 里的文件，再运行 jixiao check {_quoted(shown_path(folder))}"
    )


def _fresh(
    folder: Path, scheme_id: str, year: int, unit: str
) -> tuple[dict[str, str], Sequence[Problem]]:
    from generator.load.workspace import find_workspace  # noqa: PLC0415 - commands load lazily
    from generator.scaffold.folder import new_dossier  # noqa: PLC0415 - commands load lazily
    from generator.use.library import Library  # noqa: PLC0415 - commands load lazily

    workspace, problems = find_workspace(folder)
    wanted = scheme_id or workspace.entry.default_scheme
    if not wanted:
        return new_dossier(folder, None, year, unit), problems
    loaded, faults = Library(workspace).scheme(wanted, partial(Place, "--scheme"))
    files = {} if loaded is None else new_dossier(folder, loaded.scheme, year, unit)
    return files, (*problems, *faults)


def _carried(old: Path, year: int) -> tuple[dict[str, str], Sequence[Problem]]:
    """Carry over every TOML file of the old dossier, and give the new one its schemas."""
    from generator.load.workspace import find_workspace  # noqa: PLC0415 - commands load lazily
    from generator.scaffold.carry import carry_over  # noqa: PLC0415 - commands load lazily
    from generator.scaffold.folder import schema_files  # noqa: PLC0415 - commands load lazily
    from generator.use.library import Library  # noqa: PLC0415 - commands load lazily

    if not (old / "unit.toml").is_file():
        message = f"{shown_path(old)} 里没有 unit.toml，不是填报文件夹"
        return {}, (
            Problem("I01", Severity.ERROR, message, Place(shown_path(old)), "请指定上年的文件夹"),
        )
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for path in sorted(old.glob("*.toml")):
        text, faults = read_text(path, shown_path(path))
        problems += faults or _syntax(path, text or "")
        if text is not None:
            texts[path.name] = text
    if problems:
        return {}, problems
    workspace, _ = find_workspace(old)
    wording = Library(workspace).wording
    return {**carry_over(texts, year, wording), **schema_files()}, ()


def _name_unpulled(old: Path) -> None:
    """Name the files of last year whose words would stay behind."""
    from generator.use.init.unpulled import unpulled_files  # noqa: PLC0415 - only with --from

    files = unpulled_files(old)
    if not files:
        return
    say("上年的这些文件在 Word 里改过，改动还没有取回输入，也就没有转入新的一年：")
    for path in files:
        say(f"  {shown_path(path)}　取回：jixiao pull {_quoted(shown_path(path))}")
    say("取回并写进上年的输入（加 --apply）以后，请删去新建的文件夹，再转入一次。")


def _syntax(path: Path, text: str) -> tuple[Problem, ...]:
    from generator.base.toml import parse_toml  # noqa: PLC0415 - commands load lazily

    return parse_toml(text, path, shown_path(path))[1]


def _year_in(name: str) -> int | None:
    found = _YEAR.search(name)
    return int(found[0]) if found else None


def _quoted(path: str) -> str:
    return f'"{path}"' if " " in path else path
