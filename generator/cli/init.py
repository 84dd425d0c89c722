"""jixiao init: a folder ready to fill in."""

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.base.filenames import name_fault
from generator.base.strange_text import shown_path
from generator.cli.asking import ask_all, is_terminal
from generator.cli.exit_code import ExitCode
from generator.cli.next_step import command_line, say_next
from generator.cli.output import say
from generator.cli.path_type import PathType
from generator.cli.reporting import report
from generator.model.input_files import UNIT_FILE

if TYPE_CHECKING:
    from generator.load.workspace_folder import Workspace
    from generator.use.init.questions import Known
    from generator.use.init.wish import Wish

_INPUTS = "inputs"


@click.command(
    "init",
    help="新建填报文件夹，每一项都有说明。在终端里什么选项也不写，就逐项询问；"
    "写了选项则不问。例：jixiao init inputs/某单位-2024",
)
@click.argument("folder", required=False, type=PathType(file_okay=False), metavar="文件夹")
@click.option(
    "--scheme",
    default="",
    metavar="方案代码",
    help="评分方案，见 jixiao schemes；不写则取所在地的，没有的取全国通用的",
)
@click.option("--unit", default="", metavar="名称", help="单位全称；不写则取文件夹名")
@click.option("--place", default="", metavar="地方", help="所在的省、市、县；评分方案随它取")
@click.option(
    "--year",
    type=click.IntRange(1949, 2999),
    metavar="年度",
    help="年度；不写则取文件夹名里的年份，没有的取今年",
)
@click.option("--project", "projects", multiple=True, metavar="名称", help="项目名称，可写几次")
@click.option(
    "--department/--no-department",
    "wants_department",
    default=None,
    help="要不要部门整体的文件；不写则看方案",
)
@click.option(
    "--from",
    "old",
    type=PathType(),
    metavar="旧材料",
    help="由上年的填报文件夹，或上年的 Word、Excel 转入名称、指标、分值和自写的章节，清去完成情况",
)
@click.pass_context
def command(
    context: click.Context,
    /,
    *,
    folder: Path | None,
    year: int | None,
    **wishes: Any,
) -> None:
    """Ask where somebody can be asked; lay the files out and write them."""
    _refuse_bad_name(folder)
    is_told = year is not None or any(value not in ("", (), None) for value in wishes.values())
    if not is_told and is_terminal():
        wish = ask_all(_known(folder))
    elif folder is None:
        raise click.UsageError("缺少 文件夹，如：jixiao init inputs/某单位-2024")
    else:
        wish = _wish(folder, year, wishes)
    _refuse_bad_name(wish.folder)
    context.exit(_begin(wish))


def _wish(folder: Path, year: int | None, wishes: dict[str, Any]) -> "Wish":
    """Take what the options say, and what the name of the folder says."""
    from generator.use.init.folder_name import read_folder_name  # noqa: PLC0415 - commands load lazily
    from generator.use.init.wish import Wish  # noqa: PLC0415 - see above

    named = read_folder_name(folder.resolve().name)
    # What last year's material says of the unit is more than the name of a folder.
    unit = wishes.pop("unit").strip() or (named.unit if wishes["old"] is None else "")
    wishes["projects"] = tuple(map(str.strip, wishes["projects"]))
    if "" in wishes["projects"]:
        raise click.BadParameter("请写项目名称", param_hint="--project")
    return Wish(folder, year or named.year or _this_year(), unit=unit, **wishes)


def _known(folder: Path | None) -> "Known":
    """Gather what is known before anything is asked."""
    from generator.use.init.begin import schemes_for, told_unknown  # noqa: PLC0415 - commands load lazily
    from generator.use.init.folder_name import FolderName, read_folder_name  # noqa: PLC0415 - see above
    from generator.use.init.questions import Known  # noqa: PLC0415 - see above
    from generator.use.library import Library  # noqa: PLC0415 - see above

    workspace = _workspace(folder or Path())
    library = Library(workspace)
    return Known(
        folder,
        FolderName() if folder is None else read_folder_name(folder.resolve().name),
        _this_year(),
        lambda place, of_year: schemes_for(place, of_year, library),
        workspace.entry.default_scheme,
        Path() if Path.cwd().name == _INPUTS else Path(_INPUTS),
        unknown=lambda place: told_unknown(place, library),
    )


def _begin(wish: "Wish") -> ExitCode:
    """Write the folder, and say what comes next."""
    from generator.roundtrip.state_folder import state_of  # noqa: PLC0415 - see above
    from generator.scaffold.new_files import taken_files, write_new  # noqa: PLC0415 - commands load lazily
    from generator.use.init.begin import begin  # noqa: PLC0415 - see above
    from generator.use.library import Library  # noqa: PLC0415 - see above

    workspace = _workspace(wish.folder)
    begun = begin(wish, Library(workspace))
    if any(problem.stops for problem in begun.problems):
        return report(begun.problems, "text", checked=0)
    # A dossier that is there already is left whole: no blank project beside its own.
    if taken := [*taken_files(wish.folder, begun.files)]:
        return report([*begun.problems, *taken], "text", checked=0)
    written, faults = write_new(wish.folder, begun.files, state_of(workspace))
    for path in written:
        say(f"写出 {shown_path(path)}")
    if faults:
        return report([*begun.problems, *faults], "text", checked=0)
    for remark in begun.remarks:
        say(remark)
    if wish.old is not None and (wish.old / UNIT_FILE).is_file():
        _name_unpulled(wish.old)
    say_next(
        f"填写 {shown_path(wish.folder)} 里的文件，再运行 {command_line('check', [wish.folder])}",
        is_aside=False,
    )
    return ExitCode.DONE


def _refuse_bad_name(folder: Path | None) -> None:
    if folder is not None and (fault := name_fault(folder.resolve().name)):
        raise click.BadParameter(f"文件夹名在 Windows 上不能用：{fault}", param_hint="文件夹")


def _workspace(folder: Path) -> "Workspace":
    from generator.load.workspace_folder import find_workspace  # noqa: PLC0415 - commands load lazily

    return find_workspace(folder)[0]


def _name_unpulled(old: Path) -> None:
    """Name the files of last year whose words would stay behind."""
    from generator.use.init.unpulled import unpulled_files  # noqa: PLC0415 - only with --from

    files = unpulled_files(old)
    if not files:
        return
    say("上年的这些文件在 Word 里改过，改动还没有取回输入，也就没有转入新的一年：")
    for path in files:
        say(f"  {shown_path(path)}　取回：{command_line('pull', [path])}")
    say("取回并写进上年的输入（加 --apply）以后，请删去新建的文件夹，再转入一次。")


def _this_year() -> int:
    return datetime.datetime.now().astimezone().year
