"""A dossier in a few words, for what is compared across units after all are built."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.pipeline.build import Built
from generator.rebuild.record import read_record

_NAME, _TOTAL = "/name", "/score.total"


@dataclass(frozen=True, slots=True)
class Subject:
    """A project or the department: its id, its name, its total as it is printed (if scored)."""

    id: str
    name: str
    total: str


@dataclass(frozen=True, slots=True)
class Digest:
    """The unit, its year and its subjects."""

    unit: str
    year: str
    subjects: tuple[Subject, ...]


def digest_of(built: Built, target: Path) -> Digest | None:
    """Digest a dossier from its figures: those just made, or those recorded when nothing changed."""
    if built.examined is None:
        figures = read_record(target).figures
        return _digest({name: str(figure.get("shown", "")) for name, figure in figures.items()})
    if built.examined.book is None:
        return None
    return _digest({figure.id: figure.shown for figure in built.examined.book.values()})


def _digest(shown: Mapping[str, str]) -> Digest:
    names = (name.removesuffix(_NAME) for name in shown if name.endswith(_NAME))
    subjects = tuple(
        Subject(id, shown[f"{id}{_NAME}"], shown.get(f"{id}{_TOTAL}", ""))
        for id in names
        if id != "unit" and "/" not in id
    )
    return Digest(shown.get("unit/name", ""), shown.get("unit/year", ""), subjects)
