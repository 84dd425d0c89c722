"""A file of a dossier that cells are saved to: of a subject, or of the unit."""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from generator.base.toml import KeyPath, TomlFile, parse_toml
from generator.load.dossier_inputs import subject_as_written
from generator.load.validation import validate
from generator.model.dossier import Dossier, Subject
from generator.model.entry import Entry
from generator.model.own_form import NOTHING_DECLARED, Declared, joined
from generator.model.unit import UnitEntry
from generator.model.units import Units
from generator.web.fillable_cells import Wrong, shown, typed
from generator.web.form_unit import Amounts
from generator.web.subjects import subject_in

UNIT: Final = "unit"  # no project is called so: its file is that of the unit
UNIT_TITLE: Final = "单位"


class Target(NamedTuple):
    """The file, what it holds, and what its form has of its own."""

    dossier: Dossier
    source: TomlFile
    model: type[Entry]
    declared: Declared = NOTHING_DECLARED
    amounts: Amounts | None = None  # the unit's own file has none
    class_named: Callable[[str], str] = str  # as the scheme calls it

    def typed(self, keys: KeyPath, words: str, unit: str = "") -> Any:
        """Return the value that was typed at a path, be it in another unit than the file has."""
        if keys[-1] == "class":
            words = self.class_named(words)
        value = typed(self.model, keys, words, self.declared)
        return value if isinstance(value, Wrong) else self._turned(keys, value, unit, "")

    def said(self, keys: KeyPath, value: Any, unit: str = "") -> str:
        """Return what a cell shows of a value, be it in another unit than the file has."""
        return shown(self._turned(keys, value, "", unit))

    def _turned(self, keys: KeyPath, value: Any, unit: str, to: str) -> Any:
        """Turn an amount; no unit is that of the file, and what cannot be turned stays."""
        amounts = self.amounts
        if amounts is None or not amounts.other(keys, self.declared, unit or to):
            return value
        own = amounts.unit_at(keys, self.declared)
        return amounts.turned(value, unit or own, to or own)

    def fault_of(self, text: str) -> str:
        """Say why the file could not be read with another text (empty: it could)."""
        path = self.source.path
        if self.model is not UnitEntry:
            subject, problems = subject_as_written(self.dossier, path, text)
            return "" if subject is not None else problems[0].message
        file, problems = parse_toml(text, path, self.source.shown)
        faults = problems if file is None else validate(self.model, file)[1]
        return faults[0].message if faults else ""


def target_in(
    dossier: Dossier | None, name: str, units: Units, known: Subject | None = None
) -> Target | None:
    """Return the file of a name; ``known`` is the subject as the scheme declares it."""
    if dossier is None:
        return None
    if name == UNIT:
        return Target(dossier, dossier.source, UnitEntry)
    subject = subject_in(dossier, name)
    if subject is None:
        return None
    declared = subject.declared if known is None else known.declared
    amounts = Amounts(subject.entry.funds.unit, units)
    return Target(dossier, subject.source, type(subject.entry), declared, amounts)


def declared_by_all(dossier: Dossier) -> Declared:
    """Return what the forms of any subject have of their own: the unit may say it for all."""
    return joined(subject.declared for subject in dossier.subjects)
