"""What a form has no place for: reasons that nobody is asked to write, points that scores would be out of."""

from collections.abc import Iterator

from generator.tables.tag_keys import tags_of
from generator.use.adopt.plan import Plan

_SCORE, _POINTS = "row.score", "weight"
_OF_MONEY, _OF_ROW = "form.explanation", "row.reason"


def reasons_without_place(plan: Plan) -> tuple[str, ...]:
    """Return them by their keys."""
    printed = {*_of_cells(plan), *_of_rows(plan)}
    of_money = () if _OF_MONEY in printed else ("funds.adjustment", "funds.explanation")
    return (*of_money, *(() if _OF_ROW in printed else ("indicator.reason",)))


def has_scores_alone(plan: Plan) -> bool:
    """Tell a form that asks for scores of its rows and has no column for the points that they are out of."""
    printed = {*_of_rows(plan)}
    return _SCORE in printed and not any(_POINTS in tag for tag in printed)


def _of_cells(plan: Plan) -> Iterator[str]:
    yield from (tag for edit in plan.cells for tag in tags_of(edit.text))


def _of_rows(plan: Plan) -> Iterator[str]:
    rows = (row for loop in plan.loops for row in loop.rows)
    yield from (tag for row in rows for cell in row.cells.values() for tag in tags_of(cell))
