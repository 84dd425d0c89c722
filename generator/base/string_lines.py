"""Where the lines of a TOML string value stand in its file."""

from generator.base.positions import Position

_LONG = ('"""', "'''")


def locate(text: str, start: Position, line: int, column: int) -> Position:
    """Return the place of a line and column inside the string value that starts at a position.

    The first line break after a long opener is not part of the value; a backslash at the end of a
    line joins it with the next.
    """
    rows = text.split("\n")
    raw = "\n".join([rows[start.line - 1][start.column - 1 :], *rows[start.line :]])
    opener = raw[:3] if raw[:3] in _LONG else raw[:1]
    if opener[:1] not in ("'", '"'):
        return start
    at, row, offset = len(opener), start.line, start.column - 1
    if len(opener) == 3:
        skipped = 2 if raw[at : at + 2] == "\r\n" else 1 if raw[at : at + 1] == "\n" else 0
        if skipped:
            at, row, offset = at + skipped, row + 1, -(at + skipped)
    is_literal = opener[0] == "'"
    current = 1
    while current < line and at < len(raw) and not raw.startswith(opener, at):
        char = raw[at]
        if char == "\\" and not is_literal:
            is_newline, length, crossed = _escape(raw, at)
            row += crossed
            if crossed:
                offset = -(raw.rfind("\n", at, at + length) + 1)
            at += length
            current += is_newline
            continue
        at += 1
        if char == "\n":
            row, offset, current = row + 1, -at, current + 1
    return Position(row, at + offset + column)


def _escape(raw: str, at: int) -> tuple[bool, int, int]:
    """Read a backslash: is it a line break of the value, how long is it, how many rows it crosses."""
    rest = raw[at + 1 :]
    stripped = rest.lstrip(" \t\r")
    if stripped.startswith("\n"):
        space = len(rest) - len(rest.lstrip(" \t\r\n"))
        return False, 1 + space, rest[:space].count("\n")
    return rest[:1] == "n", 2, 0
