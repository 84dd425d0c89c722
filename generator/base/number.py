"""The one rounding rule, and how numbers are written: exact integers inside, never a float.

Nothing here passes through a decimal context, so no number is too long to come out right.
"""

import re
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from fractions import Fraction

from generator.base.pattern import Pattern

TRACE_PLACES = 4
# Wide enough for every number: moving a point rounds nothing.
_WIDEST = Context(prec=MAX_PREC, Emin=MIN_EMIN, Emax=MAX_EMAX)
_NUMBER = Pattern(r"-?\d+(?:\.\d+)?", re.ASCII)


def round_half_up(exact: Fraction | Decimal | int, places: int) -> Decimal:
    """Round a half away from zero (四舍五入), so that a loss rounds like a gain: -0.5 gives -1."""
    above, below = _scale(exact, places)
    whole = (2 * abs(above) + below) // (2 * below)
    return _compose(whole, places, is_negative=above < 0)


def truncate(exact: Fraction | Decimal | int, places: int) -> Decimal:
    """Cut off what stands behind the last place, towards zero."""
    above, below = _scale(exact, places)
    return _compose(abs(above) // below, places, is_negative=above < 0)


def plain(value: Decimal) -> str:
    """Write a number as a person would: no exponent, no zeros at the end, no minus before zero."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def written(value: Decimal) -> str:
    """Write a number with the places that it was typed with: 28000.00 stays 28000.00."""
    return format(abs(value) if value == 0 else value, "f")


def places_of(value: Decimal) -> int:
    """Return how many decimals a number is written with."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def is_number(text: str) -> bool:
    """Tell whether a text is a bare number."""
    return _NUMBER.fullmatch(text) is not None


def fixed(value: Fraction | Decimal | int, places: int) -> str:
    """Write a number with just so many places, rounded by the one rule."""
    return format(round_half_up(value, places), "f")


def approximate(exact: Fraction | Decimal | int, digits: int = TRACE_PLACES) -> str:
    """Write a number for a trace: whole if it ends within some places, else cut off with ``…``."""
    above, below = _scale(exact, digits)
    cut = truncate(exact, digits)
    if above % below == 0:
        return plain(cut)
    sign = "-" if exact < 0 else ""
    return f"{sign}{format(cut.copy_abs(), 'f')}…"


def apart(exact: Fraction | Decimal, bound: Fraction | Decimal, places: int) -> Decimal:
    """Round a number to some places, or to as many more as tell it from what it is compared with."""
    shown = round_half_up(exact, places)
    while shown == bound != exact:
        places += 1
        shown = round_half_up(exact, places)
    return shown


def _scale(exact: Fraction | Decimal | int, places: int) -> tuple[int, int]:
    """Return numerator and denominator of a number with its point moved; whole numbers are quick."""
    above, below = exact.as_integer_ratio()
    return (above * 10**places, below) if places >= 0 else (above, below * 10**-places)


def _compose(whole: int, places: int, *, is_negative: bool) -> Decimal:
    """Put the point into a whole number; arithmetic of Decimal would round to its context."""
    return Decimal(-whole if is_negative else whole).scaleb(-places, _WIDEST)
