"""Whose a text is: the names that are its own, the year, and those of everybody else in the tree."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from generator.model.dossier import Dossier
from generator.model.subject import ProjectEntry
from generator.wording.word_index import WordIndex

UNIT, PROJECT, YEAR = "单位", "项目", "年度"
_SHORTEST = 4


class Home(NamedTuple):
    """What a text may call its own; of each kind, the first is what it should be called."""

    dossier: str
    year: int
    names: Mapping[str, tuple[str, ...]]

    def owns(self, kind: str, name: str) -> bool:
        """Tell a name, or a year, of one's own; part of a longer one it is one's own as well."""
        if kind == YEAR:
            return name == str(self.year)
        return any(name in own or own in name for own in self.names[kind])

    def proper(self, kind: str) -> str:
        """Return what stands in the place of another's name (empty: it may be one of several)."""
        if kind == YEAR:
            return str(self.year)
        own = self.names[kind]
        return own[0] if own and (kind == UNIT or len(own) == 1) else ""


def homes_of(dossier: Dossier) -> dict[str, Home]:
    """Give the homes of a dossier by the id of a subject (empty: the unit's own)."""
    unit = dossier.unit.unit
    every = tuple(project.name for project in dossier.projects)
    bodies = [unit.name, unit.signature, *unit.short, unit.reviewer]
    homes = {}
    for subject in dossier.subjects:
        if isinstance(subject.entry, ProjectEntry):
            project = subject.entry.project
            bodies += (project.authority, project.implementer)
            homes[subject.id] = (subject.name,)
    units = tuple(dict.fromkeys(name for name in bodies if name))
    year = dossier.unit.year
    return {
        id: Home(dossier.shown, year, {UNIT: units, PROJECT: projects})
        for id, projects in {**{s.id: every for s in dossier.subjects}, **homes, "": every}.items()
    }


class KnownNames:
    """All names of units and projects of a tree, found in a text in one pass."""

    def __init__(self, dossiers: Iterable[Dossier]) -> None:
        self._kinds: dict[str, str] = {}
        for kind, name in _named(dossiers):
            if len(name) >= _SHORTEST:
                self._kinds.setdefault(name, kind)

    @cached_property
    def index(self) -> WordIndex:
        """Return what finds them."""
        return WordIndex(self._kinds)

    def kind(self, name: str) -> str:
        """Say what a name is the name of."""
        return self._kinds[name]


def _named(dossiers: Iterable[Dossier]) -> Iterator[tuple[str, str]]:
    for dossier in dossiers:
        unit = dossier.unit.unit
        names: Sequence[str] = (unit.name, unit.signature, *unit.short)
        yield from ((UNIT, name) for name in names if name)
        yield from ((PROJECT, project.name) for project in dossier.projects)
