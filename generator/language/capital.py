"""Amounts of money in capitals (大写金额), as the rules for bills have it: 玖拾伍万元整."""

from fractions import Fraction

from generator.base.chinese import formal_numeral
from generator.base.number import round_half_up

_GROUP = 10_000
_NAMES = ("", "万", "亿", "万亿")
_CENTS = 100
_TENTH = 10


def capital_amount(yuan: Fraction) -> str:
    """Write an amount, rounded to the 分."""
    cents = int(round_half_up(yuan * _CENTS, 0))
    sign = "负" if cents < 0 else ""
    whole, rest = divmod(abs(cents), _CENTS)
    jiao, fen = divmod(rest, _TENTH)
    if not whole and not rest:
        return "零元整"
    text = f"{_whole(whole)}元" if whole else ""
    if not rest:
        return f"{sign}{text}整"
    if jiao:
        # A nought at the end of the 元 is read, too: 壹拾元零伍角.
        text += ("零" if whole and whole % _TENTH == 0 else "") + f"{_numeral(jiao)}角"
    elif whole:
        text += "零"
    return f"{sign}{text}{_numeral(fen)}分" if fen else f"{sign}{text}整"


def _whole(number: int) -> str:
    """Write a whole number in groups of four digits, with one 零 where places are left out."""
    groups: list[int] = []
    while number:
        number, group = divmod(number, _GROUP)
        groups.append(group)
    text = ""
    for place in reversed(range(len(groups))):
        group = groups[place]
        if not group:
            continue
        is_gap = bool(text) and (group < _GROUP // 10 or not groups[place + 1])
        text += f"{'零' if is_gap else ''}{_numeral(group)}{_name(place)}"
    return text


def _name(place: int) -> str:
    return _NAMES[place] if place < len(_NAMES) else f"乘十的{place * 4}次方"


def _numeral(number: int) -> str:
    """Write a numeral; bills have 壹拾 where speech has 拾."""
    text = formal_numeral(number)
    return f"壹{text}" if text.startswith("拾") else text
