"""A07: a sentence that tells a target, less than it, and full marks: 目标100%，实际97%，该指标得满分10分."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.base.number import plain, round_half_up
from generator.base.pattern import Pattern
from generator.rules.finding import Finding
from generator.rules.form_sentences import said
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary
from generator.rules.said_pairs import Reached, pairs

# Right behind what was reached: of any other thing the sentence would say its name.
_FULL = Pattern(
    r"[，,](?:该|此|本)?(?:项|指标|项指标)?[得计记](?:了|到)?(?:满分|全分)(?P<points>[0-9]+(?:\.[0-9]+)?)分"
)


def said_full_marks(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Hold full marks in a sentence against the part that was reached in the clause before."""
    texts = {one.place: one.text for one in said(form)}
    told: set[Reached] = set()
    for reached in pairs(form, words):
        rate, actual = reached.rate, reached.actual
        found = _FULL.match(texts.get(actual.place, ""), actual.end)
        if found is None or rate is None or rate >= 1 or reached in told:
            continue
        told.add(reached)
        due = Fraction(Decimal(found["points"])) * rate
        left, right = found["points"], plain(round_half_up(due, 2))
        how = f"{left} × {reached.how}"
        yield Finding("full-marks", actual.place, left, right, how, reached.name)
