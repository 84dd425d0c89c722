"""Our own faults: a sentence for the user, the details into a file for whoever mends them."""

from pathlib import Path

from generator.cli.output import say, say_text


def report_fault(error: Exception) -> None:
    """Say that the program failed and where the details are."""
    import traceback  # noqa: PLC0415 - for faults only, which are seldom

    say(f"程序内部出错（{type(error).__name__}）。您的输入和已有的文件没有改动。", err=True)
    report_details("".join(traceback.format_exception(error)))


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
