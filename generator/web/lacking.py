"""What the file of a unit lacks so that nothing can be read: asked for on the page, and written there."""

from pathlib import Path
from typing import Final

from generator.base.problem import Place, Problem, Severity
from generator.base.regular_file import read_regular
from generator.base.strange_text import FORBIDDEN, LARGEST_TEXT, decoded, shown_path
from generator.base.toml import KeyPath, TomlFile, parse_toml
from generator.base.toml_change import SetValue
from generator.base.toml_patch import FileChange
from generator.model.input_files import UNIT_FILE
from generator.model.unit import UnitEntry
from generator.roundtrip.fix import fix_files, write_fixed
from generator.use.init.answers import year_said
from generator.web.fillable_cells import column_at
from generator.web.problem_acts import MEND
from generator.web.served import Served

_YEAR: Final[KeyPath] = ("year",)
_NAME: Final[KeyPath] = ("unit", "name")
_ASKED: Final = {"year": _YEAR, "unit.name": _NAME}
_LONGEST: Final = 200


def lacking(folder: Path) -> dict[str, str]:
    """Return what has to be said, by the names of the fields, with what they are called."""
    file = _read(folder)
    if file is None:
        return {}
    missing = {fault.keys for fault in UnitEntry.read(file.data)[1] if fault.kind == "missing"}
    return {
        name: column.title
        for name, keys in _ASKED.items()
        if (keys in missing or keys[:1] in missing) and (column := column_at(UnitEntry, keys))
    }


def fill_in(served: Served, folder: Path, said: dict[str, str]) -> Problem | None:
    """Write what is said; returns why not."""
    with served.lock:
        file = _read(folder)
        if file is None:
            return _refused(folder, "文件读不了，请在“文件”里改")
        changes: list[FileChange] = []
        for name in lacking(folder):
            value, fault = _value(name, said.get(name, ""))
            if fault:
                return _refused(folder, fault)
            changes.append(FileChange(file, SetValue(_ASKED[name], value)))
        fixes = fix_files(changes)
        faults = write_fixed(fixes.fixed, MEND)
    if faults:
        return faults[0]
    return None if fixes.fixed else _refused(folder, "没有要补的，请刷新")


def _value(name: str, said: str) -> tuple[str | int, str]:
    """Return the value of a field, and what is wrong with it."""
    if _ASKED[name] == _YEAR:
        reply = year_said(said)
        return (0, reply.fault) if reply.fault else (int(reply.value), "")
    words = " ".join(said.split())
    is_wrong = not words or len(words) > _LONGEST or FORBIDDEN.search(words)
    return words, f"请写单位全称，最多 {_LONGEST} 字" if is_wrong else ""


def _read(folder: Path) -> TomlFile | None:
    path = folder / UNIT_FILE
    try:
        read = decoded(read_regular(path, LARGEST_TEXT))
    except OSError:
        return None
    return None if read is None else parse_toml(read.text, path, shown_path(path))[0]


def _refused(folder: Path, why: str) -> Problem:
    return Problem("O02", Severity.ERROR, "没有写入", Place(shown_path(folder)), why)
