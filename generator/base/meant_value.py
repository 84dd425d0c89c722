"""A mistyped value of TOML: its slips, what to do, and the value that is meant."""

from typing import NamedTuple

import tomli

from generator.base.toml_limits import read_decimal


class Value(NamedTuple):
    """The slips of a value, what to do, and the value that is meant (``None``: nobody can tell).

    An empty text stands for a value that nobody wrote. What stands behind the value is part of it,
    letter by letter.
    """

    slips: tuple[str, ...]
    hint: str = ""
    text: str | None = None


def parses(text: str) -> bool:
    """Tell whether a text is TOML."""
    try:
        tomli.loads(text, parse_float=read_decimal)
    except (tomli.TOMLDecodeError, RecursionError, ValueError):
        return False
    return True
