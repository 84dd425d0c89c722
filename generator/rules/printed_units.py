"""C08, F03: units: persons and times, rates without their sign, amounts under the wrong unit."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.measure import MeasureKind, Operator
from generator.base.number import plain
from generator.base.pattern import Pattern
from generator.read.printed_values import squeezed
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm, Row
from generator.rules.rule_words import Vocabulary

_IN_NAME = Pattern(r"[（(][^（）()]{1,6}[)）]$")
_WAN = Pattern(r"[≥≤=<>＝]?[0-9]+(?:\.[0-9]+)?万")
_SURELY_PER_CENT = 50
_LIMITS = (Operator.AT_MOST, Operator.BELOW)
_PERSONS = ("人", "人次")
_COUNTED = Pattern(
    r"(?P<before>[一-鿿]{2,12})[≥>约达近]*(?P<number>[0-9]+(?:\.[0-9]+)?)(?P<unit>人次|人(?![次员民口均才大工]))"
)
_BARE_RATE_FROM = 2  # 0.93 and 1 are rates as fractions


def persons_and_times(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A number of persons is counted in 人, a number of visits in 人次."""
    for row in form.rows:
        name, unit = squeezed(row.name.text), row.target.measure.unit or row.actual.measure.unit
        if words.ends("persons", name) and unit.endswith("人次"):
            at = row.target.place if row.target else row.place
            yield Finding("persons-in-times", at, unit, "人", "", name)
        elif words.ends("times", name) and unit.endswith("人"):
            at = row.target.place if row.target else row.place
            yield Finding("times-in-persons", at, unit, "人次", "", name)


def persons_of_goal(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The goal counts in 人 what the row of the same number and the same words counts in 人次."""
    goals = [text for aim in form.aims for text in aim]
    for row in form.rows:
        target = row.target.measure
        if target.kind is not MeasureKind.NUMBER or target.unit not in _PERSONS:
            continue
        other = next(unit for unit in _PERSONS if unit != target.unit)
        for text in goals:
            said = _counted(text.text, target.value, other)
            if said and _share_a_word(said, squeezed(row.name.text), words):
                left, right = target.unit, other
                yield Finding("persons-of-goal", row.place, left, right, "", row.name.text)
                break


def _counted(text: str, value: Decimal, unit: str) -> str:
    """Return what stands before a number of persons, or of times (empty: they are not counted so)."""
    for found in _COUNTED.finditer(squeezed(text)):
        if Decimal(found["number"]) == value and found["unit"] == unit:
            return found["before"]
    return ""


def _share_a_word(said: str, name: str, words: Vocabulary) -> bool:
    plain = name
    for word in words.words("says-little"):
        plain = plain.replace(word, "")
    return any(plain[at : at + 2] in said for at in range(len(plain) - 1))


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
        if is_fraction(row):
            right = f"{plain(row.actual.measure.value * 100)}%"
            yield Finding("fraction", row.actual.place, row.actual.text, right, "", row.name.text)


def is_fraction(row: Row) -> bool:
    """Tell 0.935 beside 92 %; where a column gives both the unit %, by its size."""
    target, actual = row.target.measure, row.actual.measure
    if target.kind is not MeasureKind.NUMBER or actual.kind is not MeasureKind.NUMBER:
        return False
    if target.unit != "%" or not 0 < actual.value <= 1:
        return False
    least = 1 if actual.unit == "" else _SURELY_PER_CENT
    return target.value > least and actual.unit in ("", "%") and target.operator not in _LIMITS


def two_units(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """0.085万元 beside ≥800元: one thing in two units, which nobody reads at a glance."""
    del words
    for row in form.rows:
        target, actual = row.target.measure, row.actual.measure
        is_counted = (
            target.kind is actual.kind is MeasureKind.NUMBER and target.unit and actual.unit
        )
        if not is_counted or target.unit == actual.unit or not target.value or not actual.value:
            continue
        sizes = [row.target.units.size(unit) for unit in (target.unit, actual.unit)]
        if sizes[0][0] == sizes[1][0] and sizes[0][1] != sizes[1][1]:
            left, right = row.actual.text, row.target.text
            yield Finding("two-units", row.actual.place, left, right, "", row.name.text)


def wan_for_wanyuan(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """An amount of money in 万 without 元."""
    for row in form.rows:
        is_money = "成本" in row.class_ or words.has("money-worded", row.name.text)
        for text in (row.target, row.actual):
            if is_money and _WAN.fullmatch(squeezed(text.text)):
                right = f"{squeezed(text.text)}元"
                yield Finding("wan", text.place, text.text, right, "", row.name.text)
                break


def _is_bare(row: Row) -> bool:
    return all(
        text.measure.kind is MeasureKind.NUMBER and text.measure.unit == ""
        for text in (row.target, row.actual)
    )
