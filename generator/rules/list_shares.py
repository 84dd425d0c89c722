"""A10: the shares of a column of a list, against the amounts beside them: 50万元 of 200万元 is 25%."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.base.number import plain, round_half_up, truncate
from generator.read.printed_values import percent
from generator.rules.finding import Finding
from generator.rules.form_sentences import places_of
from generator.rules.list_tables import ListTable, list_tables, value_of
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_PERCENT = 100
_SURELY = 2  # rows that bear the two columns out


def list_shares(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Of which column the shares are, the other rows tell: all of them but one."""
    del words
    for table in list_tables(form):
        total = table.total or {}
        for column, cell in total.items():
            if percent(cell.text) == _PERCENT:
                yield from _of_column(table, column)


def _of_column(table: ListTable, column: int) -> Iterator[Finding]:
    shares = [percent(row[column].text) if column in row else None for row in table.rows]
    for other in table.heads:
        amounts = [value_of(row.get(other)) for row in table.rows]
        printed = value_of((table.total or {}).get(other))
        if other == column or not printed or None in amounts or None in shares:
            continue
        if sum((a for a in amounts if a is not None), Decimal(0)) != printed:
            continue  # an amount is wrong, and its share may well be right: the sum is told by itself
        pairs = [
            (n, share, amount)
            for n, (share, amount) in enumerate(zip(shares, amounts, strict=True))
            if share is not None and amount is not None and not _agrees(share, amount, printed)
        ]
        if len(pairs) != 1 or len(shares) - 1 < _SURELY:
            continue
        n, share, amount = pairs[0]
        right = round_half_up(
            Fraction(amount) / Fraction(printed) * _PERCENT, max(2, places_of(share))
        )
        how = f"{plain(amount)} ÷ {plain(printed)}"
        name = "".join(table.rows[n][min(table.rows[n])].text.split())
        at = table.rows[n][column].place
        yield Finding("list-share", at, f"{plain(share)}%", f"{plain(right)}%", how, name)
        return


def _agrees(share: Decimal, amount: Decimal, whole: Decimal) -> bool:
    exact, places = Fraction(amount) / Fraction(whole) * _PERCENT, places_of(share)
    return share in (round_half_up(exact, places), truncate(exact, places))
