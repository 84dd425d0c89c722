"""Texts in three quotes of which some are of another kind: achieved = ”””…\"\"\"."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.base.pattern import Pattern

_PLAIN = '"""'
_QUOTES = '"“”„‟＂'
_OPENS = Pattern(rf"(?P<before>\s*[A-Za-z0-9_.-]+\s*=\s*)(?P<open>[{_QUOTES}]{{3}})(?P<rest>.*)")
_CLOSES = Pattern(rf"(?P<text>.*?)(?P<close>[{_QUOTES}]{{3}})(?P<tail>\s*(?:#.*)?)")
_STATEMENT = Pattern(r"\s*(?:\[{1,2}[A-Za-z0-9_. -]+\]{1,2}|[A-Za-z0-9_-]+\s*=\s*[\"“0-9\[{]).*")
_LONGEST_TEXT = 200


class LongText(NamedTuple):
    """A text over one line or several, its wrong quotes, and its lines as they are meant."""

    line: int
    column: int
    last: int
    said: str
    fixes: dict[int, str]

    @property
    def message(self) -> str:
        """Name the slip."""
        return f"三个引号要用半角的（写成了 {self.said}）"

    @property
    def hint(self) -> str:
        """Say what to write."""
        lines = "、".join(str(number) for number in self.fixes)
        return f"第 {lines} 行的 {self.said} 改成 {_PLAIN}"


def long_text(rows: Sequence[str], line: int) -> LongText | None:
    """Look at the text that begins on a line (``None``: its quotes are plain, or it has no end)."""
    found = _OPENS.fullmatch(rows[line - 1]) if line <= len(rows) else None
    if found is None:
        return None
    for number in range(line, min(len(rows), line + _LONGEST_TEXT) + 1):
        rest = found["rest"] if number == line else rows[number - 1]
        if _CLOSES.fullmatch(rest) is not None:
            return _mended(rows, line, number)
        if number > line and _STATEMENT.match(rest):
            return None
    return None


def _mended(rows: Sequence[str], line: int, last: int) -> LongText | None:
    """Write the quotes of a text as they are meant."""
    fixes = {number: rows[number - 1] for number in (line, last)}
    said = []
    opens = _OPENS.fullmatch(fixes[line])
    if opens is not None and opens["open"] != _PLAIN:
        said.append(opens["open"])
        fixes[line] = f"{opens['before']}{_PLAIN}{opens['rest']}"
    at = 0 if opens is None or line != last else len(opens["before"]) + len(_PLAIN)
    closes = _CLOSES.fullmatch(fixes[last][at:])
    if closes is not None and closes["close"] != _PLAIN:
        said.append(closes["close"])
        fixes[last] = f"{fixes[last][:at]}{closes['text']}{_PLAIN}{closes['tail']}"
    changed = {number: row for number, row in fixes.items() if row != rows[number - 1]}
    inside = "\n".join((*rows[line : last - 1],))
    if opens is None or not changed or _PLAIN in inside:
        return None
    column = len(opens["before"]) + 1
    return LongText(line, column, last, "、".join(dict.fromkeys(said)), changed)
