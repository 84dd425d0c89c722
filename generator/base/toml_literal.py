"""Values written in TOML: on one line, tables in braces."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_BARE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")


def literal(value: Any) -> str:
    """Write a value in TOML, tables in braces."""
    if isinstance(value, str):
        return quote(value)
    if isinstance(value, Mapping):
        inside = ", ".join(f"{bare_key(k)} = {literal(v)}" for k, v in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, Sequence):
        return f"[{', '.join(literal(item) for item in value)}]"
    if isinstance(value, bool):
        return str(value).lower()
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def quote(text: str) -> str:
    """Write a text in quotes."""
    inside = "".join(_ESCAPES.get(c) or _escaped(c) for c in text)
    return f'"{inside}"'


def block_literal(value: Any) -> str:
    """Write a value in TOML; a text of several lines keeps them, between three quotes."""
    if not isinstance(value, str) or "\n" not in value:
        return literal(value)
    lines = (quote(line)[1:-1].replace('\\"', '"') for line in value.split("\n"))
    # A quote may stand alone; beside another, or at the end, it would be taken for the end.
    inside = re.sub(r'"(?="|\Z)', r'\\"', "\n".join(lines))
    return f'"""{chr(10) if inside.startswith(chr(10)) else ""}{inside}"""'


def bare_key(name: str) -> str:
    """Write a key, in quotes where TOML wants them."""
    return name if name and set(name) <= _BARE else quote(name)


def _escaped(character: str) -> str:
    is_control = ord(character) < 0x20 or ord(character) == 0x7F
    return f"\\u{ord(character):04x}" if is_control else character
