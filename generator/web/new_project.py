"""One more project in a dossier, or several: files as ``init`` would write them."""

from itertools import count, islice
from pathlib import Path
from typing import Final

from generator.base.problem import Place, Problem, Severity
from generator.base.strange_text import FORBIDDEN, shown_path
from generator.scaffold.folder import new_project
from generator.scaffold.new_files import write_new
from generator.use.init.answers import project_names
from generator.web.served import Served

_LONGEST: Final = 200
_MOST: Final = 200


def begin_projects(served: Served, folder: Path, names: str) -> list[str] | Problem:
    """Write the files of projects; returns their ids.

    Names stand one a line or a cell; a single one is taken apart as ``init`` does it.
    """
    said = project_names(names, is_list=True)
    wrong = [name for name in said if len(name) > _LONGEST or FORBIDDEN.search(name)]
    if not said or wrong or len(said) > _MOST:
        hint = f"请写项目名称，一行一个或用顿号隔开，每个最多 {_LONGEST} 字，不带控制字符，一次最多 {_MOST} 个"
        return Problem("O02", Severity.ERROR, "没有新建项目", Place(shown_path(folder)), hint)
    with served.lock:
        scheme = served.examined(folder).scheme
        rules = scheme.scheme if scheme is not None else None
        free = (f"project-{n}" for n in count(1) if not (folder / f"project-{n}.toml").exists())
        ids = [*islice(free, len(said))]
        files = {f"{id}.toml": new_project(rules, name) for id, name in zip(ids, said, strict=True)}
        _, faults = write_new(folder, files)
    return faults[0] if faults else ids
