"""jixiao audit: faults of Word, Excel and text files that somebody else wrote."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from generator.base.problem import Problem
from generator.base.strange_text import shown_path
from generator.cli.options import format_option, material_options, report_option
from generator.cli.output import say
from generator.cli.path_type import PathType
from generator.cli.progress import progress_over, watched

if TYPE_CHECKING:
    from generator.use.audit.found import Audited
    from generator.use.library import Library


@click.command(
    "audit",
    help="审核别人写的自评表、报告：重新计算，核对前后，检查文字，指到第几段、表的第几行第几列。几个文件（或一个文件夹）一起给，互相核对。",
)
@click.argument("files", nargs=-1, type=PathType(), metavar="文件...")
@material_options
@click.option(
    "--against",
    multiple=True,
    type=PathType(),
    metavar="填报文件夹",
    help="与我们自己的输入核对（X09）",
)
@click.option(
    "--annotate",
    is_flag=False,
    flag_value="",
    default=None,
    metavar="[文件夹]",
    help="另写一份“（批注）.docx”，问题写成批注：写在原件旁边，或 --annotate=文件夹",
)
@click.option(
    "--layout",
    is_flag=True,
    help="另查版面（L01 起）：.docx 的纸张、版心、字体、字号、行距、缩进、编号、页码、落款、附件和表格，照 GB/T 9704—2012",
)
@click.option(
    "--baseline",
    type=PathType(dir_okay=False),
    metavar="文件.json",
    help="已知的问题列在这里的不再计入；也可写在 jixiao.toml 的 baseline",
)
@click.option("--update-baseline", "is_updating", is_flag=True, help="把现在的问题都写进基线文件")
@click.option(
    "--explain-reading",
    "explains",
    is_flag=True,
    help="说明是怎么读的：每一栏认作什么、为什么，每一格用在哪里",
)
@report_option(
    "另写一份结果，后缀决定写成什么：.xlsx 工作簿，.docx 退回意见（每个单位一页），.json"
)
@format_option
@click.pass_context
def command(
    context: click.Context,
    /,
    *,
    files: tuple[Path, ...],
    baseline: Path | None,
    annotate: str | None,
    is_updating: bool,
    explains: bool,
    style: str,
    **wishes: Any,
) -> None:
    """Audit files together."""
    from generator.batch.foreign_files import (  # noqa: PLC0415 - commands load lazily
        Lookers,
        auditors,
        jobs_for,
    )
    from generator.cli.audit_messages import tell  # noqa: PLC0415 - see above
    from generator.load.workspace_folder import find_workspace  # noqa: PLC0415 - see above
    from generator.use.audit.auditor import Auditor, AuditOrder  # noqa: PLC0415 - see above
    from generator.use.library import Library  # noqa: PLC0415 - see above

    jobs: int = wishes.pop("jobs")
    report_file: Path | None = wishes.pop("report_file")
    files, folder = _documents(files, annotate, report_file)
    workspace, problems = find_workspace(Path())
    if baseline is None and workspace.entry.baseline and workspace.root is not None:
        baseline = workspace.root / workspace.entry.baseline
    if is_updating and baseline is None:
        raise click.UsageError("--update-baseline 要有 --baseline 写明文件")
    order = AuditOrder(files, **wishes)
    library = Library(workspace)
    auditor = Auditor(library, order)
    make, jobs = auditors(workspace.root, order._replace(paths=())), jobs_for(jobs, len(files))
    is_quiet = style != "text"

    with Lookers(auditor, make, jobs) as lookers:

        def each(
            work: Callable[[Auditor, Any], Any], what: str, items: Sequence[Any]
        ) -> Iterator[Any]:
            with progress_over(len(items), is_quiet=is_quiet, what=what) as progress:
                yield from lookers.each(work, items, progress.advance)

        examined = partial(each, Auditor.examine, "核对")
        audited = auditor.run(each(Auditor.look, "读取", files), examined)
    audited.problems[:0] = problems
    if baseline is not None:
        audited.problems = _known(audited, baseline, is_updating=is_updating)
    wanted = _Wanted(annotate is not None, folder, report_file, is_quiet)
    audited.problems += _written(audited, files, wanted, library)
    context.exit(tell(audited, style, explains=explains))


class _Wanted(NamedTuple):
    """What is to be written beside what is told."""

    copies: bool
    folder: Path | None
    report: Path | None
    is_quiet: bool


def _written(
    audited: "Audited", files: tuple[Path, ...], wanted: _Wanted, library: "Library"
) -> list[Problem]:
    """Write copies and report, and say so; gives what stood in the way."""
    from generator.use.audit.annotated import write_annotated  # noqa: PLC0415 - commands load lazily

    faults: list[Problem] = []
    watch = partial(watched, what="批注", is_quiet=wanted.is_quiet)
    copies = write_annotated(files, audited, wanted.folder, watch) if wanted.copies else ()
    for made in [*copies]:  # a bar and lines do not get along
        if isinstance(made, Problem):
            faults.append(made)
        else:
            say(f"写出 {made}", err=True)
    if wanted.report is not None:
        from generator.use.audit.audit_file import write_report  # noqa: PLC0415 - only on request

        unwritten = write_report(audited, wanted.report, library)
        faults += unwritten
        if not any(fault.stops for fault in unwritten):
            say(f"写出 {shown_path(wanted.report)}", err=True)
    return faults


def _documents(
    files: tuple[Path, ...], annotate: str | None, report_file: Path | None
) -> tuple[tuple[Path, ...], Path | None]:
    """Return what is audited, and the folder for copies.

    Behind ``--annotate`` a file, or the only folder, is what is meant to be audited.
    """
    from generator.use.audit.annotated import MARK  # noqa: PLC0415 - commands load lazily
    from generator.use.foreign_file import foreign_files, has_name_of_document  # noqa: PLC0415

    folder = Path(annotate) if annotate else None
    if folder is not None and (not files or folder.is_file() or has_name_of_document(folder)):
        files, folder = (folder, *files), None
    if not files:
        raise click.UsageError("没有写要审核的文件或文件夹")
    found = foreign_files(files, MARK, () if report_file is None else (report_file,))
    if not found:
        raise click.UsageError("文件夹里没有 .docx、.xlsx 或 .txt 文件")
    if folder is not None and folder.is_dir():
        known = {path.absolute() for path in found}
        if any(path.absolute() not in known for path in foreign_files((folder,), MARK)):
            message = f"--annotate 后面的“{folder}”里有没有审核的文件"
            raise click.UsageError(f"{message}：要审核它的写在前面，放批注的换一个文件夹")
    return found, folder


def _known(audited: "Audited", path: Path, *, is_updating: bool) -> list[Problem]:
    """Mark what a baseline knows."""
    from generator.use.audit.baseline import (  # noqa: PLC0415 - only with a baseline
        read_baseline,
        write_baseline,
    )

    if is_updating:
        fault = write_baseline(path, audited)
        if fault is not None:
            return [*audited.problems, fault]
    baseline, faults = read_baseline(path)
    if baseline is None:
        return [*audited.problems, *faults]
    return [*baseline.accept(audited), *faults]
