"""What a scheme says over another one: key by key, rows of a list by what names them.

A table is laid over a table key by key. Bases and documents are told apart by their id. A method
takes its situations away from those below. Every other list is the upper one's alone.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import TypeGuard, TypeVar

from generator.base.layered_toml import LayeredToml, origins_below
from generator.base.toml import KeyPath, TomlFile, value_at
from generator.base.toml_shape import Toml, TomlTable

TomlT = TypeVar("TomlT", bound=Toml)
_BY_ID = ("basis", "document")
_METHOD = "method"
_OF_CHANGE = ("from", "remark")  # what a change says of itself


def laid_over(
    base: TomlFile,
    file: TomlFile,
    at: KeyPath = (),
    *,
    own: Collection[str] = (),
    without: Collection[str] = (),
) -> LayeredToml:
    """Lay a table of a file over a base; keys that are ``own`` never come from the base.

    ``without`` lists what does not come from it either: ``department``, ``document.report``.
    """
    laying = _Laying(base, file)
    below = {key: value for key, value in base.data.items() if key not in own}
    upper = value_at(file.data, at)
    upper = {key: value for key, value in upper.items() if not (at and key in _OF_CHANGE)}
    data = laying.table(below, (), upper, at, (), tuple(without))
    laying.origins[()] = (file, ())
    return LayeredToml(file.path, file.shown, file.text, data, laying.origins)


class _Laying:
    """Puts two tables together, and notes where everything came from."""

    def __init__(self, base: TomlFile, file: TomlFile) -> None:
        self._base, self._file = base, file
        self.origins: dict[KeyPath, tuple[TomlFile, KeyPath]] = {}

    def table(
        self,
        below: TomlTable,
        below_at: KeyPath,
        upper: TomlTable,
        upper_at: KeyPath,
        to: KeyPath,
        without: tuple[str, ...] = (),
    ) -> dict[str, Toml]:
        """Lay a table over a table."""
        data: dict[str, Toml] = {}
        for key in dict.fromkeys((*below, *upper)):
            new, old, over = (*to, key), (*below_at, key), (*upper_at, key)
            if key not in upper:
                if key not in without:
                    data[key] = self._kept(below[key], old, new, _inside(without, key))
            elif key not in below:
                data[key] = self._taken(upper[key], self._file, over, new)
            else:
                data[key] = self._both(key, below[key], upper[key], (old, over, new), without)
        return data

    def _both(
        self,
        key: str,
        below: Toml,
        upper: Toml,
        paths: tuple[KeyPath, KeyPath, KeyPath],
        without: tuple[str, ...],
    ) -> Toml:
        old, over, new = paths
        inside = _inside(without, key)
        if isinstance(below, dict) and isinstance(upper, dict):
            self.origins[new] = (self._file, over)
            return self.table(below, old, upper, over, new, inside)
        if _are_tables(below) and _are_tables(upper):
            if key in _BY_ID:
                return self._by_id(below, upper, paths, inside)
            if key == _METHOD and len(new) == 1:
                return self._methods(below, upper, paths)
        return self._taken(upper, self._file, over, new)

    def _kept(self, value: Toml, old: KeyPath, new: KeyPath, without: tuple[str, ...]) -> Toml:
        """Take what only the base says, but for what is left out."""
        if not without:
            return self._taken(value, self._base, old, new)
        if isinstance(value, dict):
            return self.table(value, old, {}, (), new, without)
        return self._by_id(value, [], (old, (), new), without) if _are_tables(value) else value

    def _by_id(
        self,
        below: Sequence[TomlTable],
        upper: Sequence[TomlTable],
        paths: tuple[KeyPath, KeyPath, KeyPath],
        without: tuple[str, ...],
    ) -> list[Toml]:
        old, over, new = paths
        rows: list[Toml] = []
        places = {row.get("id"): index for index, row in enumerate(upper)}
        known = {row.get("id") for row in below}
        for index, row in enumerate(below):
            at, mine = (*new, len(rows)), places.get(row.get("id"))
            if row.get("id") in without:
                continue
            if mine is None:
                rows.append(self._taken(row, self._base, (*old, index), at))
                continue
            self.origins[at] = (self._file, (*over, mine))
            rows.append(self.table(row, (*old, index), upper[mine], (*over, mine), at))
        for index, row in enumerate(upper):
            if row.get("id") not in known or places[row.get("id")] != index:
                at = (*new, len(rows))
                rows.append(self._taken(row, self._file, (*over, index), at))
        return rows

    def _methods(
        self,
        below: Sequence[TomlTable],
        upper: Sequence[TomlTable],
        paths: tuple[KeyPath, KeyPath, KeyPath],
    ) -> list[Toml]:
        old, over, new = paths
        taken = set(_situations(upper))
        rows: list[Toml] = []
        for index, row in enumerate(below):
            when = [
                w
                for w, pair in zip(_when(row), _situations([row]), strict=True)
                if pair not in taken
            ]
            if when or not _when(row):
                kept = self._taken(row, self._base, (*old, index), (*new, len(rows)))
                rows.append({**kept, "when": when} if _when(row) else kept)
        for index, row in enumerate(upper):
            rows.append(self._taken(row, self._file, (*over, index), (*new, len(rows))))
        return rows

    def _taken(self, value: TomlT, file: TomlFile, at: KeyPath, new: KeyPath) -> TomlT:
        for left, origin in origins_below(file, at).items():
            self.origins[(*new, *left)] = origin
        return value


def _are_tables(value: Toml) -> TypeGuard[Sequence[TomlTable]]:
    return isinstance(value, list) and all(isinstance(row, dict) for row in value)


def _inside(without: tuple[str, ...], key: str) -> tuple[str, ...]:
    """Return what is left out below a key."""
    return tuple(path.removeprefix(f"{key}.") for path in without if path.startswith(f"{key}."))


def _when(row: TomlTable) -> list[str]:
    when = row.get("when")
    return [str(situation) for situation in when] if isinstance(when, list) else []


def _situations(rows: Sequence[TomlTable]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the situations of methods, each with the classes that it is for."""
    for row in rows:
        classes = row.get("classes")
        named = tuple(map(str, classes)) if isinstance(classes, list) else ()
        for situation in _when(row):
            yield situation, named
