"""C09: rows in a class that they do not belong to."""

from collections.abc import Iterator

from generator.base.measure import MeasureKind, Operator
from generator.read.printed_values import squeezed
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm, Row
from generator.rules.rule_words import Vocabulary


def money_as_quantity(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The money put in stands as a quantity that came out."""
    for row in form.rows:
        is_quantity = "数量" in row.class_ and _is_money(form, row, words)
        if is_quantity or _is_source(form, row, words):
            yield Finding("money-as-quantity", row.place, row.target.text, "", "", row.name.text)


def second_below_first(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A class of benefits stands inside the outputs, or the other way round."""
    for row in form.rows:
        for first in ("产出", "效益"):
            if row.second and row.first.startswith(first) and words.has(f"not-{first}", row.second):
                yield Finding("class-inside", row.place, row.second, row.first, "", row.name.text)


def _is_source(form: PrintedForm, row: Row, words: Vocabulary) -> bool:
    """Tell 投入中央资金 with just the amount of a row of the funds: as a quantity, or where no class is printed."""
    measure = row.target.measure
    if measure.kind is not MeasureKind.NUMBER or not measure.value:
        return False
    is_cost = "≤" in (measure.operator, row.direction) or measure.operator is Operator.BELOW
    if not ("数量" in row.class_ or (not row.class_ and not is_cost)):
        return False
    worth = measure.value * row.target.units.size(measure.unit or form.money)[1]
    given = (amount for own in form.funds.rows for amount in (own.initial, own.budget))
    is_given = any(a is not None and a.value * form.money_size[1] == worth for a in given)
    name = squeezed(row.name.text)
    is_put_in = words.begins("puts-in", name) and words.has("money-names", name)
    is_of_money = measure.unit in (form.money, "万元", "元")
    return is_given and is_of_money and (is_put_in or "数量" in row.class_)


def _is_money(form: PrintedForm, row: Row, words: Vocabulary) -> bool:
    measure = row.target.measure
    if measure.kind is not MeasureKind.NUMBER or measure.unit not in ("", form.money, "万元", "元"):
        return False
    name = squeezed(row.name.text)
    budget = form.funds.total.budget
    is_named = words.has("money-names", name)
    if measure.unit == "":
        return is_named and budget is not None and measure.value == budget.value
    worth = measure.value * row.target.units.size(measure.unit)[1]
    # An amount that is just the budget, whatever its row is called.
    return is_named or (budget is not None and worth == budget.value * form.money_size[1] > 0)
