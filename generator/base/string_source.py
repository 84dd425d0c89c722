"""Where each character of a TOML string value stands in the text of its file."""

from collections.abc import Sequence

from generator.base.positions import Position

_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}
_CODES = {"u": 4, "U": 8}
_LONG = 3


def source_offsets(text: str, start: Position, value: str) -> Sequence[int] | None:
    """Return the offset of every character of a value, and of its end; ``None`` if it is no string."""
    begin = _offset(text, start)
    opener = text[begin : begin + _LONG]
    if opener not in ('"""', "'''"):
        opener = text[begin : begin + 1]
    if opener[:1] not in ("'", '"'):
        return None
    at = begin + len(opener)
    if len(opener) == _LONG and text[at : at + 1] == "\n":
        at += 1
    if text.startswith(value, at) and ("\\" not in value or opener[0] == "'"):
        return range(at, at + len(value) + 1)
    offsets: list[int] = []
    for character in value:
        at = _skip_joined(text, at, opener)
        offsets.append(at)
        length, said = _read(text, at, opener)
        if said != character:
            return None
        at += length
    return (*offsets, at)


def _offset(text: str, position: Position) -> int:
    at = 0
    for _ in range(position.line - 1):
        at = text.index("\n", at) + 1
    return at + position.column - 1


def _skip_joined(text: str, at: int, opener: str) -> int:
    """Pass over a backslash at the end of a line, which joins it with the next."""
    while opener == '"""' and text[at : at + 1] == "\\":
        rest = text[at + 1 :]
        if not rest.lstrip(" \t").startswith("\n"):
            break
        at += 1 + len(rest) - len(rest.lstrip(" \t\n"))
    return at


def _read(text: str, at: int, opener: str) -> tuple[int, str]:
    """Read one character of a string: how long it is in the file, and what it stands for."""
    if opener[0] == "'" or text[at] != "\\":
        return 1, text[at]
    sign = text[at + 1]
    if sign in _CODES:
        digits = text[at + 2 : at + 2 + _CODES[sign]]
        return 2 + len(digits), chr(int(digits, 16))
    return 2, _ESCAPES.get(sign, "")
