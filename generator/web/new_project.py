"""One more project in a dossier: its file as ``init`` would write it."""

from itertools import count
from pathlib import Path
from typing import Final

from generator.base.problem import Place, Problem, Severity
from generator.base.strange_text import FORBIDDEN, shown_path
from generator.scaffold.folder import new_project
from generator.scaffold.new_files import write_new
from generator.web.served import Served

_LONGEST: Final = 200


def begin_project(served: Served, folder: Path, name: str) -> str | Problem:
    """Write the file of a project; returns its id."""
    said = " ".join(name.split())
    if not said or len(said) > _LONGEST or FORBIDDEN.search(said):
        hint = f"请写项目名称，最多 {_LONGEST} 字，不带控制字符"
        return Problem("O02", Severity.ERROR, "没有新建项目", Place(shown_path(folder)), hint)
    with served.lock:
        scheme = served.examined(folder).scheme
        text = new_project(scheme.scheme if scheme is not None else None, said)
        number = next(n for n in count(1) if not (folder / f"project-{n}.toml").exists())
        _, faults = write_new(folder, {f"project-{number}.toml": text})
    return faults[0] if faults else f"project-{number}"
