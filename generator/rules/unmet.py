"""C02: a target that was not reached, in a form that shows no deduction for it, and nobody says why."""

from collections.abc import Iterator
from fractions import Fraction

from generator.rules.deduction_reasons import is_explained_elsewhere, is_row_explained
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm, Row
from generator.rules.printed_scores import fallen_short
from generator.rules.rule_words import Vocabulary


def unmet(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Without weights no score shows that something is missing; the two values do."""
    if not form.is_evaluation:
        return
    for row in form.rows:
        part = fallen_short(row, words) if row.weight is None else None
        if part is None or _is_well_spent(row, part, words):
            continue
        if not is_row_explained(row, words) and not is_explained_elsewhere(form, row, words):
            left, right = row.actual.text, row.target.text
            yield Finding("target-unmet", row.actual.place, left, right, "", row.name.text)


def _is_well_spent(row: Row, part: Fraction, words: Vocabulary) -> bool:
    """Tell a rate of the execution for which nobody asks a reason."""
    is_rate = words.is_one("rate-head", row.name.text.strip())
    return is_rate and part >= words.percent("spent-enough")
