"""C05: the two lights of the bureau's system: scores far better than the money spent, much unspent."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.base.number import plain, round_half_up
from generator.rules.finding import Finding
from generator.rules.funds_rates import execution_rate
from generator.rules.funds_sums import is_explained
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary
from generator.rules.total import row_scores


def red(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The score of the rows is far better than the money spent."""
    scores, rate, spent = row_scores(form), execution_rate(form.funds.total), form.funds.total.spent
    if not scores or rate is None or spent is None or form.goal_score:
        return
    weights = _weights(form)
    if not weights or scores > weights:
        return
    reached = Fraction(scores) / Fraction(weights)
    line = words.percent("red-light")
    is_far = (reached - min(rate, Fraction(1))) / reached > line
    if is_far and not is_explained(form, words, "unspent"):
        left, right, how = _percent(reached), _percent(rate), f"超过 {_percent(line)}"
        yield Finding("red-light", spent.place, left, right, how)


def yellow(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Much was left of the budget, or there was none."""
    total = form.funds.total
    base = total.base
    if base is None or total.spent is None or not form.is_evaluation:
        return
    budget, spent = Fraction(base.value), Fraction(total.spent.value)
    line = words.percent("yellow-light")
    if budget == 0 and spent > 0:
        yield Finding("yellow-light-none", base.place, plain(total.spent.value))
    elif budget > 0 and (budget - spent) / budget > line:
        left = _percent((budget - spent) / budget)
        yield Finding("yellow-light", total.spent.place, left, _percent(line))


def _weights(form: PrintedForm) -> Decimal | None:
    """Return what the rows are worth: by their own weights, or what the execution leaves of 100."""
    own = [row.weight.value for row in form.rows if row.weight]
    if own and len(own) == len(form.rows):
        return sum(own, Decimal(0))
    return Decimal(100) - form.funds.weight.value if form.funds.weight else None


def _percent(part: Fraction) -> str:
    return f"{plain(round_half_up(part * 100, 1))}%"
