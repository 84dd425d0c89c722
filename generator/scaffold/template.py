"""A blank input file with every key of its model explained: what is given is live, others sleep."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from generator.base.toml_literal import bare_key, block_literal, literal
from generator.model.entry import Entry
from generator.model.unit import UnitEntry
from generator.scaffold.arrangement import (
    EXAMPLES,
    INTRODUCTIONS,
    OF_SUBJECTS,
    OPENINGS,
    ORDER,
    RARELY_USED,
    SHORT_ROWS,
)
from generator.scaffold.key_titles import Key, Shape, is_flat, keys_of
from generator.scaffold.own_scaffold import OwnFields, OwnTables
from generator.scaffold.toml_lines import (
    DORMANT,
    Line,
    aligned,
    commented,
    rows_literal,
)

_RULE = "─" * 20
_NAMED = (Shape.WORDS, Shape.CELLS)
_SHORT_LEGEND = 24


class Asleep(NamedTuple):
    """Rows or a row to be written behind ``#``, with a word on when to wake it."""

    value: Any
    note: str = ""


def write_template(
    model: type[Entry],
    values: Mapping[str, Any],
    schema: str = "",
    remarks: Sequence[str] = (),
) -> str:
    """Write a file: keys in ``values`` with their value, all others commented out.

    Remarks on what the file holds stand below its opening.
    """
    return "\n".join(_Writer(model, values).lines(schema, remarks)).rstrip() + "\n"


class _Writer:
    """Writes one file; knows where each kind of table is explained in full."""

    def __init__(self, model: type[Entry], values: Mapping[str, Any]) -> None:
        self._model = model
        self._values = values
        self._homes: dict[type[Entry], str] = {}
        tables = [key for key in keys_of(model) if key.model]
        # Where a table is in use, it is explained; else where it stands by itself.
        for key in sorted(tables, key=lambda k: not _is_used(values.get(k.name))):
            self._settle(key, key.name, values.get(key.name))
        for key in tables:
            self._settle_asleep(key, key.name)

    def lines(self, schema: str, remarks: Sequence[str]) -> Iterator[str]:
        """Write the opening, the keys without a table, the tables in use, then the others."""
        if schema:
            yield f"#:schema {schema}"
        yield from (DORMANT + line for line in OPENINGS[self._model])
        yield ""
        if remarks:
            yield from (commented(line) for remark in remarks for line in remark.split("\n"))
            yield ""
        keys = keys_of(self._model)
        plain = [k for k in keys if k.model is None and k.shape not in _NAMED]
        yield from aligned([_line(key, self._values) for key in plain])
        tables = sorted((k for k in keys if k not in plain), key=_rank)
        used = [k for k in tables if _is_used(self._values.get(k.name))]
        for key in used:
            yield from self._root(key)
        rest = [k for k in tables if k not in used]
        if used and rest:
            yield from ("", "", DORMANT + f"{_RULE} {RARELY_USED} {_RULE}")
        for key in rest:
            yield from self._root(key)

    def _settle(self, key: Key, path: str, value: Any) -> None:
        """Note the first place where a table is in use, its inner tables included."""
        if key.model is None or not _is_used(value):
            return
        self._homes.setdefault(key.model, path)
        for inner in keys_of(key.model):
            for row in value if isinstance(value, list) else [value]:
                if isinstance(row, Mapping) and inner.model and not is_flat(inner.model):
                    self._settle(inner, f"{path}.{inner.name}", row.get(inner.name))

    def _settle_asleep(self, key: Key, path: str) -> None:
        """Note where a table that is not in use is explained, its inner tables included."""
        if key.model is None or key.model in self._homes:
            return
        self._homes[key.model] = path
        for inner in keys_of(key.model):
            if inner.model and not is_flat(inner.model):
                self._settle_asleep(inner, f"{path}.{inner.name}")

    def _root(self, key: Key) -> Iterator[str]:
        known = {} if self._model is UnitEntry and key.name in OF_SUBJECTS else INTRODUCTIONS
        intro = known.get(key.name, key.note)
        yield ""
        yield DORMANT + f"{key.title}：{intro}" if intro else DORMANT + key.title
        yield from self._table(key, key.name, self._values.get(key.name))

    def _table(self, key: Key, path: str, value: Any) -> Iterator[str]:
        if key.shape in _NAMED or key.model is None:
            yield from _words(key, path, value)
            return
        if isinstance(value, Asleep):
            value = [Asleep(row) for row in value.value]
        rows = value if isinstance(value, list) and value else [value]
        explained = next((n for n, row in enumerate(rows) if _is_used(row)), 0)
        for number, row in enumerate(rows):
            if number:
                yield ""
            if isinstance(row, Asleep) and row.note:
                yield DORMANT + row.note
            # A table that nobody foresaw is explained where it stands first.
            is_full = number == explained and self._homes.setdefault(key.model, path) == path
            yield from self._row(key, path, row, is_full=is_full)

    def _row(self, key: Key, path: str, row: Any, *, is_full: bool) -> Iterator[str]:
        assert key.model is not None  # noqa: S101 - only tables have rows
        is_live = isinstance(row, Mapping)
        values = row if isinstance(row, Mapping) else {}
        given = row.value if isinstance(row, Asleep) else {}
        header = f"[[{path}]]" if key.shape is Shape.ROWS else f"[{path}]"
        yield header if is_live else commented(header)
        shown = keys_of(key.model) if is_full else _short(key.model, {**given, **values})
        inner = [k for k in shown if _is_table(k)]
        plain = [_line(k, values, given, is_brief=not is_full) for k in shown if k not in inner]
        yield from aligned(plain)
        if not is_full and self._homes.get(key.model) != path:
            home = self._homes[key.model]
            marks = ("[", "]") if "." in home or key.shape is Shape.TABLE else ("[[", "]]")
            yield DORMANT + f"其余各项的说明见 {marks[0]}{home}{marks[1]}"
        for k in inner:
            below = f"{path}.{k.name}"
            is_elsewhere = k.model is not None and self._homes.get(k.model, below) != below
            if is_elsewhere and key.shape is Shape.TABLE:
                continue
            yield ""
            yield DORMANT + k.explained
            yield from self._table(k, below, values.get(k.name))


def _words(key: Key, path: str, value: Any) -> Iterator[str]:
    """Write a table of free names; what a form has of its own writes itself."""
    if isinstance(value, OwnFields | OwnTables):
        yield from value.lines(path)
        return
    given = value if isinstance(value, Mapping) else {}
    yield f"[{path}]" if given else commented(f"[{path}]")
    example = key.example if key.has_example else EXAMPLES.get(key.name, key.example)
    for name, text in (given or example).items():
        line = f"{bare_key(name)} = {block_literal(text) if given else literal(text)}"
        yield line if given else commented(line)


def _line(
    key: Key,
    values: Mapping[str, Any],
    given: Mapping[str, Any] | None = None,
    *,
    is_brief: bool = False,
) -> Line:
    """Write one key: the value given for it, or an example behind ``#``."""
    is_live = key.name in values
    value = values[key.name] if is_live else (given or {}).get(key.name, key.example)
    note = key.title if is_brief else key.explained
    if key.model is not None:
        legend = "，".join(_legend(k) for k in keys_of(key.model))
        note = (
            f"{key.explained}（{legend}）"
            if len(legend) <= _SHORT_LEGEND
            else f"{key.explained}\n  {legend}"
        )
        return Line(key.name, _inline(key, value if is_live else None), note, is_live)
    if is_live and value == "" and key.has_example and not is_brief and "如：" not in note:
        note += f"，如：{key.example}"
    return Line(key.name, block_literal(value) if is_live else literal(value), note, is_live)


def _legend(key: Key) -> str:
    return f"{key.name} {key.title}" + (f"（{key.note}）" if key.note else "")


def _inline(key: Key, value: Any) -> str:
    """Write a small table in braces; rows one on a line, after a pattern to go by."""
    assert key.model is not None  # noqa: S101 - only tables are written in braces
    pattern = literal(_pattern(key.model))
    if key.shape is Shape.TABLE:
        return literal(value) if value is not None else pattern
    if value is None:
        return rows_literal([f"{pattern},"])
    return rows_literal([f"{DORMANT}{pattern},", *(f"{literal(row)}," for row in value)])


def _pattern(model: type[Entry], depth: int = 0) -> dict[str, Any]:
    """Show one row with every key; a table of its own kind inside it only once."""
    shown: dict[str, Any] = {}
    for key in keys_of(model):
        if key.model is None:
            shown[key.name] = key.example
        elif depth == 0:
            shown[key.name] = [_pattern(key.model, depth + 1)]
    return shown


def _short(model: type[Entry], given: Mapping[str, Any]) -> tuple[Key, ...]:
    wanted = SHORT_ROWS.get(model, ())
    return tuple(k for k in keys_of(model) if k.name in given or k.name in wanted or _is_table(k))


def _is_table(key: Key) -> bool:
    return key.shape is Shape.WORDS or (key.model is not None and not is_flat(key.model))


def _is_used(value: Any) -> bool:
    if value is None or isinstance(value, Asleep):
        return False
    if isinstance(value, OwnFields) and value.is_asleep and not value.given:
        return False
    if isinstance(value, Sequence) and not isinstance(value, str):
        return any(_is_used(row) for row in value)
    return True


def _rank(key: Key) -> int:
    return ORDER.index(key.name) if key.name in ORDER else len(ORDER)
