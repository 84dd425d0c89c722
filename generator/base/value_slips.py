"""Slips in what stands behind an equals sign of TOML: quotes, digits, units, days, marks at the end."""

from typing import NamedTuple

import tomli

from generator.base.chinese import half_width, has_chinese
from generator.base.day_slips import day_slip
from generator.base.digit_slips import mend_digits
from generator.base.pattern import Pattern
from generator.base.toml_limits import read_decimal
from generator.base.toml_literal import literal, quote

_QUOTES = "\"'“”„‟‘’「」『』＂＇`"
_BLANKS = " \t\u00a0\u3000\u200b\ufeff"
_END = ";；,，。、"
_NUMBER = Pattern(r"[-+]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_PADDED = Pattern(r"0[0-9]+(?:\.[0-9]+)?")
_COUNTED = Pattern(r"(?P<number>[-+]?[0-9]+(?:\.[0-9]+)?)(?P<gap>\s*)(?P<rest>[^0-9\s].*)")
_SUM = Pattern(r"[-+]?[0-9.]+(?:\s*[-+*/×÷]\s*[0-9.]+)+")
_COMMENT = Pattern(r"[\s\u00a0\u3000][#＃]|＃")
_FLAG = Pattern("true|false", 2)
_LONGEST_UNIT = 6
_SHORTEST_REMARK = 3


class Value(NamedTuple):
    """The slips of a value, what to do, and the value that is meant (``None``: nobody can tell).

    An empty text stands for a value that nobody wrote.
    """

    slips: tuple[str, ...]
    hint: str = ""
    text: str | None = None


def parses(text: str) -> bool:
    """Tell whether a text is TOML."""
    try:
        tomli.loads(text, parse_float=read_decimal)
    except (tomli.TOMLDecodeError, RecursionError, ValueError):
        return False
    return True


def mend_value(rest: str) -> Value | None:
    """Look at all that stands behind the sign (``None``: it is broken in some other way)."""
    body = rest.strip(_BLANKS)
    if not body or body.startswith("#"):
        return Value(("等号后面没有写值",), "还不知道的，在行首加 #；文字写在引号里，数照写", "")
    if parses(f"x = {body}"):
        return Value(_invisible(rest, body), "", body)
    said, comment, slips = _split_comment(body)
    bare = said.rstrip(_END) if said[-1:] in _END else said
    mended = _mend(bare)
    if mended is None or (bare and bare[0] in "[{" and mended.text is None):
        return None
    if bare != said:
        slips.append(f"行末多了“{said[len(bare) :]}”")
    text = None if mended.text is None else f"{mended.text}{comment}"
    return Value((*slips, *mended.slips), mended.hint, text)


def _mend(said: str) -> Value | None:
    """Look at the value by itself."""
    if not said:
        return None
    if parses(f"x = {said}"):
        return Value((), "", said)
    if said[0] in _QUOTES or said[-1] in _QUOTES:
        return _quoted(said)
    if said[0] in "[{［｛":
        return None
    return _day(said) or _number(said) or _words(said)


def _quoted(said: str) -> Value:
    """Quotes of another kind, one of two, or some inside."""
    first, last = said[0] in _QUOTES, said[-1] in _QUOTES and len(said) > 1
    inner = said[1 if first else 0 : len(said) - 1 if last else len(said)]
    if not last:
        return Value(("文字缺少后面的引号",), "", quote(inner))
    if not first:
        return Value(("文字缺少前面的引号",), "", quote(inner))
    if said[0] != '"' or said[-1] != '"':
        return Value((f"引号是全角的（写成了 {said[0]}{said[-1]}）",), "", quote(inner))
    if "\\" in inner and '"' not in inner:
        return Value(("文字里有反斜杠",), "", quote(inner))
    if inner.count('"') % 2:
        return Value(("文字里有多余的引号",), "文字里的引号用中文的“”")
    pieces = inner.split('"')
    turned = "".join(f"{p}{'“”'[n % 2]}" for n, p in enumerate(pieces[:-1])) + pieces[-1]
    return Value(("文字里的引号是半角的",), "", quote(turned))


def _day(said: str) -> Value | None:
    found = day_slip(said)
    if found is None or _NUMBER.fullmatch(said):
        return None
    text = None if found.day is None else found.day.isoformat()
    return Value((found.message,), "" if text else "请核对这一天，写成 2023-04-27 的样子", text)


def _number(said: str) -> Value | None:
    """A number that is mistyped, one with its unit, one with a remark, a sum."""
    mended = mend_digits(said)
    plain = mended.text
    if mended.slips and _NUMBER.fullmatch(plain):
        return Value(mended.slips, "", plain)
    if _PADDED.fullmatch(plain):
        hint = f"数写成 {plain.lstrip('0') or '0'}；编码、号码加引号：{literal(said)}"
        return Value((*mended.slips, "数的前面多了 0"), hint)
    if _SUM.fullmatch(plain):
        return Value((*mended.slips, "写成了算式"), "请写算好的数")
    found = _COUNTED.fullmatch(plain)
    if found is None:
        return None
    number, rest = found["number"], found["rest"].strip()
    if found["gap"] and len(rest) >= _SHORTEST_REMARK:
        return Value((*mended.slips, "值后面的说明前面少了 #"), "", f"{number}  # {rest}")
    if len(rest) > _LONGEST_UNIT:
        return None
    hint = f"金额、分值只写数：{number}；指标值、完成值是文字，加引号：{quote(plain)}"
    return Value((*mended.slips, f"数后面带着“{rest}”"), hint, quote(plain))


def _words(said: str) -> Value | None:
    if not any(sign.isalpha() for sign in said):
        return None
    if _FLAG.fullmatch(said):
        return Value(("true、false 用小写",), "", said.lower())
    hint = "" if has_chinese(said) else "文字加引号；数字照写，不带单位"
    return Value(("文字没有加引号",), hint, quote(half_width(said) if said.isascii() else said))


def _split_comment(body: str) -> tuple[str, str, list[str]]:
    """Take the remark behind a value away; a # in plain quotes is none."""
    at = 0
    while (found := _COMMENT.search(body, at)) is not None:
        if body.count('"', 0, found.start()) % 2 == 0 or body.count('"') % 2:
            said, comment = body[: found.start()], body[found.end() :]
            slips = ["注释的 # 是全角的"] if "＃" in found[0] else []
            return said.rstrip(_BLANKS), f"  #{comment}", slips
        at = found.end()
    return body, "", []


def _invisible(rest: str, body: str) -> tuple[str, ...]:
    around = rest.replace(body, "", 1)
    found = []
    if "\u3000" in around:
        found.append("空格是全角的")
    if any(sign in around for sign in "\u00a0\u200b\ufeff"):
        found.append("夹着看不见的字符（多半是从别处粘贴来的）")
    return tuple(found)
