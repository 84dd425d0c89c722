"""C01, A02: cells that the form has and nobody filled in; a whole column is said once."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.base.document_place import DocumentPlace
from generator.read.given_answers import Entry
from generator.read.printed_values import squeezed
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm, Row
from generator.rules.printed_funds import FundsRow
from generator.rules.printed_value import Text
from generator.rules.rule_words import Vocabulary
from generator.rules.where import NOWHERE, Where

_LABEL, _INSTRUCTION = "栏目名", "说明"
_MOST_LABELS = 2
_FEWEST_OF_COLUMN = 2  # cells that are a column
_SCORES = ("score", "total")


def actuals(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Actuals: a column that nobody filled in, or single cells of it."""
    del words
    if "actual" not in form.columns or not form.is_evaluation:
        return
    blank = [row for row in form.rows if row.name and not row.actual]
    if blank and len(blank) == len(form.rows):
        if len(blank) > 1 or form.funds.total.spent:
            yield Finding("actuals-blank", blank[0].place, str(len(blank)))
        return
    told: set[DocumentPlace] = set()
    for at, rows in _by_table(form.rows):
        is_blank = not any(row.actual for row in rows) and any(row.score for row in rows)
        if is_blank and len(rows) >= _FEWEST_OF_COLUMN and at in form.asks_actuals:
            told |= {row.place for row in rows if isinstance(row.place, DocumentPlace)}
            yield Finding("actuals-blank", rows[0].place, str(len(rows)))
    for row in blank:
        if row.target and row.score and row.place not in told:
            yield Finding("actual-blank", row.place, "", row.target.text, "", row.name.text)


def _by_table(rows: Sequence[Row]) -> Iterator[tuple[tuple[str, int], list[Row]]]:
    """Part the rows by the tables they stand in; a form may have a table for each of its parts."""
    for at, own in groupby(rows, lambda row: _table_of(row.place)):
        yield at, [row for row in own if row.name]


def _table_of(place: Where) -> tuple[str, int]:
    return (place.file, place.table) if isinstance(place, DocumentPlace) else ("", 0)


def scores(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Scores: a column that nobody filled in."""
    del words
    if "score" not in form.columns or not form.is_evaluation or form.shared:
        return
    blank = [row for row in form.rows if row.name and row.target and row.score is None]
    if len(blank) == len(form.rows) > 1 and "actual" in form.columns:
        yield Finding("scores-blank", blank[0].place, str(len(blank)))


def of_a_list(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """What a project of a list lacks, and the other projects of it have."""
    del words
    if not form.is_evaluation:
        return
    for blank in form.blank_cells:
        id = "list-score-blank" if blank.role in _SCORES else "list-cell-blank"
        yield Finding(id, blank.place, blank.label, name=form.name.text)


def initial_budget(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The budget of the beginning of the year, in a form that has a column for it."""
    total = form.funds.total
    if "funds.initial" not in form.asked or total.initial is not None:
        return
    if total.budget and total.spent and not _is_only_budget(form, words):
        yield Finding("initial-blank", total.budget.place)


def _is_only_budget(form: PrintedForm, words: Vocabulary) -> bool:
    """Tell a form whose one column of budgets is called 年初预算: what stands in it is both."""
    budget = form.funds.total.budget
    at = budget.place if budget is not None else NOWHERE
    return any(
        words.begins("called-initial", squeezed(e.text))
        for e in form.entries
        if e.what == _LABEL
        and (e.place.table, e.place.column) == (at.table, getattr(at, "column", 0))
        and 0 < e.place.row < at.row
    )


def rate(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The rate, in a form that has a column for it."""
    for row in form.funds.rows:
        if row.rate is not None or not row.budget or not row.spent or not row.budget.value:
            continue
        if row is not form.funds.total and not _is_lone(row, form.funds.sources):
            continue
        head = [e for e in form.entries if _is_head(e, row.budget.place.table, words)]
        if any(e.place.row < row.budget.place.row for e in head):
            yield Finding("rate-blank", row.spent.place, name=row.name)


def _is_lone(row: FundsRow, sources: Sequence[FundsRow]) -> bool:
    """Tell a source without its rate where another one has it: a form may want the whole's alone."""
    return any(other.rate is not None for other in sources if other is not row)


def achieved(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """What became of the goal, in a form that has a cell for it; what asks there is told of its own."""
    del words
    aims = [aim for aim in form.aims if aim.expected]
    if "goal.achieved" not in form.asked or not form.is_evaluation or len(aims) != 1:
        return
    aim = aims[0]
    row = [e for e in form.entries if (e.place.table, e.place.row) == _row_of(aim.expected)]
    if not aim.achieved and not any(e.what == _INSTRUCTION for e in row):
        yield Finding("achieved-blank", aim.expected.place)


def _row_of(text: Text) -> tuple[int, int]:
    return text.place.table, text.place.row


def labelled(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Cells beside a label: 主管部门, 填报日期."""
    if not form.rows:
        return
    cells = [e for e in form.entries if e.place.table]
    for entry in cells:
        name = squeezed(entry.text).rstrip(":：")
        if entry.what != _LABEL or not words.is_one("must-be-filled", name):
            continue
        if _is_blank_beside(entry, cells):
            yield Finding("labelled-blank", entry.place, name=name)


def year(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """A self-evaluation that names no year at all."""
    del words
    if form.year is None and form.rows:
        yield Finding("year-missing", form.start, form.title)


def _is_head(entry: Entry, table: int, words: Vocabulary) -> bool:
    return (
        entry.place.table == table
        and entry.what == _LABEL
        and words.is_one("rate-head", squeezed(entry.text).split("(")[0].split("（")[0])
    )


def _is_blank_beside(entry: Entry, cells: list[Entry]) -> bool:
    at = entry.place
    row = [e for e in cells if (e.place.table, e.place.row) == (at.table, at.row)]
    if not any(e.answer == "used" for e in row) and len(row) > _MOST_LABELS:
        return False  # a header, whose values stand below
    later = [e for e in row if e.place.column > at.column]
    widest = max((e.place.column for e in cells if e.place.table == at.table), default=0)
    beside = min(later, key=lambda e: e.place.column, default=None)
    if beside is None:
        return at != NOWHERE and at.column < widest
    return beside.what == _LABEL and beside.place.column > at.column + 1
