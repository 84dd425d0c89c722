"""What a command ends in: one table and one function for all commands."""

from collections.abc import Iterable
from enum import IntEnum

from generator.base.problem import Problem


class ExitCode(IntEnum):
    """What each code means, for programs that run this one."""

    DONE = 0  # all that was asked for was done, and nothing stops it
    PROBLEMS = 1  # something stops it, or is not there: see what was printed
    USAGE = 2  # the command line is wrong; nothing was done
    FAULT = 3  # the program itself failed; what was printed names the file with the details
    INTERRUPTED = 130  # Ctrl-C


def exit_code(
    problems: Iterable[Problem] = (), *, is_done: bool = True, details: Iterable[str] = ()
) -> ExitCode:
    """Return what a command ends in.

    ``is_done`` is ``False`` where it could not do what it was asked, whatever the problems;
    ``details`` are those of faults of our own, which are written down for whoever mends them.
    """
    if written := "\n".join(filter(None, details)):
        from generator.cli.fault_report import report_details  # noqa: PLC0415 - only when we are broken

        report_details(written)
        return ExitCode.FAULT
    is_stopped = any(problem.stops for problem in problems)
    return ExitCode.PROBLEMS if is_stopped or not is_done else ExitCode.DONE
