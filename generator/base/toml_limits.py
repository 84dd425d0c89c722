"""Limits that keep hostile TOML away from the parsers: depth, number of statements, size of numbers."""

import re
from dataclasses import dataclass
from decimal import Decimal

DEEPEST = 16
MOST_LINES = 100_000
LONGEST_NUMBER = 30

# Everything that matters to depth, strings and comments whole so that nothing inside them counts.
# Possessive quantifiers keep a string that never ends from being tried again and again.
_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*+(?:"{3,5})?'
    r"|'''(?:[^']|'(?!''))*+(?:'{3,5})?"
    r'|"(?:[^"\\\n]|\\.)*+"?'
    r"|'[^'\n]*+'?"
    r"|\#[^\n]*+"
    r"|[\[\]{}\n]"
    r"|[A-Za-z0-9_-]++(?:[ \t]*+\.[ \t]*+[A-Za-z0-9_\"'-])",
    re.DOTALL,
)
_DOTTED = re.compile(r"""(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')(?:[ \t]*+\.[ \t]*+(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')){16}""")


@dataclass(frozen=True, slots=True)
class Excess:
    """What goes beyond the limits, and where."""

    message: str
    hint: str
    line: int
    column: int


def find_excess(text: str) -> Excess | None:
    """Look for nesting too deep for any form, without parsing."""
    depth, line, start = 0, 1, 0
    for found in _TOKEN.finditer(text):
        token = found[0]
        if token in "[{":
            depth += 1
            if depth > DEEPEST:
                return _excess(text, found.start(), f"括号嵌套超过 {DEEPEST} 层")
        elif token in "]}":
            depth = max(0, depth - 1)
        elif token == "\n":
            line, start = line + 1, found.end()
            if line > MOST_LINES:
                return Excess(f"文件超过 {MOST_LINES} 行", "请拆成几个文件", line, 1)
    for number, row in enumerate(text.split("\n"), 1):
        if row.count(".") >= DEEPEST and (found_key := _DOTTED.match(row.lstrip(" \t["))):
            del found_key
            return Excess(f"键的层次超过 {DEEPEST} 层", "请核对这一行", number, 1)
    return None


def is_extreme(value: Decimal | int) -> bool:
    """Tell whether a number has more digits or a larger exponent than any figure needs."""
    if isinstance(value, int):
        return value.bit_length() > LONGEST_NUMBER * 4
    exponent = value.as_tuple().exponent
    digits = len(value.as_tuple().digits)
    return digits > LONGEST_NUMBER or not isinstance(exponent, int) or abs(exponent) > LONGEST_NUMBER


def _excess(text: str, at: int, message: str) -> Excess:
    line = text.count("\n", 0, at) + 1
    return Excess(message, "请核对括号", line, at - text.rfind("\n", 0, at))
