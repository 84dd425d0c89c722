"""What ends work at one thing and nothing else: a file that the system does not give, memory, a fault of ours."""

from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Place, Problem, Severity
from generator.base.shortage import HOW_TO_FREE, shortage
from generator.base.strange_text import shown_path
from generator.base.system_words import system_words


class OwnFault(NamedTuple):
    """What to say of it, and the details for whoever mends it (``""``: nothing of ours is broken)."""

    problem: Problem
    details: str = ""


def fault_at(path: Path, doing: str, error: BaseException) -> OwnFault:
    """Tell what kept the work at a dossier from being done; ``doing`` says which work, as 检查."""
    if short := shortage(error):
        return OwnFault(_told("O21", f"{doing}这份填报时{short}，没有做完", path, HOW_TO_FREE))
    if isinstance(error, OSError):
        return OwnFault(
            _told("I01", f"没有{doing}完，{os_fault(error)}", path, "请检查磁盘和权限后再试")
        )
    import traceback  # noqa: PLC0415 - for faults only, which are seldom

    message = f"{doing}这份填报时程序内部出错（{type(error).__name__}），它没有做完，其他的照常"
    hint = "请把程序最后提示的记录文件交给维护人员"
    return OwnFault(_told("O20", message, path, hint), "".join(traceback.format_exception(error)))


def os_fault(error: OSError) -> str:
    """Say which file the system did not give or take, and why."""
    named = f"“{shown_path(Path(str(error.filename)))}”" if error.filename else "文件"
    return f"{named}读不了或写不了：{system_words(error)}"


def _told(code: str, message: str, path: Path, hint: str) -> Problem:
    return Problem(code, Severity.ERROR, message, Place(shown_path(path)), hint)
