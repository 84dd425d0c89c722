"""C08, F03: units: persons and times, rates without their sign, amounts under the wrong unit."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.measure import MeasureKind
from generator.base.number import plain
from generator.base.pattern import Pattern
from generator.read.values import squeezed
from generator.rules.finding import Finding
from generator.rules.printed import PrintedForm, Row
from generator.rules.vocabulary import Vocabulary

_IN_NAME = Pattern(r"[（(][^（）()]{1,6}[)）]$")
_WAN = Pattern(r"[≥≤=<>＝]?[0-9]+(?:\.[0-9]+)?万")
_YUAN = Pattern(r"([0-9]{4,12}(?:\.[0-9]{1,2})?)元")
_TEN_THOUSAND = Decimal(10_000)
_BARE_RATE_FROM = 2  # 0.93 and 1 are rates as fractions


def persons_and_times(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A number of persons is counted in 人, a number of visits in 人次."""
    for row in form.rows:
        name, unit = squeezed(row.name.text), row.target.measure.unit or row.actual.measure.unit
        if words.ends("persons", name) and unit == "人次":
            at = row.target.place if row.target else row.place
            yield Finding("persons-in-times", at, unit, "人", "", name)
        elif words.ends("times", name) and unit == "人":
            at = row.target.place if row.target else row.place
            yield Finding("times-in-persons", at, unit, "人次", "", name)


def rates_without_sign(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A rate whose target and actual are bare numbers."""
    for row in form.rows:
        name = squeezed(row.name.text)
        if not words.ends("rates", name) or words.ends("not-rates", name) or _IN_NAME.search(name):
            continue
        if _is_bare(row) and row.target.measure.value >= _BARE_RATE_FROM:
            yield Finding("rate-without-sign", row.target.place, row.target.text, "", "", name)


def fraction_beside_rate(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """0.935 beside ≥92%."""
    del words
    for row in form.rows:
        target, actual = row.target.measure, row.actual.measure
        if target.kind is not MeasureKind.NUMBER or actual.kind is not MeasureKind.NUMBER:
            continue
        is_fraction = target.unit == "%" and actual.unit == "" and 0 < actual.value <= 1
        if is_fraction and target.value > 1:
            right = f"{plain(actual.value * 100)}%"
            yield Finding("fraction", row.actual.place, row.actual.text, right, "", row.name.text)


def wan_for_wanyuan(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """An amount of money in 万 without 元."""
    for row in form.rows:
        is_money = "成本" in row.class_ or words.has("money-names", row.name.text)
        for text in (row.target, row.actual):
            if is_money and _WAN.fullmatch(squeezed(text.text)):
                right = f"{squeezed(text.text)}元"
                yield Finding("wan", text.place, text.text, right, "", row.name.text)
                break


def yuan_under_wanyuan(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The very digits that the form elsewhere gives in 元, or ten thousand times a cost in 万元."""
    del words
    budget = form.funds.total.budget
    if form.money != "万元" or budget is None or budget.value < _TEN_THOUSAND:
        return
    in_yuan = {Decimal(found) for text in _texts(form) for found in _YUAN.findall(squeezed(text))}
    in_wan = {
        measure.value
        for row in form.rows
        for measure in (row.target.measure, row.actual.measure)
        if measure.kind is MeasureKind.NUMBER and measure.unit == "万元"
    }
    if budget.value in in_yuan:
        yield Finding("yuan", budget.place, plain(budget.value), f"{plain(budget.value)}元")
    elif any(abs(value * _TEN_THOUSAND - budget.value) <= _TEN_THOUSAND / 100 for value in in_wan):
        right = f"{plain(budget.value / _TEN_THOUSAND)}万元"
        yield Finding("yuan", budget.place, plain(budget.value), right)


def _texts(form: PrintedForm) -> Iterator[str]:
    yield from (form.expected.text, form.achieved.text, *form.explanations)
    for row in form.rows:
        yield from (row.target.text, row.actual.text)


def _is_bare(row: Row) -> bool:
    return all(
        text.measure.kind is MeasureKind.NUMBER and text.measure.unit == ""
        for text in (row.target, row.actual)
    )
