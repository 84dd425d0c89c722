"""The tables of a manifest, one a line: the long ones are read when something of them is first asked for.

A build of a tree that changes nothing asks what a file was and what figures show, and for no more.
"""

import json
from collections.abc import Collection, Mapping
from typing import Any

from generator.base.json_line import json_line


def lines_of(tables: Mapping[str, Any]) -> bytes:
    """Write tables, one a line."""
    lines = b",\n".join(b'"%b":%b' % (name.encode(), json_line(tables[name])) for name in tables)
    return b"{%b}\n" % lines


class LaterTable:
    """A table that is read when it is asked for; of a damaged one there is nothing."""

    def __init__(self, line: bytes | Mapping[str, Any]) -> None:
        self._line, self._read = line, None if isinstance(line, bytes) else line

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
    if not (data.startswith(b"{") and data.endswith(b"}\n")):
        raise ValueError
    found: dict[str, Any] = {}
    for line in data[1:-2].split(b",\n"):
        name, between, value = line.partition(b":")
        if not between or b"\n" in line:
            raise ValueError
        key = json.loads(name.decode())
        if not isinstance(key, str):
            raise ValueError
        found[key] = LaterTable(value) if key in later else json.loads(value.decode())
    return found
