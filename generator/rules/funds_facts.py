"""The table of funds of a draft: the whole, its sources, what it is broken down into."""

from collections.abc import Iterator, Sequence

from generator.base.pattern import Pattern
from generator.base.signs import TIMES
from generator.base.toml import KeyPath
from generator.model.amounts import AMOUNT_LABELS, AMOUNTS
from generator.read.draft import SubjectDraft
from generator.read.funds_columns import BESIDE
from generator.read.given_answers import Entry
from generator.read.printed_values import percent, squeezed
from generator.rules.draft_values import amount_at
from generator.rules.printed_funds import BREAKDOWNS, Breakdown, Funds, FundsRow, Part
from generator.rules.printed_value import Amount
from generator.rules.where import NOWHERE, Where

_FORMULA = Pattern(
    rf"[0-9]分?{TIMES}(?:预算)?执行率|执行率(?:[（(][^（()）]{{1,12}}[)）])?{TIMES}[0-9]+分?"
)
_MOST_AS_FRACTION = 2  # 200%: more than that was never spent of a budget


def funds_of(subject: SubjectDraft, entries: Sequence[Entry]) -> Funds:
    """Lay the table out."""
    total = _funds_row(subject, ("funds",), "")
    sources = subject.get(("funds", "sources")) or ()
    tables = {total.place.table} - {0}
    total = total._replace(rate=amount_at(subject, ("funds", "stated", "rate")))
    own_rows = tuple(
        _funds_row(subject, ("funds", "sources", n), str(source.get("name", "")))
        for n, source in enumerate(sources)
    )
    signed = _signed((total, *own_rows), entries)
    return Funds(
        total=_with_sign(total, signed),
        sources=tuple(_with_sign(row, signed) for row in own_rows),
        weight=amount_at(subject, ("funds", "stated", "weight")),
        score=amount_at(subject, ("funds", "stated", "score")),
        reason="；".join(
            str(said)
            for key in ("adjustment", "explanation")
            if (said := subject.get(("funds", key)))
        ),
        is_by_formula=any(
            e.place.table in tables and _FORMULA.search(squeezed(e.text)) for e in entries
        ),
        breakdowns=tuple(_breakdowns(subject, total)),
        source_parts=tuple(_source_parts(subject)),
        row_weights=tuple(_row_weights(subject)),
        row_scores=tuple(_row_scores(subject)),
    )


def _row_scores(subject: SubjectDraft) -> Iterator[Amount]:
    """Give the scores of sources that have no points for them, where the whole has its own."""
    if amount_at(subject, ("funds", "stated", "score")) is None:
        return
    for number in range(len(subject.get(("funds", "sources")) or ())):
        if (found := subject.beside_funds.get((("funds", "sources", number), "score"))) is not None:
            yield Amount(*found)


def _signed(rows: Sequence[FundsRow], entries: Sequence[Entry]) -> frozenset[Where]:
    """Find the cells of low rates that print the sign: 0.95 alone may be 95%, 0.95% is not."""
    low = {r.rate.place for r in rows if r.rate is not None and r.rate.value <= _MOST_AS_FRACTION}
    return frozenset(
        entry.place for entry in entries if entry.place in low and percent(entry.text) is not None
    )


def _with_sign(row: FundsRow, signed: frozenset[Where]) -> FundsRow:
    if row.rate is None or row.rate.place not in signed:
        return row
    return row._replace(rate=row.rate._replace(has_sign=True))


def _row_weights(subject: SubjectDraft) -> Iterator[Amount]:
    keys = ("funds", "stated", "row-weights")
    for number in range(len(subject.get(keys) or ())):
        if (amount := amount_at(subject, (*keys, number))) is not None:
            yield amount
    yield from _repeated_weights(subject)


def _repeated_weights(subject: SubjectDraft) -> Iterator[Amount]:
    """Give the points of sources beside those of the whole, unless the sources share them out."""
    whole = amount_at(subject, ("funds", "stated", "weight"))
    sources = range(len(subject.get(("funds", "sources")) or ()))
    own = [a for n in sources if (a := amount_at(subject, ("funds", "sources", n, "weight")))]
    own = [amount for amount in own if amount.value]
    are_shares = len(own) > 1 and whole is not None and sum(a.value for a in own) == whole.value
    if whole is not None and not are_shares:
        yield from own


def _breakdowns(subject: SubjectDraft, total: FundsRow) -> Iterator[Breakdown]:
    wholes = tuple(a for a in (total.budget, total.spent, total.initial) if a is not None)
    in_rows = {row.of for row in subject.spending}  # column by column, elsewhere
    for key, name in BREAKDOWNS.items():
        if key in in_rows:
            continue
        amounts = [
            Part(str(part.get("name", "")), amount)
            for n, part in enumerate(subject.get(("funds", key)) or ())
            if (amount := amount_at(subject, ("funds", key, n, "amount"))) is not None
        ]
        if wholes and amounts:
            yield Breakdown(name, "预算数", wholes, tuple(amounts), amounts[0].amount.place)


def _source_parts(subject: SubjectDraft) -> Iterator[Breakdown]:
    """Give the parts of every source, column by column where each of them has an amount."""
    for number, source in enumerate(subject.get(("funds", "sources")) or ()):
        keys = ("funds", "sources", number)
        own = [part for part in subject.source_parts if part.source == keys]
        names = {part.name for part in own}
        for role, label in AMOUNT_LABELS.items():
            parts = tuple(Part(p.name, Amount(p.value, p.place)) for p in own if p.role == role)
            whole = amount_at(subject, (*keys, role))
            if whole is not None and parts and len(parts) == len(names):
                said = str(source.get("name", ""))
                yield Breakdown(label, said, (whole,), parts, whole.place)


def _funds_row(subject: SubjectDraft, keys: KeyPath, name: str) -> FundsRow:
    initial, budget, spent = (amount_at(subject, (*keys, key)) for key in AMOUNTS)
    at = subject.places.get((*keys, "name"))
    first = next((a.place for a in (initial, budget, spent) if a is not None), NOWHERE)
    rate = amount_at(subject, (*keys, "stated-rate"))
    arrived, arrival_rate, left = (
        Amount(*subject.beside_funds[keys, role]) if (keys, role) in subject.beside_funds else None
        for role in BESIDE
    )
    return FundsRow(name, initial, budget, spent, rate, at or first, arrived, arrival_rate, left)
