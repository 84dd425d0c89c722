"""A dossier in a few words, for what is compared across units after all are built."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.rebuild.record import Record, read_record

_NAME, _TOTAL = "/name", "/score.total"
_INDICATOR = re.compile(r"(?P<owner>[^/]+)/indicator\[(?:.*/)?(?P<name>[^/\]]+)\]\.weight")


@dataclass(frozen=True, slots=True)
class Subject:
    """A project or the department: its id, its name, its total as it is printed (if scored)."""

    id: str
    name: str
    total: str
    indicators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Digest:
    """The unit, its year and its subjects."""

    unit: str
    year: str
    subjects: tuple[Subject, ...]


def digest_of(target: Path) -> Digest | None:
    """Digest a dossier from what was recorded when it was built (``None``: it never was)."""
    digest = digest_of_record(read_record(target))
    return digest if digest.unit else None


def digest_of_record(record: Record) -> Digest:
    """Digest the figures of a record."""
    shown = {name: _shown(figure) for name, figure in record.figures.items()}
    rows: dict[str, list[str]] = {}
    for name in shown:
        if found := _INDICATOR.fullmatch(name):
            rows.setdefault(found["owner"], []).append(found["name"])
    names = (name.removesuffix(_NAME) for name in shown if name.endswith(_NAME))
    subjects = tuple(
        Subject(id, shown[f"{id}{_NAME}"], shown.get(f"{id}{_TOTAL}", ""), tuple(rows.get(id, ())))
        for id in names
        if id != "unit" and "/" not in id
    )
    return Digest(shown.get("unit/name", ""), shown.get("unit/year", ""), subjects)


def _shown(figure: Mapping[str, Any]) -> str:
    return str(figure.get("shown", ""))
