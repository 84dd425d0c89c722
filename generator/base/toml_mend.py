"""A TOML text with every slip mended that leaves no choice; what is left broken stays as it is."""

from typing import NamedTuple

import tomli

from generator.base.line_context import fixes_at
from generator.base.toml_limits import find_excess, read_decimal
from generator.base.toml_syntax import fault_line, is_single_line

_MOST_MENDS = 500


class Mended(NamedTuple):
    """The text as it is to be, and the lines that changed."""

    text: str
    lines: tuple[int, ...] = ()


def mend_toml(text: str) -> Mended:
    """Mend line after line, until a parser takes the text or nothing more is sure."""
    if find_excess(text):
        return Mended(text)
    rows = text.split("\n")
    tried, changed = [*rows], dict[int, None]()
    for _ in range(_MOST_MENDS):
        try:
            tomli.loads("\n".join(tried), parse_float=read_decimal)
        except tomli.TOMLDecodeError as error:
            line, _ = fault_line(error, tried)
            fixes = fixes_at(tried, line)
            if not fixes:
                if not (line <= len(tried) and is_single_line(tried[line - 1])):
                    break
                is_header = tried[line - 1].lstrip().startswith("[")
                fresh = f"[__{line}]" if is_header else ""
                if tried[line - 1] == fresh:
                    break
                tried[line - 1] = fresh
                continue
            for number, row in fixes.items():
                rows[number - 1] = tried[number - 1] = row
                changed[number] = None
        except (RecursionError, ValueError):
            break
        else:
            break
    return Mended("\n".join(rows), tuple(sorted(changed)))
