"""Filters of quantities: another unit, other decimals, only a part of a target, an amount in capitals."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from generator.base.measure import MeasureKind
from generator.base.number import fixed
from generator.base.pattern import Pattern
from generator.figures.figure import ConversionError, Figure, exact_decimal
from generator.language.capital import capital_amount
from generator.language.filter_arguments import number_form, see_unit
from generator.language.program_run import Run
from generator.language.quoting_fault import LanguageError
from generator.language.tag_words import Converted, Words
from generator.model.funds import MONEY_UNITS
from generator.model.units import YUAN

_NUMBER = Pattern(r"[-+]?\d[\d,，]*(?:\.\d+)?", re.ASCII)
_ROUNDED_TO = 2  # places that whatever is worked out has at least


class _Quantity(NamedTuple):
    """What a value measures: words before its number, the number, and words behind it.

    ``unit`` is what it is measured in, also where a heading says so and the cell does not.
    """

    before: str
    value: Decimal
    behind: str
    unit: str


def _read(value: Any, run: Run) -> _Quantity | None:
    """Read a value as a quantity (``None``: it is none)."""
    text = value.shown if isinstance(value, Figure) else str(value)
    own = _figure_of(value, run)
    found = _NUMBER.search(text)
    if found is None:
        return None
    before, behind = text[: found.start()], text[found.end() :]
    if isinstance(value, Converted):
        return _Quantity(before, value.value, behind, value.unit)
    if own is not None and isinstance(own.value, Decimal) and not before:
        value, unit = _as_printed(found[0], own.value, own.unit, run)
        return _Quantity("", value, behind, unit)
    measure = run.units.measure(text)
    if measure.kind is not MeasureKind.NUMBER:
        return None
    return _Quantity(before, measure.value, behind, behind.strip() or measure.unit)


def _as_printed(said: str, value: Decimal, unit: str, run: Run) -> tuple[Decimal, str]:
    """Return an amount exactly, in the unit in which a form prints it, which need not be its own."""
    printed = Decimal(said.replace(",", "").replace("，", ""))
    exponent = printed.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    for other in (unit, *MONEY_UNITS) if unit in run.units.money else ():
        exact = exact_decimal(run.units.convert(Fraction(value), unit, other))
        if Decimal(fixed(exact, places)) == printed:
            return exact, other
    return value, unit


def _figure_of(value: Any, run: Run) -> Figure | None:
    if isinstance(value, Figure):
        return value
    return run.figures.get(value.figure) if isinstance(value, Words) and value.figure else None


def _needed(value: Any, run: Run) -> _Quantity:
    found = _read(value, run)
    if found is None:
        text = value.shown if isinstance(value, Figure) else str(value)
        raise LanguageError(f"“{text[:20]}”不是一个数", hint="只有数才能这样写")
    return found


def converted(value: Any, unit: str, run: Run) -> Any:
    """Return the same quantity in another unit; where no unit is shown, none is."""
    if isinstance(value, Figure) and unit:
        try:
            return value.converted(unit, run.units)
        except ConversionError as error:
            raise LanguageError(str(error), word=unit) from None
    see_unit(unit)
    found = _needed(value, run)
    exact = _in_unit(found, unit, run)
    number = f"{exact:f}"
    behind = f"{found.behind[: len(found.behind) - len(found.behind.lstrip())]}{unit}"
    text = f"{found.before}{_plain(number)}{behind if found.behind.strip() else ''}"
    return value.converted(text, exact, unit) if isinstance(value, Words) else text


def _in_unit(found: _Quantity, unit: str, run: Run) -> Decimal:
    if not found.unit or not run.units.are_comparable(found.unit, unit):
        shown = f"{found.value:f}{found.behind}"
        raise LanguageError(f"“{shown}”不能换算成{unit}", word=unit)
    return exact_decimal(run.units.convert(Fraction(found.value), found.unit, unit))


def _plain(number: str) -> str:
    return number.rstrip("0").rstrip(".") if "." in number else number


def formatted(value: Any, arguments: list[str], run: Run) -> str:
    """Write a number with other decimals, with marks between thousands, in another unit."""
    (form,) = arguments
    wanted = number_form(form)
    found = _needed(value, run)
    after, number = wanted["after"], found.value
    unit = after.strip()
    if unit and found.unit and unit != found.unit:
        number = _in_unit(found, unit, run)
    places = len(wanted["places"] or "")
    _see_places(_figure_of(value, run), places)
    digits = fixed(number, places)
    if wanted["thousands"]:
        whole, point, rest = digits.partition(".")
        digits = f"{int(whole):,}{point}{rest}"
        if whole.startswith("-") and not digits.startswith("-"):
            digits = f"-{digits}"
    return f"{found.before}{digits}{after or found.behind}"


def _see_places(figure: Figure | None, places: int) -> None:
    """What was worked out has been rounded: digits behind that would be made up."""
    if figure is None or not figure.is_computed or not isinstance(figure.value, Decimal):
        return
    exponent = figure.value.as_tuple().exponent
    known = max(_ROUNDED_TO, -exponent if isinstance(exponent, int) else 0)
    if places > known:
        message = f"“{figure.shown}”只算到小数点后{known}位，不能印到{places}位"
        raise LanguageError(message, hint=f'如 |format("0.{"0" * known}")')


def bare(value: Any, _: list[str], run: Run) -> str:
    """Return the number alone; what is none stays as it is."""
    text = value.shown if isinstance(value, Figure) else str(value)
    found = _read(value, run)
    return text if found is None else text[len(found.before) : len(text) - len(found.behind)]


def unit(value: Any, _: list[str], run: Run) -> str:
    """Return the unit alone (empty: there is none)."""
    found = _read(value, run)
    return "" if found is None else found.behind.strip() or found.unit


def sign(value: Any, arguments: list[str], run: Run) -> str:
    """Return how a number bounds what is wanted; for what is no number, the words that are given."""
    text = value.shown if isinstance(value, Figure) else str(value)
    measure = run.units.measure(text)
    if measure.kind is MeasureKind.NUMBER:
        return str(measure.operator or "")
    return arguments[0] if arguments else ""


def capital(value: Any, _: list[str], run: Run) -> str:
    """Write an amount as it stands on cheques."""
    found = _needed(value, run)
    if found.unit not in run.units.money:
        shown = f"{found.value:f}{found.behind}"
        raise LanguageError(f"“{shown}”不是金额，不能大写", hint="只有金额才能这样写")
    amount = run.units.convert(Fraction(found.value), found.unit, YUAN)
    return capital_amount(amount)
