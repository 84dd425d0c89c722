"""The one door to TOML: data with decimals as typed, and the place of everything in it."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from generator.base.pattern import Pattern
from generator.base.plain_positions import plain_positions
from generator.base.positions import KeyPath, Position, Positions, find_positions
from generator.base.problem import Place, Problem, Severity
from generator.base.strange_text import FORBIDDEN, read_text
from generator.base.string_lines import locate
from generator.base.string_source import source_offsets
from generator.base.toml_limits import find_excess, is_extreme, read_decimal

__all__ = ["KeyPath", "TomlFile", "parse_toml", "read_toml"]

_NUMBER = Pattern(r"[+-]?\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?", re.ASCII)
_NAMING = ("name", "title", "item", "class", "code", "document", "by", "id")


@dataclass(frozen=True)
class TomlFile:
    """A TOML file: what it says, and where it says it."""

    path: Path
    shown: str
    text: str
    data: dict[str, Any]

    @cached_property
    def digest(self) -> str:
        """Return the digest of what was read: two files with one digest say the same."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    def place(self, keys: KeyPath, on: Literal["key", "value"] = "value") -> Place:
        """Return the place of a key or value; of the nearest table around one that is missing."""
        at = self._positions.nearest(keys, key=on == "key")
        return self._place(at, keys)

    def line(self, keys: KeyPath) -> int:
        """Return the line of a value, or of the nearest table around one that is missing."""
        return self._positions.line(keys)

    def text_place(self, keys: KeyPath, line: int, column: int = 1) -> Place:
        """Return the place of a line and column inside a string value."""
        start = self._positions.nearest(keys, key=False)
        return self._place(locate(self.text, start, line, column), keys)

    def offsets(self, keys: KeyPath) -> Sequence[int] | None:
        """Return where each character of a string value stands in the text, and its end."""
        value = value_at(self.data, keys)
        start = self._positions.value(keys)
        if start is None or not isinstance(value, str):
            return None
        return source_offsets(self.text, start, value)

    def number_span(self, keys: KeyPath) -> tuple[int, int] | None:
        """Return where a number stands in the text."""
        start = self._positions.value(keys)
        if start is None:
            return None
        lines = self.text.split("\n")
        at = sum(len(line) + 1 for line in lines[: start.line - 1]) + start.column - 1
        found = _NUMBER.match(self.text, at)
        return found.span() if found else None

    def offset_place(self, keys: KeyPath, offset: int) -> Place:
        """Return the place of an offset in the text, as a place of a key."""
        line = self.text.count("\n", 0, offset) + 1
        return self._place(Position(line, offset - self.text.rfind("\n", 0, offset)), keys)

    def key_text(self, keys: KeyPath) -> str:
        """Write a key path for people: rows of tables by their name, else by number."""
        text = ""
        current: Any = self.data
        for key in keys:
            if isinstance(key, int):
                current = current[key] if isinstance(current, list) and key < len(current) else None
                text += f"[{_name(current) or key + 1}]"
            else:
                current = current.get(key) if isinstance(current, dict) else None
                text += f".{key}" if text else key
        return text

    @cached_property
    def _positions(self) -> Positions:
        plain = plain_positions(self.text)
        return find_positions(self.text) if plain is None else plain

    def _place(self, at: Position, keys: KeyPath) -> Place:
        return Place(self.shown, at.line, at.column, self.key_text(keys))


def value_at(data: Any, keys: KeyPath) -> Any:
    """Return what lies at a path of keys (``None``: nothing; TOML has no such value)."""
    value = data
    for key in keys:
        if isinstance(key, int):
            is_there = isinstance(value, list) and 0 <= key < len(value)
        else:
            is_there = isinstance(value, dict) and key in value
        if not is_there:
            return None
        value = value[key]
    return value


def read_toml(path: Path, shown: str) -> tuple[TomlFile | None, tuple[Problem, ...]]:
    """Read a TOML file; every fault is a problem."""
    text, problems = read_text(path, shown)
    if text is None:
        return None, problems
    file, more = parse_toml(text, path, shown)
    return file, (*problems, *more)


def parse_toml(text: str, path: Path, shown: str) -> tuple[TomlFile | None, tuple[Problem, ...]]:
    """Parse TOML text. Limits come first, so that hostile text never reaches a parser."""
    if excess := find_excess(text):
        place = Place(shown, excess.line, excess.column)
        return None, (Problem(excess.code, Severity.ERROR, excess.message, place, excess.hint),)
    import tomli  # noqa: PLC0415 - what was kept from another run needs no parser

    try:
        data = tomli.loads(text, parse_float=read_decimal)
    except (tomli.TOMLDecodeError, RecursionError, ValueError):
        from generator.base.toml_syntax import find_syntax_errors  # noqa: PLC0415 - for faults only

        return None, tuple(find_syntax_errors(text, shown))
    file = TomlFile(path, shown, text, data)
    problems = () if _is_harmless(data, has_escapes="\\" in text) else tuple(_refused(file))
    return (None if problems else file), problems


def _is_harmless(data: dict[str, Any], *, has_escapes: bool) -> bool:
    """Tell quickly, without key paths, that there is nothing to refuse: nearly all files are so.

    The text itself was looked through; only an escape puts a character into a value that is not in it.
    """
    work: list[Any] = [data]
    while work:
        value = work.pop()
        if isinstance(value, str):
            if has_escapes and FORBIDDEN.search(value):
                return False
        elif isinstance(value, dict):
            work += value.values()
        elif isinstance(value, list):
            work += value
        elif isinstance(value, Decimal | int) and is_extreme(value):
            return False
    return True


def _refused(file: TomlFile) -> Iterator[Problem]:
    """Find numbers that are none or that no budget holds, and characters hidden in escapes."""
    work: list[tuple[KeyPath, Any]] = [((), file.data)]
    while work:
        keys, value = work.pop()
        if isinstance(value, dict):
            work += [((*keys, key), item) for key, item in value.items()]
        elif isinstance(value, list):
            work += [((*keys, index), item) for index, item in enumerate(value)]
        elif isinstance(value, str):
            if found := FORBIDDEN.search(value):
                message = f"有不能用的字符 U+{ord(found[0]):04X}（写成了转义）"
                yield Problem("I04", Severity.ERROR, message, file.place(keys), "请删去这个字符")
        elif isinstance(value, Decimal) and not value.is_finite():
            hint = "请写出具体的数；没有数的，删去这一行"
            message = f"“{value}”不是数"
            yield Problem("I07", Severity.ERROR, message, file.place(keys), hint, str(value))
        elif isinstance(value, Decimal | int) and is_extreme(value):
            yield Problem("I09", Severity.ERROR, "数太长或太大", file.place(keys), "请核对这个数")


def _name(table: Any) -> str:
    if not isinstance(table, dict):
        return ""
    return next(
        (table[key] for key in _NAMING if isinstance(table.get(key), str) and table[key]), ""
    )
