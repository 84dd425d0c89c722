"""A form as the unit had it printed: stated figures in the place of computed ones, blanks as blanks."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.base.number import written
from generator.base.pattern import Pattern
from generator.model.blocks import Cell, Row, Table
from generator.model.dossier import Subject
from generator.model.indicator import Goal, Indicator
from generator.score.layout import level1
from generator.score.score_sheet import IndicatorScore, ScoreSheet
from generator.tables.equal_groups import CONTINUE, words

_OPEN = Cell()
_PLAIN = Pattern(r"[0-9]+(\.[0-9]+)?")
_OF_CLASS = "level1_score"


def stated_form(form: Table, subject: Subject, sheet: ScoreSheet) -> Table:
    """Return a form that prints nothing but what the inputs state."""
    by_key: dict[str, Indicator] = {row.id: row.at.indicator for row in sheet.indicators}
    sums = _class_sums(sheet)

    def stated(rows: Mapping[str, tuple[Row, ...]]) -> dict[str, tuple[Row, ...]]:
        own = tuple(
            _row(row, by_key.get(row.key), sums.get(row.key)) for row in rows.get("indicators", ())
        )
        return {**rows, "indicators": own}

    goals = tuple(
        Table({**own.fields, **_of_goal(at.goal)}, stated(own.rows), own.groups, own.key)
        for own, at in zip(form.groups.get("goals", ()), subject.goals, strict=False)
    )
    sign = "%" if form.fields["rate"].text.endswith("%") else ""  # as the form has it
    fields = {**form.fields, **dict(_fields(subject, sheet, sign))}
    return Table(fields, stated(form.rows), {**form.groups, "goals": goals}, form.key)


def _of_goal(goal: Goal) -> dict[str, Cell]:
    """Give the points of a goal: its own, never those of its indicators together."""
    said, own = goal.stated, {"weight": goal.weight, "score": goal.score}
    return {
        name: _number(value if getattr(said, name) is None else getattr(said, name))
        for name, value in own.items()
    }


def _fields(subject: Subject, sheet: ScoreSheet, sign: str) -> Iterator[tuple[str, Cell]]:
    spending, whole = subject.entry.funds.stated, subject.entry.stated
    yield "rate", _number(spending.rate, sign)
    yield "execution_weight", _number(spending.weight)
    yield "execution_score", _number(spending.score)
    yield "total", _number(whole.total)
    yield "total_weight", _number(whole.weight)
    yield "grade", words(whole.grade)
    yield "indicators_weight", _OPEN
    scores = [_score(row.at.indicator) for row in sheet.indicators]
    known = [score for score in scores if score is not None]
    yield "indicators_score", _number(sum(known, Decimal(0)) if len(known) == len(scores) else None)


def _class_sums(sheet: ScoreSheet) -> dict[str, Decimal]:
    """Add up what is stated of each class of the first level; where a row states nothing, nobody knows."""
    groups: dict[tuple[int, str], list[IndicatorScore]] = {}
    for row in sheet.indicators:
        groups.setdefault((row.at.goal, level1(row.at.indicator.class_)), []).append(row)
    found: dict[str, Decimal] = {}
    for rows in groups.values():
        scores = [_score(row.at.indicator) for row in rows]
        known = [score for score in scores if score is not None]
        if len(known) == len(scores):
            found |= dict.fromkeys((row.id for row in rows), sum(known, Decimal(0)))
    return found


def _score(indicator: Indicator) -> Decimal | None:
    stated = indicator.stated
    score = stated.score if stated.score is not None else indicator.score
    return None if stated.blank else score


def _row(row: Row, indicator: Indicator | None, of_class: Decimal | None) -> Row:
    if indicator is None:
        return row
    said = {"score": _number(_score(indicator))}
    if of_class is not None and not _says(row.cells[_OF_CLASS], of_class):
        said[_OF_CLASS] = _number(of_class)
    cells = {name: cell._replace(merge=row.cells[name].merge) for name, cell in said.items()}
    return Row({**row.cells, **cells}, row.key)


def _says(cell: Cell, value: Decimal) -> bool:
    """Tell a cell that says a number already, as the form writes it, or goes on with one that does."""
    text = cell.text.replace(",", "")
    return cell.merge == CONTINUE or (_PLAIN.fullmatch(text) is not None and Decimal(text) == value)


def _number(value: Decimal | None, unit: str = "") -> Cell:
    """Write a number with the places that were typed: 97.00 is no 97 where that was printed."""
    return _OPEN if value is None else words(f"{written(value)}{unit}")
