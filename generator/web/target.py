"""A file of a dossier that cells are saved to: of a subject, or of the unit."""

from typing import Final, NamedTuple

from generator.base.toml import TomlFile
from generator.model.dossier import Dossier, Subject
from generator.model.entry import Entry
from generator.model.own_form import NOTHING_DECLARED, Declared
from generator.model.unit import UnitEntry
from generator.web.subjects import subject_in

UNIT: Final = "unit"  # no project is called so: its file is that of the unit


class Target(NamedTuple):
    """The file, what it holds, and what its form has of its own."""

    source: TomlFile
    model: type[Entry]
    declared: Declared = NOTHING_DECLARED


def target_in(dossier: Dossier | None, name: str, known: Subject | None = None) -> Target | None:
    """Return the file of a name; ``known`` is the subject as the scheme declares it."""
    if dossier is None:
        return None
    if name == UNIT:
        return Target(dossier.source, UnitEntry)
    subject = subject_in(dossier, name)
    if subject is None:
        return None
    declared = subject.declared if known is None else known.declared
    return Target(subject.source, type(subject.entry), declared)
