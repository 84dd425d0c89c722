"""Which reasons a form has no place for: nobody is asked to write them."""

from collections.abc import Iterator

from generator.tables.tag_keys import tags_of
from generator.use.adopt.plan import Plan

_OF_MONEY, _OF_ROW = "form.explanation", "row.reason"


def reasons_without_place(plan: Plan) -> tuple[str, ...]:
    """Return them by their keys."""
    printed = {*_of_cells(plan), *_of_rows(plan)}
    of_money = () if _OF_MONEY in printed else ("funds.adjustment", "funds.explanation")
    return (*of_money, *(() if _OF_ROW in printed else ("indicator.reason",)))


def _of_cells(plan: Plan) -> Iterator[str]:
    yield from (tag for edit in plan.cells for tag in tags_of(edit.text))


def _of_rows(plan: Plan) -> Iterator[str]:
    rows = (row for loop in plan.loops for row in loop.rows)
    yield from (tag for row in rows for cell in row.cells.values() for tag in tags_of(cell))
