"""All syntax errors of a TOML text: a faulty line is blanked out and the rest is read again."""

from collections.abc import Iterator

import tomli

from generator.base.line_context import (
    header_of_one,
    header_of_several,
    repeated_headers,
    slip_at,
    taken_out,
    without,
)
from generator.base.long_texts import LongText, long_text
from generator.base.lost_headers import first_of_once, lost_header
from generator.base.open_blocks import OpenBlock, open_block
from generator.base.pattern import Pattern
from generator.base.problem import Place, Problem, Severity
from generator.base.toml_errors import Explanation, explain
from generator.base.toml_limits import read_decimal

MOST_ERRORS = 20
_UNCLOSED = ('Expected "\'"', "Found invalid character '\\n'")
_DUPLICATES = ("Cannot declare", "Cannot overwrite", "Duplicate inline")
# One statement on one line; anything longer cannot be taken out without breaking what follows.
_SINGLE_LINE = Pattern(
    r"^\s*(?:\[.*|[^\s=#\[][^=]*=(?!.*(?:\"\"\"|'''))(?!\s*[\[{][^\]}]*$).*|[^\[\]{}\"'=]+)$"
)


def find_syntax_errors(text: str, shown: str) -> Iterator[Problem]:
    """Give every syntax error that can be told apart from the ones before it."""
    rows = text.split("\n")
    seen: set[int] = set()
    for _ in range(MOST_ERRORS):
        try:
            tomli.loads("\n".join(rows), parse_float=read_decimal)
        except tomli.TOMLDecodeError as error:
            line, column = fault_line(error, rows)
            block: OpenBlock | LongText | None = open_block(rows, line)
            if (wide := long_text(rows, line if block is None else block.line)) is not None:
                block = wide
            if block is not None:
                place = Place(shown, block.line, block.column)
                quote = rows[block.line - 1].strip()[:60]
                yield Problem("I05", Severity.ERROR, block.message, place, block.hint, quote)
                rows[block.line - 1 : block.last] = [""] * (block.last - block.line + 1)
                continue
            row = rows[line - 1] if line <= len(rows) else ""
            if line in seen:
                return
            seen.add(line)
            yield _problem(error.msg, shown, line, column, row, rows)
            if not is_single_line(row):
                return
            for number in taken_out(rows, line):
                rows[number - 1] = without(rows[number - 1], number)
        except (RecursionError, ValueError) as error:
            yield Problem("I05", Severity.ERROR, "TOML 写法不对", Place(shown, 1, 1), _hint(error))
            return
        else:
            return


def _hint(error: Exception) -> str:
    """What it says itself is English; what it is tells enough."""
    too_deep = isinstance(error, RecursionError)
    return "括号一层套一层太多" if too_deep else "请核对日期、时间和数的写法"


def is_single_line(row: str) -> bool:
    """Tell whether a line can be taken out without breaking what follows."""
    return _SINGLE_LINE.match(row.rstrip("\r")) is not None


def fault_line(error: tomli.TOMLDecodeError, rows: list[str]) -> tuple[int, int]:
    """Return the line at fault; an error found at the next line's start belongs to the one before."""
    line, column = error.lineno, error.colno
    if error.msg.startswith(_UNCLOSED):
        # tomli looks for the closing quote to the end; the fault is the line that opened it.
        odd = next(
            (n for n in range(line, 0, -1) if n <= len(rows) and rows[n - 1].count("'") % 2), line
        )
        return odd, rows[odd - 1].rfind("'") + 1 if odd <= len(rows) else column
    while line > 1 and (line > len(rows) or (column <= 1 and not rows[line - 1].strip())):
        line -= 1
        column = len(rows[line - 1]) + 1
    return line, column


def _problem(said: str, shown: str, line: int, column: int, row: str, rows: list[str]) -> Problem:
    is_double = said.startswith(_DUPLICATES)
    first_header = header_of_one(rows, line) if is_double and line <= len(rows) else None
    has_several = is_double and line <= len(rows) and header_of_several(rows, line) is not None
    has_repeated = is_double and line <= len(rows) and bool(repeated_headers(rows, line))
    is_once = is_double and first_of_once(rows, line) is not None
    is_lost = is_double and lost_header(rows, line) is not None
    if is_once:
        first_header = line
    is_header = first_header is not None or has_several or has_repeated or is_lost
    slip = None if is_double and not is_header else slip_at(rows, line)
    told = Explanation(slip.message, slip.hint) if slip is not None else explain(said, row)
    message = told.message
    if is_double and slip is None and (first := _first_of(row, line, rows)):
        message = f"{message}，第 {first} 行已有"
        column = len(row) - len(row.lstrip()) + 1
    if is_header:
        line, column = first_header or line, 1
    code = "I06" if is_double else "I05"
    return Problem(
        code, Severity.ERROR, message, Place(shown, line, column), told.hint, row.strip()[:60]
    )


def _first_of(row: str, line: int, rows: list[str]) -> int:
    """Return the line that wrote the same key or header before."""
    key = row.split("=", 1)[0].strip()
    above = range(line - 1, 0, -1)
    for number in above:
        other = rows[number - 1]
        if other.split("=", 1)[0].strip() == key:
            return number
        if other.lstrip().startswith("[") and not key.startswith("["):
            return 0
    return 0
