"""X02: the row 预算执行率 among the indicators, against what the table of funds comes to."""

from collections.abc import Iterator
from fractions import Fraction

from generator.base.measure import MeasureKind
from generator.base.number import places_of, plain, round_half_up
from generator.read.label_book import normal
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_PERCENT = 100


def rate_rows(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The rate in a row is what was spent over some budget of the funds, as exactly as it is printed."""
    rates = _rates(form)
    for row in form.rows if rates else ():
        measure = row.actual.measure
        is_rate = measure.kind is MeasureKind.NUMBER and measure.unit == "%"
        if not is_rate or measure.operator is not None:
            continue
        if not words.is_one("rate-of-the-whole", normal(row.name.text)):
            continue
        places = places_of(measure.value)
        if all(round_half_up(rate, places) != measure.value for rate in rates):
            right = f"{plain(round_half_up(rates[0], 2))}%"
            yield Finding("two-rates", row.actual.place, row.actual.text, right)


def _rates(form: PrintedForm) -> list[Fraction]:
    """Return the rates that a unit may mean: of the year's budget, of the first one, of what came in."""
    total = form.funds.total
    if total.spent is None or total.base is None or total.base.value <= 0:
        return []
    bases = [b.value for b in (total.base, total.budget, total.initial, total.arrived) if b]
    found = [Fraction(total.spent.value) / Fraction(b) * _PERCENT for b in bases if b > 0]
    return [*found, *([Fraction(total.rate.value)] if total.rate is not None else [])]
