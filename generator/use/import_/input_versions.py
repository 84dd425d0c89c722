"""Three versions of an input file: as the import wrote it, as the form has it now, as it lies there.

What the form changed and nobody touched follows the form; what both changed stays and is told.
Rows are known by their names, not by where they stand.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from generator.base.positions import KeyPath
from generator.base.toml_change import AppendRow, Change, Remove, SetValue

# What a row is called by: the first of these that all rows of a list have, and each otherwise.
_NAMES = (("class", "name"), ("name",), ("id",), ("title",), ("item",), ("by",), ("class",))

Answer = Literal["taken", "same", "conflict"]


class Missing:
    """Nothing stands there."""


MISSING = Missing()


class Difference(NamedTuple):
    """Something that the form has otherwise than before, and what becomes of it."""

    keys: KeyPath
    answer: Answer
    form: Any
    change: Change | None = None


def differences(
    base: Mapping[str, Any], form: Mapping[str, Any], mine: Mapping[str, Any]
) -> list[Difference]:
    """Go through everything that changed in the form."""
    return list(_tables(base, form, mine, ()))


def _tables(
    base: Mapping[str, Any], form: Mapping[str, Any], mine: Mapping[str, Any], keys: KeyPath
) -> Iterator[Difference]:
    for key in dict.fromkeys((*base, *form)):
        was, now = base.get(key, MISSING), form.get(key, MISSING)
        here = mine.get(key, MISSING)
        if was == now:
            continue
        below = (*keys, key)
        given = [value for value in (was, now, here) if value is not MISSING]
        if all(isinstance(value, Mapping) for value in given):
            yield from _tables(_table(was), _table(now), _table(here), below)
        elif all(_is_rows(value) for value in given):
            yield from _rows(_list(was), _list(now), _list(here), below)
        else:
            yield _value(was, now, here, below)


def _value(was: Any, now: Any, here: Any, keys: KeyPath) -> Difference:
    if here == now:
        return Difference(keys, "same", now)
    if here != was:
        return Difference(keys, "conflict", now)
    change = Remove(keys) if now is MISSING else SetValue(keys, now)
    return Difference(keys, "taken", now, change)


def _rows(
    base: Sequence[Any], form: Sequence[Any], mine: Sequence[Any], keys: KeyPath
) -> Iterator[Difference]:
    name = next((n for n in _NAMES if all(_tells(n, rows) for rows in (base, form, mine))), ())
    was, now, here = (_by_name(rows, name) for rows in (base, form, mine))
    at = {row: number for number, row in enumerate(here)}
    for row in dict.fromkeys((*was, *now)):
        below = (*keys, at.get(row, len(mine)))
        if row in was and row in now and row in here:
            yield from _tables(was[row], now[row], here[row], below)
        elif row in was and row in now:
            if was[row] != now[row]:
                yield Difference(keys, "conflict", now[row])
        elif row in now and row in here:
            yield from _tables({}, now[row], here[row], below)
        elif row in now:
            yield Difference(keys, "taken", now[row], AppendRow(keys, now[row]))
        elif row not in here:
            yield Difference(keys, "same", MISSING)
        elif here[row] == was[row]:
            yield Difference(below, "taken", MISSING, Remove(below))
        else:
            yield Difference(below, "conflict", MISSING)


def _tells(name: Sequence[str], rows: Sequence[Any]) -> bool:
    """Tell whether rows are told apart by a name."""
    named = [tuple(str(row.get(key, "")) for key in name) for row in rows]
    return len(set(named)) == len(named) and all(all(one) for one in named)


def _by_name(rows: Sequence[Any], name: Sequence[str]) -> dict[Any, Mapping[str, Any]]:
    """Return rows by their names; without one by where they stand."""
    if not name:
        return dict(enumerate(rows))
    return {tuple(str(row[key]) for key in name): row for row in rows}


def _is_rows(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(v, Mapping) for v in value)


def _table(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _list(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else ()
