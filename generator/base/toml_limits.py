"""Limits that keep hostile TOML away from the parsers: depth, number of statements, size of numbers."""

import re
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from generator.base.pattern import Pattern

DEEPEST = 16
MOST_LINES = 100_000
LONGEST_NUMBER = 30

# Strings and comments whole, so that nothing inside them counts. Possessive quantifiers keep a
# string that never ends from being tried again and again.
_QUIET = Pattern(
    r'"""(?:[^"\\]++|\\.|"(?!""))*+(?:"{3,5})?'
    r"|'''(?:[^']++|'(?!''))*+(?:'{3,5})?"
    r'|"(?:[^"\\\n]++|\\.)*+"?'
    r"|'[^'\n]*+'?"
    r"|\#[^\n]*+",
    re.DOTALL,
)
_BRACKET = Pattern(r"[\[\]{}]")
_KEY = r'(?:(?<![A-Za-z0-9_-])[A-Za-z0-9_-]++|"")'
_LONG_NUMBER = Pattern(rf"(?<![\w.+-])[+-]?[0-9_]{{{LONGEST_NUMBER + 1},}}+(?![\w-]*[ \t]*[=.])")
# Found at once where there are none, as in nearly every text.
_MANY_DIGITS = Pattern(rf"[0-9_][0-9_]{{{LONGEST_NUMBER}}}")
_MANY_DOTS = Pattern(rf"\.(?:[^.\n]*+\.){{{DEEPEST - 1}}}")
_LONG_KEY = Pattern(rf"{_KEY}(?:[ \t]*+\.[ \t]*+{_KEY}){{{DEEPEST}}}")


class Excess(NamedTuple):
    """What goes beyond the limits, and where."""

    message: str
    hint: str
    line: int
    column: int
    code: str = "I08"


def find_excess(text: str) -> Excess | None:
    """Look for nesting too deep for any form, without parsing."""
    if text.count("\n") >= MOST_LINES:
        return Excess(f"文件超过 {MOST_LINES} 行", "请拆成几个文件", MOST_LINES, 1)
    if _find_excess(_QUIET.sub('""', text)) is None:
        return None
    return _find_excess(_QUIET.sub(_blank, text))  # once more with all lines, for the place


def _find_excess(bare: str) -> Excess | None:
    depth = 0
    for found in _BRACKET.finditer(bare):
        if found[0] in "[{":
            depth += 1
            if depth > DEEPEST:
                return _excess(bare, found.start(), f"括号嵌套超过 {DEEPEST} 层", "请核对括号")
        else:
            depth = max(0, depth - 1)
    if _MANY_DOTS.search(bare) and (long_key := _LONG_KEY.search(bare)):
        return _excess(bare, long_key.start(), f"键的层次超过 {DEEPEST} 层", "请核对这一行")
    if _MANY_DIGITS.search(bare) and (long_number := _LONG_NUMBER.search(bare)):
        return _excess(
            bare, long_number.start(), "数太长", "请核对这个数；编码、号码请加引号", "I09"
        )
    return None


def read_decimal(text: str) -> Decimal:
    """Read a decimal; one whose exponent no decimal can hold becomes one that is refused later."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal((0, (1,), LONGEST_NUMBER + 1))


def _blank(found: re.Match[str]) -> str:
    """Empty a string or comment but keep its lines, so that places stay right."""
    return '""' + "\n" * found[0].count("\n")


def is_extreme(value: Decimal | int) -> bool:
    """Tell whether a number has more digits or a larger exponent than any figure needs."""
    if isinstance(value, int):
        return value.bit_length() > LONGEST_NUMBER * 4
    if len(str(value)) <= LONGEST_NUMBER and value.is_finite() and "E" not in str(value):
        return False
    exponent = value.as_tuple().exponent
    digits = len(value.as_tuple().digits)
    return (
        digits > LONGEST_NUMBER or not isinstance(exponent, int) or abs(exponent) > LONGEST_NUMBER
    )


def _excess(text: str, at: int, message: str, hint: str, code: str = "I08") -> Excess:
    line = text.count("\n", 0, at) + 1
    return Excess(message, hint, line, at - text.rfind("\n", 0, at), code)
