"""The files of a new dossier, of what is wanted: nothing is written here."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Place, Problem, Severity
from generator.base.strange_text import shown_path
from generator.model.input_files import UNIT_FILE
from generator.model.scheme import Scheme
from generator.scaffold.folder import new_dossier, schema_files, workspace_files
from generator.scaffold.next_year import carry_over
from generator.use.import_.importing import ImportedDossier
from generator.use.init.kept_answers import keep_answers
from generator.use.init.material import read_material
from generator.use.init.wish import Wish
from generator.use.init.year_without_scheme import year_without_scheme
from generator.use.library import Library
from generator.use.schemes.of_place import schemes_of_place, unknown_place


class Begun(NamedTuple):
    """The files by their path from the folder, and what is to be said of them."""

    files: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    remarks: tuple[str, ...] = ()


def begin(wish: Wish, library: Library) -> Begun:
    """Lay a dossier out anew, or from the one of last year."""
    if wish.old is None:
        return _fresh(wish, library)
    texts, problems, imported = read_material(wish.old, library, wish.scheme)
    if imported is not None:
        found = _imported(imported, wish.old, wish, library)
    elif problems or not texts:
        return Begun({}, problems)
    else:
        found = _carried(texts, wish.old, wish)
    if UNIT_FILE not in found.files:
        return found._replace(problems=problems)
    kept = keep_answers(found.files, wish, library)
    remarks = (*found.remarks, *kept.remarks, *_twice(wish))
    return Begun(kept.files, (*problems, *kept.problems), remarks)


def schemes_for(place: str, year: int, library: Library) -> Sequence[Scheme]:
    """Return the schemes for a place and a year, the nearest first."""
    return [found.scheme for found in schemes_of_place(place, library, year)]


def told_unknown(place: str, library: Library) -> str:
    """Say that nobody knows a place, with those that may be meant (empty: it is known)."""
    near = unknown_place(place, library)
    if near is None:
        return ""
    meant = f"；是不是想写：{'、'.join(near)}" if near else ""
    said = f"没有找到“{place}”这个地方，下面的评分方案是全国通用的{meant}"
    return f"{said}（可以写省、市、县，如 四川省、成都市）"


def _fresh(wish: Wish, library: Library) -> Begun:
    wanted = wish.scheme or library.workspace.entry.default_scheme
    if not wanted:
        place = f"{wish.place} {wish.unit}".strip() if wish.place else ""
        found = schemes_for(place, wish.year, library)
        if not found:
            said = year_without_scheme(wish.year, lambda year: schemes_for(place, year, library))
            hint = "请写另一个年度，或者用 --scheme 指定方案"
            return Begun({}, (Problem("I17", Severity.ERROR, said, Place("--year"), hint),))
        wanted = found[0].id
    loaded, problems = library.scheme(wanted, partial(Place, "--scheme"))
    if loaded is None:
        return Begun({}, problems)
    files = new_dossier(
        wish.folder,
        loaded.scheme,
        wish.year,
        wish.unit,
        tuple(dict.fromkeys(wish.projects)),
        wants_department=wish.wants_department,
    )
    said = f"评分方案：{loaded.scheme.title}（{loaded.scheme.id}）"
    return Begun(files, problems, (*_unknown(wish, library), said, *_twice(wish)))


def _twice(wish: Wish) -> tuple[str, ...]:
    """Say that a project that is named twice is one."""
    again = [name for name, count in Counter(wish.projects).items() if count > 1]
    return tuple(f"项目“{name}”写了不止一次，只建一个" for name in again)


def _unknown(wish: Wish, library: Library) -> tuple[str, ...]:
    """Say that a place is not known, where the scheme was to follow it."""
    said = "" if wish.scheme else told_unknown(wish.place, library)
    return (said,) if said else ()


def _carried(texts: Mapping[str, str], old: Path, wish: Wish) -> Begun:
    """Carry over every TOML file of the old dossier, and give the new one its schemas."""
    from generator.load.workspace_folder import find_workspace  # noqa: PLC0415 - only here

    wording = Library(find_workspace(old)[0]).wording
    carried = carry_over(texts, wish.year, wording)
    return Begun({**carried, **schema_files(), **workspace_files(wish.folder)})


def _imported(dossier: ImportedDossier, old: Path, wish: Wish, library: Library) -> Begun:
    """Take what somebody filled in in Word or Excel; that of an earlier year is carried over."""
    remarks: tuple[str, ...] = (f"由 {shown_path(old)} 导入：{dossier.reason}",)
    year = dossier.draft.year
    if year is None or year >= wish.year:
        if year is not None and year > wish.year:
            remarks += (f"材料是 {year} 年度的，不是 {wish.year} 年度的：按 {year} 年度写",)
        return Begun({**dossier.files, **workspace_files(wish.folder)}, remarks=remarks)
    schemas = {name: text for name, text in dossier.files.items() if not name.endswith(".toml")}
    carried = carry_over(dossier.files, wish.year, library.wording)
    said = f"{year} 年度的名称、指标、指标值和分值转入 {wish.year} 年度，完成情况清去"
    texts = {**carried, **schemas, **workspace_files(wish.folder)}
    return Begun(texts, remarks=(*remarks, said))
