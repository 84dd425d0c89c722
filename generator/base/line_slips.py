"""Slips in a line of TOML as people type it: what each is called, and the line that is meant.

Only a line that no parser takes is looked at. A mend is one that leaves no choice; where there is
one, the slip is only named.
"""

from collections.abc import Iterator
from typing import NamedTuple

from generator.base.chinese import half_width, has_chinese
from generator.base.pattern import Pattern
from generator.base.toml_literal import bare_key
from generator.base.value_slips import Value, mend_value, parses

_SPACES = r"[\s\u00a0\u3000\u200b\ufeff]"
_KEY = r"\"[^\"]*\"|'[^']*'|[^\s\"'#=＝:：\[\]{}【】\u00a0\u3000\u200b]+"
_STATEMENT = Pattern(
    rf"(?P<before>{_SPACES}*)(?P<key>{_KEY})(?P<gap>{_SPACES}*)(?P<sign>[=＝:：])(?P<rest>.*)"
)
_HEADER = Pattern(
    r"\s*(?P<open>[\[［【(（「]{1,2})\s*(?P<name>[^\[\]［］【】()（）「」=＝]+?)\s*"
    r"(?P<close>[\]］】)）」]{0,2})(?P<tail>\s*(?:#.*)?)"
)
_BARE = Pattern(r"[A-Za-z0-9_.-]+")
_INVISIBLE = Pattern(r"[\u00a0\u200b\ufeff]")
_WIDE_SIGNS = str.maketrans("＝，［］｛｝【】“”‟„＂「」『』", '=,[]{}[]""""""' + '"""')


class LineSlip(NamedTuple):
    """What is wrong with a line, what to do, and the line that is meant (empty: nobody can tell)."""

    message: str
    hint: str
    fixed: str = ""


def line_slip(row: str) -> LineSlip | None:
    """Name the slip of a line that no parser takes (``None``: it is none of those that are known)."""
    if not row.strip():
        return None
    return next(_slips(row), None)


def _slips(row: str) -> Iterator[LineSlip]:
    if (found := _HEADER.fullmatch(row)) is not None and _is_header(row):
        yield from _header(found["open"], found["name"], found["close"], found["tail"])
    elif (found := _STATEMENT.fullmatch(row)) is not None and not _is_row(row):
        slips, key = _key(found["key"])
        if found["sign"] == "＝":
            slips.append("等号是全角的")
        elif found["sign"] != "=":
            slips.append("等号写成了冒号")
        spaces = found["before"] + found["gap"]
        slips += _spaces(spaces)
        value = mend_value(found["rest"])
        if value is not None:
            yield from _whole(row, key, Value((*slips, *value.slips), value.hint, value.text))
    elif _is_row(row):
        yield from _row(row)
    elif has_chinese(row) and not any(sign in row for sign in "=＝\"'"):
        yield LineSlip(
            "这一行不是 键 = 值，也不是 [表名]", "说明文字请以 # 开头", f"# {row.lstrip()}"
        )


def _whole(row: str, key: str, value: Value) -> Iterator[LineSlip]:
    """Put key and value together again; what needs no value is asleep."""
    indent = row[: len(row) - len(row.lstrip())].replace("\u3000", " ")
    if not value.slips:
        return
    fixed = "" if value.text is None else f"{_INVISIBLE.sub(' ', indent)}{key} = {value.text}"
    if value.text == "":
        fixed = f"# {row.strip()}"
    if fixed and not parses(fixed):
        fixed = ""
    shown = fixed.strip()
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


def _is_header(row: str) -> bool:
    return row.lstrip()[:1] in "[［【(（「" and "=" not in row.split("#", maxsplit=1)[0]


def _is_row(row: str) -> bool:
    """Tell a line of an array: ``{ name = "甲" },``."""
    return row.lstrip()[:1] in "{｛"


def _header(opening: str, name: str, closing: str, tail: str) -> Iterator[LineSlip]:
    """A header in other brackets, or without all of its own; the number of the first ones counts."""
    count = len(opening)
    fixed = f"{'[' * count}{half_width(name)}{']' * count}{tail}"
    if any(sign not in "[]" for sign in opening + closing):
        message = f"表头要用半角的方括号（写成了 {opening}{closing}）"
    elif len(closing) != count:
        message = f"表头缺少 {']' * count}" if len(closing) < count else "表头的括号前后不一样多"
    else:
        message = "表头的写法不对"
    if len(closing) > count or not parses(fixed):
        fixed = ""
    yield LineSlip(message, f"改成：{fixed}" if fixed else "请写成 [表名] 或 [[表名]]", fixed)


def _row(row: str) -> Iterator[LineSlip]:
    fixed = _outside(row)
    if fixed != row and parses(f"x = [\n{fixed}\n]"):
        slips = "这一行有全角的引号、等号、逗号或括号"
        yield LineSlip(slips, f"改成：{fixed.strip()}", fixed)


def _outside(row: str) -> str:
    """Turn signs outside of quotes; the pieces between plain quotes stay."""
    pieces = row.split('"')
    return '"'.join(
        piece if n % 2 else half_width(piece).translate(_WIDE_SIGNS)
        for n, piece in enumerate(pieces)
    )
