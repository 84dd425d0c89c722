"""Mends that are offered at a problem, by the key of their cell: what is sure, and a sign that is missing."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.base.json_shape import JsonObject
from generator.base.toml import KeyPath, TomlFile, value_at
from generator.model.dossier import Subject
from generator.model.units import Units
from generator.rules.dossier.fractions import per_cent_of_target
from generator.use.check.mending import sure_values
from generator.web.fillable_cells import shown, value_of


class Mend(NamedTuple):
    """What a cell is to be, and what it is."""

    keys: KeyPath
    was: str
    now: str
    row: str  # the name of the indicator

    def as_data(self) -> JsonObject:
        """Lay the mend out as the sheet takes it."""
        return {"keys": [*self.keys], "was": self.was, "now": self.now}


def offered_mends(file: TomlFile, subject: Subject | None, units: Units) -> dict[str, Mend]:
    """Return the mends of a file.

    A rate without its sign is offered and never mended unasked: somebody looks at it.
    """
    found = {**dict(_missing_signs(subject, units))} if subject is not None else {}
    found |= {sure.keys: shown(sure.value) for sure in sure_values(file, units)}
    return {
        file.key_text(keys): Mend(keys, value_of(file, keys), now, _row(file, keys))
        for keys, now in found.items()
    }


def _missing_signs(subject: Subject, units: Units) -> Iterator[tuple[KeyPath, str]]:
    for at in subject.indicators:
        if now := per_cent_of_target(at.indicator, units):
            yield (*at.keys, "actual"), now


def _row(file: TomlFile, keys: KeyPath) -> str:
    row = value_at(file.data, keys[:-1])
    return str(row.get("name", "")) if isinstance(row, dict) else ""
