"""A10: a row of shares below a row of counts, 份数 and 占比: each is its count by the whole of the row."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from generator.base.number import places_of, plain, round_half_up, truncate
from generator.read.given_answers import Entry
from generator.read.printed_values import number, percent, squeezed
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_PERCENT, _FEWEST, _BORNE_OUT = 100, 3, 2
_Row = Mapping[int, Entry]


def shares_below(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """All but one of the shares bear the whole out; the one that does not is a slip."""
    del words
    tables: dict[tuple[str, str, int], dict[int, dict[int, Entry]]] = defaultdict(dict)
    for entry in form.whole:
        at = entry.place
        if at.table and not at.part and entry.text.strip():
            table = tables[at.file, at.sheet, at.table]
            table.setdefault(at.row, {})[at.column] = entry
    for rows in tables.values():
        for above, below in pairwise(sorted(rows)):
            signs = sum("%" in e.text or "％" in e.text for e in rows[below].values())
            if below == above + 1 and signs >= _FEWEST:
                yield from _held(rows[above], rows[below])


def _held(counts: _Row, shares: _Row) -> Iterator[Finding]:
    columns = [c for c in sorted(counts) if number(counts[c].text) is not None]
    own = [c for c in sorted(shares) if percent(shares[c].text) is not None]
    if columns != own or len(columns) < _FEWEST:
        return
    values = [number(counts[c].text) or Decimal(0) for c in columns]
    whole = _whole(values)
    parts = columns[:-1] if whole == values[-1] else columns
    if whole <= 0 or len(parts) < _FEWEST:
        return
    wrong = [c for c in parts if not _agrees(counts[c], shares[c], whole)]
    if len(wrong) == 1 and len(parts) > _BORNE_OUT:
        yield _finding(counts[wrong[0]], shares[wrong[0]], whole, counts)


def _whole(values: Sequence[Decimal]) -> Decimal:
    """Return the last count where it is the sum of the others, else the sum of all."""
    together = sum(values[:-1], Decimal(0))
    return values[-1] if values[-1] == together else together + values[-1]


def _agrees(count: Entry, share: Entry, whole: Decimal) -> bool:
    value, printed = number(count.text) or Decimal(0), percent(share.text) or Decimal(0)
    exact, places = Fraction(value) / Fraction(whole) * _PERCENT, places_of(printed)
    return printed in (round_half_up(exact, places), truncate(exact, places))


def _finding(count: Entry, share: Entry, whole: Decimal, row: _Row) -> Finding:
    value, printed = number(count.text) or Decimal(0), percent(share.text) or Decimal(0)
    exact = Fraction(value) / Fraction(whole) * _PERCENT
    right = f"{plain(round_half_up(exact, max(2, places_of(printed))))}%"
    how, name = f"{plain(value)} ÷ {plain(whole)}", squeezed(row[min(row)].text)
    return Finding("list-share", share.place, f"{plain(printed)}%", right, how, name)
