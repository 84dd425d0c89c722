"""C02: a target that was not reached, in a form that shows no deduction for it, and nobody says why."""

from collections.abc import Iterator

from generator.rules.finding import Finding
from generator.rules.printed import PrintedForm, Row
from generator.rules.reasons import is_explained_elsewhere
from generator.rules.scores import reached
from generator.rules.vocabulary import Vocabulary


def unmet(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Without weights no score shows that something is missing; the two values do."""
    if not form.is_evaluation:
        return
    for row in form.rows:
        part = reached(row, words)
        if part is None or part >= 1 or row.weight is not None:
            continue
        if not _has_reason(row, words) and not is_explained_elsewhere(form, row, words):
            left, right = row.actual.text, row.target.text
            yield Finding("target-unmet", row.actual.place, left, right, "", row.name.text)


def _has_reason(row: Row, words: Vocabulary) -> bool:
    return bool(row.reason) and not words.is_one("no-reason", row.reason.text.strip())
