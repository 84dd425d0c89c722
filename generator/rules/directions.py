"""C07: a column says which way is better, and the sign of the target the other way."""

from collections.abc import Iterator

from generator.base.measure import Operator
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_SIGNS = {
    Operator.AT_LEAST: "≥",
    Operator.ABOVE: "≥",
    Operator.AT_MOST: "≤",
    Operator.BELOW: "≤",
}


def directions(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Of 反向 less is better, of ≥ more."""
    del words
    for row in form.rows:
        operator = row.target.measure.operator if row.target else None
        sign = _SIGNS.get(operator) if operator is not None else None
        if row.direction and sign and sign != row.direction:
            left, right = row.target.text, row.direction
            yield Finding("other-direction", row.target.place, left, right, "", row.name.text)
