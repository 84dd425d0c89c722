"""Answers that were given beside last year's material: kept where they say something else, and said so."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from generator.base.problem import Place, Problem
from generator.base.toml_edit import Change, Enter, Path, Put, TomlText
from generator.model.input_files import DEPARTMENT_FILE, UNIT_FILE
from generator.scaffold.folder import new_department, new_project
from generator.use.init.wish import Wish
from generator.use.library import Library

_UNIT = ("unit", "name")


class Kept(NamedTuple):
    """The files with the answers in them, what is said of that, and what stands in the way."""

    files: Mapping[str, str]
    remarks: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


def keep_answers(files: Mapping[str, str], wish: Wish, library: Library) -> Kept:
    """Write unit, scheme, department and projects into what came of the material."""
    unit = TomlText(files[UNIT_FILE])
    data = unit.data()
    remarks = [*_named(unit, data, wish.unit)]
    scheme = str(data.get("scheme", ""))
    if wish.scheme and wish.scheme != scheme:
        unit.set_after("scheme", wish.scheme, before="year")
        was = f"（原来是 {scheme}）" if scheme else ""
        remarks.append(f"评分方案按所选的 {wish.scheme}{was}；指标的分类、分值请对照它核对")
        scheme = wish.scheme
    if data.get("stage") == "goals":
        remarks.append(
            f'{wish.year} 年度先按年初报目标（unit.toml 写 stage = "goals"）；年底自评时请删去这一行'
        )
    loaded, problems = library.scheme(scheme, partial(Place, UNIT_FILE)) if scheme else (None, ())
    own = None if loaded is None else loaded.scheme
    kept = {**files, UNIT_FILE: str(unit)}
    if wish.wants_department and DEPARTMENT_FILE not in files:
        kept[DEPARTMENT_FILE] = new_department(own)
        remarks.append(f"原来没有部门整体的表，按回答新建 {DEPARTMENT_FILE}")
    elif wish.wants_department is False and DEPARTMENT_FILE in files:
        remarks.append(f"原来有部门整体的表，也转入了；不要的，请删去 {DEPARTMENT_FILE}")
    for name in _new_projects(files, wish):
        kept[_free_name(kept)] = new_project(own, name)
        remarks.append(f"原来没有项目“{name}”，新建一个")
    stopping = problems if wish.scheme else ()
    return Kept(kept, tuple(remarks), tuple(stopping))


def _named(unit: TomlText, data: Mapping[str, Any], name: str) -> Iterator[str]:
    """Put the name that was given in place of that of the material."""
    was = data.get("unit", {}).get("name", "")
    if not name or name == was:
        return

    def decide(path: Path, value: Any) -> Change:
        del value
        if path == _UNIT:
            return Put(name)
        return Enter() if path == _UNIT[:1] else None

    unit.apply(decide)
    yield f"单位名称按所写的“{name}”" + (f"（材料里是“{was}”）" if was else "")


def _new_projects(files: Mapping[str, str], wish: Wish) -> Iterator[str]:
    data = [TomlText(text).data() for name, text in files.items() if name.endswith(".toml")]
    known = {own.get("project", {}).get("name") for own in data}
    yield from (name for name in dict.fromkeys(wish.projects) if name not in known)


def _free_name(files: Mapping[str, str]) -> str:
    return next(name for n in range(1, 10_000) if (name := f"project-{n}.toml") not in files)
