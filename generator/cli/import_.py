"""jixiao import: last year's form, or a sheet of many projects, into inputs to go on from."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.base.problem import Place, Problem, Severity
from generator.base.reading import shown_path
from generator.base.visible import AsIs
from generator.cli.options import office_option
from generator.cli.output import say, say_json
from generator.cli.reporting import report

if TYPE_CHECKING:
    from generator.use.import_.importing import Imported, ImportedDossier

_MOST_LISTED = 30


@click.command(
    "import",
    help="把已有的 Word、Excel 自评材料转成填报文件夹，接着填。例：jixiao import 自评表.docx -o inputs/某单位-2023",
)
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="文件..."
)
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    metavar="文件夹",
    help="写到这里；材料里有几个单位的，每个单位一个下级文件夹",
)
@click.option(
    "--scheme", "scheme", default="", metavar="方案代码", help="评分方案；不写则按材料判断"
)
@click.option(
    "--year", type=click.IntRange(1949, 2999), metavar="年度", help="年度；不写则从材料里找"
)
@click.option(
    "--format",
    "style",
    type=click.Choice(("text", "json")),
    default="text",
    metavar="格式",
    help="text 文字；json 列出每个值在原文的位置",
)
@office_option
@click.pass_context
def command(
    context: click.Context,
    /,
    *,
    files: tuple[Path, ...],
    output: Path,
    scheme: str,
    year: int | None,
    style: str,
    uses_office: bool,
) -> None:
    """Import the files together, and write what was understood."""
    from generator.load.workspace import find_workspace  # noqa: PLC0415 - commands load lazily
    from generator.use.import_.importing import Importer  # noqa: PLC0415 - commands load lazily
    from generator.use.library import Library  # noqa: PLC0415 - commands load lazily

    workspace, problems = find_workspace(output)
    imported = Importer(Library(workspace), scheme, year).run(files, uses_office=uses_office)
    imported.problems[:0] = problems
    if not imported.is_stopped:
        imported.problems += _write(imported, output)
    if style == "json":
        _print_json(imported)
    else:
        _tell(imported, output)
    is_bad = any(problem.stops for problem in imported.problems) or not imported.dossiers
    context.exit(1 if is_bad else 0)


def _folder(imported: "Imported", dossier: "ImportedDossier", output: Path) -> Path:
    return output if len(imported.dossiers) == 1 else output / dossier.name


def _write(imported: "Imported", output: Path) -> list[Problem]:
    """Write all files or none: nothing that exists is overwritten or mixed with what is new."""
    from generator.scaffold.folder import write_new  # noqa: PLC0415 - commands load lazily

    folders = [_folder(imported, dossier, output) for dossier in imported.dossiers]
    taken = [
        path
        for folder, dossier in zip(folders, imported.dossiers, strict=True)
        for path in sorted(
            {folder / "unit.toml", *(folder / name for name in dossier.files if "/" not in name)}
        )
        if path.exists() or path.is_symlink()
    ]
    if taken:
        hint = "已有的文件没有改动，什么也没有写；请换一个文件夹"
        return [
            Problem("O02", Severity.ERROR, "文件已经存在，没有覆盖", Place(shown_path(p)), hint)
            for p in taken
        ]
    problems: list[Problem] = []
    for folder, dossier in zip(folders, imported.dossiers, strict=True):
        problems += write_new(folder, dossier.files)[1]
    return problems


def _tell(imported: "Imported", output: Path) -> None:
    """Say what was understood, what was left, and what comes next."""
    from generator.read.account import settled_accounts  # noqa: PLC0415 - commands load lazily

    is_written = not any(problem.stops for problem in imported.problems)
    for dossier in imported.dossiers if is_written else ():
        draft, folder = dossier.draft, _folder(imported, dossier, output)
        projects = sum(subject.kind == "project" for subject in draft.subjects)
        found = [f"项目 {projects} 个"] if projects else []
        found += ["部门整体"] if projects < len(draft.subjects) else []
        say(f"{draft.unit.get('name') or '单位名称未知'}，{draft.year} 年度：{'、'.join(found)}")
        say(f"  {dossier.reason}")
        for account in settled_accounts(draft):
            say(f"  {account.file}：{account}")
        say(
            f"  写出 {shown_path(folder)}/：{len([n for n in dossier.files if '/' not in n])} 个文件"
        )
        remarks = [*draft.remarks, *(r for s in draft.subjects for r in s.remarks)]
        for remark in list(dict.fromkeys(remarks))[:_MOST_LISTED]:
            say(f"  注意：{remark}")
        _tell_left(dossier)
    if imported.problems:
        report(imported.problems, "text", checked=len(imported.dossiers), is_brief=True)
    if is_written and imported.dossiers:
        say(f"下一步：核对 {shown_path(output)} 里的文件，再运行 jixiao check {shown_path(output)}")


def _tell_left(dossier: "ImportedDossier") -> None:
    draft = dossier.draft
    left = [*draft.unplaced, *(u for s in draft.subjects for u in s.unplaced)]
    if not left:
        return
    say(f"  没有导入的 {len(left)} 处（也写在各文件开头的说明里）：")
    for one in left[:_MOST_LISTED]:
        say(f"    {one.file} {one.place}：“{one.short}”——{one.reason}")
    if len(left) > _MOST_LISTED:
        say(f"    ……另有 {len(left) - _MOST_LISTED} 处")


def _print_json(imported: "Imported") -> None:
    from generator.cli.reporting import problems_as_data  # noqa: PLC0415 - beside its use
    from generator.use.import_.importing import draft_data  # noqa: PLC0415 - commands load lazily

    dossiers = [draft_data(dossier) for dossier in imported.dossiers]
    for own in dossiers:  # values are data; quotes, reasons and names are there to be shown
        own["unit"] = AsIs(own["unit"])
        for subject in own["subjects"]:
            subject["values"] = AsIs(subject["values"])
    say_json({"dossiers": dossiers, **problems_as_data(imported.problems)})
