"""``check --accept``: write acceptances into the inputs, after somebody gave the reason."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from generator.base.problem import Problem, Severity
from generator.base.strange_text import shown_path
from generator.cli.output import say, say_text

if TYPE_CHECKING:
    from generator.cli.session import Session
    from generator.roundtrip.fix import Fixes
    from generator.use.check.accepting import Accepting
    from generator.use.library import Library

COMMAND = "check --accept"


class Accepted(NamedTuple):
    """What was written (as differences), and what could not be."""

    files: tuple[dict[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()


def accept(session: "Session", codes: Sequence[str], reason: str, style: str) -> Accepted:
    """Show what is to be written, ask for the reason where there is none, and write it."""
    from generator.roundtrip.fix import fix_files, write_fixed  # noqa: PLC0415 - only on request

    is_aside = style != "text"
    plans = _plans(session, _known_codes(codes))
    open_ones = [problem for plan in plans for problem in plan.open]
    if open_ones and not reason:
        reason = _asked(open_ones, is_aside=is_aside)
    if not reason:
        plans, open_ones = [plan.without_open() for plan in plans], []
    fixes = fix_files(change for plan in plans for change in plan.changes(reason))
    if not fixes.fixed:
        said = "没有写入任何文件：没有理由，或者没有要接受的问题、要改的接受。"
        say(said, err=is_aside)
        return Accepted(problems=_not_made(fixes))
    for file in fixes.fixed:
        say_text(file.diff(), ends=False, err=is_aside)
    faults = write_fixed(fixes.fixed, COMMAND)
    failed = {fault.place.file for fault in faults}
    done = [file for file in fixes.fixed if shown_path(file.path) not in failed]
    if done:
        bounded = sum(len(plan.bounded) for plan in plans)
        closing = [f"接受了 {len(open_ones)} 个问题"] if open_ones else []
        closing += [f"{bounded} 条已有的接受写明了位置或处数"] if bounded else []
        said = f"{'，'.join(closing)}，写进 {len(done)} 个输入文件；要改回来，用 jixiao undo。"
        say(said, err=is_aside)
    files = tuple({"file": file.shown, "diff": file.diff()} for file in done)
    return Accepted(files, (*faults, *_not_made(fixes)))


def _plans(session: "Session", codes: Sequence[str]) -> "list[Accepting]":
    from generator.use.check.accepting import needs_lint, plan_acceptances  # noqa: PLC0415
    from generator.use.check.examine import examine  # noqa: PLC0415 - commands load lazily

    plans = []
    for library, folders in session.by_library():
        found = session.each("检查", examine, folders)
        judged = [examined for examined in found if examined.scheme is not None]
        dossiers = [examined.dossier for examined in judged if examined.dossier is not None]
        linted = None
        if needs_lint(dossiers, codes):
            linted = _linted(session, library, [examined.path for examined in judged])
        for examined, dossier in zip(judged, dossiers, strict=True):
            plans.append(plan_acceptances(dossier, examined.problems, linted, codes))
    return plans


def _linted(session: "Session", library: "Library", folders: Sequence[Path]) -> Sequence[Problem]:
    from generator.use.lint.lint import lint  # noqa: PLC0415 - commands load lazily
    from generator.use.lint.rulebook import make_rulebook  # noqa: PLC0415 - see above

    book = make_rulebook(library)
    found = session.together("检查文字", folders, lambda some: lint(some, library, book))
    return () if found is None else found.problems


def _known_codes(codes: Sequence[str]) -> list[str]:
    """Refuse codes that there are not, and those of what is broken."""
    from generator.load.rule_texts import load_rule_texts  # noqa: PLC0415 - commands load lazily
    from generator.load.workspace_folder import find_workspace  # noqa: PLC0415 - see above
    from generator.use.check.acceptances import may_be_accepted  # noqa: PLC0415 - see above
    from generator.use.library import Library  # noqa: PLC0415 - see above

    asked = [code.strip().upper() for code in codes]
    if not asked:
        return asked
    families, _ = load_rule_texts(Library(find_workspace(Path())[0]).packs)
    known = [text.id for family in families for text in family.code]
    for code in asked:
        if code not in known:
            from generator.base.suggestion import suggest  # noqa: PLC0415 - only for a slip

            raise click.UsageError(f"没有代码“{code}”。{suggest(code, known)}")
        if not may_be_accepted(code):
            message = f"{code} 不能接受：输入、方案、模板和写文件的问题（I、S、T、O 各类）要改正"
            raise click.UsageError(message)
    return asked


def _asked(open_ones: Sequence[Problem], *, is_aside: bool) -> str:
    """Ask for the reason at a terminal; nobody else can give it. Without one nothing is accepted."""
    if sys.stdin is None or sys.stdin.closed or not sys.stdin.isatty():
        message = (
            f'有 {len(open_ones)} 个问题等待接受，要写明理由：--reason "…"；'
            "只接受其中几种的，加 --code 代码。理由由您写，程序不代拟。没有写入任何文件"
        )
        raise click.UsageError(message)
    say(f"将接受 {len(open_ones)} 个问题：", err=is_aside)
    say(*(f"  {p.place}: {p.code} {p.message}" for p in open_ones), err=is_aside)
    reason: str = click.prompt(
        "接受的理由（直接回车则不接受）", default="", show_default=False, err=is_aside
    )
    return reason.strip()


def _not_made(fixes: "Fixes") -> tuple[Problem, ...]:
    """Tell of the changes that a file does not take."""
    hint = "请在文件里手写这条 [[accept]]"
    return tuple(
        Problem("O01", Severity.ERROR, f"[[accept]] 没有写进：{refusal.reason}", place, hint)
        for file, refusal in fixes.refused
        for place in [file.place(("accept",))]
    )
