"""A04: the rate in the last row of a list, against the two amounts of that row which give the others theirs."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import permutations

from generator.base.number import plain, round_half_up, truncate
from generator.read.given_answers import Entry
from generator.read.printed_values import number, percent
from generator.rules.finding import Finding
from generator.rules.form_sentences import places_of
from generator.rules.list_tables import Cells, ListTable, list_tables, value_of
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_PERCENT = 100
_SURELY = 3  # rows that bear two columns out


def list_rates(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Which columns a rate is of, the rows above tell: in all of them, or in all but one, it agrees."""
    del words
    for table in list_tables(form):
        total = table.total or {}
        for column, cell in total.items():
            rate = percent(cell.text)
            pairs = _amounts(table, column) if rate is not None else []
            exact = [e for spent, budget in pairs if (e := _quotient(total, spent, budget))]
            if rate is None or not exact or any(_agrees(rate, one) for one in exact):
                continue
            if any(_agrees(rate, one) for one in _of_true_sums(table, pairs)):
                continue  # right for what the columns come to: the wrong sum is told by itself
            right = f"{plain(round_half_up(exact[0] * _PERCENT, max(2, places_of(rate))))}%"
            head = table.heads.get(column)
            name = "".join(head.text.split()) if head is not None else ""
            yield Finding("list-rate", cell.place, f"{plain(rate)}%", right, "", name)


def _amounts(table: ListTable, column: int) -> list[tuple[int, int]]:
    """Return the columns of which the rate is the quotient in every row, not all of them 100%."""
    numbered = [c for c in table.heads if c != column and _has_amounts(table, c)]
    rates = [_rate(row.get(column)) for row in table.rows]
    if None in rates or set(rates) == {Decimal(_PERCENT)}:
        return []
    return [pair for pair in permutations(numbered, 2) if _gives(table, pair, rates)]


def _of_true_sums(table: ListTable, pairs: list[tuple[int, int]]) -> Iterator[Fraction]:
    """Give the rates by what the rows come to, whatever the last row says of it."""
    for spent, budget in pairs:
        own, whole = (sum(_values(table, c), Fraction(0)) for c in (spent, budget))
        if whole:
            yield own / whole


def _values(table: ListTable, column: int) -> Iterator[Fraction]:
    yield from (Fraction(v) for row in table.rows if (v := value_of(row.get(column))) is not None)


def _has_amounts(table: ListTable, column: int) -> bool:
    values = [number(row[column].text) if column in row else None for row in table.rows]
    return all(value is not None for value in values)


def _gives(table: ListTable, pair: tuple[int, int], rates: list[Decimal | None]) -> bool:
    """Tell the two columns; where many rows bear them out, one of them may be wrong itself."""
    exact = [_quotient(row, *pair) for row in table.rows]
    agreeing = sum(
        one is not None and rate is not None and _agrees(rate, one)
        for one, rate in zip(exact, rates, strict=True)
    )
    return agreeing == len(rates) or agreeing == len(rates) - 1 >= _SURELY


def _quotient(row: Cells, spent: int, budget: int) -> Fraction | None:
    own, whole = value_of(row.get(spent)), value_of(row.get(budget))
    return Fraction(own) / Fraction(whole) if own is not None and whole else None


def _rate(entry: Entry | None) -> Decimal | None:
    return None if entry is None else percent(entry.text)


def _agrees(rate: Decimal, exact: Fraction) -> bool:
    places = places_of(rate)
    right = exact * _PERCENT
    return rate in (round_half_up(right, places), truncate(right, places))
