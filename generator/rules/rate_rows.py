"""X02: the row 预算执行率 among the indicators, against what the table of funds comes to."""

from collections.abc import Iterator
from fractions import Fraction

from generator.base.measure import MeasureKind
from generator.base.number import places_of, plain, round_half_up
from generator.read.label_book import normal
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.printed_funds import FundsRow
from generator.rules.rule_words import Vocabulary

_PERCENT = 100


def rate_rows(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The rate in a row is what was spent over some budget of the funds, as exactly as it is printed."""
    rates = _rates(form.funds.total)
    of_sources = [rate for source in form.funds.sources for rate in _rates(source)]
    for row in form.rows if rates else ():
        measure = row.actual.measure
        is_rate = measure.kind is MeasureKind.NUMBER and measure.unit == "%"
        if not is_rate or measure.operator is not None:
            continue
        name = normal(row.name.text)
        is_of_year = words.is_one("rate-of-this-year", name)
        if not is_of_year and not words.is_one("rate-of-the-whole", name):
            continue
        places, fitting = places_of(measure.value), [*rates, *(of_sources if is_of_year else ())]
        if all(round_half_up(rate, places) != measure.value for rate in fitting):
            right = f"{plain(round_half_up(rates[0], 2))}%"
            yield Finding("two-rates", row.actual.place, row.actual.text, right)


def _rates(row: FundsRow) -> list[Fraction]:
    """Return the rates that a unit may mean: of the year's budget, of the first one, of what came in."""
    if row.spent is None or row.base is None or row.base.value <= 0:
        return []
    bases = [b.value for b in (row.base, row.budget, row.initial, row.arrived) if b]
    found = [Fraction(row.spent.value) / Fraction(b) * _PERCENT for b in bases if b > 0]
    return [*found, *([Fraction(row.rate.value)] if row.rate is not None else [])]
