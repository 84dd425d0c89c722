"""A dossier: one unit and year, its subjects, and where each of them was written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from generator.base.filenames import folder_name
from generator.base.toml import KeyPath, TomlFile
from generator.model.indicator import Goal, Indicator, SharedScore
from generator.model.own_form import NOTHING_DECLARED, Declared, OwnTable
from generator.model.own_value import OwnRows
from generator.model.subject import DepartmentEntry, Kind, ProjectEntry
from generator.model.unit import UnitEntry


class GoalAt(NamedTuple):
    """A yearly goal and its key path."""

    goal: Goal
    keys: KeyPath
    number: int


class IndicatorAt(NamedTuple):
    """An indicator, its key path, and the number of the goal that it belongs to (0 = none)."""

    indicator: Indicator
    keys: KeyPath
    goal: int = 0


class SharedScoreAt(NamedTuple):
    """A shared score, its key path and its goal."""

    shared: SharedScore
    keys: KeyPath
    goal: int = 0


@dataclass(frozen=True)
class Subject:
    """A project or the department, with the file that it was read from."""

    id: str
    entry: ProjectEntry | DepartmentEntry
    source: TomlFile
    declared: Declared = NOTHING_DECLARED  # by the forms of its scheme, once that is known
    inherited: Mapping[KeyPath, TomlFile] = field(default_factory=dict)  # written once, for all

    @property
    def kind(self) -> Kind:
        """Tell a project from the department."""
        return "project" if isinstance(self.entry, ProjectEntry) else "department"

    @property
    def name(self) -> str:
        """Return the name as written in the file (empty for a department that uses the unit's)."""
        if isinstance(self.entry, ProjectEntry):
            return self.entry.project.name
        return self.entry.department.name

    def source_of(self, keys: KeyPath) -> TomlFile:
        """Return the file that a key was written in: its own, or the one of the unit."""
        return self.inherited.get(keys[:2], self.source)

    @cached_property
    def goals(self) -> tuple[GoalAt, ...]:
        """The yearly goals, the single one or the several."""
        single = self.entry.goal
        return (
            *(() if single is None else (GoalAt(single, ("goal",), 1),)),
            *(GoalAt(goal, ("goals", n), n + 1) for n, goal in enumerate(self.entry.goals)),
        )

    @cached_property
    def indicators(self) -> tuple[IndicatorAt, ...]:
        """All indicators in the order of the file."""
        loose = enumerate(self.entry.indicator)
        return (
            *(IndicatorAt(indicator, ("indicator", index)) for index, indicator in loose),
            *(
                IndicatorAt(indicator, (*at.keys, "indicator", index), at.number)
                for at in self.goals
                for index, indicator in enumerate(at.goal.indicator)
            ),
        )

    def own_prose(self) -> dict[str, str]:
        """Return the fields of the form's own that are sentences, and may quote figures."""
        given = {f.name: self.entry.fields_.get(f.name) for f in self.declared.fields_of("prose")}
        return {name: text for name, text in given.items() if isinstance(text, str) and text}

    def own_rows(self, table: OwnTable) -> OwnRows | None:
        """Return what is given for a table, unless its rows are written as those of the other kind."""
        given = self.entry.tables.get(table.name)
        return given if given is None or given.is_list != bool(table.row) else None

    def own_texts(self) -> Iterator[tuple[KeyPath, str]]:
        """Go through the short texts of fields and tables of the form's own."""
        entry, prose = self.entry, self.own_prose()
        for name, text in entry.fields_.items():
            if isinstance(text, str) and name not in prose:
                yield ("fields", name), text
        for name, table in entry.tables.items():
            for row, cells in table.rows.items():
                for column, text in cells.items():
                    if isinstance(text, str):
                        yield ("tables", name, *table.keys_of(row), column), text
        for at in self.indicators:
            for name, text in at.indicator.fields_.items():
                if isinstance(text, str):
                    yield (*at.keys, "fields", name), text

    def shared_scores(self) -> Iterator[SharedScoreAt]:
        """Go through the scores that are shared by a class."""
        for index, shared in enumerate(self.entry.shared_score):
            yield SharedScoreAt(shared, ("shared-score", index))
        for at in self.goals:
            for index, shared in enumerate(at.goal.shared_score):
                yield SharedScoreAt(shared, (*at.keys, "shared-score", index), at.number)


class Dossier(NamedTuple):
    """One unit and year: a folder."""

    path: Path
    shown: str
    unit: UnitEntry
    source: TomlFile
    subjects: tuple[Subject, ...]

    @property
    def id(self) -> str:
        """Return the name of the folder."""
        return folder_name(self.path)

    @property
    def projects(self) -> tuple[Subject, ...]:
        """Return the projects in the order of their files."""
        return tuple(s for s in self.subjects if s.kind == "project")

    @property
    def department(self) -> Subject | None:
        """Return the department as a whole, when there is one."""
        return next((s for s in self.subjects if s.kind == "department"), None)

    def name_of(self, subject: Subject) -> str:
        """Return the name to print: a department without one bears the name of its unit."""
        if subject.kind == "department":
            return subject.name or self.unit.unit.name
        return subject.name
