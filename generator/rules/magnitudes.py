"""F03: amounts in 元 under 万元 and the other way, told by their size: against costs, sources, columns."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

from generator.base.measure import MeasureKind
from generator.base.number import plain
from generator.base.pattern import Pattern
from generator.base.spoken_amount import spoken_amount
from generator.read.printed_values import squeezed
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm, Row
from generator.rules.printed_value import Amount, Text
from generator.rules.rule_words import Vocabulary

_YUAN = Pattern(r"([0-9]{4,12}(?:\.[0-9]{1,2})?)元")
_WAN = Pattern(r"([0-9]{1,8}(?:\.[0-9]{1,6})?)万元")
_TEN_THOUSAND, _MONEY = Decimal(10_000), "金额"
# Amounts of one row differ by what was spent and changed, not a thousandfold.
_LEAST, _MOST = Decimal(3_000), Decimal(30_000)


def yuan_under_wanyuan(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The very digits that the paper elsewhere gives in 元, or ten thousand times what it has in 万元."""
    del words
    budget = form.funds.total.budget
    if form.money != "万元" or budget is None:
        return
    in_yuan, in_wan = set(_said(form, _YUAN)), set(_said(form, _WAN))
    if budget.value >= _TEN_THOUSAND and budget.value in in_yuan:
        right = f"{plain(budget.value)}元"
        yield Finding("yuan", budget.place, plain(budget.value), right, _said_aloud(form, budget))
    elif budget.value >= _TEN_THOUSAND and any(_is_the_same(v, budget.value) for v in in_wan):
        right = f"{plain(budget.value / _TEN_THOUSAND)}万元"
        yield Finding("yuan", budget.place, plain(budget.value), right, _said_aloud(form, budget))
    else:
        yield from _beside(form)


def huge_amounts(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """An amount that hardly any project has, where nothing else says that 元 stand for 万元."""
    total, size = form.funds.total, form.money_size[1]
    if not form.is_typed:
        return
    bound = words.numbers["huge-amount"]
    for amount in (total.budget or total.initial,):
        if amount is not None and size and amount.value * size >= bound:
            left = f"{plain(amount.value)} {form.money}"
            yield Finding("huge-amount", amount.place, left, spoken_amount(amount.value * size))


def _said_aloud(form: PrintedForm, amount: Amount) -> str:
    """Say what an amount would be, in its unit: nobody means 380 亿元."""
    return f"即 {spoken_amount(amount.value * form.money_size[1])}，对吗？"


def wanyuan_under_yuan(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Under 元 stand the digits that the paper elsewhere gives in 万元."""
    del words
    budget = form.funds.total.budget
    if form.money != "元" or budget is None:
        return
    if budget.value >= _TEN_THOUSAND:
        yield from _sources_in_wan(form)
    if not 0 < budget.value < _TEN_THOUSAND:
        return
    sources = sum((s.budget.value for s in form.funds.sources if s.budget), Decimal(0))
    if budget.value in set(_said(form, _WAN)):
        yield Finding("wanyuan", budget.place, plain(budget.value), f"{plain(budget.value)}万元")
    elif sources == budget.value * _TEN_THOUSAND:
        yield Finding("wanyuan", budget.place, plain(budget.value), f"{plain(sources)}元")


def cost_of_other_size(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The cost of the whole is the amount of its funds, with 元 for 万元 or the other way round."""
    del words
    total, size = form.funds.total, form.money_size[1]
    known = [amount.value * size for amount in (total.budget, total.spent) if amount]
    for row in form.rows:
        if "成本" not in row.class_:
            continue
        for said in (row.target, row.actual):
            cost = _in_yuan(said)
            far = [v for v in known if v > 0 and cost in (v * _TEN_THOUSAND, v / _TEN_THOUSAND)]
            if far and cost not in known:
                left, right = said.text, f"{plain(far[0] / size)}{form.money}"
                yield Finding("cost-of-other-size", said.place, left, right, "", row.name.text)
                break


def value_of_other_size(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """What was reached is ten thousand times what was aimed at, or as small a part: 元 for 万元."""
    del words
    for row in form.rows:
        if are_values_of_two_units(row):
            name, left, right = row.name.text, row.actual.text, row.target.text
            yield Finding("value-of-other-size", row.actual.place, left, right, "", name)


def are_values_of_two_units(row: Row) -> bool:
    """Tell a row of money of which one value must be in 元, the other in 万元: it has no share reached."""
    target, actual = row.target.measure, row.actual.measure
    if target.kind is not MeasureKind.NUMBER or actual.kind is not MeasureKind.NUMBER:
        return False
    unit = target.unit or actual.unit
    if actual.unit not in ("", unit) or not unit or row.target.units.size(unit)[0] != _MONEY:
        return False
    return are_of_two_units(Amount(target.value), Amount(actual.value))


def are_of_two_units(one: Amount, other: Amount) -> bool:
    """Tell amounts of one row of which one must be in 元, the other in 万元: nothing follows of them."""
    small, large = sorted((one.value, other.value))
    return small > 0 and _LEAST <= large / small <= _MOST


def _in_yuan(said: Text) -> Decimal | None:
    """Return an amount of money in 元 (``None``: it is none, or one of each thing)."""
    measure = said.measure
    if measure.kind is not MeasureKind.NUMBER or not measure.unit:
        return None
    base, size = said.units.size(measure.unit)
    return measure.value * size if base == _MONEY else None


def _sources_in_wan(form: PrintedForm) -> Iterator[Finding]:
    """Sources in 万元 below a whole in 元: ten thousand times all of them is the whole."""
    total = form.funds.total
    for column in ("budget", "spent"):
        whole: Amount | None = getattr(total, column)
        parts = [part for s in form.funds.sources if (part := getattr(s, column)) is not None]
        together = sum((part.value for part in parts), Decimal(0))
        if whole is not None and parts and together * _TEN_THOUSAND == whole.value > 0:
            part = next(part for part in parts if part.value > 0)
            right = f"{plain(whole.value)}元"
            yield Finding("wanyuan", part.place, plain(part.value), right)
            return


def _beside(form: PrintedForm) -> Iterator[Finding]:
    """Columns of one row, and sources beside their whole, of which one is a thousandfold."""
    told: set[Decimal] = set()
    for row in form.funds.rows:
        amounts = [amount for _, amount in row.columns() if amount is not None and amount.value > 0]
        for large, small in permutations(amounts, 2):
            is_larger = large.value > small.value
            if is_larger and are_of_two_units(large, small) and large.value not in told:
                told.add(large.value)
                yield _finding(form, large, small)
    for column in ("budget", "spent"):
        whole = getattr(form.funds.total, column)
        for source in form.funds.sources:
            part: Amount | None = getattr(source, column)
            is_far = whole and part and whole.value > 0 and part.value / whole.value >= _LEAST
            if is_far and part is not None and part.value not in told:
                told.add(part.value)
                yield _finding(form, part, whole)


def _finding(form: PrintedForm, large: Amount, small: Amount) -> Finding:
    right = f"{plain(small.value)}万元"
    return Finding("yuan", large.place, plain(large.value), right, _said_aloud(form, large))


def _is_the_same(wan: Decimal, yuan: Decimal) -> bool:
    return abs(wan * _TEN_THOUSAND - yuan) <= _TEN_THOUSAND / 100


def _said(form: PrintedForm, pattern: Pattern) -> Iterator[Decimal]:
    """Give the amounts of texts and rows that are printed with their unit."""
    for text in (form.expected.text, form.achieved.text, *form.explanations):
        yield from map(Decimal, pattern.findall(squeezed(text)))
    for row in form.rows:
        for said in (row.target, row.actual):
            yield from map(Decimal, pattern.findall(squeezed(said.text)))
