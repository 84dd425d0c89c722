"""Chinese numerals, full-width characters and dates: how an office writes, read and written."""

import datetime
import re

from generator.base.pattern import Pattern

# The one place where numerals stand; all are for the inside of a class of characters.
NUMERALS = "一二三四五六七八九十"  # of ordinals: 第[…]条, （[…]）
NUMBER_SIGNS = f"零〇两{NUMERALS}百千万亿"  # of whatever number
_DIGITS = f"零{NUMERALS[:-1]}"
_ZEROS = "〇零○Ｏ"  # how a nought is written among digits
DIGITS_ALONE = f"{_ZEROS}{NUMERALS[:-1]}"  # of a year: 二〇二四
_VALUES = dict(zip(DIGITS_ALONE, "0000123456789", strict=True))
_FORMAL = str.maketrans(f"{NUMERALS}百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_PLACES = (("千", 1000), ("百", 100), ("十", 10))
_MYRIAD = 10_000
_LARGEST = _MYRIAD * _MYRIAD - 1
_LONGEST = len("九千九百九十九万九千九百九十九")

# Only what carries a number: Chinese punctuation (，。；：（）？！) is right as it is.
_WIDE = "０１２３４５６７８９％．＋－＜＞＝～　" + "".join(
    map(chr, [*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)])
)
_NARROW = "0123456789%.+-<>=~ ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_HALF_WIDTH = str.maketrans(_WIDE, _NARROW)
# Most texts hold none of them; looking for one costs a fraction of turning every character.
_HAS_WIDE = Pattern(f"[{_WIDE}]")

_DATE = Pattern(
    r"(?P<year>[0-9]{4})\s*(?:年\s*(?P<month>[0-9]{1,2})\s*月\s*(?P<day>[0-9]{1,2})\s*日"
    r"|(?P<mark>[-./])(?P<m>[0-9]{1,2})(?P=mark)(?P<d>[0-9]{1,2}))"
)


def numeral(number: int) -> str:
    """Write a number in Chinese: 1 一, 10 十, 11 十一, 20 二十, 108 一百零八."""
    if not 0 <= number <= _LARGEST:
        message = f"no numeral for {number}: only 0 to {_LARGEST}"
        raise ValueError(message)
    if number == 0:
        return _DIGITS[0]
    text = _spell(number)
    return text[1:] if text.startswith("一十") else text


def to_number(text: str) -> int | None:
    """Read a Chinese numeral; ``None`` unless it is written as the language wants it."""
    text = text.strip().replace("〇", "零")
    if len(text) > _LONGEST:
        return None
    # 两 stands alone or before 百, 千, 万; 两十 and 十两 are not numbers.
    text = re.sub(r"(?<![十百千万零])两(?=[百千万]|$)|(?<=[千万零])两(?=[百千])", "二", text)
    number = _add_up(text)
    if number is None or number > _LARGEST:
        return None
    # Writing it again finds every slip: a 零 too many, places out of order, 二三, 一百二.
    return number if text in (numeral(number), _spell(number)) else None


def formal_numeral(number: int) -> str:
    """Write a number as it stands on cheques: 108 壹佰零捌."""
    return numeral(number).translate(_FORMAL)


def digit_by_digit(number: int) -> str:
    """Write the digits of a number one by one: 2024 二〇二四."""
    return "".join(_ZEROS[0] if d == "0" else _DIGITS[int(d)] for d in str(number))


def from_digits(text: str) -> int:
    """Read what ``digit_by_digit`` writes, with any of the noughts in use."""
    return int("".join(_VALUES[sign] for sign in text))


def is_chinese(sign: str) -> bool:
    """Tell whether a sign is a Chinese character; the circle that is written for a zero is one."""
    return "一" <= sign <= "鿿" or sign == "〇"


def has_chinese(text: str) -> bool:
    """Tell whether there is a Chinese character in a text."""
    return any(map(is_chinese, text))


def half_width(text: str) -> str:
    """Turn full-width digits, letters and signs into plain ones; leave Chinese punctuation."""
    return text.translate(_HALF_WIDTH) if _HAS_WIDE.search(text) else text


def date_text(date: datetime.date) -> str:
    """Write a date as documents print it: 2023年4月27日."""
    return f"{date.year}年{date.month}月{date.day}日"


def parse_date(text: str) -> datetime.date | None:
    """Read 2023年4月27日, 2023-04-27, 2023.4.27 or 2023/4/27; ``None`` if there is no such day."""
    found = _DATE.fullmatch(half_width(text).strip())
    if not found:
        return None
    try:
        return datetime.date(
            int(found["year"]), int(found["month"] or found["m"]), int(found["day"] or found["d"])
        )
    except ValueError:
        return None


def _spell(number: int) -> str:
    """Write every place out (一十二); the numeral of a whole number drops the leading 一."""
    if number == 0:
        return _DIGITS[0]
    high, low = divmod(number, _MYRIAD)
    text = f"{numeral(high)}万" if high else ""
    is_gap = bool(high) and low < _MYRIAD // 10
    for name, size in _PLACES:
        digit, low = divmod(low, size)
        if digit:
            text += ("零" if is_gap else "") + _DIGITS[digit] + name
            is_gap = low < size // 10
        elif text:
            is_gap = True
    if low:
        text += ("零" if is_gap else "") + _DIGITS[low]
    return text


def _add_up(text: str) -> int | None:
    """Add digit times place, without asking whether the places stand in order."""
    sizes = dict(_PLACES)
    total = section = 0
    digit: int | None = None
    for character in text:
        if character == "万":
            total, section, digit = (total + section + (digit or 0)) * _MYRIAD, 0, None
        elif character in sizes:
            section += (1 if digit is None else digit) * sizes[character]
            digit = None
        elif character in _DIGITS:
            digit = _DIGITS.index(character)
        else:
            return None
    return total + section + (digit or 0) if text else None
