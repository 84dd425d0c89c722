"""The files of a new dossier, of what is wanted: nothing is written here."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Place, Problem, Severity
from generator.base.regular_file import LARGEST_FILE
from generator.base.strange_text import read_bytes, read_text, shown_path
from generator.base.toml import parse_toml
from generator.excel.form.workbook_reading import read_filled
from generator.model.input_files import UNIT_FILE
from generator.model.scheme import Scheme
from generator.scaffold.folder import new_dossier, schema_files, workspace_files
from generator.scaffold.next_year import carry_over
from generator.use.foreign_file import foreign_files
from generator.use.import_.importing import Importer, ImportOrder
from generator.use.init.kept_answers import keep_answers
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
    is_dossier = (wish.old / UNIT_FILE).is_file()
    found = _carried(wish.old, wish) if is_dossier else _imported(wish.old, wish, library)
    if UNIT_FILE not in found.files:
        return found
    kept = keep_answers(found.files, wish, library)
    remarks = (*found.remarks, *kept.remarks, *_twice(wish))
    return Begun(kept.files, (*found.problems, *kept.problems), remarks)


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


def _carried(old: Path, wish: Wish) -> Begun:
    """Carry over every TOML file of the old dossier, and give the new one its schemas."""
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for path in sorted(old.glob("*.toml")):
        text, faults = read_text(path, shown_path(path))
        problems += faults or parse_toml(text or "", path, shown_path(path))[1]
        if text is not None:
            texts[path.name] = text
    if problems:
        return Begun({}, tuple(problems))
    from generator.load.workspace_folder import find_workspace  # noqa: PLC0415 - only here

    wording = Library(find_workspace(old)[0]).wording
    carried = carry_over(texts, wish.year, wording)
    return Begun({**carried, **schema_files(), **workspace_files(wish.folder)})


def _imported(old: Path, wish: Wish, library: Library) -> Begun:
    """Import what somebody filled in in Word or Excel; that of an earlier year is carried over."""
    files = foreign_files((old,))
    if not files:
        message = f"{shown_path(old)} 里没有 unit.toml，也没有 .docx、.xlsx 或 .txt 文件"
        hint = "请指定上年的填报文件夹，或上年的 Word、Excel 文件"
        return Begun({}, (Problem("I01", Severity.ERROR, message, Place(shown_path(old)), hint),))
    if own := [path for path in files if _is_form(path)]:
        return Begun({}, tuple(map(_own_form, own)))
    imported = Importer(library, ImportOrder(wish.scheme)).run(files)
    problems = (*imported.unread, *imported.problems)
    if imported.is_stopped:
        return Begun({}, problems)
    if len(imported.dossiers) > 1:
        return Begun({}, (*problems, _several([own.name for own in imported.dossiers], old)))
    (dossier,) = imported.dossiers
    remarks: tuple[str, ...] = (f"由 {shown_path(old)} 导入：{dossier.reason}",)
    year = dossier.draft.year
    if year is None or year >= wish.year:
        if year is not None and year > wish.year:
            remarks += (f"材料是 {year} 年度的，不是 {wish.year} 年度的：按 {year} 年度写",)
        return Begun({**dossier.files, **workspace_files(wish.folder)}, problems, remarks)
    schemas = {name: text for name, text in dossier.files.items() if not name.endswith(".toml")}
    carried = carry_over(dossier.files, wish.year, library.wording)
    said = f"{dossier.draft.year} 年度的名称、指标、指标值和分值转入 {wish.year} 年度，完成情况清去"
    texts = {**carried, **schemas, **workspace_files(wish.folder)}
    return Begun(texts, problems, (*remarks, said))


def _is_form(path: Path) -> bool:
    if path.suffix.lower() not in (".xlsx", ".xlsm"):
        return False
    data, _ = read_bytes(path, shown_path(path), LARGEST_FILE)
    return data is not None and read_filled(data, shown_path(path))[0] is not None


def _own_form(path: Path) -> Problem:
    """Say that a workbook to fill in is no material: the folder that it is of is."""
    message = "这是 jixiao form 写出的填报表，不能由它转入"
    hint = "请写上年的填报文件夹；表里填了还没有取回的，先用 jixiao fill 取回那个文件夹"
    return Problem("D01", Severity.ERROR, message, Place(shown_path(path)), hint)


def _several(names: Sequence[str], old: Path) -> Problem:
    message = f"{shown_path(old)} 里有 {len(names)} 个单位或年度的材料：{'、'.join(names)}"
    hint = "一次只能由一个单位一个年度转入；几个单位的用 jixiao import"
    return Problem("I01", Severity.ERROR, message, Place(shown_path(old)), hint)
