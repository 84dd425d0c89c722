"""What check finds in the texts and values that a workbook brings, told at the cells that they stand in.

It is the same engine that looks at the inputs: it looks at the files as they are to be. What cannot
be, a day of no calendar, a class that the scheme does not know, refuses its cell.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.base.pattern import Pattern
from generator.base.problem import Place, Problem, Severity
from generator.base.toml import TomlFile, parse_toml
from generator.excel.form.slot import Slot
from generator.load.dossier_inputs import load_dossier
from generator.use.check.examine import examine_loaded
from generator.use.fill.cell import Cell
from generator.use.fill.weighed import Weighed
from generator.use.fill.workbook_account import Answer, Entry
from generator.use.fill.workbook_rows import RowNumbers
from generator.use.library import Library

_LINE = Pattern(r"第 (?P<line>[0-9]+) 行")
_IMPOSSIBLE = ("I12", "I24")  # a value that is none, a class that there is not


class Looked(NamedTuple):
    """The cells that are refused, by the numbers of their changes; what else is to be said."""

    refused: Mapping[int, Entry]
    notes: tuple[Problem, ...]


def findings(
    folder: Path, library: Library, texts: Mapping[Path, str]
) -> Mapping[str, Mapping[str, Sequence[Problem]]]:
    """Return what check finds in a dossier as it is to be, by file and key."""
    found: dict[str, dict[str, list[Problem]]] = {}
    loaded = load_dossier(folder, texts=texts)
    for problem in examine_loaded(loaded, folder, library).problems:
        if problem.place.key and not problem.accepted:
            keys = found.setdefault(problem.place.file, {})
            keys.setdefault(problem.place.key, []).append(problem)
    return found


def look_at(
    own: Weighed,
    texts: Mapping[Path, str],
    found: Mapping[str, Mapping[str, Sequence[Problem]]],
) -> Looked:
    """Tell of the cells that a workbook changes what was found at them."""
    refused: dict[int, Entry] = {}
    notes: list[Problem] = []
    keys = {
        subject: _Keys(own, subject, file)
        for subject, file in _files(own, texts).items()
        if file.shown in found
    }
    for number, one in enumerate(own.proposed):
        for cell in one.cells:
            at = keys.get(cell.slot.subject)
            said = found.get(one.change.file.shown, {})
            for problem in said.get(at.of(cell), ()) if at is not None and cell.words else ():
                if problem.code in _IMPOSSIBLE and problem.stops:
                    reason = "；".join(filter(None, (problem.message, problem.hint)))
                    entry = Entry(Answer.REFUSED, cell.now.place, cell.slot.title, "", cell.words)
                    refused.setdefault(number, entry._replace(reason=reason))
                else:
                    told = problem if at is None else at.on_the_sheet(problem)
                    notes.append(_note(told, cell, own.opened.shown))
    return Looked(refused, tuple(dict.fromkeys(notes)))


def _note(problem: Problem, cell: Cell, shown: str) -> Problem:
    place = Place.in_document(cell.now.place, shown)
    return problem._replace(severity=Severity.NOTE, place=place)


def _files(own: Weighed, texts: Mapping[Path, str]) -> dict[str, TomlFile]:
    """Return the files that a workbook changes as they are to be, by subject."""
    found: dict[str, TomlFile] = {}
    for one in own.proposed:
        file = one.change.file
        for cell in one.cells[:1]:
            if cell.slot.subject not in found and file.path in texts:
                parsed, _ = parse_toml(texts[file.path], file.path, file.shown)
                if parsed is not None:
                    found[cell.slot.subject] = parsed
    return found


class _Keys:
    """Where the cells of a workbook stand in a file as it is to be: rows are known by what they say now."""

    def __init__(self, own: Weighed, subject: str, file: TomlFile) -> None:
        self._file, self._cells = file, own.cells.get(subject, ())
        slots = [_as_it_is(cell) for cell in own.cells.get(subject, ())]
        most = max((k for slot in slots for k in slot.keys if isinstance(k, int)), default=0) + 1
        lists = [one for one in own.opened.filled.form.lists if one.subject == subject]
        self._rows = RowNumbers([one._replace(held=most) for one in lists], slots, file.data)

    def on_the_sheet(self, problem: Problem) -> Problem:
        """Name the cell of a row in place of its line in the file, which nobody has open."""
        found = _LINE.search(problem.message)
        if found is None:
            return problem
        for cell in self._cells:
            row = self._rows.current(cell.slot.keys[:-1])
            if cell.slot.keys[-1] == "name" and row and isinstance(row[-1], int):
                lines = {self._file.place(keys).line for keys in (row, (*row, "name"))}
                if int(found["line"]) in lines:
                    message = problem.message.replace(found[0], f"{cell.now.place.cell} 格")
                    return problem._replace(message=message)
        return problem

    def of(self, cell: Cell) -> str:
        """Return the key of a cell, as problems name it."""
        keys = self._rows.current(cell.slot.keys)
        return "" if keys is None else self._file.key_text(keys)


def _as_it_is(cell: Cell) -> Slot:
    return cell.slot._replace(base=cell.words)
