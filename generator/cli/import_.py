"""jixiao import: last year's form, or a sheet of many projects, into inputs to go on from."""

from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.base.strange_text import shown_path
from generator.base.visible import AsIs
from generator.cli.exit_code import exit_code
from generator.cli.next_step import command_line, say_next
from generator.cli.options import material_options, style_option
from generator.cli.output import say, say_json
from generator.cli.path_type import PathType
from generator.cli.progress import progress_over
from generator.cli.reporting import report
from generator.model.input_files import UNIT_FILE

if TYPE_CHECKING:
    from generator.read.draft import Draft
    from generator.use.import_.import_writing import Written
    from generator.use.import_.importing import Imported, ImportedDossier

_MOST_LISTED = 30
_MOST_PLACES = 20


@click.command(
    "import",
    help="把已有的 Word、Excel 自评材料转成填报文件夹，接着填。例：jixiao import 自评表.docx -o inputs/某单位-2023",
)
@click.argument("files", nargs=-1, required=True, type=PathType(), metavar="文件...")
@click.option(
    "-o",
    "--output",
    required=True,
    type=PathType(file_okay=False),
    metavar="文件夹",
    help="写到这里；材料里有几个单位的，每个单位一个下级文件夹",
)
@material_options
@style_option("text 文字；json 列出每个值在原文的位置")
@click.pass_context
def command(
    context: click.Context,
    /,
    *,
    files: tuple[Path, ...],
    output: Path,
    jobs: int,
    style: str,
    **wishes: Any,
) -> None:
    """Import the files together, and write what was understood."""
    from generator.batch.foreign_files import (  # noqa: PLC0415 - commands load lazily
        Lookers,
        importers,
        jobs_for,
    )
    from generator.load.workspace_folder import find_workspace  # noqa: PLC0415 - see above
    from generator.use.foreign_file import foreign_files  # noqa: PLC0415 - see above
    from generator.use.import_.imported_before import standing_in  # noqa: PLC0415 - see above
    from generator.use.import_.importing import Importer, ImportOrder  # noqa: PLC0415 - see above
    from generator.use.library import Library  # noqa: PLC0415 - see above

    files = foreign_files(files)
    if not files:
        raise click.UsageError("文件夹里没有 .docx、.xlsx 或 .txt 文件")
    workspace, problems = find_workspace(output)
    order = ImportOrder(**wishes)
    importer = Importer(Library(workspace), order, standing_in(output))
    with progress_over(len(files), is_quiet=style != "text", what="导入") as progress:
        make = importers(workspace.root, order)
        jobs = jobs_for(jobs, len(files))
        with Lookers(importer, make, jobs) as lookers:
            imported = importer.run(files, lookers.each(Importer.look, files, progress.advance))
    imported.problems[:0] = problems
    written = None
    if not imported.is_stopped:
        written = _write(imported, output)
        imported.problems += written.problems
    imported.problems[:0] = imported.unread
    if style == "json":
        _print_json(imported, written)
    else:
        _tell(imported, output, written)
    context.exit(exit_code(imported.problems, is_done=bool(imported.dossiers)))


def _folder(imported: "Imported", dossier: "ImportedDossier", output: Path) -> Path:
    """Return where a dossier goes; one of several that were imported before is found again."""
    below = output / dossier.name
    is_alone = len(imported.dossiers) == 1 and not (below / UNIT_FILE).is_file()
    return output if is_alone else below


def _write(imported: "Imported", output: Path) -> "Written":
    from generator.use.import_.import_writing import Target, write_dossiers  # noqa: PLC0415 - lazily

    targets = [
        Target(_folder(imported, dossier, output), dossier.files, imported.sources, dossier.printed)
        for dossier in imported.dossiers
    ]
    return write_dossiers(targets, output)


def _tell(imported: "Imported", output: Path, written: "Written | None") -> None:
    """Say what was understood, what was left, and what comes next."""
    from generator.read.document_account import settled_accounts  # noqa: PLC0415 - commands load lazily

    updates = written.updates if written is not None and written.is_done else ()
    for dossier, update in zip(imported.dossiers, updates, strict=False):
        draft, folder = dossier.draft, _folder(imported, dossier, output)
        projects = sum(subject.kind == "project" for subject in draft.subjects)
        found = [f"项目 {projects} 个"] if projects else []
        found += ["部门整体"] if projects < len(draft.subjects) else []
        say(f"{draft.unit.get('name') or '单位名称未知'}，{draft.year} 年度：{'、'.join(found)}")
        say(f"  {dossier.reason}")
        for account in settled_accounts(draft):
            say(f"  {account.file}：{account}")
        shown, files = shown_path(folder), sum("/" not in name for name in dossier.files)
        say(f"  写出 {shown}/：{files} 个文件" if update is None else f"  更新 {shown}/：{update}")
        remarks = [*draft.remarks, *(r for s in draft.subjects for r in s.remarks)]
        for remark in list(dict.fromkeys(remarks))[:_MOST_LISTED]:
            say(f"  注意：{remark}")
        _tell_left(draft)
    for draft in imported.refused:
        for account in settled_accounts(draft):
            say(f"{account.file}：{account}")
        _tell_left(draft, is_written=False)
    if imported.problems:
        report(
            imported.problems,
            "text",
            checked=len(imported.dossiers),
            is_brief=True,
            most=_MOST_PLACES,
        )
    if updates:
        again = command_line("check", [output])
        say_next(f"核对 {shown_path(output)} 里的文件，再运行 {again}", is_aside=False)


def _tell_left(draft: "Draft", *, is_written: bool = True) -> None:
    left = [*draft.unplaced, *(u for s in draft.subjects for u in s.unplaced)]
    if not left:
        return
    where = "（也写在各文件开头的说明里）" if is_written else ""
    say(f"  没有导入的 {len(left)} 处{where}：")
    for one in left[:_MOST_LISTED]:
        say(f"    {one.file} {one.place}：“{one.short}”——{one.reason}")
    if len(left) > _MOST_LISTED:
        say(f"    ……另有 {len(left) - _MOST_LISTED} 处")


def _print_json(imported: "Imported", written: "Written | None") -> None:
    from generator.base.problem_data import problems_as_data  # noqa: PLC0415 - beside its use
    from generator.use.import_.draft_data import (  # noqa: PLC0415 - commands load lazily
        draft_data,
        refused_data,
    )

    dossiers = [draft_data(dossier) for dossier in imported.dossiers]
    for own in dossiers:  # values are data; quotes, reasons and names are there to be shown
        own["unit"] = AsIs(own["unit"])
        for subject in own["subjects"]:
            subject["values"] = AsIs(subject["values"])
    updates = written.updates if written is not None else ()
    for own, update in zip_longest(dossiers, updates):
        own["update"] = None if update is None else update._asdict()
    refused = [refused_data(draft) for draft in imported.refused]
    say_json({"dossiers": dossiers, "refused": refused, **problems_as_data(imported.problems)})
