"""A09: the last row of a list in a report, against the rows above it, column by column."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.base.number import places_of, plain
from generator.rules.finding import Finding
from generator.rules.list_tables import ListTable, list_tables, value_of
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary


def list_totals(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """What differs much is no sum: an average, a count of something else."""
    least = words.percent("parts-of-closed")
    for table in list_tables(form):
        for column, cell in (table.total or {}).items():
            printed = value_of(cell)
            head = table.heads.get(column)
            if printed is None or head is None or words.has("no-sum", head.text):
                continue
            values = _values(table, column)
            together = sum(values, Decimal(0))
            slack = sum((_last_place(v) for v in (printed, *values)), Fraction(0)) / 2
            if not values or printed <= 0 or abs(together - printed) <= slack:
                continue
            share = Fraction(together) / Fraction(printed)
            if least <= share <= 2 - least:
                how = "+".join(map(plain, values))
                name = "".join(head.text.split())
                yield Finding("list-total", cell.place, plain(printed), plain(together), how, name)


def _values(table: ListTable, column: int) -> list[Decimal]:
    """Return the numbers of a column, if each row that has something there has one."""
    cells = [row[column] for row in table.rows if column in row]
    values = [value for cell in cells if (value := value_of(cell)) is not None]
    return values if len(values) == len(cells) > 1 else []


def _last_place(value: Decimal) -> Fraction:
    """Return what one in the last printed place is worth; whole numbers are exact."""
    places = places_of(value)
    return Fraction(1, 10**places) if places else Fraction(0)
