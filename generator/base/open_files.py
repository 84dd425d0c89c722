"""Is a file open in an office program just now? Such programs lay a small file of their own beside it."""

from pathlib import Path

from generator.base.problem import Place, Problem, Severity
from generator.base.strange_text import shown_path


def lock_of(path: Path) -> Path | None:
    """Return the file that Word, WPS or LibreOffice laid beside an open one."""
    return next(
        (lock for name in _names(path.name) if (lock := path.with_name(name)).exists()), None
    )


def open_elsewhere(path: Path) -> Problem | None:
    """Say that a file is open and was left alone (``None``: it is not open)."""
    lock = lock_of(path)
    if lock is None:
        return None
    message = "这份文件正在 Word、WPS 或 LibreOffice 里打开着，没有动它"
    hint = f"请关闭后再运行一次；没有程序打开它的，删去旁边留下的 {lock.name}"
    return Problem("O22", Severity.ERROR, message, Place(shown_path(path)), hint)


def _names(name: str) -> tuple[str, ...]:
    """Word writes its mark over the first two letters of a long name, over one of seven, else before."""
    stem = Path(name).stem
    cut = min(2, max(0, len(stem) - 6))
    return (f"~${name[cut:]}", f"~${name}", f".~{name}", f".~lock.{name}#")
