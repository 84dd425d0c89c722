"""How Word writes the numbers of automatic lists, the Chinese ways included."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from generator.base.chinese import digit_by_digit, formal_numeral, numeral

_LARGEST = 9999
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def write_number(number: int, style: str) -> str:
    """Write a number in one of Word's formats; one that is not known counts in digits."""
    if style in ("none", "bullet"):
        return ""
    if not 0 <= number <= _LARGEST:
        return str(number)
    return _STYLES.get(style, str)(number)


def _letters(number: int) -> str:
    """Write a, b … z, aa, bb: Word repeats the letter."""
    turns, index = divmod(number - 1, 26)
    return chr(ord("a") + index) * (turns + 1) if number else ""


def _roman(number: int) -> str:
    text = ""
    for size, sign in _ROMAN:
        times, number = divmod(number, size)
        text += sign * times
    return text


def _from(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)] if number else ""


def _block(first: int, largest: int) -> Callable[[int], str]:
    return lambda number: chr(first + number - 1) if 1 <= number <= largest else str(number)


def _wide(number: int) -> str:
    return "".join(chr(ord(d) + 0xFEE0) for d in str(number))


_STYLES: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "decimalZero": lambda number: f"{number:02d}",
        "upperLetter": lambda number: _letters(number).upper(),
        "lowerLetter": _letters,
        "upperRoman": _roman,
        "lowerRoman": lambda number: _roman(number).lower(),
        "chineseCounting": numeral,
        "chineseCountingThousand": numeral,
        "taiwaneseCounting": numeral,
        "taiwaneseCountingThousand": numeral,
        "japaneseCounting": numeral,
        "ideographDigital": digit_by_digit,
        "japaneseDigitalTenThousand": digit_by_digit,
        "taiwaneseDigital": digit_by_digit,
        "chineseLegalSimplified": formal_numeral,
        "ideographTraditional": _from(_STEMS),
        "ideographZodiac": _from(_BRANCHES),
        "decimalFullWidth": _wide,
        "decimalFullWidth2": _wide,
        "decimalEnclosedCircle": _block(0x2460, 20),
        "decimalEnclosedCircleChinese": _block(0x2460, 20),
        "decimalEnclosedParen": _block(0x2474, 20),
        "decimalEnclosedFullstop": _block(0x2488, 20),
        "ideographEnclosedCircle": _block(0x3280, 10),
        "numberInDash": lambda number: f"- {number} -",
    }
)
