"""The dossiers below a path, and what below it could not be looked into."""

from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Problem
from generator.base.strange_text import shown_path
from generator.load.folder_tree import FolderTree, folder_problem, unreadable
from generator.model.input_files import UNIT_FILE


class Found(NamedTuple):
    """The folders of dossiers, and what could not be looked into."""

    folders: tuple[Path, ...]
    problems: tuple[Problem, ...]


def find_dossiers(path: Path) -> Found:
    """Find the folders with a unit.toml at or below a path (or the folder of a file in one)."""
    shown = shown_path(path)
    try:
        path.stat()
        folder = path if path.is_dir() else path.parent
        if (folder / UNIT_FILE).is_file():
            return Found((folder,), ())
    except (FileNotFoundError, NotADirectoryError):
        return _nothing(shown, "没有这个文件或文件夹", "请检查路径是否写对")
    except OSError as error:
        return Found((), (unreadable(path, error),))
    if not path.is_dir():
        hint = "请指定 inputs/<单位-年度> 文件夹"
        return _nothing(shown, f"它所在的文件夹里没有 {UNIT_FILE}", hint)
    tree = FolderTree()
    found = sorted(
        below for below, names in tree.walk(folder) if any(e.name == UNIT_FILE for e in names)
    )
    if not found and not tree.problems:
        return _nothing(shown, f"这里和下级文件夹都没有 {UNIT_FILE}", "可用 jixiao init 新建一个")
    return Found(tuple(found), tuple(tree.problems))


def _nothing(shown: str, message: str, hint: str) -> Found:
    return Found((), (folder_problem(shown, message, hint),))
