"""A09: so many at so much each: 每户补助3000元，共120户，合计36万元."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.base.number import places_of, plain, round_half_up, truncate
from generator.base.pattern import Pattern
from generator.base.quantity import MULTIPLIERS
from generator.read.fact import Fact, in_base
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said, said, shown
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_EACH = Pattern(r"每(?P<of>(?:(?!每)[一-鿿]){1,4})|(?P<mean>[户亩生])均")
_MEANT = {"生": "人"}  # 生均 is per pupil, who are counted as persons
_YEAR = "年"
_TIME_UNITS = {_YEAR: ("年",), "月": ("个月", "月"), "天": ("天", "日"), "日": ("天", "日")}
_TIME = tuple(unit for units in _TIME_UNITS.values() for unit in units)
_PERSONS = ("人", "名", "位")
_PER_UNIT = Pattern(r"/(?P<unit>[一-鿿]{1,3})(?:[/·](?P<time>[年月天日]))?")
_MONEY, _RATE, _EACH_TIME = "元", "比率", "次"


def unit_prices(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Multiply a price by what is counted in its sentence, where both are told once."""
    for one in said(form):
        if not words.has("price-each", one.text):
            continue
        for at, total in enumerate(one.facts[2:], 2):
            if words.are_comparable(total.unit, _MONEY) and not total.is_about:
                yield from _held(one, total, one.facts[:at], words)


def _held(one: Said, total: Fact, before: tuple[Fact, ...], words: Vocabulary) -> Iterator[Finding]:
    own = [f for f in before if f.start >= one.start_of(total)]
    money = [f for f in own if words.are_comparable(f.unit, _MONEY)]
    if len(money) != 1 or not _sums_up(one, total, words):
        return
    (price,) = money
    if price.is_about or words.has("price-varies", one.sentence(total)):
        return
    factors = _factors(one, price, own, words)
    if factors is None:  # 改造75户，验收75户。户均补助6000元，共补助45万元
        factors = _factors(one, price, [*{(f.value, f.unit): f for f in before}.values()], words)
    if factors is None:
        return
    due = Fraction(in_base(price) or 0)
    for factor in factors:
        due *= _counted(factor)
    due /= Fraction(total.size[1])
    value = total.value if isinstance(total.value, Decimal) else Decimal(0)
    places = places_of(value)
    least = words.percent("near-product")
    if value in (round_half_up(due, places), truncate(due, places)) or not value:
        return
    if least <= due / Fraction(value) <= 1 / least:
        right = f"{plain(round_half_up(due, max(2, places)))}{total.unit}"
        how = "×".join(map(shown, (price, *factors)))
        yield Finding("product", total.place, shown(total), right, how, total.name)


def _sums_up(one: Said, total: Fact, words: Vocabulary) -> bool:
    """Tell what all of it came to from what only some of it, or something else, did."""
    clause = one.before(total)
    return words.has("comes-to", clause) and not words.has("not-all-of-it", clause)


def _factors(one: Said, price: Fact, own: list[Fact], words: Vocabulary) -> list[Fact] | None:
    """Return what a price is multiplied by: what it is of, and the time that it is paid for."""
    unit, time = _priced(one, price)
    counts = [f for f in own if f is not price and not f.is_about and f.size[0] != _RATE]
    things = [f for f in counts if f.unit and f.unit not in _TIME]
    if unit:
        things = [f for f in things if _is_counted_in(f, unit)]
    elif not words.has("price-of-one", one.before(price)):
        return None
    times = [f for f in counts if time and f.unit in _TIME_UNITS[time]]
    if len(things) != 1 or len(times) > 1 or (time not in ("", _YEAR) and not times):
        return None
    return [*things, *times]


def _priced(one: Said, price: Fact) -> tuple[str, str]:
    """Return what a price is of, and per what time: 每人每月600元, 600元/人·月, 单价600元."""
    behind = _PER_UNIT.match(one.text, price.end)
    if behind:
        return behind["unit"], behind["time"] or ""
    unit = time = ""
    for found in _EACH.finditer(one.before(price)):
        of = found["of"] or _MEANT.get(found["mean"], found["mean"])
        if of[0] in _TIME_UNITS:
            time = of[0]
        else:
            unit = of
    return unit, time


def _is_counted_in(fact: Fact, unit: str) -> bool:
    """Tell whether a number counts what a price is of: 名 and 人 are one, 人 and 人次 are two."""
    own = _plain_unit(fact.unit)
    if unit.startswith(f"{own}{_EACH_TIME}"):
        return False
    return bool(own) and (unit.startswith(own) or (own in _PERSONS and unit[0] in _PERSONS))


def _plain_unit(unit: str) -> str:
    times = next((word for word, _ in MULTIPLIERS if unit.startswith(word)), "")
    return unit[len(times) :]


def _counted(fact: Fact) -> Fraction:
    """Return how many there are, each of what the price is of: 1.2万人 are 12000."""
    worth = next((n for word, n in MULTIPLIERS if fact.unit.startswith(word)), 1)
    return Fraction(fact.value if isinstance(fact.value, Decimal) else 0) * worth
