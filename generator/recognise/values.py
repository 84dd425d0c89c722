"""Values as forms print them: amounts, points, rates, years; what is none stays text."""

import re
from decimal import Decimal

from generator.base.chinese import half_width, parse_date
from generator.base.measure import MeasureKind, parse_measure
from generator.base.reading import FORBIDDEN
from generator.model.values import LARGEST_AMOUNT

NOTHING = frozenset(("", "-", "—", "——", "--", "/", "\\", "无", "－", "―", "…", "——-", "N/A"))
FACTORS = {
    "元": Decimal(1),
    "千元": Decimal(10**3),
    "万": Decimal(10**4),
    "万元": Decimal(10**4),
    "亿": Decimal(10**8),
    "亿元": Decimal(10**8),
}

_NUMBER = (
    r"-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{1,10})?|-?[0-9]{1,15}(?:\.[0-9]{1,10})?|-?\.[0-9]{1,10}"
)
_AMOUNT = re.compile(rf"[¥￥]?({_NUMBER})(元|千元|万元|万|亿元|亿)?")
_PLAIN = re.compile(rf"({_NUMBER})(分|%)?")
_PERCENT = re.compile(rf"({_NUMBER})%")
_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})年")
_MONEY_UNIT = re.compile(r"(?:单位[:：]|金额单位[:：]|[（(])(?:人民币)?(元|千元|万元|亿元)[）)]?")
_TEMPLATE_MARKS = re.compile(r"\{(?=[{%#])")
# Chinese is written without blanks; a form puts them in to fill a narrow cell.
_GAP = re.compile(r"(?<=[^\x00-\x7f]) (?=[^\x00-\x7f])")
_MEASURED = (MeasureKind.NUMBER, MeasureKind.RANGE, MeasureKind.DATE, MeasureKind.YES_NO)


def squeezed(text: str) -> str:
    """Return a text without any blanks, signs in half width."""
    return "".join(half_width(text).split())


def harmless(text: str) -> str:
    """Return a text as the inputs may hold it: no control characters, nothing that is a template."""
    plain = FORBIDDEN.sub("", text)
    if any(c > "\uffff" for c in plain):
        plain = "".join(c for c in plain if ord(c) & 0xFFFE != 0xFFFE)  # noncharacters far away
    return _TEMPLATE_MARKS.sub("{ ", plain)


def words(text: str) -> str:
    """Return a text with the breaks of its paragraphs, without blanks around its lines."""
    plain = harmless(text.replace("\u3000", " ").replace("\xa0", " "))
    lines = [line.strip(" \t") for line in plain.split("\n")]
    return "\n".join(line for line in lines if line)


def one_line(text: str) -> str:
    """Return a name or value on one line: breaks and gaps in a narrow cell are not of the words."""
    return _GAP.sub("", " ".join(words(text).split()))


def is_nothing(text: str) -> bool:
    """Tell whether a cell says nothing: blank or a dash."""
    return squeezed(text) in NOTHING


def amount(text: str, unit: str) -> Decimal | None:
    """Read an amount of money in a unit; one that names its own is converted."""
    found = _AMOUNT.fullmatch(squeezed(text))
    if not found:
        return None
    number = Decimal(found[1].replace(",", ""))
    if found[2] and FACTORS[found[2]] != FACTORS[unit]:
        number = number * FACTORS[found[2]] / FACTORS[unit]
    return number if abs(number) <= LARGEST_AMOUNT else None


def number(text: str) -> Decimal | None:
    """Read points: 10, 10分, 10%."""
    found = _PLAIN.fullmatch(squeezed(text))
    return Decimal(found[1].replace(",", "")) if found else None


def percent(text: str) -> Decimal | None:
    """Read a rate that is written with its sign."""
    found = _PERCENT.fullmatch(squeezed(text))
    return Decimal(found[1].replace(",", "")) if found else None


def year_in(text: str) -> int | None:
    """Find the year that a title names."""
    found = _YEAR.search(squeezed(text))
    return int(found[1]) if found else None


def years_in(text: str) -> list[int]:
    """Find all years that a text names."""
    return [int(found) for found in _YEAR.findall(squeezed(text))]


def money_unit_in(text: str) -> str:
    """Find the unit of the amounts in a label or a line such as 单位：元."""
    found = _MONEY_UNIT.search(squeezed(text))
    return found[1] if found else ""


def is_measured(target: str, actual: str) -> bool:
    """Tell whether a score follows from target and actual, so that the unit judges nothing itself."""
    return parse_measure(target).kind in _MEASURED and parse_measure(actual).kind in _MEASURED


def is_date(text: str) -> bool:
    """Tell whether a line is a date and nothing else."""
    return parse_date(squeezed(text)) is not None
