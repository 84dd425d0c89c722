"""A04: a row of rates below two rows of amounts, column by column: 一季度, 二季度, ……, 合计."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from generator.base.number import places_of, plain, round_half_up, truncate
from generator.read.given_answers import Entry
from generator.read.printed_values import number, percent, squeezed
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_OWN_FIELD = "fields."
_SURELY = 3  # columns that bear out what the rates are of, for each one that does not
_PERCENT = 100

_Cells = Mapping[int, Entry]  # of a row, by column


def rates_by_column(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The other columns tell that a rate is the lower amount by the upper one."""
    del words
    tables: dict[tuple[str, str, int], dict[int, dict[int, Entry]]] = defaultdict(dict)
    for entry in form.entries:
        at = entry.place
        if at.table and entry.text.strip():
            tables[at.file, at.sheet, at.table].setdefault(at.row, {})[at.column] = entry
    for rows in tables.values():
        for row, cells in rows.items():
            rates = {c: e for c, e in cells.items() if _is_own_rate(e)}
            if len(rates) > _SURELY:
                yield from _compared(rates, [rows.get(row - n, {}) for n in (1, 2, 3)])


def _compared(rates: _Cells, above: list[_Cells]) -> Iterator[Finding]:
    lower, upper, heads = above
    due = {c: _quotient(lower.get(c), upper.get(c)) for c in rates}
    right = {c: exact for c, exact in due.items() if exact is not None}
    wrong = [c for c, exact in right.items() if not _agrees(_rate(rates[c]), exact)]
    if len(right) < len(rates) or len(wrong) * _SURELY > len(right) - len(wrong):
        return
    for column in wrong:
        rate, exact = _rate(rates[column]), right[column]
        printed = f"{plain(rate)}%"
        worked = f"{plain(round_half_up(exact * _PERCENT, max(2, places_of(rate))))}%"
        how = f"{lower[column].text.strip()} ÷ {upper[column].text.strip()}"
        name = squeezed(heads[column].text) if column in heads else ""
        yield Finding("column-rate", rates[column].place, printed, worked, how, name)


def _is_own_rate(entry: Entry) -> bool:
    return entry.what.startswith(_OWN_FIELD) and percent(entry.text) is not None


def _rate(entry: Entry) -> Decimal:
    return percent(entry.text) or Decimal(0)


def _quotient(part: Entry | None, whole: Entry | None) -> Fraction | None:
    own, all_ = (number(e.text) if e is not None else None for e in (part, whole))
    return Fraction(own) / Fraction(all_) if own is not None and all_ else None


def _agrees(rate: Decimal, exact: Fraction) -> bool:
    places = places_of(rate)
    return rate in {round_half_up(exact * _PERCENT, places), truncate(exact * _PERCENT, places)}
