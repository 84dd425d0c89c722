"""A04 and A05: the rate follows from the two amounts beside it, its score from the rate."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.base.number import plain, round_half_up, truncate
from generator.model.amounts import AMOUNT_LABELS, BUDGET, INITIAL, WHOLE
from generator.rules.carried_column import spent_of_both_years
from generator.rules.finding import Finding
from generator.rules.magnitudes import are_of_two_units
from generator.rules.printed_form import PrintedForm
from generator.rules.printed_funds import FundsRow
from generator.rules.printed_value import Amount
from generator.rules.rule_words import Vocabulary
from generator.rules.ruled import Due

_PERCENT = 100
_ARRIVED = "到位数"
_FEWEST_PLACES = 2  # an amount printed so exactly was rounded; 20 万元 is 20
# Where points are given by steps of the rate, a score is one of these parts of the weight.
_STEPS = tuple(Fraction(step, 10) for step in (0, 2, 4, 5, 6, 7, 8, 9))


def rates(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Every row of the funds: spent over budget, at the printed precision."""
    again = [form.funds.total._replace(rate=form.rate_again)] if form.rate_again else []
    for row in (*form.funds.rows, *again):
        base = row.base
        if row.rate is None or base is None or row.spent is None or base.value <= 0:
            continue
        if are_of_two_units(base, row.spent):
            continue
        if not _agrees(row.rate, base, row.spent):
            together = spent_of_both_years(form, row, words)
            if together is not None and _agrees(row.rate, base, together):
                continue
            exact = Fraction(row.spent.value) / Fraction(base.value) * _PERCENT
            right = f"{plain(round_half_up(exact, max(2, row.rate.places)))}%"
            is_cut = row.rate.value == truncate(exact, row.rate.places)
            how = f"{plain(row.spent.value)} ÷ {plain(base.value)}"
            how += "，印出的数是截去的结果" if is_cut else _of_another(row, row.rate, row.spent)
            left = f"{plain(row.rate.value)}%"
            yield Finding("rate", row.rate.place, left, right, how, row.name or WHOLE)


def _of_another(row: FundsRow, rate: Amount, spent: Amount) -> str:
    """Name the other amount of a row of which its printed rate would be."""
    budget = row.budget if row.whole is not None else None
    standard = ((INITIAL, row.initial), (BUDGET, budget))
    known = [(AMOUNT_LABELS[name], amount) for name, amount in standard]
    fitting = (
        name
        for name, amount in (*known, (_ARRIVED, row.arrived), *row.more)
        if amount is not None and amount.value > 0 and _agrees(rate, amount, spent)
    )
    name = next(fitting, "")
    return f"；按{name}算相符" if name else ""


def rate_of_nothing(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A rate of a total of nothing, while its sources were spent."""
    del words
    whole = form.funds.total
    if whole.rate is None or whole.budget is None or whole.budget.value != 0:
        return
    budget = sum((s.budget.value for s in form.funds.sources if s.budget), Decimal(0))
    spent = sum((s.spent.value for s in form.funds.sources if s.spent), Decimal(0))
    if budget > 0 and spent > 0:
        right = f"{plain(round_half_up(Fraction(spent) / Fraction(budget) * _PERCENT, 2))}%"
        how = f"{plain(spent)} ÷ {plain(budget)}"
        yield Finding("rate", whole.rate.place, f"{plain(whole.rate.value)}%", right, how, WHOLE)


def rate_of_no_budget(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Nothing was budgeted, so there is no rate to print."""
    del words
    whole = form.funds.total
    if whole.rate is not None and whole.budget is not None and whole.budget.value == 0:
        yield Finding("rate-of-no-budget", whole.rate.place, f"{plain(whole.rate.value)}%")


def rate_score(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The score of the execution is what the scheme gives for it, else its weight times the rate."""
    del words
    weight, score, exact = form.funds.weight, form.funds.score, execution_rate(form.funds.total)
    due_by_scheme = form.ruled.execution if form.ruled is not None else None
    if score is not None and due_by_scheme is not None:
        yield from _by_scheme(score, due_by_scheme)
        return
    if weight is None or score is None or weight.value <= 0:
        return
    if score.value > weight.value:
        yield Finding("rate-score-above", score.place, plain(score.value), plain(weight.value))
        return
    if exact is None:
        return
    due = min(exact, Fraction(1)) * Fraction(weight.value)
    printed_rate = form.funds.total.rate
    expected = {round_half_up(due, score.places)}
    if printed_rate is not None:
        by_print = min(Fraction(printed_rate.value) / _PERCENT, Fraction(1)) * Fraction(
            weight.value
        )
        expected |= {round_half_up(by_print, score.places), round_half_up(by_print, 2)}
    how = f"{plain(weight.value)} × {plain(round_half_up(exact * _PERCENT, 2))}%"
    right = plain(round_half_up(due, 2))
    if score.value in expected:
        if score.places == 0 and Fraction(score.value) > due:
            yield Finding("rate-score-rounded", score.place, plain(score.value), right, how)
        return
    is_step = Fraction(score.value) / Fraction(weight.value) in _STEPS
    if form.funds.is_by_formula:
        id = "rate-score"
    else:
        id = "rate-score-step" if is_step else "rate-score-doubtful"
    yield Finding(id, score.place, plain(score.value), right, how)


def _by_scheme(score: Amount, due: Due) -> Iterator[Finding]:
    if round_half_up(due.value, score.places) != score.value:
        left, right = plain(score.value), plain(due.value)
        yield Finding("execution-score", score.place, left, right, due.how, basis=due.basis)


def execution_rate(row: FundsRow) -> Fraction | None:
    """Return spent over budget, or over what else the rate is of, exactly."""
    base = row.base
    if base is None or row.spent is None or base.value <= 0:
        return None
    return Fraction(row.spent.value) / Fraction(base.value)


def _agrees(rate: Amount, budget: Amount, spent: Amount) -> bool:
    exact = Fraction(spent.value) / Fraction(budget.value)
    if rate.value == round_half_up(exact * _PERCENT, rate.places):
        return True
    if rate.value == round_half_up(exact, rate.places) and not rate.has_sign:
        return rate.places >= _FEWEST_PLACES  # 0.95 is 95%, 0.95% is not
    low = (Fraction(spent.value) - _slack(spent)) / (Fraction(budget.value) + _slack(budget))
    high = (Fraction(spent.value) + _slack(spent)) / max(
        Fraction(budget.value) - _slack(budget), Fraction(1, 10**9)
    )
    bounds = [round_half_up(end * _PERCENT, rate.places) for end in (low, high)]
    return bounds[0] <= rate.value <= bounds[1] and _slack(spent) > 0


def _slack(amount: Amount) -> Fraction:
    places = amount.places
    return Fraction(1, 2 * 10**places) if places >= _FEWEST_PLACES else Fraction(0)
