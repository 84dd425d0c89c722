"""A dossier in a few words, for what is compared across units after all are built."""

from collections.abc import Mapping
from hashlib import blake2s
from typing import NamedTuple

from generator.model.figure_id import UNIT, FigureId, owner_of, short_of
from generator.model.figure_parts import INDICATOR, kind_of

_WEIGHT = "].weight"
_FEWEST_ROWS = 5  # fewer rows are alike by chance


class Subject(NamedTuple):
    """A project or the department: its id, its name, its total as it is printed (if scored).

    ``rows`` stands for the names of its indicators, whatever their order; empty when they are few.
    """

    id: str
    name: str
    total: str
    rows: bytes = b""


class Digest(NamedTuple):
    """The unit, its year and its subjects."""

    unit: str
    year: str
    subjects: tuple[Subject, ...]


def digest_of(shown: Mapping[str, str]) -> Digest | None:
    """Digest a dossier from its figures as they are shown (``None``: there are none)."""
    unit, year = (FigureId.named(UNIT, side) for side in ("name", "year"))
    if not shown.get(unit):
        return None
    rows: dict[str, list[str]] = {}
    for id in shown:
        if id.endswith(_WEIGHT) and kind_of(short_of(id)) == INDICATOR:
            name = id.removesuffix(_WEIGHT).rpartition("/")[2]
            rows.setdefault(owner_of(id), []).append(name)
    owners = {owner_of(id): id for id in shown if short_of(id) == "name"}
    subjects = tuple(
        Subject(
            owner,
            shown[id],
            shown.get(FigureId.score(owner, "total"), ""),
            _sign(rows.get(owner, [])),
        )
        for owner, id in owners.items()
        if owner != UNIT
    )
    return Digest(shown[unit], shown.get(year, ""), subjects)


def _sign(rows: list[str]) -> bytes:
    if len(rows) < _FEWEST_ROWS:
        return b""
    return blake2s("\n".join(sorted(rows)).encode(), digest_size=16).digest()
