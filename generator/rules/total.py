"""A01 and X01: the total is the sum of the scores printed above it, and what the report claims."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.number import plain, round_half_up
from generator.rules.finding import Finding
from generator.rules.full_points import lists_of_points
from generator.rules.held_figures import Held, differing
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary
from generator.rules.said_grades import said_again
from generator.rules.weights import FULL

_POINTS = "分"
_REPEATS = FULL - 10  # an execution row that bears so many points repeats the total of the form


def total(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Add up the scores of the rows, of the goal and of the execution."""
    del words
    yield from differing(totals_held(form))
    if form.total_again is not None:
        yield from differing(totals_held(form._replace(total=form.total_again)))


def claimed(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The report claims the total and the grade of the form."""
    if not _is_full_marks(form, words):
        yield from differing(claims_held(form))
    said, grade = form.claimed_grade.text.strip(), form.grade.text.strip()
    if said and grade and said != grade:
        yield Finding("claimed-grade", form.claimed_grade.place, said, grade)


def _is_full_marks(form: PrintedForm, words: Vocabulary) -> bool:
    """Tell 项目总分100分，其中产出50分……, which says what there is to win, and claims nothing."""
    said = form.claimed_total
    return said is not None and any(
        whole == said.value == FULL
        for entry in form.everything
        if entry.place == said.place
        for whole, _ in lists_of_points(entry.text, words)
    )


def totals_held(form: PrintedForm) -> Iterator[Held]:
    """Hold the printed total against the scores above it."""
    rows = row_scores(form)
    if form.total is None or rows is None or _is_unknown(form):
        return
    printed, execution = form.total.value, form.funds.score
    rows += form.goal_score.value if form.goal_score else Decimal(0)
    rows += sum((item.score.value for item in form.items if item.score), Decimal(0))
    together = rows + (execution.value if execution else Decimal(0))
    if printed != together and (_repeats_the_total(form) or _is_of_rows(form)):
        together = rows
    weights = _weights(form)
    is_short = not form.is_typed and execution is None and weights < FULL
    # What is missing may well be the score of the execution.
    agrees = printed == together or (is_short and together <= printed <= together + FULL - weights)
    is_rounding = not form.is_typed and round_half_up(together, form.total.places) == printed
    id = "total-rounded" if is_rounding else "total"
    finding = Finding(id, form.total.place, plain(printed), plain(together), _how(form))
    yield Held(finding, printed, together, agrees, _POINTS)


def _is_of_rows(form: PrintedForm) -> bool:
    """Tell a line of the total whose own points are those of the rows: 90, where the execution stands above."""
    whole, weights = form.total_weight, [row.weight for row in form.rows]
    own = sum((weight.value for weight in weights if weight), Decimal(0))
    return whole is not None and whole.value == own < FULL and all(weights)


def claims_held(form: PrintedForm) -> Iterator[Held]:
    """Hold the total that the report claims against that of the form."""
    own = form.total or form.ours
    if form.claimed_total is None or own is None:
        return
    said = form.claimed_total.value
    at, again = form.claimed_total.place, said_again(form, form.claimed_total)
    finding = Finding("claimed-total", at, plain(said), plain(own.value), again)
    yield Held(finding, said, own.value, said == own.value, _POINTS)


def row_scores(form: PrintedForm) -> Decimal | None:
    """Add up the scores of all rows (``None``: some are not printed)."""
    shared = [s.score.value for s in form.shared if s.score]
    own = [row.score.value for row in form.rows if row.score]
    if form.is_typed:
        is_known = len(own) + _below_shared(form) == len(form.rows)
    else:
        is_known = len(own) == len(form.rows) or bool(shared)
    if len(shared) < len(form.shared) or not is_known:
        return None
    return sum((*own, *shared), Decimal(0)) if own or shared else None


def _weights(form: PrintedForm) -> Decimal:
    """Add up the points of the rows, or, where no row has any, those of the headings above them."""
    own = [row.weight.value for row in form.rows if row.weight]
    uppers = {points.name: points.value for points in form.points if "/" not in points.name}
    is_headed = {row.first for row in form.rows} == uppers.keys()
    return sum(own or (uppers.values() if is_headed else ()), Decimal(0))


def _below_shared(form: PrintedForm) -> int:
    classes = {(shared.class_, shared.goal) for shared in form.shared}
    return sum((row.class_, row.goal) in classes for row in form.rows)


def _is_unknown(form: PrintedForm) -> bool:
    """Tell whether a form of ours lacks a score that its scheme counts."""
    lacks_execution = form.funds.weight is not None and form.funds.score is None
    lacks_goal = form.goal_weight is not None and form.goal_score is None
    lacks_items = any(item.score is None for item in form.items)
    return form.is_typed and (lacks_execution or lacks_goal or lacks_items)


def _repeats_the_total(form: PrintedForm) -> bool:
    weight = form.funds.weight
    if form.funds.is_repeated is not None:
        return form.funds.is_repeated
    # Without points of its own, what is scored like a whole form is the score of the whole form.
    points = weight or form.funds.score
    return points is not None and points.value >= _REPEATS


def _how(form: PrintedForm) -> str:
    execution = None if _repeats_the_total(form) else form.funds.score
    parts = [execution, form.goal_score, *(row.score for row in form.rows)]
    parts += [shared.score for shared in form.shared]
    parts += [item.score for item in form.items]
    return "+".join(plain(part.value) for part in parts if part)
