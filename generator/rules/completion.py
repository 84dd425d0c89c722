"""C03, and the two lights of the bureau's system: far more than planned, score against money."""

from collections.abc import Iterator
from fractions import Fraction

from generator.base.measure import Operator
from generator.base.number import plain, round_half_up
from generator.rules.finding import Finding
from generator.rules.funds_rates import execution_rate
from generator.rules.funds_sums import is_explained
from generator.rules.printed import PrintedForm
from generator.rules.scores import reached
from generator.rules.total import row_scores
from generator.rules.vocabulary import Vocabulary

_FAR_BEYOND = Fraction(130, 100)
_RED = Fraction(5, 100)
_ROWS = 90
_UPWARDS = (Operator.AT_LEAST, Operator.ABOVE, Operator.EQUAL, None)


def far_beyond(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Beyond 130 % of the target, without a word of explanation."""
    for row in form.rows:
        rate = reached(row, words)
        if rate is None or rate <= _FAR_BEYOND or row.target.measure.operator not in _UPWARDS:
            continue
        if row.reason or any(row.name.text in text for text in form.explanations if row.name):
            continue
        how = f"{row.actual.text} ÷ {row.target.text} = {plain(round_half_up(rate * 100, 1))}%"
        left, right = row.actual.text, row.target.text
        yield Finding("far-beyond", row.actual.place, left, right, how, row.name.text)


def red_light(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The score of the rows is far better than the money spent."""
    scores, rate = row_scores(form), execution_rate(form.funds.total)
    spent = form.funds.total.spent
    if not scores or rate is None or spent is None or form.goal_score or scores > _ROWS:
        return
    weight = form.funds.weight
    if weight is None or weight.value != 100 - _ROWS or is_explained(form, words, "unspent"):
        return
    reached_ = Fraction(scores) / _ROWS
    if (reached_ - min(rate, Fraction(1))) / reached_ > _RED:
        left = f"{plain(round_half_up(reached_ * 100, 1))}%"
        right = f"{plain(round_half_up(rate * 100, 1))}%"
        yield Finding("red-light", spent.place, left, right)
