"""A fault of our own at one file of a person: that file is named, the others are none the worse for it."""

from pathlib import Path

from generator.base.problem import Place, Problem, Severity
from generator.base.shortage import HOW_TO_FREE, shortage
from generator.base.strange_text import shown_path


def our_fault(path: Path, outcome: str, error: Exception) -> tuple[Problem, str]:
    """Return what to say, and the details for whoever mends it."""
    if short := shortage(error):
        message = f"比较这份改动过的文件时{short}，{outcome}，其他的照常生成"
        return Problem("O07", Severity.WARNING, message, Place(shown_path(path)), HOW_TO_FREE), ""
    import traceback  # noqa: PLC0415 - for faults only, which are seldom

    name = type(error).__name__
    message = f"比较这份改动过的文件时程序内部出错（{name}），{outcome}，其他的照常生成"
    hint = "请把程序最后提示的记录文件交给维护人员"
    problem = Problem("O07", Severity.WARNING, message, Place(shown_path(path)), hint)
    return problem, "".join(traceback.format_exception(error))
