"""X02: a sentence names a row by its verb and its unit: 共培训358人, and the row 培训人员数量 with 365人."""

from collections.abc import Iterator
from fractions import Fraction

from generator.base.pattern import Pattern
from generator.read.fact import Fact, in_base
from generator.read.label_book import normal
from generator.rules.finding import Finding
from generator.rules.form_sentences import Said, goal_places, is_of_other_times, said, shown
from generator.rules.named_rows import comparable
from generator.rules.printed_form import PrintedForm, Row
from generator.rules.rule_words import Vocabulary

_IN_ALL = Pattern(
    "(?:总共|一共|累计|共计|共|全年(?!共|累计|总共|一共|总计))(?P<verb>[一-鿿]{2,6})$"
)
_LENGTHS = range(3, 9)


def rows_by_verb(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """All of them, 共培训, are as many as the row says was wanted or was reached."""
    if not form.rows:
        return
    goals = goal_places(form)
    results = {aim.achieved.place for aim in form.said_aims if aim.achieved}
    for one in said(form):
        is_result = one.place in results
        if (one.place.table and not is_result) or one.place in goals:
            continue
        for fact in one.facts:
            row = _row(form, one, fact)
            if row is None or is_of_other_times(one, fact, words):
                continue
            texts = (row.actual,) if is_result else (row.actual, row.target)
            known = comparable(fact, row, texts)
            values = [Fraction(value) for _, value in known]
            own = Fraction(in_base(fact) or 0)
            if values and own not in values and _is_near(own, values[0], words):
                right = known[0][0].text
                yield Finding("two-values", fact.place, shown(fact), right, "", row.name.text)


def _row(form: PrintedForm, one: Said, fact: Fact) -> Row | None:
    """Return the one row that begins with the verb and the unit."""
    found = _IN_ALL.search(one.before(fact)) if len(fact.unit) == 1 else None
    is_exact = not fact.is_about and not fact.sign and fact.role in ("count", "actual")
    if found is None or not is_exact or (form.year and fact.year not in (None, form.year)):
        return None
    called = f"{found['verb']}{fact.unit}"
    named = [row for row in form.rows if normal(row.name.text).startswith(called)]
    return named[0] if len(named) == 1 and len(called) in _LENGTHS else None


def _is_near(one: Fraction, other: Fraction, words: Vocabulary) -> bool:
    low, high = sorted((one, other))
    return high > 0 and low / high >= words.percent("near-value")
