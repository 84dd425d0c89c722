"""X02: days and years of rows and sentences that cannot be: done after signing, of a year gone by."""

import datetime
from collections.abc import Iterator

from generator.base.chinese import half_width
from generator.base.measure import MeasureKind
from generator.base.pattern import Pattern
from generator.rules.finding import Finding
from generator.rules.printed import PrintedForm
from generator.rules.signing import is_day
from generator.rules.vocabulary import Vocabulary

_CLAUSE = Pattern("[，,。；;\n]")
_TITLES = Pattern(r"《[^》]{1,200}》")
_OWN_YEAR = Pattern(
    r"(?P<year>20[0-9]{2})年度?[^，,。；;《0-9]{0,24}?(?:绩效自评(?:工作|情况|报告)|绩效评价(?:工作|情况|报告)|自评报告)"
)


def done_after_signing(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A sentence tells of a day after the signature as of something done."""
    if not form.signed:
        return
    signed = datetime.date.fromisoformat(form.signed.text)
    texts = {entry.place: half_width(entry.text) for entry in form.entries}
    for fact in form.ledger.of_role("date"):
        if (
            not isinstance(fact.value, str)
            or not is_day(fact.value)
            or fact.place == form.signed.place
        ):
            continue
        text = texts.get(fact.place, "")
        clause = _CLAUSE.split(text[fact.end :], maxsplit=1)[0]
        before = _CLAUSE.split(text[: fact.start])[-1]
        if datetime.date.fromisoformat(fact.value) <= signed or words.has(
            "still-to-come", before + clause
        ):
            continue
        if words.has("done", clause):
            left = text[fact.start : fact.end]
            yield Finding("after-signing", fact.place, left, form.signed.text)


def targets_of_other_years(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A target was due in a year before the form's."""
    for row in form.rows:
        measure = row.target.measure
        if measure.kind is not MeasureKind.DATE or measure.deadline is None or form.year is None:
            continue
        due = measure.deadline.year
        if due is not None and due < form.year and not words.has("carried-over", row.name.text):
            left, right = row.target.text, f"{form.year}年"
            yield Finding("other-year", row.target.place, left, right, "", row.name.text)


def own_year(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A sentence calls this very self-evaluation one of another year."""
    if form.year is None or not form.is_evaluation:
        return
    for entry in form.entries:
        text = _TITLES.sub("", half_width(entry.text))
        for found in _OWN_YEAR.finditer(text):
            year = int(found["year"])
            before = _CLAUSE.split(text[: found.start()])[-1]
            is_basis = words.has("cites-others", before + text[found.end() : found.end() + 12])
            if year == form.year - 1 and not is_basis:
                yield Finding("other-year", entry.place, f"{year}年", f"{form.year}年")
