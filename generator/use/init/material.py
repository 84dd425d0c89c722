"""What there is of last year: a folder of inputs, or what one unit filled in in Word or Excel."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Place, Problem, Severity
from generator.base.regular_file import LARGEST_FILE
from generator.base.strange_text import read_bytes, read_text, shown_path
from generator.base.toml import parse_toml
from generator.excel.form.workbook_reading import read_filled
from generator.model.input_files import UNIT_FILE
from generator.use.foreign_file import foreign_files
from generator.use.import_.importing import ImportedDossier, Importer, ImportOrder
from generator.use.library import Library


class Material(NamedTuple):
    """The texts of the dossier that it is or makes (none: it makes no single one), and what is wrong."""

    texts: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    imported: ImportedDossier | None = None  # of Word and Excel files


def read_material(old: Path, library: Library, scheme: str = "") -> Material:
    """Read a folder of inputs as it is; import filled forms, by a scheme where one is wanted."""
    if (old / UNIT_FILE).is_file():
        return _of_dossier(old)
    files = foreign_files((old,))
    if not files:
        message = f"{shown_path(old)} 里没有 unit.toml，也没有 .docx、.xlsx 或 .txt 文件"
        hint = "请指定上年的填报文件夹，或上年的 Word、Excel 文件"
        return _none(Problem("I01", Severity.ERROR, message, Place(shown_path(old)), hint))
    if own := [path for path in files if _is_form(path)]:
        return _none(*map(_own_form, own))
    imported = Importer(library, ImportOrder(scheme)).run(files)
    problems = (*imported.unread, *imported.problems)
    if imported.is_stopped:
        return _none(*problems)
    if len(imported.dossiers) > 1:
        return _none(*problems, _several([own.name for own in imported.dossiers], old))
    (dossier,) = imported.dossiers
    return Material(dossier.files, problems, dossier)


def _of_dossier(old: Path) -> Material:
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for path in sorted(old.glob("*.toml")):
        text, faults = read_text(path, shown_path(path))
        problems += faults or parse_toml(text or "", path, shown_path(path))[1]
        if text is not None:
            texts[path.name] = text
    return Material(texts, tuple(problems))


def _none(*problems: Problem) -> Material:
    return Material({}, problems)


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
