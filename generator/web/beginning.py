"""Lay a new dossier out and write it; files of others are read by a process of its own."""

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Final

from generator.base.json_shape import JsonObject
from generator.base.problem import Place, Problem, Severity
from generator.base.regular_file import read_regular
from generator.base.strange_text import shown_path
from generator.load.workspace_folder import find_workspace
from generator.scaffold.new_files import write_new
from generator.use.init.begin import Begun, begin
from generator.use.init.last_year import LastYear, read_last_year
from generator.use.init.wish import Wish
from generator.use.library import Library
from generator.web.told import NOBODY
from generator.word.program import run_program

_SECONDS, _MEMORY = 120.0, 1024 * 1024 * 1024
_ASIDE: Final = "from generator.web.beginning import main; main()"
_LAST: Final = "from generator.web.beginning import tell_last_year; tell_last_year()"
_DROPPED: Final = "拖来的文件"
_TAKEN: Final = "这个单位这一年度的文件夹已经有了"


def begin_dossier(wish: Wish, root: Path, *, is_foreign: bool) -> tuple[JsonObject, bool]:
    """Write what is wanted below a root; returns what is to be said, and whether it is there."""
    if wish.folder.exists():
        hint = "请在总览里打开它，或改单位名称、年度"
        place = Place(shown_path(wish.folder))
        return _said(Begun({}, (Problem("O02", Severity.ERROR, _TAKEN, place, hint),))), False
    if is_foreign:
        begun = _aside(wish)
    else:
        begun = begin(wish, Library(find_workspace(wish.folder.parent)[0]))
    if any(problem.stops for problem in begun.problems) or not begun.files:
        return _said(begun), False
    files = {
        name: text for name, text in begun.files.items() if _is_below(wish.folder / name, root)
    }
    written, faults = write_new(wish.folder, files)
    said = begun._replace(problems=(*begun.problems, *faults))
    return _said(said), bool(written) and not faults


def _is_below(path: Path, root: Path) -> bool:
    """Tell whether a file lies in what is served; the mark of a workspace may lie above it."""
    return Path(os.path.abspath(path)).is_relative_to(root)  # noqa: PTH100 - resolve() would follow links


def _said(begun: Begun) -> JsonObject:
    return {
        "remarks": [*begun.remarks],
        "problems": NOBODY.rows(begun.problems),
    }


def _aside(wish: Wish) -> Begun:
    """Let another process read the files: it may take only so much time and memory."""
    with tempfile.TemporaryDirectory(prefix="jixiao-") as place:
        folder, result = Path(place), Path(place) / "begun.json"
        asked = json.dumps({**wish._asdict(), "folder": str(wish.folder), "old": str(wish.old)})
        is_late = _run(_ASIDE, folder, asked, result)
        try:
            found = json.loads(read_regular(result))
        except (OSError, ValueError):
            why = f"看了 {_SECONDS:.0f} 秒还没有看完" if is_late else "读不了"
            hint = "请检查文件，用 Word、WPS 另存为 .docx 再试；也可以不用上年的文件新建"
            message = f"{_DROPPED}{why}"
            return Begun({}, (Problem("D01", Severity.ERROR, message, Place(), hint),))
    problems = tuple(
        Problem(
            own["code"],
            Severity(own["severity"]),
            own["message"],
            Place(Path(own["file"]).name, own["line"] or 0, own["column"] or 0, own["key"]),
            own["hint"],
        )
        for own in found["problems"]
    )
    remarks = (own.replace(shown_path(wish.old), _DROPPED) for own in found["remarks"] if wish.old)
    return Begun(found["files"], problems, tuple(remarks))


def last_year_of_dropped(old: Path, parent: Path) -> LastYear | None:
    """Let another process read what files of somebody say of last year."""
    with tempfile.TemporaryDirectory(prefix="jixiao-") as place:
        folder, result = Path(place), Path(place) / "last.json"
        _run(_LAST, folder, json.dumps({"old": str(old), "parent": str(parent)}), result)
        try:
            found = json.loads(read_regular(result))
        except (OSError, ValueError):
            return None
    return None if found is None else LastYear(*found)


def _run(program: str, folder: Path, asked: str, result: Path) -> bool:
    """Run a program of ours that reads files of others; tells whether it took too long."""
    command = [sys.executable, "-c", program, asked, str(result)]
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": os.pathsep.join(sys.path)}
    return run_program(command, folder, environment, _SECONDS, memory=_MEMORY).is_late


def tell_last_year() -> None:
    """Write what dropped files say of last year, as JSON in a file."""
    asked, target = json.loads(sys.argv[1]), Path(sys.argv[2])
    library = Library(find_workspace(Path(asked["parent"]))[0])
    target.write_text(json.dumps(read_last_year(Path(asked["old"]), library)), encoding="utf-8")


def main() -> None:
    """Lay out what the command line asks for, as JSON in a file."""
    asked, target = json.loads(sys.argv[1]), Path(sys.argv[2])
    wish = Wish(**asked)._replace(folder=Path(asked["folder"]), old=Path(asked["old"]))
    wish = wish._replace(projects=tuple(asked["projects"]))
    begun = begin(wish, Library(find_workspace(wish.folder.parent)[0]))
    data = {"files": dict(begun.files), **_said(begun)}
    target.write_text(json.dumps(data), encoding="utf-8")
