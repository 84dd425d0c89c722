"""Slips in TOML that show only beside the lines around: a text over several lines, headers of one kind."""

from collections.abc import Iterator

from generator.base.line_slips import LineSlip, is_header, line_slip
from generator.base.lost_headers import OF_SEVERAL, first_of_once, lost_header
from generator.base.meant_value import parses
from generator.base.pattern import Pattern

_LONGEST_TEXT = 40  # lines of one text
_HEADER = Pattern(
    r"(?P<before>\s*)\[(?P<inner>\[)?\s*(?P<name>[^\[\]]+?)\s*\](?P<outer>\])?(?P<tail>\s*(?:#.*)?)"
)
_KEYED = Pattern(r"\s*(?P<key>[A-Za-z0-9_-]+)\s*=.*")
_OPENS = Pattern(r'(?P<key>\s*[A-Za-z0-9_.-]+\s*=\s*)"(?P<text>[^"]*)')
_CLOSES = Pattern(r'(?P<text>[^"=]*)"(?P<tail>\s*(?:#.*)?)')
_ITEM = Pattern(r"(?P<item>\s*(?:\{[^{}]*\}|\"[^\"]*\"))(?P<tail>\s*(?:#.*)?)")
_STATEMENT = Pattern(r"\s*(?:\[.*|[A-Za-z0-9_.\"-]+\s*[=＝].*|#.*|)")


def slip_at(rows: list[str], line: int) -> LineSlip | None:
    """Name the slip that makes a parser stop at a line."""
    if line > len(rows):
        return None
    row = rows[line - 1]
    if (beside := _beside(rows, line)) is not None:
        return beside
    if (first := header_of_one(rows, line)) is not None:
        name = _name_of(row)
        message = (
            f"这里是 [[{name}]]，第 {first} 行写的是 [{name}]：要列多项的，每一项都写两层方括号"
        )
        return LineSlip(message, f"第 {first} 行改成：[[{name}]]")
    if (first := header_of_several(rows, line)) is not None:
        name = _name_of(row)
        message = (
            f"这里是 [{name}]，第 {first} 行写的是 [[{name}]]：要列多项的，每一项都写两层方括号"
        )
        return LineSlip(message, f"改成：[[{name}]]")
    if headers := repeated_headers(rows, line):
        name = _name_of(row)
        message = f"[{name}] 写了 {len(headers)} 次（第 {headers[0]} 行起）：要列多项的，每一项都写两层方括号"
        return LineSlip(message, f"每一处都改成：[[{name}]]")
    slip = None if parses(row) else line_slip(row)
    if slip is not None and (name := _name_of(slip.fixed)) and _is_of_several(rows, name):
        return slip._replace(hint=f"改成：[[{name}]]")
    return slip


def _beside(rows: list[str], line: int) -> LineSlip | None:
    """Name what the lines around make of a line: a row without its header, an item without a comma."""
    if (once := first_of_once(rows, line)) is not None:
        message = f"[{once[0]}] 写了两次，第 {once[1]} 行已有"
        hint = f"合在一起：这里的几行移到第 {once[1]} 行那一段里，删去这个表头"
        if several := OF_SEVERAL.get(once[0]):
            hint += f"；要写几个的，第 {once[1]} 行和这里都改成：[[{several}]]"
        return LineSlip(message, hint)
    if (lost := lost_header(rows, line)) is not None:
        return LineSlip(f"这里少了 {lost.header}", f"在这一行前面加一行：{lost.header}")
    if _item_before(rows, line):
        return LineSlip("两项之间少了逗号", f"在第 {_item_before(rows, line)} 行末尾补上逗号")
    if _closing_line(rows, line) is not None:
        return LineSlip("几行的文字只用了一个引号", '跨行的文字用三个引号 """ 括起来')
    return None


def header_of_one(rows: list[str], line: int) -> int | None:
    """Return the line that writes ``[indicator]`` where this one writes ``[[indicator]]``."""
    own = _HEADER.fullmatch(rows[line - 1])
    if own is None or not own["inner"]:
        return None
    for number, row in enumerate(rows[: line - 1], 1):
        other = _HEADER.fullmatch(row)
        if other is not None and other["name"] == own["name"] and not other["inner"]:
            return number
    return None


def header_of_several(rows: list[str], line: int) -> int | None:
    """Return the line that writes ``[[indicator]]`` where this one writes ``[indicator]``."""
    own = _HEADER.fullmatch(rows[line - 1])
    if own is None or own["inner"]:
        return None
    for number, row in enumerate(rows[: line - 1], 1):
        other = _HEADER.fullmatch(row)
        if other is not None and other["name"] == own["name"] and other["inner"]:
            return number
    return None


def repeated_headers(rows: list[str], line: int) -> tuple[int, ...]:
    """Return the lines of ``[indicator]`` where they cannot be one table: each has the same keys."""
    own = _HEADER.fullmatch(rows[line - 1])
    if own is None or own["inner"] or _is_of_several(rows, own["name"]):
        return ()
    headers = [n for n, row in enumerate(rows, 1) if _name_of(row) == own["name"]]
    keys = [_keys_below(rows, number) for number in headers]
    is_repeated = len(headers) > 1 and set[str].intersection(*keys)
    return tuple(headers) if is_repeated and line in headers else ()


def _keys_below(rows: list[str], line: int) -> set[str]:
    found = set[str]()
    for row in rows[line:]:
        if is_header(row):
            break
        if (keyed := _KEYED.fullmatch(row)) is not None:
            found.add(keyed["key"])
    return found


def _is_of_several(rows: list[str], name: str) -> bool:
    found = (_HEADER.fullmatch(row) for row in rows)
    return any(one is not None and one["inner"] and one["name"] == name for one in found)


def _of_several(row: str, name: str) -> str:
    """Write a header of a list, in place of one of a single table."""
    found = _HEADER.fullmatch(row)
    return row if found is None else f"{found['before']}[[{name}]]{found['tail']}"


def without(row: str, line: int) -> str:
    """Take a line out. A header, in whatever brackets, stays as one of its own: its keys are not to
    fall into another table.
    """
    return f"[__{line}]" if is_header(row) else ""


def taken_out(rows: list[str], line: int) -> tuple[int, ...]:
    """Return the lines that are left out with one that was told, so that the rest is read."""
    if lost_header(rows, line) is not None:
        return (line, *_below(rows, line))
    if (last := _closing_line(rows, line)) is not None:
        return tuple(range(line, last + 1))
    return () if line > len(rows) else repeated_headers(rows, line) or (line,)


def _below(rows: list[str], line: int) -> Iterator[int]:
    """Give the lines of a row that follow its first, up to the next header."""
    for number in range(line + 1, len(rows) + 1):
        if is_header(rows[number - 1]):
            return
        if _KEYED.fullmatch(rows[number - 1]) and parses(rows[number - 1]):
            yield number


def fixes_at(rows: list[str], line: int) -> dict[int, str]:
    """Return the lines that are to be written otherwise (none: nobody can tell)."""
    if line > len(rows):
        return {}
    row = rows[line - 1]
    if (beside := _fixes_beside(rows, line)) is not None:
        return beside
    if (first := header_of_one(rows, line)) is not None:
        name = _name_of(row)
        return {first: _of_several(rows[first - 1], name)}
    if header_of_several(rows, line) is not None:
        name = _name_of(row)
        return {line: _of_several(row, name)}
    if headers := repeated_headers(rows, line):
        return {number: _of_several(rows[number - 1], _name_of(row)) for number in headers}
    slip = None if parses(row) else line_slip(row)
    return {line: slip.fixed} if slip is not None and slip.fixed and slip.fixed != row else {}


def _fixes_beside(rows: list[str], line: int) -> dict[int, str] | None:
    """Return what is to be written for the sake of the lines around (``None``: that is not the slip)."""
    row = rows[line - 1]
    if first_of_once(rows, line) is not None:
        return {}
    if (lost := lost_header(rows, line)) is not None:
        return {line: f"{lost.header}\n{row}"}
    if before := _item_before(rows, line):
        said = _ITEM.fullmatch(rows[before - 1])
        return {} if said is None else {before: f"{said['item']},{said['tail']}"}
    if (last := _closing_line(rows, line)) is not None:
        return _between_three_quotes(rows, line, last)
    return None


def _item_before(rows: list[str], line: int) -> int:
    """Return the line of the item of an array above one, where no comma stands between (0: none)."""
    if not _ITEM.fullmatch(rows[line - 1].rstrip(" ,")):
        return 0
    for number in range(line - 1, 0, -1):
        row = rows[number - 1]
        if row.strip() and not row.lstrip().startswith("#"):
            return number if _ITEM.fullmatch(row) else 0
    return 0


def _closing_line(rows: list[str], line: int) -> int | None:
    """Return where a text ends that was begun with one quote and goes on over the line."""
    if _OPENS.fullmatch(rows[line - 1]) is None:
        return None
    for number in range(line + 1, min(len(rows), line + _LONGEST_TEXT) + 1):
        row = rows[number - 1]
        if _CLOSES.fullmatch(row):
            return number
        if '"' in row or (row.strip() and _STATEMENT.fullmatch(row)):
            return None
    return None


def _between_three_quotes(rows: list[str], line: int, last: int) -> dict[int, str]:
    opens, closes = _OPENS.fullmatch(rows[line - 1]), _CLOSES.fullmatch(rows[last - 1])
    if opens is None or closes is None:
        return {}
    return {
        line: f'{opens["key"]}"""{opens["text"]}',
        last: f'{closes["text"]}"""{closes["tail"]}',
    }


def _name_of(row: str) -> str:
    found = _HEADER.fullmatch(row)
    return found["name"] if found else ""
