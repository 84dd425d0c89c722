"""Where something new goes in a TOML text, how it is written there, and how something old goes.

All of these give new texts, the best first; the caller reads them again and takes the first that
says what it should.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.base.positions import KeyPath
from generator.base.toml_comment import uncommented_key, uncommented_table
from generator.base.toml_layout import Layout, Part, Section
from generator.base.toml_literal import bare_key, block_literal, literal


def new_key(text: str, layout: Layout, keys: KeyPath, value: Any) -> Iterator[str]:
    """Write a key that is not there yet, with the tables around it where they are missing."""
    known, rest = _nearest(layout, keys)
    if any(isinstance(key, int) for key in rest):
        return
    names = tuple(str(key) for key in rest)
    part, section = layout.values.get(known), layout.section(known)
    dotted = [
        p
        for p in layout.values.values()
        if p.path[: len(known)] == known and len(p.home) < len(known)
    ]
    if part is not None:
        if part.kind == "inline_table":
            yield _inside_braces(text, layout, part, _nested(names, value))
    elif section is not None and (len(names) == 1 or section.path):
        if len(names) == 1:
            yield from uncommented_key(text, section, names[0], value)
        yield _below(text, section, names[0], _nested(names, value)[names[0]])
    elif dotted:
        # Its table was never opened: the siblings bear the whole path in their keys.
        last = dotted[-1]
        home = layout.section(last.home)
        if home is not None:
            name = ".".join(bare_key(str(key)) for key in keys[len(last.home) :])
            yield _line_after(text, last.end, f"{name} = {block_literal(value)}")
    if section is None or not section.path:
        yield from uncommented_table(text, keys[:-1], {str(keys[-1]): value}, is_row=False)
        yield from _new_section(text, layout, keys[:-1], {str(keys[-1]): value}, is_row=False)


def new_row(
    text: str, layout: Layout, keys: KeyPath, row: Mapping[str, Any], count: int
) -> Iterator[str]:
    """Write one more row behind the last of its table, its equals signs where they stood there."""
    if not count:
        yield from uncommented_table(text, keys, row, is_row=True)
    yield from _new_section(text, layout, keys, row, is_row=True, count=count)


def new_item(text: str, layout: Layout, keys: KeyPath, value: Any) -> Iterator[str]:
    """Write one more value behind the last of an array, on a line of its own where they have one."""
    part, items = layout.values.get(keys), layout.inside.get(keys)
    if part is None or items is None:
        return
    said = literal(value)
    if not items:
        at = part.value + 1
        yield text[:at] + said + text[at:]
        return
    last = items[-1]
    start = text.rfind("\n", 0, last.start) + 1
    lead = text[start : last.start]
    if "\n" not in text[part.value : last.start] or lead.strip():
        yield f"{text[: last.end]}, {said}{text[last.end :]}"
        return
    stop = _line_end(text, last.end)
    has_comma = text[last.end : stop].lstrip().startswith(",")
    comma = "" if has_comma else ","
    yield f"{text[: last.end]}{comma}{text[last.end : stop]}\n{lead}{said}{',' if has_comma else ''}{text[stop:]}"
    yield f"{text[: last.end]}, {said}{text[last.end :]}"


def cut(text: str, layout: Layout, keys: KeyPath) -> Iterator[str]:
    """Take out a key, an item of an array, or a table with all that is in it."""
    part = layout.values.get(keys)
    if part is not None:
        if (siblings := layout.inside.get(part.home)) is not None:
            yield from _cut_inside(text, siblings, part)
            return
        start = text.rfind("\n", 0, part.start) + 1
        yield text[:start] + text[_line_end(text, part.end) + 1 :]
        return
    for section in layout.below(keys)[::-1]:
        start = text.rfind("\n", 0, section.start) + 1
        if section.path == keys and isinstance(keys[-1], int) and keys[-1]:
            start = _before_comments(text, start)  # those above the first row are about all rows
        # Comments right below its last key are about this table: they go with it.
        stop = _behind_comments(text, _line_end(text, section.last)) + 1
        rest = text[stop:]
        if text[:start].endswith("\n\n") or not start or _is_comment_before(text, start):
            rest = rest.removeprefix("\n")
        text = text[:start] + rest
    for dotted in reversed([p for p in layout.values.values() if p.path[: len(keys)] == keys]):
        if layout.section(dotted.home) is not None and len(dotted.home) < len(keys):
            start = text.rfind("\n", 0, dotted.start) + 1
            text = text[:start] + text[_line_end(text, dotted.end) + 1 :]
    yield text


def _cut_inside(text: str, siblings: list[Part], part: Part) -> Iterator[str]:
    number = siblings.index(part)
    start, stop = text.rfind("\n", 0, part.start) + 1, _line_end(text, part.end)
    beside = text[part.end : stop].split("#", maxsplit=1)[0].strip()
    if number and not text[start : part.start].strip() and beside in ("", ","):
        yield text[: start - 1] + text[stop:]
    if number + 1 < len(siblings):
        yield text[: part.start] + text[siblings[number + 1].start :]
    elif number:
        yield text[: siblings[number - 1].end] + text[part.end :]
    else:
        rest = text[part.end :]
        yield text[: part.start] + rest
        yield text[: part.start] + rest.lstrip().removeprefix(",")


def _nearest(layout: Layout, keys: KeyPath) -> tuple[KeyPath, KeyPath]:
    """Split a path behind the last table that is there."""
    for length in range(len(keys) - 1, 0, -1):
        path = keys[:length]
        paths = (own.path for own in layout.sections)
        if any(path == own[:length] for own in (*paths, *layout.values)):
            return path, keys[length:]
    return (), keys


def _nested(names: tuple[str, ...], value: Any) -> dict[str, Any]:
    for name in reversed(names):
        value = {name: value}
    return dict(value)


def _inside_braces(text: str, layout: Layout, part: Part, table: Mapping[str, Any]) -> str:
    said = ", ".join(f"{bare_key(name)} = {literal(value)}" for name, value in table.items())
    pairs = layout.inside[part.path]
    if not pairs:
        return f"{text[: part.value]}{{ {said} }}{text[part.end :]}"
    at = pairs[-1].end
    return f"{text[:at]}, {said}{text[at:]}"


def _below(text: str, section: Section, name: str, value: Any) -> str:
    """Write a key behind the last of its section."""
    line = _line(name, value, _column(text, section))
    if section.path or section.parts:
        return _line_after(text, section.last, line)
    # The top of the file is empty: keys go below the comments that open it.
    at = 0
    while text.startswith("#", at):
        at = min(_line_end(text, at) + 1, len(text))
    if text[at - 1 : at] not in ("\n", ""):
        return f"{text}\n{line}\n"
    gap = "" if text.startswith("\n", at) or at == len(text) else "\n"
    return f"{text[:at]}{line}\n{gap}{text[at:]}"


def _new_section(
    text: str,
    layout: Layout,
    keys: KeyPath,
    table: Mapping[str, Any],
    *,
    is_row: bool,
    count: int = 0,
) -> Iterator[str]:
    """Write a table with its header, behind what belongs to the tables around it."""
    name = ".".join(bare_key(key) for key in keys if isinstance(key, str))
    if not name:
        return
    last = layout.section((*keys, count - 1)) if count else None
    width = max((len(bare_key(key)) for key in table), default=0) + 1
    column = max(_column(text, last) if last is not None else 0, width)
    lines = [_line(key, value, column if last is not None else 0) for key, value in table.items()]
    header = f"[[{name}]]" if is_row else f"[{name}]"
    block = "\n".join((header, *lines))
    below = layout.below(keys)
    if below and not is_row:
        start = _before_comments(text, text.rfind("\n", 0, below[0].start) + 1)
        yield f"{text[:start]}{block}\n\n{text[start:]}"
        return
    around = next((own for n in range(len(keys), 0, -1) if (own := layout.below(keys[:n]))), [])
    if around:
        at = _behind_comments(text, _line_end(text, around[-1].last))
        yield f"{text[:at]}\n\n{block}{text[at:] or chr(10)}"
    bare = text.rstrip("\n")
    gap = "\n\n" if bare else ""
    yield f"{bare}{gap}{block}\n"


def _before_comments(text: str, start: int) -> int:
    """Go up over the comments right above a line."""
    while start and _is_comment_before(text, start):
        start = text.rfind("\n", 0, start - 1) + 1
    return start


def _is_comment_before(text: str, start: int) -> bool:
    """Tell a comment on the line above."""
    return text[text.rfind("\n", 0, start - 1) + 1 : start].lstrip().startswith("#")


def _behind_comments(text: str, at: int) -> int:
    """Pass over comments right below a place, unless they lead over to what follows."""
    stop = at
    while text.startswith("\n", stop) and text[stop + 1 :].lstrip(" \t").startswith("#"):
        stop = _line_end(text, stop + 1)
    return stop if not text[stop : stop + 2].strip() else at


def _line_after(text: str, at: int, line: str) -> str:
    stop = _line_end(text, at)
    return f"{text[:stop]}\n{line}{text[stop:] or chr(10)}"


def _line(name: str, value: Any, column: int) -> str:
    key = bare_key(name)
    pad = key.ljust(column - 1) if column else key
    return f"{pad} = {block_literal(value)}"


def _column(text: str, section: Section) -> int:
    """Return where the equals signs of a section stand, when they stand below each other."""
    columns = {
        text.index("=", part.start) - (text.rfind("\n", 0, part.start) + 1)
        for part in section.parts
        if "=" not in text[part.start : part.start + 1]
    }
    return columns.pop() if len(columns) == 1 else 0


def _line_end(text: str, at: int) -> int:
    stop = text.find("\n", at)
    return len(text) if stop < 0 else stop
