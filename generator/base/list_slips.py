"""Slips inside brackets and braces on one line: signs of another width, values one by one."""

from collections.abc import Callable
from re import Match

from generator.base.chinese import half_width
from generator.base.meant_value import Value, parses
from generator.base.pattern import Pattern

_WIDE_SIGNS = str.maketrans("＝，、；［］｛｝【】“”‟„＂「」『』", '=,,,[]{}[]""""""' + '"""')
_COLON = Pattern(r"(?<=[A-Za-z])\s*[:：]\s*")
_UNSIGNED = Pattern(r"(?<=[{,\s])([A-Za-z-]+)\s+(?=[0-9\"-])")
# Two keys, or two tables, with nothing between them.
_PARTED = Pattern(
    r"(?P<value>\"[^\"]*\"|(?<![\w.])[0-9][0-9.]*|[\]}])\s+(?=[A-Za-z][A-Za-z-]*\s*=)|(?<=\})\s*(?=\{)"
)
_ROUND = Pattern(r"(?P<gap>\s*)[（(]\s*(?P<inside>[{｛].*[}｝])\s*[,，]?\s*[）)](?P<after>\s*)")
_IN_NUMBER = Pattern(r"(?<=[0-9])[，、](?=[0-9])")
_LISTED = Pattern(
    r"(?P<before>[=,\[]\s*)(?P<value>[^\s,=\[\]{}\"'][^,=\[\]{}\"']*?)\s*(?=[,\]}]|$)"
)
_NO_COMMA, _ROUND_ONES = "两项之间少了逗号", "列表要用方括号（写成了圆括号）"
_SIGNS, _UNSIGNED_KEY = "这一行有全角的引号、等号、逗号、括号或数字", "键后面缺少等号"


def mend_list(said: str, mend_alone: Callable[[str], Value | None]) -> Value:
    """Mend what stands in brackets and braces; the pieces between quotes stay."""
    if (found := _ROUND.fullmatch(said)) is not None:
        inner = mend_list(f"[{found['inside']}]", mend_alone)
        text = inner.text if inner.slips else f"[{found['inside']}]"
        return Value((_ROUND_ONES, *inner.slips), inner.hint, text)
    plain = _plain(said)
    parted = _PARTED.sub(lambda found: f"{found['value'] or ''}, ", plain)
    lacks_comma = parted != plain
    plain = parted
    signed = _outside(plain, lambda piece: _UNSIGNED.sub(r"\1 = ", piece))
    slips = [_SIGNS] if _plain(said) != said else []
    slips += [_NO_COMMA] if lacks_comma else []
    slips += [_UNSIGNED_KEY] if signed != plain else []
    hints: list[str] = []
    is_sure = True

    def mended(found: Match[str]) -> str:
        nonlocal is_sure
        value = found["value"].rstrip()
        meant = None if parses(f"x = {value}") else mend_alone(value)
        if meant is None or not meant.slips:
            return found[0]
        slips.extend(meant.slips)
        hints.append(meant.hint)
        is_sure = is_sure and meant.text is not None
        text = value if meant.text is None else meant.text
        return f"{found['before']}{text}{found[0][len(found['before']) + len(value) :]}"

    fixed = _outside(signed, lambda piece: _LISTED.sub(mended, piece))
    is_whole = is_sure and bool(slips) and parses(f"x = {fixed.strip().rstrip(',')}")
    hint = next(filter(None, hints), "")
    if slips and not is_whole and not hints:
        return Value(())  # what is broken is something else
    return Value(tuple(dict.fromkeys(slips)), hint, fixed if is_whole else None)


def _plain(said: str) -> str:
    """Turn signs into plain ones, colons into equals signs; a comma inside a number is left to it."""

    def turned(piece: str) -> str:
        kept = _IN_NUMBER.sub("\0", piece)
        piece = half_width(kept).translate(_WIDE_SIGNS).replace("\0", "，")
        return _COLON.sub(" = ", piece)

    return _outside(said, turned)


def _outside(text: str, turn: Callable[[str], str]) -> str:
    pieces = text.split('"')
    return '"'.join(piece if n % 2 else turn(piece) for n, piece in enumerate(pieces))
