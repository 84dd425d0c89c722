"""A01: the total is the sum of the scores that are printed above it."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.number import plain, round_half_up
from generator.rules.finding import Finding
from generator.rules.printed import PrintedForm
from generator.rules.vocabulary import Vocabulary
from generator.rules.weights import FULL

_REPEATS = FULL - 10  # an execution row that bears so many points repeats the total of the form


def total(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Add up the scores of the rows, of the goal and of the execution."""
    del words
    rows = row_scores(form)
    if form.total is None or rows is None:
        return
    printed, execution = form.total.value, form.funds.score
    rows += form.goal_score.value if form.goal_score else Decimal(0)
    together = rows + (execution.value if execution else Decimal(0))
    weight = form.funds.weight
    is_repeated = weight is not None and weight.value >= _REPEATS and printed == rows
    if printed == together or is_repeated:
        return
    weights = sum((row.weight.value for row in form.rows if row.weight), Decimal(0))
    if execution is None and weights < FULL and together <= printed <= together + FULL - weights:
        return  # what is missing may well be the score of the execution
    is_rounding = round_half_up(together, form.total.places) == printed
    yield Finding(
        "total-rounded" if is_rounding else "total",
        form.total.place,
        plain(printed),
        plain(together),
        _how(form),
    )


def row_scores(form: PrintedForm) -> Decimal | None:
    """Add up the scores of all rows (``None``: some are not printed)."""
    shared = [s.score.value for s in form.shared if s.score]
    own = [row.score.value for row in form.rows if row.score]
    if len(shared) < len(form.shared) or (len(own) < len(form.rows) and not shared):
        return None
    return sum((*own, *shared), Decimal(0)) if own or shared else None


def _how(form: PrintedForm) -> str:
    parts = [form.funds.score, form.goal_score, *(row.score for row in form.rows)]
    parts += [shared.score for shared in form.shared]
    return "+".join(plain(part.value) for part in parts if part)
