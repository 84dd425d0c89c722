"""A TOML text with every slip mended that leaves no choice; what is left broken stays as it is."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

import tomli

from generator.base.line_context import fixes_at, without
from generator.base.long_texts import long_text
from generator.base.open_blocks import open_block
from generator.base.toml_limits import find_excess, read_decimal
from generator.base.toml_syntax import fault_line, is_single_line

_MOST_MENDS = 500


class Mended(NamedTuple):
    """The text as it is to be, the lines that changed, and the text without what is left broken."""

    text: str
    lines: tuple[int, ...] = ()
    readable: str = ""
    origins: tuple[int, ...] = ()  # of each line, the one that it was before


def mend_toml(text: str, left: Collection[int] = ()) -> Mended:
    """Mend line after line, until a parser takes the text or nothing more is sure.

    ``left``: lines that stay as they are.
    """
    if find_excess(text):
        return Mended(text)
    rows = text.split("\n")
    tried, changed = [*rows], set[int]()
    origins = [*range(1, len(rows) + 1)]
    for _ in range(_MOST_MENDS):
        try:
            tomli.loads("\n".join(tried), parse_float=read_decimal)
        except tomli.TOMLDecodeError as error:
            line, _ = fault_line(error, tried)
            fixes = {} if _origin(origins, line) in left else _fixes(tried, line)
            if not fixes:
                if not _take_out(tried, line):
                    break
                continue
            for number, row in sorted(fixes.items(), reverse=True):
                changed.add(origins[number - 1])
                parts = row.split("\n")  # one line may hold what belongs on several
                rows[number - 1 : number] = tried[number - 1 : number] = parts
                origins[number - 1 : number] = [origins[number - 1]] * len(parts)
        except (RecursionError, ValueError):
            break
        else:
            break
    lines = tuple(n for n, origin in enumerate(origins, 1) if origin in changed)
    return Mended("\n".join(rows), lines, "\n".join(tried), tuple(origins))


def _origin(origins: Sequence[int], line: int) -> int:
    return origins[line - 1] if line <= len(origins) else 0


def _fixes(rows: list[str], line: int) -> dict[int, str]:
    """Return the lines that are to be written otherwise; a block that nobody closed stays."""
    block = open_block(rows, line)
    if (text := long_text(rows, line if block is None else block.line)) is not None:
        return text.fixes
    return {} if block is not None else fixes_at(rows, line)


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
