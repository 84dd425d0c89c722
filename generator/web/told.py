"""Problems of a dossier as the page tells them: in its words, each with the sheet and the field that it is at."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from generator.base.json_shape import JsonObject
from generator.base.problem import Problem
from generator.base.problem_data import problem_rows
from generator.model.dossier import Dossier
from generator.model.entry import Entry
from generator.model.input_files import DEPARTMENT_FILE, UNIT_FILE
from generator.model.own_form import Declared
from generator.model.subject import DepartmentEntry, ProjectEntry
from generator.model.unit import UnitEntry
from generator.web.frame import fill_address, toml_address
from generator.web.key_labels import field_name, key_label
from generator.web.spoken import Spoken
from generator.web.subjects import subject_title
from generator.web.target import UNIT, UNIT_TITLE, declared_by_all

_INPUT: Final = ".toml"


class Owner(NamedTuple):
    """Whose a file is, of a subject or of the unit; and what its cells are called."""

    id: str
    title: str
    model: type[Entry]
    declared: Declared


def owners_of(dossier: Dossier | None) -> dict[str, Owner]:
    """Return whose each file of a dossier is."""
    if dossier is None:
        return {}
    found = {
        s.source.shown: Owner(s.id, subject_title(s), type(s.entry), s.declared)
        for s in dossier.subjects
    }
    unit = Owner(UNIT, UNIT_TITLE, UnitEntry, declared_by_all(dossier))
    return {**found, dossier.source.shown: unit}


def _model_of(file: str) -> type[Entry]:
    """Return what stands in an input file by its name: nothing of it could be read."""
    models = {UNIT_FILE: UnitEntry, DEPARTMENT_FILE: DepartmentEntry}
    return models.get(Path(file).name, ProjectEntry)


class Told:
    """Tells problems of one dossier; ``id`` is that of the dossier (empty: no screen can be gone to).

    Where somebody looks at the text of a file its keys are told ``as_written``.
    """

    def __init__(self, id: str, dossier: Dossier | None, *, as_written: bool = False) -> None:
        self.id, self._as_written = id, as_written
        self.owners: Mapping[str, Owner] = owners_of(dossier)
        self._spoken = Spoken(dossier)
        self._folder = None if dossier is None else Path(dossier.source.shown).parent

    def said(self, problem: Problem) -> Problem:
        """Return a problem in the words of the page."""
        return problem if self._as_written else self._spoken.problem(problem)

    def label(self, problem: Problem) -> str:
        """Return what the place of a problem is called on its sheet."""
        place = problem.place
        owner = self.owners.get(place.file)
        if not place.key or self._as_written:
            return place.key
        if owner is not None:
            return key_label(owner.model, place.key, owner.declared) or place.key
        is_unread = self.id and self._folder is None and place.file.endswith(_INPUT)
        return key_label(_model_of(place.file), place.key) if is_unread else place.key

    def field(self, problem: Problem) -> str:
        """Return what the field of a problem is called where it is gone to: its column, then its row."""
        owner = self.owners.get(problem.place.file)
        if owner is None or not problem.place.key or self._as_written:
            return problem.place.key
        return field_name(owner.model, problem.place.key, owner.declared) or self.label(problem)

    def where(self, problem: Problem) -> str:
        """Return the sheet and the field."""
        owner = self.owners.get(problem.place.file)
        if owner is None:
            return str(problem.place)
        return f"{owner.title} {self.label(problem)}".strip()

    def address(self, problem: Problem) -> str:
        """Return where the field is filled in (empty: nowhere)."""
        owner, place = self.owners.get(problem.place.file), problem.place
        if not self.id or place.document is not None:
            return ""
        if owner is not None:
            return fill_address(self.id, owner.id, place.key)
        is_own = self._folder is None or Path(place.file).parent == self._folder
        if is_own and place.file.endswith(
            _INPUT
        ):  # an outline of a package is no file of the dossier
            return toml_address(self.id, Path(place.file).stem)
        return ""

    def rows(self, problems: Iterable[Problem]) -> list[JsonObject]:
        """Lay problems out one by one."""
        known = [*problems]
        rows = problem_rows([self.said(own) for own in known])
        return [
            {
                **row,
                "where": self.where(own),
                "label": self.label(own),
                "address": self.address(own),
            }
            for own, row in zip(known, rows, strict=True)
        ]


NOBODY: Final = Told("", None)  # tells problems that are of no dossier
