"""C02: points were taken off, and the reason is missing, is none, or is the same everywhere."""

from collections import Counter
from collections.abc import Iterator

from generator.base.number import plain
from generator.read.values import squeezed
from generator.rules.finding import Finding, gathered
from generator.rules.printed import PrintedForm, Row
from generator.rules.vocabulary import Vocabulary

_SHORTEST = 6
_FEWEST_SAME = 3


def missing(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A score below its weight has a reason, in its row or wherever reasons stand."""
    found: list[Finding] = []
    for row in _lowered(form):
        said = squeezed(row.reason.text)
        if said and not words.is_one("no-reason", said):
            continue
        if row.score and row.weight and not is_explained_elsewhere(form, row, words):
            id = "reason-is-none" if said else _missing(form)
            left, right = plain(row.score.value), plain(row.weight.value)
            at = row.reason.place if said else row.place
            found.append(Finding(id, at, left, right, said, row.name.text))
    yield from gathered(found)


def _missing(form: PrintedForm) -> str:
    """A form without a column for reasons hardly asks for them."""
    return "reason-missing" if "reason" in form.columns else "reason-no-column"


def same_everywhere(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """One and the same reason stands in every row that lost points."""
    del words
    rows = [row for row in _lowered(form) if row.reason]
    said = Counter(squeezed(row.reason.text) for row in rows)
    for text, count in said.items():
        if count >= _FEWEST_SAME and count == len(rows):
            yield Finding("reason-repeated", rows[0].reason.place, text[:20], str(count))


def _lowered(form: PrintedForm) -> Iterator[Row]:
    for row in form.rows:
        if row.score and row.weight and row.score.value < row.weight.value:
            yield row


def is_explained_elsewhere(form: PrintedForm, row: Row, words: Vocabulary) -> bool:
    """Tell whether a sentence elsewhere names the row, or the form explains at its foot."""
    name = squeezed(row.name.text)
    own = {row.reason.text for row in form.rows}
    # What was achieved explains what it names, and nothing else.
    told = {form.achieved.text, *(row.actual.text for row in form.rows)}
    for text in form.explanations:
        tight = squeezed(text)
        if text in own or len(tight) < _SHORTEST or words.is_one("no-reason", tight):
            continue
        is_of_it = bool(name) and name in tight
        if is_of_it or (text not in told and words.has("because", tight)):
            return True
    return False
