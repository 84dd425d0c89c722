"""Read a dossier: unit.toml, department.toml and one file per project."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from generator.base.filenames import name_fault
from generator.base.problem import Place, Problem, Severity
from generator.base.strange_text import shown_path
from generator.base.suggestion import suggest
from generator.base.toml import TomlFile, parse_toml, read_toml
from generator.load.file_names import check_names
from generator.load.folder_tree import unreadable
from generator.load.inherited import with_inherited
from generator.load.known_files import KnownFiles
from generator.load.validation import validate
from generator.model.dossier import Dossier, Subject
from generator.model.input_files import DEPARTMENT_FILE, UNIT_FILE
from generator.model.subject import DepartmentEntry, ProjectEntry
from generator.model.unit import UnitEntry


class LoadedDossier(NamedTuple):
    """A dossier as far as it could be read, and everything that was wrong."""

    dossier: Dossier | None
    problems: tuple[Problem, ...]


def load_dossier(
    folder: Path, known: KnownFiles | None = None, texts: Mapping[Path, str] = MappingProxyType({})
) -> LoadedDossier:
    """Read every file of a dossier and gather all problems of all files.

    ``known``: where a file is taken from that was read before and did not change; ``texts``: what
    files are to say by and by, instead of what they say.
    """
    files_read = known or KnownFiles()
    shown = shown_path(folder)
    problems: list[Problem] = []
    unit_path = folder / UNIT_FILE
    if unit_path in texts:
        unit, source, faults = _read_unit(unit_path, texts[unit_path])
    else:
        unit, source, faults = files_read.read(unit_path, _read_unit)
    problems += faults
    subjects: list[Subject] = []
    files, faults = subject_files(folder)
    problems += faults
    for path in files:
        if path in texts:
            subject, faults = _read_subject(path, texts[path])
        else:
            subject, faults = files_read.read(path, _read_subject)
        problems += faults
        if subject is not None:
            subjects.append(subject)
    if unit is None or source is None:
        return LoadedDossier(None, tuple(problems))
    subjects = [with_inherited(subject, unit, source) for subject in subjects]
    ordered, faults = _in_order(subjects, unit, source, problems)
    problems += faults
    if not ordered and not problems:
        problems.append(
            Problem(
                "I13",
                Severity.ERROR,
                "没有任何项目文件",
                source.place(()),
                "在同一文件夹里为每个项目写一个 .toml 文件",
            )
        )
    return LoadedDossier(Dossier(folder, shown, unit, source, ordered), tuple(problems))


def subject_as_written(
    dossier: Dossier, path: Path, text: str
) -> tuple[Subject | None, Sequence[Problem]]:
    """Return the subject that a file of a dossier would hold with another text, or why it would not."""
    source, problems = parse_toml(text, path, shown_path(path))
    if source is None:
        return None, problems
    subject, faults = _subject(path, source)
    if subject is None:
        return None, faults
    return with_inherited(subject, dossier.unit, dossier.source), faults


def _read_unit(
    path: Path, text: str | None = None
) -> tuple[UnitEntry | None, TomlFile | None, list[Problem]]:
    source, faults = _read(path, text)
    if source is None:
        return None, None, list(faults)
    entry, more = validate(UnitEntry, source)
    return entry, source, [*faults, *more]


def _read(path: Path, text: str | None) -> tuple[TomlFile | None, tuple[Problem, ...]]:
    shown = shown_path(path)
    return read_toml(path, shown) if text is None else parse_toml(text, path, shown)


def _read_subject(path: Path, text: str | None = None) -> tuple[Subject | None, list[Problem]]:
    problems: list[Problem] = []
    if fault := name_fault(path.name):
        place = Place(shown_path(path), 0, 0)
        problems.append(
            Problem("I14", Severity.ERROR, f"文件名在 Windows 上不能用：{fault}", place, "请改名")
        )
    source, faults = _read(path, text)
    problems += faults
    if source is None:
        return None, problems
    subject, more = _subject(path, source)
    return subject, [*problems, *more]


def _subject(path: Path, source: TomlFile) -> tuple[Subject | None, list[Problem]]:
    entry: ProjectEntry | DepartmentEntry | None
    if path.name == DEPARTMENT_FILE:
        entry, problems = validate(DepartmentEntry, source)
    else:
        entry, problems = validate(ProjectEntry, source)
    if entry is None:
        return None, [*problems]
    subject = Subject(path.stem, entry, source)
    faults = check_names(subject)
    # Figures are quoted by name: with a name that stands for two things none can be made.
    return (None if faults else subject), [*problems, *faults]


def subject_files(folder: Path) -> tuple[list[Path], list[Problem]]:
    """List project files by name, then the department's."""
    try:
        names = os.listdir(folder)  # noqa: PTH208 - a glob hides that a folder cannot be read
    except OSError as error:
        return [], [unreadable(folder, error)]
    files = [
        folder / name
        for name in names
        if name.endswith(".toml") and name != UNIT_FILE and not name.startswith(".")
    ]
    return sorted(files, key=lambda p: (p.name == DEPARTMENT_FILE, p.name)), []


def _in_order(
    subjects: list[Subject], unit: UnitEntry, source: TomlFile, earlier: list[Problem]
) -> tuple[tuple[Subject, ...], list[Problem]]:
    """Put the projects in the order that unit.toml asks for."""
    by_id = {subject.id: subject for subject in subjects}
    broken = {Path(p.place.file).stem for p in earlier}
    problems = [
        Problem(
            "I15",
            Severity.ERROR,
            f"项目顺序里的“{name}”没有对应的文件 {name}.toml",
            source.place(("projects", index)),
            suggest(name, by_id),
            quote=name,
        )
        for index, name in enumerate(unit.projects)
        if name not in by_id and name not in broken
    ]
    listed = [name for name in dict.fromkeys(unit.projects) if name in by_id]
    rest = [subject.id for subject in subjects if subject.id not in listed]
    return tuple(by_id[name] for name in (*listed, *rest)), problems
