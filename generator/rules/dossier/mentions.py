"""X02: a number in prose that names a quantity of the table agrees with it."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from generator.base.chinese import half_width
from generator.base.measure import MeasureKind
from generator.base.number import plain, round_half_up, truncate
from generator.base.pattern import Pattern
from generator.model.dossier import IndicatorAt, Subject
from generator.prose.fields import ProseField
from generator.rules.dossier.evidence import Evidence, in_prose
from generator.rules.finding import Finding
from generator.score.execution import execution_rate

_SHORTEST_NAME = 4
_BETWEEN = r"[为是达到共计完成实际值约：:，,“”]{0,6}"
_VALUE = r"(?P<value>\d{1,12}(?:\.\d{1,6})?)(?!\d|\.\d)\s*"
_RATE = Pattern(
    r"(?<![一-鿿])(?:预算|资金)?执行率(?:为|是|达到|达|：|:)?(?P<value>\d{1,3}(?:\.\d{1,4})?)[%％]"
)
_MONEY = {
    name: Pattern(rf"(?<![一-鿿]){name}(?:为|是|：|:)?{_VALUE}")
    for name in ("年初预算数", "全年预算数", "全年执行数")
}
_FUNDS = {"年初预算数": "initial", "全年预算数": "budget", "全年执行数": "spent"}
_DIGIT = Pattern("[0-9]")
_NEARLY = Pattern(r"^(?:余|多|左右|以上|以下)")


def mentions(evidence: Evidence) -> Iterator[Finding]:
    """Look for names of quantities in the prose of their own subject."""
    subjects = {subject.id: subject for subject, _ in evidence.subjects()}
    named: dict[str, dict[str, IndicatorAt]] = {}
    for field in evidence.prose:
        subject = subjects.get(field.owner)
        if subject is None or field.keys[:1] in (("goals",), ("indicator",)):
            continue
        text = half_width(field.text)
        if not _DIGIT.search(text):
            continue
        if subject.id not in named:
            named[subject.id] = _named(subject)
        for number, words in enumerate(text.split("\n"), 1):
            yield from _rates(field, number, words, subject)
            yield from _amounts(field, number, words, subject, evidence)
            yield from _indicators(field, number, words, named[subject.id], evidence)


def _named(subject: Subject) -> dict[str, IndicatorAt]:
    found: dict[str, IndicatorAt] = {}
    for row in subject.indicators:
        name = half_width(row.indicator.name)
        if len(name) >= _SHORTEST_NAME and name not in found:
            found[name] = row
    return found


def _rates(field: ProseField, line: int, words: str, subject: Subject) -> Iterator[Finding]:
    if "执行率" not in words:
        return
    rate = execution_rate(subject.entry.funds)
    if rate is None or subject.kind == "department":
        return  # a department's rate has parts, and the words seldom say which is meant
    for found in _RATE.finditer(words):
        places = len(found["value"].partition(".")[2])
        printed, exact = Decimal(found["value"]), rate * 100
        if printed not in (round_half_up(exact, places), truncate(exact, places)):
            shown = f"{plain(round_half_up(exact, max(places, 2)))}%"
            at, left = in_prose(field, line, found.start() + 1), f"{found['value']}%"
            yield Finding("mentioned-rate", at, left, shown, quote=found[0])


def _amounts(
    field: ProseField, line: int, words: str, subject: Subject, evidence: Evidence
) -> Iterator[Finding]:
    funds, units = subject.entry.funds, evidence.wording.units
    for name, pattern in _MONEY.items():
        if name not in words:
            continue
        own = getattr(funds, _FUNDS[name])
        for found in pattern.finditer(words):
            unit = _unit_behind(found, words, units.money)
            if own is None or not unit:
                continue
            said = units.convert(Fraction(found["value"]), unit, funds.unit)
            places = len(found["value"].partition(".")[2])
            if unit == funds.unit and round_half_up(Fraction(own), places) == Decimal(
                found["value"]
            ):
                continue
            if said != Fraction(own):
                at, left = in_prose(field, line, found.start() + 1), f"{found['value']}{unit}"
                right, quote = f"{plain(own)}{funds.unit}", found[0] + unit
                yield Finding("mentioned-amount", at, left, right, name=name, quote=quote)


def _indicators(
    field: ProseField, line: int, words: str, named: dict[str, IndicatorAt], evidence: Evidence
) -> Iterator[Finding]:
    units = evidence.wording.units
    for name, row in named.items():
        if name not in words:
            continue
        known = [units.measure(row.indicator.actual), units.measure(row.indicator.target)]
        numbers = [m for m in known if m.kind is MeasureKind.NUMBER and m.value is not None]
        if len(numbers) < len(known):
            continue
        for found in re.finditer(rf"{re.escape(name)}{_BETWEEN}{_VALUE}", words):
            unit = _unit_behind(found, words, [m.unit for m in numbers])
            same = [m for m in numbers if m.unit == unit]
            if unit and all(Decimal(found["value"]) != m.value for m in same):
                at, indicator = in_prose(field, line, found.start() + 1), row.indicator
                left, right = f"{found['value']}{unit}", indicator.actual
                how, of, quote = indicator.target, indicator.name, found[0] + unit
                yield Finding("mentioned-result", at, left, right, how, of, quote)


def _unit_behind(found: re.Match[str], words: str, units: Iterable[str]) -> str:
    """Return the one of some units that stands behind a number (empty: none, or only about so many)."""
    behind = words[found.end() :]
    unit = max((u for u in units if behind.startswith(u)), key=len, default="")
    return "" if _NEARLY.match(behind[len(unit) :]) else unit
