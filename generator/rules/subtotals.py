"""A01, A03: the scores and the weights of a row 小计, against those of the rows above it."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.document_place import DocumentPlace
from generator.base.number import plain
from generator.read.given_answers import Entry
from generator.read.printed_values import number, squeezed
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm, Row
from generator.rules.printed_value import Amount
from generator.rules.rule_words import Vocabulary

_FEWEST = 2


def subtotals(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """What differs by a few points is a slip; by more, a part of the sum stands elsewhere."""
    cells = [entry for entry in form.entries if entry.place.table]
    labels = [e.place for e in cells if words.is_one("subtotal-label", squeezed(e.text))]
    for at in labels:
        above = [
            other.row for other in labels if _table(other) == _table(at) and other.row < at.row
        ]
        rows = [row for row in form.rows if _is_between(row, max(above, default=0), at)]
        own = [e for e in cells if _table(e.place) == _table(at) and e.place.row == at.row]
        for id, amounts in (
            ("subtotal-score", [row.score for row in rows]),
            ("subtotal-weight", [row.weight for row in rows]),
        ):
            known = [amount for amount in amounts if amount is not None]
            if _FEWEST <= len(known) == len(amounts):
                yield from _compared(id, known, own, words)


def _compared(
    id: str, amounts: list[Amount], own: list[Entry], words: Vocabulary
) -> Iterator[Finding]:
    columns = {a.place.column for a in amounts if isinstance(a.place, DocumentPlace)}
    printed = [
        (value, e.place)
        for e in own
        if {e.place.column} == columns and (value := number(e.text)) is not None
    ]
    values = [amount.value for amount in amounts]
    # Without a sum of its own above, the rows of another class may stand above as well.
    sums = {sum(values[n:], Decimal(0)) for n in range(len(values))}
    together = sum(values, Decimal(0))
    for value, place in printed:
        if value not in sums and abs(value - together) < words.number("part-of-score"):
            yield Finding(id, place, plain(value), plain(together), "+".join(map(plain, values)))


def _table(place: DocumentPlace) -> tuple[str, str, int]:
    return place.file, place.sheet, place.table


def _is_between(row: Row, start: int, end: DocumentPlace) -> bool:
    at = row.place
    return isinstance(at, DocumentPlace) and _table(at) == _table(end) and start < at.row < end.row
