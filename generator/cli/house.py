"""jixiao lint --learn and --report: how a tree writes what it writes often."""

from pathlib import Path

from generator.base.problem import Problem
from generator.base.strange_text import shown_path
from generator.cli.exit_code import ExitCode
from generator.cli.output import say
from generator.cli.reporting import report
from generator.cli.session import Session


def look_at_house(
    session: Session, learnt_file: Path | None, report_file: Path | None, style: str
) -> ExitCode:
    """Write what the dossiers teach, and the report on it; says what was written."""
    from generator.load.dossier_inputs import load_dossier  # noqa: PLC0415 - commands load lazily
    from generator.use.lint.house import house_of  # noqa: PLC0415 - see above
    from generator.use.lint.house_file import write_house  # noqa: PLC0415 - see above
    from generator.use.lint.learnt_wording import learn  # noqa: PLC0415 - see above

    loaded = [*session.each("检查文字", lambda folder, _: load_dossier(folder))]
    dossiers = [own.dossier for own in loaded if own.dossier is not None]
    problems = [problem for own in loaded for problem in own.problems]
    said: list[str] = []
    if dossiers:
        library = session.library(session.folders[0])
        if learnt_file is not None:
            done = learn(dossiers, library.wording, learnt_file)
            problems += done.problems
            kept = f"，您定下的 {done.decided} 条照旧" if done.decided else ""
            told = f"写出 {shown_path(learnt_file)}：待定 {done.proposed} 条{kept}"
            said += _unless_stopped(told, done.problems)
        if report_file is not None:
            house = house_of(dossiers, library.wording, library.packs)
            faults = write_house(house, report_file, library)
            problems += faults
            said += _unless_stopped(f"写出 {shown_path(report_file)}", faults)
    told_of_all = [*session.problems, *problems]
    if told_of_all or style != "text" or not said:
        # No rule looked at the dossiers, so nothing is said of their being without fault.
        report(told_of_all, style, checked=len(session.folders))
    for line in said:
        say(line, err=True)
    return session.exit_code(problems)


def _unless_stopped(line: str, problems: tuple[Problem, ...]) -> list[str]:
    return [] if any(problem.stops for problem in problems) else [line]
