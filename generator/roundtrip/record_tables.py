"""The tables of a manifest, one a line: the long ones are read when something of them is first asked for.

A build of a tree that changes nothing asks what a file was and what figures show, and for no more.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from generator.base.json_line import json_line


def lines_of(tables: Mapping[str, Any]) -> list[bytes]:
    """Write tables, one a line."""
    return [b'"%b":%b' % (name.encode(), json_line(table)) for name, table in tables.items()]


def joined(lines: Iterable[bytes]) -> bytes:
    """Join the lines of all tables."""
    return b"{%b}\n" % b",\n".join(lines)


class LaterTable:
    """A table that is read when it is asked for; of a damaged one there is nothing."""

    def __init__(self, table: Mapping[str, Any] | None = None, line: bytes = b"") -> None:
        self._read, self._line = table, line

    @classmethod
    def on(cls, line: bytes) -> "LaterTable":
        """Take the line on which a table stands."""
        return cls(None, line)

    def read(self) -> Mapping[str, Any]:
        """Return the table."""
        if self._read is None:
            try:
                read = json.loads(self._line)
            except (ValueError, RecursionError):
                read = None
            self._read = read if isinstance(read, dict) else {}
            self._line = b""
        return self._read


def tables_in(data: bytes, later: Collection[str]) -> Mapping[str, Any]:
    """Read tables, those that are named ``later`` as such; raises ``ValueError`` for what are none.

    As we write them each has its line. Whatever somebody made of them is read as a whole.
    """
    try:
        found = _by_lines(data, later)
    except ValueError:
        whole = json.loads(data.decode())
        if not isinstance(whole, dict):
            raise
        found = {**whole, **{name: _table(whole[name]) for name in later if name in whole}}
    return found


def _table(value: object) -> LaterTable:
    return LaterTable(value if isinstance(value, dict) else {})


def _by_lines(data: bytes, later: Collection[str]) -> dict[str, Any]:
    """Read tables that each have a line; they can be long, so nothing of them is copied twice."""
    if not data.startswith(b"{"):
        raise ValueError
    found: dict[str, Any] = {}
    at = 1
    while at < len(data):
        end = data.find(b"\n", at)
        between = data.find(b":", at, end)
        behind = b"}" if end == len(data) - 1 else b","
        if between < 0 or data[end - 1 : end] != behind:
            raise ValueError
        key, value = json.loads(data[at:between].decode()), data[between + 1 : end - 1]
        if not isinstance(key, str):
            raise ValueError
        found[key] = LaterTable.on(value) if key in later else json.loads(value.decode())
        at = end + 1
    return found
