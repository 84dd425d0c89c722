"""jixiao lint: wording of one dossier, and across all dossiers of a tree."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.base.strange_text import shown_path
from generator.cli.exit_code import ExitCode
from generator.cli.house import look_at_house
from generator.cli.next_step import after_lint, say_next
from generator.cli.options import chosen_paths, format_option, paths_argument, report_option
from generator.cli.output import say_json, say_text
from generator.cli.path_type import PathType
from generator.cli.reporting import report
from generator.cli.session import Session

if TYPE_CHECKING:
    from generator.base.problem import Problem
    from generator.use.lint.lint import Linted


@click.command(
    "lint", help="检查文字：固定语、错字、标点、编号、重复，以及各份填报之间说法是否一致。"
)
@paths_argument
@click.option("--fix", "is_fixed", is_flag=True, help="改正有把握的问题，其余照旧；注释和排版不变")
@click.option("--dry-run", "is_trial", is_flag=True, help="只显示 --fix 会改什么，不改文件")
@click.option(
    "--glossary", "is_glossary", is_flag=True, help="列出用语表：单位、项目、指标、固定语"
)
@click.option(
    "--learn",
    "learnt_file",
    type=PathType(dir_okay=False),
    metavar="文件.toml",
    help="把多数单位的用语、固定句和其他写法归纳成一份规则，供挑选：每一条都停用，采用的由您打开",
)
@report_option(
    "另写一份本地用语情况：每个固定句谁写得不同，每个单位几处，每个用语几种写法；.xlsx、.docx、.json"
)
@format_option
@click.pass_context
def command(
    context: click.Context,
    /,
    *,
    paths: tuple[Path, ...],
    style: str,
    is_glossary: bool,
    learnt_file: Path | None,
    report_file: Path | None,
    **wishes: bool,
) -> None:
    """Lint, and report, fix, list or learn."""
    paths = chosen_paths(paths)
    session = Session(paths)
    if learnt_file is not None or report_file is not None:
        context.exit(look_at_house(session, learnt_file, report_file, style))
    if is_glossary:
        context.exit(_glossary(session, style))
    is_trial = wishes["is_trial"]
    linted = _lint(session)
    if wishes["is_fixed"] or is_trial:
        said, faults = _fix(linted, is_trial=is_trial)
        say_text(said, ends=False, err=style != "text")
        # What was fixed is gone, and what is left may stand elsewhere: look again. What could not be
        # read was not fixed, whoever gives it now.
        session.problems += (p for own in linted for p in own.problems if p.code == "I01")
        linted = linted if is_trial else _lint(session)
        session.problems += faults
    problems = [*session.problems, *(problem for own in linted for problem in own.problems)]
    report(problems, style, checked=len(session.folders))
    say_next(after_lint(problems, sum(len(own.edits) for own in linted), paths), style)
    context.exit(session.exit_code(problems))


def _lint(session: Session) -> "list[Linted]":
    from generator.use.lint.lint import lint  # noqa: PLC0415 - commands load lazily
    from generator.use.lint.rulebook import make_rulebook  # noqa: PLC0415 - see above

    found = []
    for library, folders in session.by_library():
        book = make_rulebook(library)
        linted = session.together("检查文字", folders, partial(lint, library=library, book=book))
        found += [linted] if linted is not None else []
    return found


def _fix(linted: "Sequence[Linted]", *, is_trial: bool) -> "tuple[str, list[Problem]]":
    from generator.roundtrip.fix import fix_files, write_fixed  # noqa: PLC0415 - only on request

    fixed = fix_files(edit for own in linted for edit in own.edits).fixed
    if is_trial:
        return "".join(file.diff() for file in fixed), []
    faults = write_fixed(fixed, "lint --fix")
    failed = {fault.place.file for fault in faults}
    done = [file for file in fixed if shown_path(file.path) not in failed]
    count = sum(file.count for file in done)
    said = f"改正了 {len(done)} 个文件里的 {count} 处。\n"
    return f"{said}要改回来，用 jixiao undo。\n" if done else said, list(faults)


def _glossary(session: Session, style: str) -> ExitCode:
    from generator.load.dossier_inputs import load_dossier  # noqa: PLC0415 - only on request
    from generator.use.lint.glossary import make_glossary  # noqa: PLC0415 - only on request
    from generator.use.lint.rulebook import make_rulebook  # noqa: PLC0415 - only on request

    rows = []
    for library, folders in session.by_library():
        loaded = [*session.each("检查文字", lambda folder, _: load_dossier(folder), folders)]
        session.problems += [problem for own in loaded for problem in own.problems]
        dossiers = [own.dossier for own in loaded if own.dossier is not None]
        rows += make_glossary(dossiers, make_rulebook(library).phrases, library.wording.apart)
    if style == "json":
        data = {"terms": [row.data() for row in rows]}
        say_json(data)
    else:
        say_text("\n".join(["类别\t用语\t处数\t填报\t相近的写法", *(row.line() for row in rows)]))
    session.say_problems()
    return session.exit_code()
