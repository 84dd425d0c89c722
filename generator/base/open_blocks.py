"""Texts, lists and tables of TOML that nobody closed: where each begins, and where it most likely ends.

A parser stops far below: at the next text in three quotes, or at the end of the file.
"""

from collections.abc import Sequence
from typing import NamedTuple

from generator.base.pattern import Pattern

_LONG = Pattern(r"""\s*(?P<key>[^\s=#"'\[{]+|"[^"]*")\s*=\s*(?P<open>\"{3}|'{3})(?P<rest>.*)""")
_LIST = Pattern(r"""\s*(?P<key>[^\s=#"'\[{]+|"[^"]*")\s*=\s*(?P<rest>[\[{].*)""")
_QUOTED = Pattern(r""""(?:[^"\\]|\\.)*"|'[^']*'|#.*""")
_STATEMENT = Pattern(
    r"""\s*(?:\[{1,2}\s*[A-Za-z0-9_.-]+\s*\]{1,2}\s*(?:#.*)?"""
    r"""|[A-Za-z0-9_.-]+\s*=\s*(?:["'\[{0-9+-]|true|false).*)"""
)
_PAIRS = {"[": "]", "{": "}"}
_NAMES = {"[": "列表", "{": "这张表"}


class OpenBlock(NamedTuple):
    """What nobody closed: its first line, the column of its sign, its last line, what closes it."""

    line: int
    column: int
    last: int
    opener: str
    closer: str

    @property
    def message(self) -> str:
        """Name it."""
        what = _NAMES.get(self.opener, f"由 {self.opener} 起的文字")
        return f"{what}没有写完，缺少后面的 {self.closer}"

    @property
    def hint(self) -> str:
        """Say where it most likely ends."""
        where = "这一行" if self.last == self.line else f"第 {self.last} 行"
        return f"多半到{where}为止：在{where}末尾补上 {self.closer}"


def open_block(rows: Sequence[str], fault: int) -> OpenBlock | None:
    """Find the block that makes a parser stop at a line, at or below its beginning (``None``: none)."""
    line = 1
    while line <= min(fault, len(rows)):
        row = rows[line - 1]
        if (found := _LONG.fullmatch(row)) is not None:
            opener = found["open"]
            end = _end_of_text(rows, line, found.start("rest"), opener)
            if end is None or (end >= fault and _LONG.fullmatch(rows[end - 1]) and end != line):
                last = _last_line(rows, line)
                return OpenBlock(line, found.start("open") + 1, last, opener, opener)
            line = end
        elif (found := _LIST.fullmatch(row)) is not None:
            last = _last_line(rows, line)
            missing = _missing(rows[line - 1 : last], found.start("rest"))
            if missing and last <= fault <= _next_statement(rows, last):
                opener = next(sign for sign in _PAIRS if missing.endswith(_PAIRS[sign]))
                return OpenBlock(line, found.start("rest") + 1, last, opener, missing)
            line = last if not missing else line
        line += 1
    return None


def _end_of_text(rows: Sequence[str], line: int, at: int, opener: str) -> int | None:
    """Return the line on which three quotes close a text."""
    for number in range(line, len(rows) + 1):
        if opener in rows[number - 1][at if number == line else 0 :]:
            return number
    return None


def _last_line(rows: Sequence[str], line: int) -> int:
    """Return the last line with something on it before the next statement."""
    last = line
    for number in range(line + 1, len(rows) + 1):
        if _STATEMENT.fullmatch(rows[number - 1]):
            break
        if rows[number - 1].strip() and not rows[number - 1].lstrip().startswith("#"):
            last = number
    return last


def _next_statement(rows: Sequence[str], last: int) -> int:
    return next(
        (n for n in range(last + 1, len(rows) + 1) if _STATEMENT.fullmatch(rows[n - 1])),
        len(rows) + 1,
    )


def _missing(rows: Sequence[str], at: int) -> str:
    """Return the brackets that are still open, as they are to be closed (empty: none, or too many)."""
    open_ones: list[str] = []
    for number, row in enumerate(rows):
        for sign in _QUOTED.sub("", row[at:] if number == 0 else row):
            if sign in _PAIRS:
                open_ones.append(sign)
            elif sign in _PAIRS.values() and (not open_ones or _PAIRS[open_ones.pop()] != sign):
                return ""
    return "".join(_PAIRS[sign] for sign in reversed(open_ones))
