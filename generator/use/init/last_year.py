"""What last year's material says of the next one: its unit, year, scheme and money, to be proposed."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from generator.base.toml import parse_toml, value_at
from generator.model.funds import Funds
from generator.model.input_files import DEPARTMENT_FILE, UNIT_FILE
from generator.model.scheme import Scheme
from generator.use.init.material import read_material
from generator.use.library import Library
from generator.use.schemes.local_schemes import is_national


class LastYear(NamedTuple):
    """What is known of the last year; empty where the material does not say it."""

    unit: str = ""
    year: int | None = None
    scheme: str = ""
    money_unit: str = ""
    has_department: bool = False


def read_last_year(old: Path, library: Library) -> LastYear | None:
    """Read what a folder of inputs, or filled forms in a folder, say (``None``: they are not of one unit)."""
    texts = read_material(old, library).texts
    return _last_year(texts, library) if texts else None


def scheme_of(last: LastYear, library: Library) -> Scheme | None:
    """Return the scheme of last year: it is gone on with until somebody chooses another."""
    versions = library.versions(last.scheme)
    loaded = None if versions is None else versions.of()[0]
    return None if loaded is None else loaded.scheme


def place_of(last: LastYear, library: Library) -> str:
    """Return where the scheme of last year is of (empty: of no place of its own)."""
    scheme = scheme_of(last, library)
    return "" if scheme is None or is_national(scheme) else scheme.region


def _last_year(texts: Mapping[str, str], library: Library) -> LastYear | None:
    tables = {
        name: parsed.data
        for name, text in texts.items()
        if name.endswith(".toml") and (parsed := parse_toml(text, Path(name), name)[0]) is not None
    }
    unit = tables.pop(UNIT_FILE, None)
    if unit is None:
        return None
    name, year, scheme = value_at(unit, ("unit", "name")), unit.get("year"), unit.get("scheme")
    return LastYear(
        name if isinstance(name, str) else "",
        year if isinstance(year, int) else None,
        scheme if isinstance(scheme, str) and scheme else library.workspace.entry.default_scheme,
        _money_unit(tables.values()),
        DEPARTMENT_FILE in tables,
    )


def _money_unit(tables: Iterable[object]) -> str:
    """Return the units of money of the projects, each once."""
    said = [value_at(table, ("funds", "unit")) or Funds().unit for table in tables]
    return "、".join(dict.fromkeys(own for own in said if isinstance(own, str)))
