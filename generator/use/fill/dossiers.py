"""The dossiers below a folder, and which of them a workbook is of: by unit, year and subjects."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Problem
from generator.base.strange_text import read_text, shown_path
from generator.base.toml import TomlFile, parse_toml, value_at
from generator.excel.form.form_map import DossierNamed
from generator.excel.form.slot import UNIT
from generator.load.dossier_folders import find_dossiers
from generator.model.input_files import UNIT_FILE

_SUFFIX = ".toml"


class Inputs:
    """The input files as they will be: read once, and seen with what was filled in before."""

    def __init__(self, folder: Path) -> None:
        self.start = folder
        self.folders, self.problems = find_dossiers(folder)
        self._texts: dict[Path, str] = {}
        self._before: dict[Path, str] = {}

    def files(self, folder: Path) -> tuple[Mapping[str, TomlFile], tuple[Problem, ...]]:
        """Return the files of a dossier by the ids of their subjects; the unit's is ``""``."""
        found: dict[str, TomlFile] = {}
        problems: list[Problem] = []
        for path in sorted(folder.glob(f"*{_SUFFIX}")):
            file, faults = self._file(path)
            problems += faults
            if file is not None:
                found[UNIT if path.name == UNIT_FILE else path.stem] = file
        return found, tuple(problems)

    def named(self, folder: Path) -> DossierNamed | None:
        """Return what a dossier is called; nothing for one that cannot be read."""
        file, _ = self._file(folder / UNIT_FILE)
        if file is None:
            return None
        name, year = value_at(file.data, ("unit", "name")), file.data.get("year")
        if not isinstance(name, str) or not isinstance(year, int):
            return None
        ids = (p.stem for p in sorted(folder.glob(f"*{_SUFFIX}")) if p.name != UNIT_FILE)
        return DossierNamed(name.strip(), year, tuple(ids))

    def change(self, path: Path, text: str, before: str = "") -> None:
        """Let what is read from now on see a file with its new text."""
        self._before.setdefault(path, self._texts.get(path, before))
        self._texts[path] = text

    def has_changed(self, path: Path) -> bool:
        """Tell whether a file was changed by a workbook before."""
        return path.resolve() in {own.resolve() for own in self._before}

    def changed(self) -> Mapping[Path, tuple[str, str]]:
        """Return the files that changed: what they were, and what they are to be."""
        return {path: (before, self._texts[path]) for path, before in self._before.items()}

    def _file(self, path: Path) -> tuple[TomlFile | None, tuple[Problem, ...]]:
        shown = shown_path(path)
        if path not in self._texts:
            text, problems = read_text(path, shown)
            if text is None:
                return None, problems
            self._texts[path] = text
        return parse_toml(self._texts[path], path, shown)


class Found(NamedTuple):
    """The dossier of a workbook, or why there is none to be filled."""

    folder: Path | None
    message: str = ""
    hint: str = ""


# Which of several folders a workbook is of, where somebody can be asked (``None``: no answer).
Choose = Callable[[Sequence[Path]], Path | None]


def find_dossier(inputs: Inputs, form: DossierNamed, typed: str, choose: Choose) -> Found:
    """Find the dossier that a workbook is of; of several that it may be of, one is chosen.

    A bureau sends one workbook to many units, and each writes its own name into it: the dossier of
    that name is the one, and without it there is none. What another unit wrote never goes into the
    dossier that the workbook was written for.
    """
    every = [(folder, named) for folder in inputs.folders if (named := inputs.named(folder))]
    name = typed.strip()
    of_typed = [one for one in every if name and _is(one[1], name, form.year)]
    is_other = bool(name and form.unit.strip()) and name != form.unit.strip()
    of_form = [] if is_other else [one for one in every if _is(one[1], form.unit, form.year)]
    found = of_typed or of_form
    if len(found) > 1:
        ids = frozenset(form.subjects)
        found = [one for one in found if frozenset(one[1].subjects) == ids] or found
    if not found:
        asked = name or form.unit
        message = f"这里没有“{asked}”{form.year} 年度的填报文件夹"
        renamed = f"；“{form.unit.strip()}”改了名称的，先在它的 unit.toml 里改" if is_other else ""
        of_year = (one.unit for _, one in every if one.year == form.year)
        spaced = [unit for unit in of_year if _bare(unit) == _bare(asked)]
        if spaced:
            return Found(None, message, f"只差空格：填报里是“{spaced[0]}”，请写成一样")
        hint = f"请指明它所在的文件夹；还没有的，先用 jixiao init 新建{renamed}"
        return Found(None, message, hint)
    if len(found) > 1:
        chosen = choose([folder for folder, _ in found])
        if chosen is not None:
            return Found(chosen)
        return Found(None, _several(found), "请只指明其中一个：jixiao fill 填报.xlsx 文件夹")
    return Found(found[0][0])


def _is(named: DossierNamed, unit: str, year: int) -> bool:
    return named.unit == unit.strip() and named.year == year


def _bare(name: str) -> str:
    return "".join(name.split())


def _several(found: Sequence[tuple[Path, DossierNamed]]) -> str:
    named = "、".join(shown_path(folder) for folder, _ in found)
    return f"有 {len(found)} 个文件夹是同一个单位、同一年度：{named}，分不清是哪一个"
