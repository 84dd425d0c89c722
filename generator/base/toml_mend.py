"""A TOML text with every slip mended that leaves no choice; what is left broken stays as it is."""

from collections.abc import Collection
from typing import NamedTuple

import tomli

from generator.base.line_context import fixes_at, without
from generator.base.open_blocks import open_block
from generator.base.toml_limits import find_excess, read_decimal
from generator.base.toml_syntax import fault_line, is_single_line

_MOST_MENDS = 500


class Mended(NamedTuple):
    """The text as it is to be, the lines that changed, and the text without what is left broken."""

    text: str
    lines: tuple[int, ...] = ()
    readable: str = ""


def mend_toml(text: str, left: Collection[int] = ()) -> Mended:
    """Mend line after line, until a parser takes the text or nothing more is sure.

    ``left``: lines that stay as they are.
    """
    if find_excess(text):
        return Mended(text)
    rows = text.split("\n")
    tried, changed = [*rows], dict[int, None]()
    for _ in range(_MOST_MENDS):
        try:
            tomli.loads("\n".join(tried), parse_float=read_decimal)
        except tomli.TOMLDecodeError as error:
            line, _ = fault_line(error, tried)
            fixes = {} if line in left else fixes_at(tried, line)
            if open_block(tried, line) is not None or not fixes:
                if not _take_out(tried, line):
                    break
                continue
            for number, row in fixes.items():
                rows[number - 1] = tried[number - 1] = row
                changed[number] = None
        except (RecursionError, ValueError):
            break
        else:
            break
    return Mended("\n".join(rows), tuple(sorted(changed)), "\n".join(tried))


def _take_out(rows: list[str], line: int) -> bool:
    """Leave out what is broken at a line, so that the rest can be read; tell whether that was done."""
    if (block := open_block(rows, line)) is not None:
        gone = range(block.line - 1, block.last)
        rows[gone.start : gone.stop] = [""] * len(gone)
        return True
    if not (line <= len(rows) and is_single_line(rows[line - 1])):
        return False
    fresh = without(rows[line - 1], line)
    if rows[line - 1] == fresh:
        return False
    rows[line - 1] = fresh
    return True
