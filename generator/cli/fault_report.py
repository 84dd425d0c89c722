"""What ends a command for no reason of its inputs: a sentence for the user, details for whoever mends it."""

from pathlib import Path

from generator.cli.exit_code import ExitCode
from generator.cli.output import say, say_text


def report_fault(error: Exception) -> ExitCode:
    """Say what happened, as far as it is known, and where the details are; gives the exit code."""
    from generator.base.shortage import shortage  # noqa: PLC0415 - only when we are broken

    if short := shortage(error):
        say(f"{short}，没有做完。请关闭别的程序，或分几次做。", err=True)
        return ExitCode.PROBLEMS
    if isinstance(error, OSError):
        from generator.base.own_fault import os_fault  # noqa: PLC0415 - see below

        say(f"没有做完，{os_fault(error)}。请检查磁盘和权限后再试。", err=True)
        return ExitCode.PROBLEMS
    import traceback  # noqa: PLC0415 - for faults only, which are seldom

    say(f"程序内部出错（{type(error).__name__}），没有做完。", err=True)
    report_details("".join(traceback.format_exception(error)))
    return ExitCode.FAULT


def report_details(details: str) -> None:
    """Write the details into a file, and say which."""
    import tempfile  # noqa: PLC0415 - for faults only, which are seldom

    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", prefix="jixiao-", suffix=".log", delete=False
        ) as log:
            log.write(details)
        say(f"请把这个文件交给维护人员：{Path(log.name)}", err=True)
    except OSError:
        say_text(f"详细情况：{details}", err=True)
