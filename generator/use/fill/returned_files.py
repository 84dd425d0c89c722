"""The files that were sent back: which of them are workbooks, and why the others are not taken."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Place, Problem, Severity
from generator.base.strange_text import shown_path
from generator.base.suggestion import nearest
from generator.use.fill.workbook_account import refused_file

WORKBOOKS, WORD = (".xlsx", ".xlsm"), ".docx"
_LOCK = ("~$", ".~lock.")
_TABLES = (".xls", ".et", ".csv", ".ods", ".xlsb", ".ett", ".tsv", ".numbers", ".xlt", ".xltx")


class Returned(NamedTuple):
    """The files to be taken, and what is said of those beside them."""

    files: tuple[Path, ...]
    problems: tuple[Problem, ...] = ()


def returned_files(paths: Sequence[Path]) -> Returned:
    """Return the files that some paths name; of a folder, what lies in it."""
    found: list[Path] = []
    problems: list[Problem] = []
    for path in paths:
        inside = sorted(path.iterdir()) if path.is_dir() else [path]
        for one in inside:
            if problem := _other(one, is_named=one is path):
                problems.append(problem)
            elif one is path or one.suffix.lower() in (*WORKBOOKS, WORD):
                found += [] if one.name.startswith(".") and one is not path else [one]
        if path.is_dir() and not any(one.parent == path for one in found):
            message = "这个文件夹里没有填报表（.xlsx、.docx）"
            hint = "请指明收着填报表的文件夹；还没有发出去的，用 jixiao form 写出"
            problems.append(refused_file(shown_path(path), message, hint))
    return Returned(tuple(dict.fromkeys(found)), tuple(problems))


def absent(paths: Sequence[Path]) -> str:
    """Say which path leads nowhere, with the one that may be meant; a workbook is told by its reader."""
    for path in paths:
        if path.exists() or path.suffix.lower() in (*WORKBOOKS, WORD):
            continue
        beside = path.parent.iterdir() if path.parent.is_dir() else ()
        near = nearest(path.name, sorted(one.name for one in beside if one.is_dir()), 1)
        meant = f"，是不是 {shown_path(path.parent / near[0])}" if near else "；什么也没有写"
        return f"没有文件夹“{shown_path(path)}”{meant}"
    return ""


def _other(path: Path, *, is_named: bool) -> Problem | None:
    """Say why a file beside the workbooks is not taken; nothing of one that is no table at all."""
    shown = shown_path(path)
    for lock in _LOCK:
        if path.name.startswith(lock):
            name = path.name.removeprefix(lock).removesuffix("#" if lock != "~$" else "")
            message = f"“{name}”正在别处打开着，没有存盘的改动取不到"
            hint = "请在 Excel、WPS 里存盘关闭，再运行一次"
            severity = Severity.ERROR if is_named else Severity.WARNING
            return Problem("O32", severity, message, Place(shown), hint)
    ending = path.suffix.lower()
    if ending in _TABLES or (is_named and ending not in (*WORKBOOKS, WORD) and path.is_file()):
        message = f"填报表是 .xlsx 文件，这是 {ending or '没有扩展名的文件'}，没有取"
        hint = (
            "请用 Excel、WPS 打开，另存为 .xlsx；另存成别的格式时丢了记号的，请填到原来的填报表里"
        )
        return refused_file(shown, message, hint)
    return None
