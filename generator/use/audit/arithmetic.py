"""A01 and A03 by what a form itself prints, where nobody knows by which scheme it was made."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from generator.base.number import plain
from generator.base.problem import Place, Problem, Severity
from generator.base.toml import KeyPath
from generator.checks.evidence import Rule
from generator.read.draft import Draft, SubjectDraft, rows_in

TOTAL = Rule("A01", Severity.ERROR, "总分等于各项得分之和")
WEIGHTS = Rule("A03", Severity.ERROR, "各级分值之和等于规定的分值")
FULL = Decimal(100)
# Where the execution row prints no weight, it may have been given one of these elsewhere.
_UNPRINTED = (Decimal(0), Decimal(10), Decimal(20))


def check_arithmetic(draft: Draft) -> Iterator[Problem]:
    """Add up what every form prints."""
    for subject in draft.subjects:
        yield from _classes(subject)
        yield from _weights(subject)
        yield from _total(subject)


def _classes(subject: SubjectDraft) -> Iterator[Problem]:
    """The rows of a class carry the points that its label prints."""
    for name, points in subject.points.items():
        own = [
            (keys, row)
            for keys, row in rows_in(subject.values)
            if str(row.get("class", "")).split("/")[0] == name
        ]
        weights = [row.get("weight") for _, row in own]
        if not own or not all(isinstance(weight, Decimal) for weight in weights):
            continue
        together = sum((w for w in weights if w is not None), Decimal(0))
        if together != points:
            message = f"“{name}”印作 {plain(points)} 分，下面各项分值之和为 {plain(together)}"
            yield _problem(
                WEIGHTS, message, subject, (*own[0][0], "weight"), "调整分值，或核对印出的分值"
            )


def _weights(subject: SubjectDraft) -> Iterator[Problem]:
    """All weights together are 100, or what the form prints as their total."""
    rows = _row_weights(subject)
    if rows is None:
        return
    execution = subject.get(("funds", "stated", "weight"))
    goal = subject.get(("goal", "stated", "weight")) or subject.get(("goal", "weight"))
    known = rows + (execution or Decimal(0)) + (goal or Decimal(0))
    printed = subject.get(("stated", "weight")) or FULL
    left = (Decimal(0),) if execution is not None else _UNPRINTED
    if any(known + other in (FULL, printed) for other in left):
        return
    message = f"全部分值之和为 {plain(known)}，应为 {plain(printed)}"
    yield _problem(WEIGHTS, message, subject, ("stated", "total"), "调整各项分值")


def _total(subject: SubjectDraft) -> Iterator[Problem]:
    """The total is the sum of the scores above it."""
    total, rows = subject.get(("stated", "total")), _row_scores(subject)
    if total is None or rows is None:
        return
    execution = subject.get(("funds", "stated", "score"))
    weight = subject.get(("funds", "stated", "weight"))
    goal = subject.get(("goal", "stated", "score")) or Decimal(0)
    together = rows + goal + (execution or Decimal(0))
    if total == together or (weight is not None and weight >= FULL - 10 and total == rows + goal):
        return  # an execution row that bears the points of the whole form repeats its total
    weights = _row_weights(subject) or Decimal(0)
    if execution is None and weights < FULL and together <= total <= together + FULL - weights:
        return  # what is missing may well be the score of the execution
    message = f"印出的总分 {plain(total)} 不等于各项得分之和 {plain(together)}"
    hint = f"各项得分相加为 {plain(together)}，请核对"
    yield _problem(TOTAL, message, subject, ("stated", "total"), hint)


def _row_weights(subject: SubjectDraft) -> Decimal | None:
    """Add up the weights of all rows (``None``: there are none, or some are not printed)."""
    weights = [row.get("weight") for _, row in rows_in(subject.values)]
    weights += [row.get("weight") for row in _shared(subject) if row.get("weight") is not None]
    known = [weight for weight in weights if isinstance(weight, Decimal)]
    has_shared = bool(_shared(subject))
    if not known or (len(known) < len(weights) and not has_shared):
        return None
    return sum(known, Decimal(0))


def _row_scores(subject: SubjectDraft) -> Decimal | None:
    shared = _shared(subject)
    scores = [_score(row) for _, row in rows_in(subject.values)]
    known = [score for score in scores if score is not None]
    if not known or (len(known) < len(scores) and not shared):
        return None
    others = [_score(row) for row in shared]
    if any(score is None for score in others):
        return None
    return sum((s for s in (*known, *others) if s is not None), Decimal(0))


def _score(row: dict[str, Any]) -> Decimal | None:
    stated = row.get("stated")
    value = stated.get("score") if isinstance(stated, dict) else None
    value = row.get("score") if value is None else value
    return value if isinstance(value, Decimal) else None


def _shared(subject: SubjectDraft) -> list[dict[str, Any]]:
    found = list(subject.get(("shared-score",)) or [])
    for goal in subject.get(("goals",)) or []:
        found += goal.get("shared-score", ())
    return found


def _problem(rule: Rule, message: str, subject: SubjectDraft, keys: KeyPath, hint: str) -> Problem:
    at = subject.places.get(keys) or next(iter(subject.places.values()), None)
    place = Place(subject.source) if at is None else Place.in_document(at, subject.source)
    return Problem(rule.code, rule.severity, message, place, hint)
