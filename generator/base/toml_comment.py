"""Keys and tables that stand in a file as comments, and become real where they stand.

A file that ``init`` has written names all that may be filled in, each on a line that begins with
the sign of a comment. Who fills one in takes the sign away; so does the program.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.base.pattern import Pattern
from generator.base.positions import KeyPath
from generator.base.toml_layout import Section, find_layout
from generator.base.toml_literal import bare_key, block_literal

_SIGN = Pattern(r"([ \t]*)(#[ \t]?)(.*)")


def uncommented_key(text: str, section: Section, name: str, value: Any) -> Iterator[str]:
    """Write a key of a section on the line where it stands as a comment, with what is said of it."""
    at = text.find("\n", section.end) + 1 if section.path else 0
    while at < len(text) and (at or not section.path):
        stop = text.find("\n", at) % (len(text) + 1)
        line = text[at:stop]
        is_behind = bool(section.path) and at > section.last
        if line.lstrip().startswith("[") or (is_behind and not line.strip()):
            return  # the next table, or what is about it
        if (said := _uncommented(line, name, value)) is not None:
            yield text[:at] + said + text[stop:]
            return
        at = stop + 1


def uncommented_table(
    text: str, keys: KeyPath, table: Mapping[str, Any], *, is_row: bool
) -> Iterator[str]:
    """Write a table where its header stands as a comment."""
    name = ".".join(bare_key(key) for key in keys if isinstance(key, str))
    header = f"[[{name}]]" if is_row else f"[{name}]"
    lines = text.split("\n")
    found = [n for n, line in enumerate(lines) if _bare(line) == header]
    if not name or len(found) != 1:
        return
    at = end = found[0] + 1
    while end < len(lines) and _bare(lines[end]) is not None:
        end += 1
    below, new = lines[at:end], []
    for key, value in table.items():
        every = ((n, _uncommented(line, key, value)) for n, line in enumerate(below))
        number, said = next(((n, s) for n, s in every if s is not None), (0, None))
        if said is None:
            new.append(f"{bare_key(key)} = {block_literal(value)}")
        else:
            below[number] = said
    yield "\n".join((*lines[: at - 1], header, *new, *below, *lines[end:]))


def _uncommented(line: str, name: str, value: Any) -> str | None:
    """Return the line of a key with its value; nothing when the comment is about something else."""
    found, key = _SIGN.fullmatch(line), bare_key(name)
    if found is None or found[3].partition("=")[0].strip() != key:
        return None
    bare: str = found[3]
    part = find_layout(bare).values.get((name,))
    if part is None:
        return None
    behind = bare[part.end :]
    if behind.strip() and not behind.lstrip().startswith("#"):
        return None  # the beginning of a value of several lines
    written = bare[: part.value].partition("=")[0] + " " * len(found[2])
    return f"{found[1]}{written}= {block_literal(value)}{behind}"


def _bare(line: str) -> str | None:
    """Return what a comment says; nothing for a line that is none."""
    found = _SIGN.fullmatch(line)
    return None if found is None else str(found[3]).strip()
