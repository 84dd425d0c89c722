"""A form as the unit had it printed: stated figures in the place of computed ones, blanks as blanks."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.base.number import plain
from generator.model.blocks import Cell, Row, Table
from generator.model.dossier import Subject
from generator.model.indicator import Indicator
from generator.score.score_sheet import ScoreSheet
from generator.tables.equal_groups import words

_OPEN = Cell()


def stated_form(form: Table, subject: Subject, sheet: ScoreSheet) -> Table:
    """Return a form that prints nothing but what the inputs state."""
    by_key = {row.id: row.at.indicator for row in sheet.indicators}

    def stated(rows: Mapping[str, tuple[Row, ...]]) -> dict[str, tuple[Row, ...]]:
        own = tuple(_row(row, by_key.get(row.key)) for row in rows.get("indicators", ()))
        return {**rows, "indicators": own}

    goals = tuple(
        Table(goal.fields, stated(goal.rows), goal.groups, goal.key)
        for goal in form.groups.get("goals", ())
    )
    fields = {**form.fields, **dict(_fields(subject))}
    return Table(fields, stated(form.rows), {**form.groups, "goals": goals}, form.key)


def _fields(subject: Subject) -> Iterator[tuple[str, Cell]]:
    spending, whole = subject.entry.funds.stated, subject.entry.stated
    yield "rate", _number(spending.rate, "%")
    yield "execution_weight", _number(spending.weight)
    yield "execution_score", _number(spending.score)
    yield "total", _number(whole.total)
    yield "total_weight", _number(whole.weight)
    yield "grade", words(whole.grade)
    yield "indicators_weight", _OPEN


def _row(row: Row, indicator: Indicator | None) -> Row:
    if indicator is None:
        return row
    stated = indicator.stated
    score = stated.score if stated.score is not None else indicator.score
    cell = _number(None if stated.blank else score)
    merge = row.cells["score"].merge
    return Row({**row.cells, "score": cell._replace(merge=merge)}, row.key)


def _number(value: Decimal | None, unit: str = "") -> Cell:
    return _OPEN if value is None else words(f"{plain(value)}{unit}")
