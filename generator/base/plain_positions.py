"""Where everything stands in a TOML text as people write it, found by reading its lines.

It takes about a third of the time of parsing, and loads no parser. What is written otherwise (keys with dots
or with signs that a backslash stands for, a day and an hour with a blank between them) is left to the parser,
and so is what is no TOML.
"""

import re

from generator.base.pattern import Pattern
from generator.base.positions import KeyPath, Positions

_DEEPEST = 16
_KEY_NAME = r"""(?:[A-Za-z0-9_-]++|"[^"\\\n]*+"|'[^'\n]*+')"""
_STRING = (
    r'"""(?:[^"\\]++|\\.|"(?!""))*+"{3,5}'
    r"|'''(?:[^']++|'(?!''))*+'{3,5}"
    r'|"(?:[^"\\\n]++|\\.)*+"'
    r"|'[^'\n]*+'"
)
_SINGLE = rf"(?:{_STRING}|[A-Za-z0-9_+.:-]++)"  # a text, number, day or flag
_END = r"[ \t]*+(?:\#[^\n]*+)?(?:\n|\Z)"
# A line that says nothing, a key with a single value, a key before a list or table, a header.
_LINE = Pattern(
    rf"[ \t]*+(?:(?:\#[^\n]*+)?(?:\n|\Z)"
    rf"|(?P<key>{_KEY_NAME})[ \t]*+=[ \t]*+(?:(?P<value>{_SINGLE}){_END}|(?P<opens>[\[{{]))"
    rf"|(?P<header>\[\[?+)(?P<names>[ \t]*+{_KEY_NAME}(?:[ \t]*+\.[ \t]*+{_KEY_NAME})*+[ \t]*+)"
    rf"(?P<close>\]\]?+){_END})",
    re.DOTALL,
)
_LAST = Pattern(_END)
_NAME = Pattern(_KEY_NAME)
_GAP = Pattern(r"(?:[ \t\n]++|\#[^\n]*+)*+")
_BLANK = Pattern(r"[ \t]*+")
_VALUE = Pattern(_SINGLE, re.DOTALL)
_KEY = Pattern(rf"(?P<key>{_KEY_NAME})[ \t]*+=[ \t]*+")


class _NotPlainError(Exception):
    """The text says something in another way than is read here."""


def plain_positions(text: str) -> Positions | None:
    """Find where the keys and values of a text stand (``None``: the parser has to look)."""
    found = Positions(text)
    try:
        _Scan(text, found).lines()
    except _NotPlainError:
        return None
    return found


class _Scan:
    """Goes through a text once; headers of arrays of tables are counted on the way."""

    def __init__(self, text: str, found: Positions) -> None:
        self._text, self._keys, self._values = text, found.keys, found.values
        self._counts: dict[KeyPath, int] = {}

    def lines(self) -> None:
        """Record everything."""
        text, keys, values = self._text, self._keys, self._values
        at, end = 0, len(text)
        table: KeyPath = ()
        while at < end:
            line = _LINE.match(text, at)
            if line is None:
                raise _NotPlainError
            at, kind = line.end(), line.lastgroup
            if kind == "value":
                path: KeyPath = (*table, _said(line["key"]))
                keys.setdefault(path, line.start("key"))
                values.setdefault(path, line.start("value"))
            elif kind == "opens":
                path, start = (*table, _said(line["key"])), line.start("opens")
                keys.setdefault(path, line.start("key"))
                at = self._end_of_line(self._value(start, path, 1))
            elif kind == "close":
                table = self._header(line)

    def _header(self, line: re.Match[str]) -> KeyPath:
        """Resolve ``[a.b]`` or ``[[a.b]]``: a name of an array of tables means its last element."""
        opening, names = line["header"], [*_NAME.finditer(self._text, *line.span("names"))]
        if len(line["close"]) != len(opening):
            raise _NotPlainError
        path: KeyPath = ()
        for depth, name in enumerate(names, 1):
            path = (*path, _said(name[0]))
            self._keys.setdefault(path, name.start())
            if depth == len(names) and len(opening) > 1:
                self._counts[path] = self._counts.get(path, 0) + 1
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
        self._values.setdefault(path, line.start("header"))
        return path

    def _value(self, at: int, path: KeyPath, depth: int) -> int:
        """Record a value and what is in it; gives where it ends."""
        self._values.setdefault(path, at)
        opening = self._text[at : at + 1]
        if depth > _DEEPEST:
            raise _NotPlainError
        if opening == "[":
            return self._list(at + 1, path, depth)
        if opening == "{":
            return self._table(at + 1, path, depth)
        single = _VALUE.match(self._text, at)
        if single is None:
            raise _NotPlainError
        return single.end()

    def _list(self, at: int, path: KeyPath, depth: int) -> int:
        text, index = self._text, 0
        while not text.startswith("]", at := _behind(_GAP, text, at)):
            at = _behind(_GAP, text, self._value(at, (*path, index), depth + 1))
            index += 1
            if text.startswith(",", at):
                at += 1
            elif not text.startswith("]", at):
                raise _NotPlainError
        return at + 1

    def _table(self, at: int, path: KeyPath, depth: int) -> int:
        text = self._text
        while not text.startswith("}", at := _behind(_BLANK, text, at)):
            key = _KEY.match(text, at)
            if key is None:
                raise _NotPlainError
            own: KeyPath = (*path, _said(key["key"]))
            self._keys.setdefault(own, at)
            at = _behind(_BLANK, text, self._value(key.end(), own, depth + 1))
            if text.startswith(",", at):
                at += 1
            elif not text.startswith("}", at):
                raise _NotPlainError
        return at + 1

    def _end_of_line(self, at: int) -> int:
        last = _LAST.match(self._text, at)
        if last is None:
            raise _NotPlainError
        return last.end()


def _said(name: str) -> str:
    return name[1:-1] if name[0] in "\"'" else name


def _behind(gap: Pattern, text: str, at: int) -> int:
    found = gap.match(text, at)
    return at if found is None else found.end()
