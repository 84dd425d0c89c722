"""Slips in a line of TOML as people type it: what each is called, and the line that is meant.

Only a line that no parser takes is looked at. A mend is one that leaves no choice; where there is
one, the slip is only named.
"""

import datetime
from collections.abc import Iterator
from re import Match
from typing import NamedTuple

from generator.base.chinese import date_text, half_width, has_chinese
from generator.base.joined_lines import statements, swallows, tail_of
from generator.base.list_slips import mend_list
from generator.base.meant_value import Value, parses
from generator.base.pattern import Pattern
from generator.base.toml_literal import bare_key, quote
from generator.base.value_slips import cleaned, mend_alone, mend_value

_SPACES = r"[\s\u00a0\u3000\u200b\ufeff]"
_KEY = r"\"[^\"]*\"|'[^']*'|[^\s\"'#=＝:：\[\]{}【】\u00a0\u3000\u200b]+"
_STATEMENT = Pattern(
    rf"(?P<before>{_SPACES}*)(?P<key>{_KEY})(?P<gap>{_SPACES}*)(?P<sign>[=＝:：])(?P<rest>.*)"
)
_HEADER = Pattern(
    rf"(?P<before>{_SPACES}*)(?P<open>[\[［【(（「{{｛]{{1,2}})\s*"
    r"(?P<name>[^\[\]［］【】()（）「」{}｛｝=＝]+?)\s*"
    r"(?P<close>[\]］】)）」}｝]{0,2})(?P<tail>\s*(?:#.*)?)"
)
_UNSIGNED = Pattern(
    r"(?P<before>\s*[A-Za-z][A-Za-z_-]*)\s+(?P<value>[\"'0-9+\[{-].*?)(?P<after>\s*(?:#.*)?)"
)
_PARTED = Pattern(r"\s*(?P<key>[A-Za-z_-]+(?:[ \t]+[A-Za-z_-]+)+)\s*[=＝](?P<rest>.*)")
_BARE = Pattern(r"[A-Za-z0-9_.-]+")
_BRACED = Pattern(r"\s*[{｛]{1,2}\s*[A-Za-z][A-Za-z_-]*\s*[}｝]{1,2}\s*(?:#.*)?")
_OPENING = tuple("[［【(（「")
_INVISIBLE = Pattern(r"[\u00a0\u200b\ufeff]")
_ISO = Pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MEASURES = ("target", "actual", "initial-target", "adjusted-target")
_BLANK = " \t\u00a0\u3000\u200b\ufeff"


class LineSlip(NamedTuple):
    """What is wrong with a line, what to do, and the line that is meant (empty: nobody can tell)."""

    message: str
    hint: str
    fixed: str = ""


def line_slip(row: str) -> LineSlip | None:
    """Name the slip of a line that no parser takes (``None``: it is none of those that are known)."""
    if not row.strip():
        return None
    found = next(_joined(row), None) or next(_slips(row), None)
    if found is not None and found.fixed and swallows(row, found.fixed):
        # What was a value would be part of another.
        return LineSlip(found.message, "一行只写一个 键 = 值，请分成几行")
    return found


def _joined(row: str) -> Iterator[LineSlip]:
    """Several statements on one line: each goes on a line of its own."""
    lines = []
    for one in statements(row):
        slip = None if parses(one) else next(_slips(one), None)
        lines.append(one if slip is None else slip.fixed)
    if not lines:
        return
    is_whole = all(lines) and parses("\n".join(lines))
    before = row[: len(row) - len(row.lstrip())]
    remark = f"  {tail_of(row)}" if tail_of(row) else ""
    fixed = "\n".join(f"{before}{line}" for line in lines) + remark if is_whole else ""
    shown = f"：{' 和 '.join(lines)}" if is_whole else ""
    yield LineSlip(f"一行里写了 {len(lines)} 项", f"请分成 {len(lines)} 行{shown}", fixed)


def _slips(row: str) -> Iterator[LineSlip]:
    if (found := _HEADER.fullmatch(row)) is not None and is_header(row):
        yield from _header(found)
    elif (found := _STATEMENT.fullmatch(row)) is not None and not _is_row(row):
        slips, key = _key(found["key"])
        if found["sign"] == "＝":
            slips.append("等号是全角的")
        elif found["sign"] != "=":
            slips.append("等号写成了冒号")
        spaces = found["before"] + found["gap"]
        slips += _spaces(spaces)
        value = mend_value(found["rest"])
        if value is not None and key in _MEASURES and (day := parse_iso(value.text)) is not None:
            text = quote(date_text(day))
            whole = Value((*slips, *value.slips), "", text)
            yield from _whole(row, key, _before(found, key), whole)
        elif value is not None:
            whole = Value((*slips, *value.slips), value.hint, value.text)
            yield from _whole(row, key, _before(found, key), whole)
    elif _is_row(row):
        yield from _row(row)
    elif signless := [*_without_sign(row)]:
        yield from signless
    elif has_chinese(row) and not any(sign in row for sign in "=＝\"'"):
        yield LineSlip(
            "这一行不是 键 = 值，也不是 [表名]", "说明文字请以 # 开头", f"# {row.lstrip()}"
        )


def _without_sign(row: str) -> Iterator[LineSlip]:
    """A key of two words, or one without its sign."""
    if (found := _PARTED.fullmatch(row)) is not None:
        joined = f"{''.join(found['key'].split())} = {found['rest'].strip()}"
        yield LineSlip("键里有空格", f"键是一个词，是不是 {joined}")
    elif (found := _UNSIGNED.fullmatch(row)) is not None and parses(f"x = {found['value']}"):
        fixed = f"{found['before']} = {found['value']}{found['after']}"
        yield LineSlip("键后面缺少等号", f"改成：{fixed.strip()}", fixed)


def parse_iso(text: str | None) -> datetime.date | None:
    """Read a day as TOML writes it, with what stands behind it."""
    found = _ISO.match(text or "")
    return None if found is None else datetime.date.fromisoformat(found[0])


def _before(found: Match[str], key: str) -> str:
    """Write key and sign as they are meant; the blanks around them stay where they are."""
    blanks = found["rest"][: len(found["rest"]) - len(found["rest"].lstrip(_BLANK))]
    left, right = cleaned(found["gap"]), cleaned(blanks)
    if found["sign"] != "=":  # a wide sign brings blanks of its own, a colon has none before it
        left, right = left or " ", right or " "
    return f"{cleaned(found['before'])}{key}{left}={right}"


def _whole(row: str, key: str, before: str, value: Value) -> Iterator[LineSlip]:
    """Put key and value together again; what needs no value is asleep."""
    if not value.slips:
        return
    fixed = "" if value.text is None else f"{before}{value.text}"
    if value.text == "":
        fixed = f"# {row.strip()}"
    if fixed and not parses(fixed):
        fixed = ""
    shown = f"{key} = {value.text}" if fixed else ""
    hint = value.hint or (f"改成：{shown}" if shown else "请改正这一行")
    yield LineSlip("，".join(dict.fromkeys(value.slips)), hint, fixed)


def _key(key: str) -> tuple[list[str], str]:
    if key[0] in "\"'":
        return [], key
    plain = half_width(key)
    slips = ["键是全角的"] if plain != key else []
    if _BARE.fullmatch(plain):
        return slips, plain
    return [*slips, "中文的键没有加引号"], bare_key(plain)


def _spaces(text: str) -> Iterator[str]:
    if "\u3000" in text:
        yield "空格是全角的"
    if _INVISIBLE.search(text):
        yield "夹着看不见的字符（多半是从别处粘贴来的）"


def is_header(row: str) -> bool:
    """Tell a line that is meant as a header, in whatever brackets."""
    if _BRACED.fullmatch(row) is not None:
        return True
    return row.lstrip(_BLANK)[:1] in _OPENING and "=" not in row.split("#", maxsplit=1)[0]


def _is_row(row: str) -> bool:
    """Tell a line of an array: ``{ name = "甲" },``."""
    return row.lstrip()[:1] in "{｛"


def _header(found: Match[str]) -> Iterator[LineSlip]:
    """A header in other brackets, or without all of its own; the number of the first ones counts."""
    opening, closing = found["open"], found["close"]
    count = len(opening)
    name = half_width(found["name"])
    shown = f"{'[' * count}{bare_key(name) if has_chinese(name) else name}{']' * count}"
    fixed = f"{cleaned(found['before'])}{shown}{found['tail']}"
    if strange := next(_spaces(found["before"]), ""):
        message = strange
    elif any(sign not in "[]" for sign in opening + closing):
        message = f"表头要用半角的方括号（写成了 {opening}{closing}）"
    elif len(closing) != count:
        message = f"表头缺少 {']' * count}" if len(closing) < count else "表头的括号前后不一样多"
    elif has_chinese(name):
        message = "中文的表名没有加引号"
    elif name != found["name"]:
        message = "表名是全角的"
    else:
        message = "表头的写法不对"
    if len(closing) > count or not parses(fixed):
        fixed = ""
    yield LineSlip(message, f"改成：{shown}" if fixed else "请写成 [表名] 或 [[表名]]", fixed)


def _row(row: str) -> Iterator[LineSlip]:
    listed = mend_list(row, mend_alone)
    if not listed.slips:
        return
    fixed = listed.text if listed.text and parses(f"x = [\n{listed.text}\n]") else ""
    hint = listed.hint or (f"改成：{fixed.strip()}" if fixed else "请改正这一行")
    yield LineSlip("，".join(listed.slips), hint, fixed)
