"""Whose a text is: the names that are its own, the year, and those of everybody else in the tree."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.model.dossier import Dossier
from generator.model.subject import ProjectEntry
from generator.wording.masking import PROJECT, UNIT, YEAR, Names

_SHORTEST = 4


class Home(NamedTuple):
    """What a text may call its own; of each kind, the first is what it should be called."""

    dossier: str
    unit: str
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
        id: Home(dossier.shown, unit.name, year, {UNIT: units, PROJECT: projects})
        for id, projects in {**{s.id: every for s in dossier.subjects}, **homes, "": every}.items()
    }


def known_names(dossiers: Iterable[Dossier]) -> Names:
    """Return all names of units and projects of a tree."""
    kinds: dict[str, str] = {}
    for kind, name in _named(dossiers):
        if len(name) >= _SHORTEST:
            kinds.setdefault(name, kind)
    return Names(kinds)


def _named(dossiers: Iterable[Dossier]) -> Iterator[tuple[str, str]]:
    for dossier in dossiers:
        unit = dossier.unit.unit
        names: Sequence[str] = (unit.name, unit.signature, *unit.short)
        yield from ((UNIT, name) for name in names if name)
        yield from ((PROJECT, project.name) for project in dossier.projects)
