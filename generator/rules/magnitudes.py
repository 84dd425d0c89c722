"""F03: amounts in 元 under 万元 and the other way, told by their size: against costs, sources, columns."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice, permutations

from generator.base.measure import MeasureKind
from generator.base.number import plain
from generator.base.pattern import Pattern
from generator.base.spoken_amount import spoken_amount
from generator.model.amounts import AMOUNT_LABELS, BUDGET, INITIAL, SPENT
from generator.read.printed_values import squeezed
from generator.rules.finding import Finding
from generator.rules.once import once_for_a_form
from generator.rules.printed_form import PrintedForm, Row
from generator.rules.printed_value import Amount, Text
from generator.rules.rule_words import Vocabulary

_YUAN = Pattern(r"([0-9]{4,12}(?:\.[0-9]{1,2})?)元")
_WAN = Pattern(r"([0-9]{1,8}(?:\.[0-9]{1,6})?)万元")
_YUAN_SIGN = "元"  # what both end with
_TEN_THOUSAND, _MONEY = Decimal(10_000), "金额"
# Amounts of one row differ by what was spent and changed, not a thousandfold.
_NEAREST = (BUDGET, INITIAL, SPENT)  # what an amount is first held against
_LEAST, _MOST = Decimal(3_000), Decimal(30_000)


def yuan_under_wanyuan(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The very digits that the paper elsewhere gives in 元, or ten thousand times what it has in 万元."""
    del words
    yield from _in_yuan(form)


def _in_yuan(form: PrintedForm) -> Iterator[Finding]:
    budget = form.funds.total.budget
    if form.money != "万元" or budget is None:
        return
    in_yuan, in_wan = dict(_said(form, _YUAN)), dict(_said(form, _WAN))
    large = budget.value >= _TEN_THOUSAND
    wan = next((v for v in in_wan if _is_the_same(v, budget.value)), None)
    if large and budget.value in in_yuan:
        beside = f"{in_yuan[budget.value]}{plain(budget.value)}元"
        yield _finding(form, budget, _label(BUDGET), beside)
    elif large and wan is not None:
        beside = f"{in_wan[wan]}{plain(budget.value / _TEN_THOUSAND)}万元"
        yield _finding(form, budget, _label(BUDGET), beside)
    else:
        yield from _beside(form)


def huge_amounts(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """An amount that hardly any project has, where nothing else says that 元 stand for 万元."""
    total, size = form.funds.total, form.money_size[1]
    if not form.is_typed or _told(form):
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
    if budget.value in dict(_said(form, _WAN)):
        yield Finding("wanyuan", budget.place, plain(budget.value), f"{plain(budget.value)}万元")
    elif sources == budget.value * _TEN_THOUSAND:
        yield Finding("wanyuan", budget.place, plain(budget.value), f"{plain(sources)}元")


def cost_of_other_size(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The cost of the whole is the amount of its funds, with 元 for 万元 or the other way round."""
    del words
    total, size = form.funds.total, form.money_size[1]
    if _told(form):
        return
    known = [amount.value * size for amount in (total.budget, total.spent) if amount]
    for row in form.rows:
        if "成本" not in row.class_:
            continue
        for said in (row.target, row.actual):
            cost = _worth(said)
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
    if target.value == actual.value:  # mostly it is
        return False
    unit = target.unit or actual.unit
    if actual.unit not in ("", unit) or not unit or row.target.units.size(unit)[0] != _MONEY:
        return False
    return are_of_two_units(Amount(target.value), Amount(actual.value))


def are_of_two_units(one: Amount, other: Amount) -> bool:
    """Tell amounts of one row of which one must be in 元, the other in 万元: nothing follows of them."""
    small, large = sorted((one.value, other.value))
    return small > 0 and _LEAST <= large / small <= _MOST


def _worth(said: Text) -> Decimal | None:
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
        amounts = [(name, getattr(row, name)) for name in _NEAREST]
        known = [(name, amount) for name, amount in amounts if amount is not None and amount.value]
        for (name, large), (other, small) in permutations(known, 2):
            is_larger = large.value > small.value > 0
            if is_larger and are_of_two_units(large, small) and large.value not in told:
                told.add(large.value)
                beside = f"{_label(other)} {plain(small.value)}万元"
                yield _finding(form, large, _label(name, row.name), beside)
    wholes = (found for column in _NEAREST for found in _whole_in_yuan(form, column))
    yield from islice(wholes, 1)  # the others of its row are in 元 as well
    for column in (BUDGET, SPENT):
        whole = getattr(form.funds.total, column)
        for source in form.funds.sources:
            part: Amount | None = getattr(source, column)
            is_far = whole and part and whole.value > 0 and part.value / whole.value >= _LEAST
            if is_far and part is not None and part.value not in told:
                told.add(part.value)
                beside = f"{_label(column)} {plain(whole.value)}万元"
                yield _finding(form, part, _label(column, source.name), beside)


def _whole_in_yuan(form: PrintedForm, column: str) -> Iterator[Finding]:
    """The whole is just ten thousand times what its sources come to."""
    whole: Amount | None = getattr(form.funds.total, column)
    parts = [part.value for s in form.funds.sources if (part := getattr(s, column)) is not None]
    together = sum(parts, Decimal(0))
    if whole is not None and together * _TEN_THOUSAND == whole.value > 0:
        yield _finding(form, whole, _label(column), f"各项来源之和 {plain(together)}万元")


def _finding(form: PrintedForm, large: Amount, name: str, beside: str) -> Finding:
    return Finding("yuan", large.place, plain(large.value), beside, _said_aloud(form, large), name)


def _label(column: str, row: str = "") -> str:
    """Name an amount, and of which source it is."""
    return f"“{row}”{AMOUNT_LABELS[column]}" if row else AMOUNT_LABELS[column]


@once_for_a_form
def _told(form: PrintedForm) -> bool:
    """Tell whether an amount is told to be in 元: what else follows of it is not told."""
    return any(True for _ in _in_yuan(form))


def _is_the_same(wan: Decimal, yuan: Decimal) -> bool:
    return abs(wan * _TEN_THOUSAND - yuan) <= _TEN_THOUSAND / 100


def _said(form: PrintedForm, pattern: Pattern) -> Iterator[tuple[Decimal, str]]:
    """Give the amounts of texts and rows that are printed with their unit, and of which row they are."""
    for row in form.rows:
        for said in (row.actual, row.target):
            if _YUAN_SIGN in said.text:
                for digits in pattern.findall(squeezed(said.text)):
                    yield Decimal(digits), f"“{row.name.text}” " if row.name.text else ""
    for text in (form.expected.text, form.achieved.text, *form.explanations):
        if _YUAN_SIGN in text:
            yield from ((Decimal(digits), "") for digits in pattern.findall(squeezed(text)))
