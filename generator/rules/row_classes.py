"""C09: rows in a class that they do not belong to."""

from collections.abc import Iterator

from generator.base.measure import MeasureKind
from generator.read.printed_values import squeezed
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm, Row
from generator.rules.rule_words import Vocabulary


def money_as_quantity(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The money put in stands as a quantity that came out."""
    for row in form.rows:
        if "数量" in row.class_ and _is_money(form, row, words):
            yield Finding("money-as-quantity", row.place, row.target.text, "", "", row.name.text)


def second_below_first(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A class of benefits stands inside the outputs, or the other way round."""
    for row in form.rows:
        for first in ("产出", "效益"):
            if row.second and row.first.startswith(first) and words.has(f"not-{first}", row.second):
                yield Finding("class-inside", row.place, row.second, row.first, "", row.name.text)


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
