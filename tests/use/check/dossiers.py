"""Dossiers of three files, made from their acceptances alone: without a disk, and again after a change."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.base.problem import Place, Problem, Severity
from generator.base.toml import TomlFile, parse_toml
from generator.base.toml_patch import FileChange, patch_toml
from generator.model.dossier import Dossier, Subject
from generator.model.subject import ProjectEntry
from generator.model.unit import UnitEntry
from generator.use.check.acceptance import accept

FILES = ("books", "halls", "unit")
HEADS = {
    "books": '[project]\nname = "购书"\n',
    "halls": '[project]\nname = "修缮"\n',
    "unit": 'year = 2023\n[unit]\nname = "某县图书馆"\n',
}


def dossier_of(accept: Iterable[Mapping[str, Any]]) -> Dossier:
    """Make a dossier; ``in`` of an acceptance is its file."""
    rows = dict.fromkeys(FILES, "")
    for one in accept:
        lines = [f"{k} = {v!r}".replace("'", '"') for k, v in one.items() if k != "in"]
        rows[one.get("in", "books")] += "\n".join(("\n[[accept]]", *lines, ""))
    return from_texts({name: HEADS[name] + rows[name] for name in FILES})


def from_texts(texts: Mapping[str, str]) -> Dossier:
    sources: dict[str, TomlFile] = {}
    for name, text in texts.items():
        file, faults = parse_toml(text, Path(f"{name}.toml"), f"{name}.toml")
        assert file is not None, faults
        sources[name] = file
    subjects = tuple(
        Subject(name, ProjectEntry.from_data(sources[name].data), sources[name])
        for name in ("books", "halls")
    )
    unit = UnitEntry.from_data(sources["unit"].data)
    return Dossier(Path(), "", unit, sources["unit"], subjects)


def changed(dossier: Dossier, changes: Sequence[FileChange]) -> Dossier:
    """Make the changes, and read the files again."""
    files = {"unit": dossier.source, **{s.id: s.source for s in dossier.subjects}}
    texts = {}
    for name, file in files.items():
        patched = patch_toml(file.text, [c.change for c in changes if c.file is file])
        assert not patched.refused
        texts[name] = patched.text
    return from_texts(texts)


def problem(file: str, code: str, key: str, message: str = "") -> Problem:
    return Problem(
        code, Severity.WARNING, message or f"{code}：{key}", Place(f"{file}.toml", 1, 1, key)
    )


def told(problems: Sequence[Problem], dossier: Dossier) -> tuple[list[Problem], list[Problem]]:
    """Part what was found into the problems themselves and what is said of the acceptances."""
    judged = list(accept(problems, dossier))
    return judged[: len(problems)], judged[len(problems) :]
