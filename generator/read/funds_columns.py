"""The columns of the money: what a header calls them, what stands below them, how they relate."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.base.number import round_half_up
from generator.model.amounts import AMOUNTS
from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.budget_sums import with_summed_budget
from generator.read.heads_of_years import name_in_year, of_other_years
from generator.read.label_book import LabelBook, normal, points_in
from generator.read.printed_values import number, percent
from generator.read.rate_amounts import borne_out, denies, holds
from generator.read.table_rows import Spot

BESIDE = ("arrived", "arrival-rate", "left")
PART = "part-of-year"
_WHOLE = "fund-total"
# In the order in which hints are tried: 预算执行率 is a rate though it has 预算 and 执行 in it.
_ROLES = (
    "score",
    "weight",
    "arrival-rate",
    "rate",
    "reason",
    "left",
    "initial",
    "spent",
    "budget",
    "arrived",
)
_ROW_HEAD = 0.5  # share of words among what stands below, from which on a header names rows
_NEAR = Decimal("0.011")
_MOST_POINTS = 30  # for the execution; weights of it are 6, 10 or 20


class MoneyColumn(NamedTuple):
    """A column: its place, what it is called, what it is (empty: unknown), the unit of its own."""

    start: int
    end: int
    label: str
    role: str
    unit: str = ""
    points: Decimal | None = None

    def cell(self, table: ReadTable, row: int) -> ReadCell | None:
        """Return the cell that begins in a row of this column; what reaches down counts once."""
        cell = table.at(row, self.start)
        return cell if cell is not None and cell.row == row else None


def money_columns(
    table: ReadTable, header: Sequence[Spot], rows: Sequence[int], book: LabelBook
) -> tuple[MoneyColumn, ...]:
    """Return the columns that a header names over some rows; row heads are no columns."""
    named = [s for s in header if s.text]
    # Only to the left of all figures may a header stand over the names of the rows.
    while named and (
        _is_row_head(table, named[0], rows, book) or _counts_rows(table, named, rows, book)
    ):
        named = named[1:]
    columns = [
        MoneyColumn(
            s.cell.column,
            s.cell.end,
            s.text,
            money_role(s.text, book),
            book.money.unit_in(s.text),
            points_in(s.text),
        )
        for s in named
    ]
    columns = _of_one_year(columns, book)
    columns = _so_far(_with_summed_budget(table, columns, rows, book), book)
    return _related(table, _with_bare_budget(_first_of_each(columns, book), book), rows, book)


def _of_one_year(columns: list[MoneyColumn], book: LabelBook) -> list[MoneyColumn]:
    """Keep the amounts of another year, printed beside those of the year, from being taken for them."""
    other = of_other_years([c.label for c in columns], book)
    return [
        c._replace(role=PART if o else c.role or name_in_year(c.label, book, AMOUNTS))
        for c, o in zip(columns, other, strict=True)
    ]


def _so_far(columns: list[MoneyColumn], book: LabelBook) -> list[MoneyColumn]:
    """Take what was spent up to now, beside what is expected of the whole year, for what was spent."""
    words = book.phrases.words("forecast")
    expected = [c for c in columns if any(word in c.label for word in words)]
    past = next((c for c in columns if c.role == PART and book.hinted(c.label, ("spent",))), None)
    if past is None or not any(c.role == "spent" for c in expected):
        return columns
    return [
        c._replace(role="spent" if c is past else PART if c in expected else c.role)
        for c in columns
    ]


def _with_summed_budget(
    table: ReadTable, columns: list[MoneyColumn], rows: Sequence[int], book: LabelBook
) -> list[MoneyColumn]:
    if sum(c.role in AMOUNTS[:2] for c in columns) < len(AMOUNTS[:2]):
        return columns
    endings = book.phrases.words("sum-of-budgets")
    is_total = [normal(c.label).endswith(endings) for c in columns]
    lines = [_figures(table, columns, row, book) for row in rows]
    roles = with_summed_budget([c.role for c in columns], is_total, lines)
    return [c._replace(role=role) for c, role in zip(columns, roles, strict=True)]


def money_role(text: str, book: LabelBook) -> str:
    """Return what a heading names; an amount of a part of the year is none of the year's amounts."""
    found = book.likely(text, _ROLES)
    if (
        not found and book.role(text) == _WHOLE
    ):  # over a column: all that there was to spend, or that was spent
        found = book.hinted(text, AMOUNTS) or "budget"
    return PART if not found and book.phrases.is_part_of_year(text) else found


def _is_row_head(table: ReadTable, spot: Spot, rows: Sequence[int], book: LabelBook) -> bool:
    """Tell whether words stand below a header: it is the head of the rows, not of amounts."""
    below = [c for row in rows if (c := table.at(row, spot.cell.column)) is not None]
    inside = [c for c in below if c.column >= spot.cell.column and c.end <= spot.cell.end]
    said = [c for c in inside if c.text.strip()]
    worded = [c for c in said if _is_worded(c.text, book)]
    return len(worded) > len(said) * _ROW_HEAD


def _counts_rows(
    table: ReadTable, named: Sequence[Spot], rows: Sequence[int], book: LabelBook
) -> bool:
    """Tell a column that only counts the rows, before the one that names them: 1, 2, 3."""
    at = named[0].cell.column
    below = [c for row in rows if (c := table.at(row, at)) is not None and c.row == row]
    counted = [c.text.strip() for c in below if c.text.strip().isdecimal()]
    in_turn = [str(n) for n in range(1, len(counted) + 1)]
    is_named = len(named) > 1 and _is_row_head(table, named[1], rows, book)
    return is_named and bool(counted) and counted == in_turn


def _is_worded(text: str, book: LabelBook) -> bool:
    return not book.money.is_figure(text) and any("一" <= sign <= "鿿" for sign in text)


def _with_bare_budget(columns: list[MoneyColumn], book: LabelBook) -> list[MoneyColumn]:
    """Take 金额 before what was spent of it for what there was to spend."""
    if any(c.role in ("budget", "initial") for c in columns):
        return columns
    bare = [n for n, c in enumerate(columns) if not c.role and is_bare_amount(c.label, book)]
    spent = next((n for n, c in enumerate(columns) if c.role == "spent"), 0)
    if len(bare) != 1 or bare[0] >= spent:
        return columns
    return [c._replace(role="budget") if [n] == bare else c for n, c in enumerate(columns)]


def is_bare_amount(label: str, book: LabelBook) -> bool:
    """Tell a heading that says 金额 and no more."""
    return normal(label) in book.phrases.words("bare-amount")


def _with_initial(columns: Sequence[MoneyColumn], book: LabelBook) -> Sequence[MoneyColumn]:
    """Of two budgets the one that names the whole year, or a change, is it; the one before it is the first."""
    words = book.phrases.words("whole-year")
    budgets = [c for c in columns if c.role == "budget"]
    if len(budgets) < 2 or any(c.role == "initial" for c in columns):
        return columns
    later = next((c for c in budgets[1:] if any(word in c.label for word in words)), None)
    if later is None or any(word in budgets[0].label for word in words):
        return columns
    return [c._replace(role="initial") if c is budgets[0] else c for c in columns]


def _first_of_each(columns: Sequence[MoneyColumn], book: LabelBook) -> list[MoneyColumn]:
    """Let one column have a role, the first that is called just so; others keep their own names."""
    columns = _with_initial(columns, book)
    if all(c.role != "budget" for c in columns):  # what came in is all there was to spend
        columns = [c._replace(role="budget") if c.role == "arrived" else c for c in columns]
    best: dict[str, MoneyColumn] = {}
    for column in columns:
        held = best.get(column.role)
        if held is None or (book.role(column.label) and not book.role(held.label)):
            best[column.role] = column
    return [
        c if c.role == PART or best[c.role] is c else c._replace(role=_second_of(c, book))
        for c in columns
    ]


def _second_of(column: MoneyColumn, book: LabelBook) -> str:
    """Return what a column is whose role another has: beside a budget, what came in of it."""
    is_arrived = column.role == "budget" and book.likely(column.label, ("arrived",)) == "arrived"
    return "arrived" if is_arrived else ""


def _related(
    table: ReadTable, columns: list[MoneyColumn], rows: Sequence[int], book: LabelBook
) -> tuple[MoneyColumn, ...]:
    """Name columns that words did not name by the rate, which is one amount by another."""
    known = {c.role for c in columns}
    if "rate" not in known:
        columns = _with_rate(table, columns, rows, book)
    if {"budget", "spent"} <= known:
        return tuple(columns)
    lines = [_figures(table, columns, row, book) for row in rows]
    if "budget" not in known and "spent" in known:
        columns = _with_initial_budget(columns, lines)
    if found := borne_out(lines, {n: c.role for n, c in enumerate(columns)}):
        budget, spent, rate = found
        roles = {budget: "budget", spent: "spent", rate: "rate"}
        named = [
            # What bears the name of an amount that another column turns out to be is one of its own.
            c._replace(role=roles.get(n, "" if c.role in roles.values() else c.role))
            for n, c in enumerate(columns)
        ]
        figures = next(line for line in lines if holds(line, found))
        return tuple(_around(named, figures, found))
    return tuple(columns)


def _with_initial_budget(
    columns: list[MoneyColumn], lines: Sequence[Mapping[int, tuple[Decimal, bool]]]
) -> list[MoneyColumn]:
    """Take 年初预算 for the budget where the form has no other and its rate is by that."""
    at = {c.role: n for n, c in enumerate(columns)}
    if not {"initial", "spent", "rate"} <= {*at}:
        return columns
    found = (at["initial"], at["spent"], at["rate"])
    is_told = any(holds(line, found) for line in lines)
    if not is_told or any(denies(line, found) for line in lines):
        return columns
    return [c._replace(role="budget") if c.role == "initial" else c for c in columns]


def _with_rate(
    table: ReadTable, columns: Sequence[MoneyColumn], rows: Sequence[int], book: LabelBook
) -> list[MoneyColumn]:
    """Name the rate where only one column that nobody knows holds per cent; 支出占比 says what it is."""
    free = [
        n for n, c in enumerate(columns)
        if not c.role
        and not book.phrases.is_share_of_whole(c.label)
        and any(_is_percent(c.cell(table, row)) for row in rows)
    ]  # fmt: skip
    return [c._replace(role="rate") if [n] == free else c for n, c in enumerate(columns)]


def _is_percent(cell: ReadCell | None) -> bool:
    return cell is not None and percent(cell.text) is not None


def _around(
    columns: list[MoneyColumn],
    figures: Mapping[int, tuple[Decimal, bool]],
    found: tuple[int, int, int],
) -> list[MoneyColumn]:
    """Name the columns around those that the rate bears out: 年初 before them, points behind them."""
    budget, _, rate = found
    taken = {c.role for c in columns}
    before = [n for n in figures if n < budget and not columns[n].role]
    if "initial" not in taken and len(before) == 1:
        columns[before[0]] = columns[before[0]]._replace(role="initial")
    behind = [
        n for n, (value, is_rate) in figures.items()
        if n > min(found) and not columns[n].role and not is_rate and 0 <= value <= _MOST_POINTS
    ]  # fmt: skip
    whole = figures[rate][0]
    for one in behind:
        for other in behind:
            if one != other and abs(figures[one][0] * whole - figures[other][0]) < _NEAR * 10:
                columns[one] = columns[one]._replace(role="weight")
                columns[other] = columns[other]._replace(role="score")
                return columns
    if len(behind) == 1 and "score" not in taken:
        columns[behind[0]] = columns[behind[0]]._replace(role="score")
    return columns


def _figures(
    table: ReadTable, columns: Sequence[MoneyColumn], row: int, book: LabelBook
) -> dict[int, tuple[Decimal, bool]]:
    """Return the numbers of a row by column, each with whether it is written as a rate."""
    found: dict[int, tuple[Decimal, bool]] = {}
    for number_, column in enumerate(columns):
        cell = column.cell(table, row)
        if cell is None:
            continue
        rate, value = percent(cell.text), book.money.amount(cell.text, column.unit or "万元")
        if rate is not None:
            found[number_] = (rate / 100, True)
        elif value is not None:
            found[number_] = (value, False)
    return found


def bears_out(budget: Decimal, spent: Decimal, rate: Decimal) -> bool:
    """Tell whether a rate is that of two amounts, at the places that it has."""
    exponent = rate.as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    return abs(round_half_up(spent / budget * 100, places) - rate) <= Decimal(1).scaleb(-places)


def rate_of(text: str, budget: Decimal | None, spent: Decimal | None) -> Decimal | None:
    """Read a rate; one without a sign that is a fraction of the amounts is a fraction."""
    shown = percent(text)
    value = number(text)
    if shown is not None or value is None:
        return shown
    is_fraction = value <= 2 and budget and spent is not None
    if is_fraction and budget and spent is not None and abs(spent / budget - value) < _NEAR:
        return value * 100
    return value
