"""A dossier in a few words, for what is compared across units after all are built."""

from collections.abc import Mapping
from hashlib import blake2s
from typing import NamedTuple

_NAME, _TOTAL = "/name", "/score.total"
_INDICATOR, _WEIGHT = "indicator[", "].weight"
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
    if not shown.get("unit/name"):
        return None
    rows: dict[str, list[str]] = {}
    for name in shown:
        if name.endswith(_WEIGHT) and _INDICATOR in name:
            path = name[: -len(_WEIGHT)]
            rows.setdefault(path.partition("/")[0], []).append(path.rpartition("/")[2])
    names = (name.removesuffix(_NAME) for name in shown if name.endswith(_NAME))
    subjects = tuple(
        Subject(id, shown[f"{id}{_NAME}"], shown.get(f"{id}{_TOTAL}", ""), _sign(rows.get(id, [])))
        for id in names
        if id != "unit" and "/" not in id
    )
    return Digest(shown["unit/name"], shown.get("unit/year", ""), subjects)


def _sign(rows: list[str]) -> bytes:
    if len(rows) < _FEWEST_ROWS:
        return b""
    return blake2s("\n".join(sorted(rows)).encode(), digest_size=16).digest()
