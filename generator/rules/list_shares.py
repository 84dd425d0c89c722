"""A10: the shares of a column of a list, against the amounts beside them: 50万元 of 200万元 is 25%."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.base.number import plain, round_half_up, truncate
from generator.read.printed_values import percent, squeezed
from generator.rules.finding import Finding
from generator.rules.form_sentences import places_of
from generator.rules.list_tables import Cells, ListTable, list_tables, value_of
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_PERCENT = 100
_SURELY = 2  # rows that bear the two columns out


def list_shares(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Of which column the shares are, the other rows tell: all of them but one."""
    for table in list_tables(form):
        for column, head in table.heads.items():
            last = (table.total or {}).get(column)
            is_whole = last is None or percent(last.text) == _PERCENT
            if is_whole and words.has("share-head", squeezed(head.text)):
                yield from _of_column(table, column)


def _of_column(table: ListTable, column: int) -> Iterator[Finding]:
    shares = [percent(row[column].text) if column in row else None for row in table.rows]
    for other in table.heads if len(shares) > _SURELY else ():
        amounts = [value_of(row.get(other)) for row in table.rows]
        together = sum((a for a in amounts if a is not None), Decimal(0))
        printed = value_of((table.total or {}).get(other)) if table.total else together
        if other == column or not printed or together != printed:
            continue  # where an amount is wrong, its share may be right: the sum is told by itself
        pairs = [*zip(table.rows, shares, amounts, strict=True)]
        wrong = [
            (row, share, amount)
            for row, share, amount in pairs
            if share is None or amount is None or not _agrees(share, amount, printed)
        ]
        if len(wrong) == 1 and (finding := _finding(*wrong[0], column, printed)):
            yield finding
            return


def _finding(
    row: Cells, share: Decimal | None, amount: Decimal | None, column: int, whole: Decimal
) -> Finding | None:
    """Say what the one share ought to be that does not agree."""
    if share is None or amount is None:
        return None
    exact = Fraction(amount) / Fraction(whole) * _PERCENT
    right = f"{plain(round_half_up(exact, max(2, places_of(share))))}%"
    how = f"{plain(amount)} ÷ {plain(whole)}"
    name = squeezed(row[min(row)].text)
    return Finding("list-share", row[column].place, f"{plain(share)}%", right, how, name)


def _agrees(share: Decimal, amount: Decimal, whole: Decimal) -> bool:
    exact, places = Fraction(amount) / Fraction(whole) * _PERCENT, places_of(share)
    return share in (round_half_up(exact, places), truncate(exact, places))
