"""The money of a printed form from inputs, each amount with its key."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.base.toml import KeyPath
from generator.model.dossier import Subject
from generator.model.funds import FundPart, FundSource
from generator.model.funds import Funds as EntryFunds
from generator.model.rate_base import rate_base
from generator.rules.printed_funds import Breakdown, Funds, FundsRow, Part
from generator.rules.printed_value import Amount
from generator.rules.where import KeyPlace
from generator.score.score_sheet import ScoreSheet


def typed_funds(subject: Subject, sheet: ScoreSheet) -> Funds:
    """Give the money of one subject."""
    return _Typed(subject, sheet).funds()


def with_wholes(funds: Funds, subject: Subject, sheet: ScoreSheet) -> Funds:
    """Say of each row of a paper what its rate is of, where the scheme says that it is not the budget."""
    if not sheet.rate_of:
        return funds
    own = subject.entry.funds

    def whole(row: FundsRow, money: EntryFunds | FundSource) -> FundsRow:
        base = rate_base(money, sheet.rate_of)
        return row if base is None else row._replace(whole=Amount(base.value, row.place))

    given = {source.name: source for source in own.sources}
    sources = (whole(row, given[row.name]) if row.name in given else row for row in funds.sources)
    return funds._replace(total=whole(funds.total, own), sources=tuple(sources))


class _Typed:
    """The money of one subject, found by its keys."""

    def __init__(self, subject: Subject, sheet: ScoreSheet) -> None:
        self._subject, self._sheet, self._entry = subject, sheet, subject.entry

    def funds(self) -> Funds:
        """Lay the table out."""
        funds, part = self._entry.funds, self._sheet.part_of_kind("execution")
        stated = funds.stated
        weight = part.weight if part is not None else None
        own = part.score.value if part is not None else None
        score = own if stated.score is None else stated.score
        total = FundsRow(
            "",
            self._amount(("funds", "initial"), funds.initial),
            self._amount(("funds", "budget"), funds.budget),
            self._amount(("funds", "spent"), funds.spent),
            self._amount(("funds", "stated", "rate"), stated.rate),
            self._at(("funds",)),
            whole=self._whole(("funds",), funds),
            more=self._more(("funds",), funds),
        )
        return Funds(
            total=total,
            sources=tuple(self._source(n, source) for n, source in enumerate(funds.sources)),
            weight=self._amount(("funds", "stated", "weight"), weight),
            # A scheme that does not score the execution of a department: what is printed counts.
            score=self._amount(("funds", "stated", "score"), score),
            reason=funds.explanation,
            changed=funds.adjustment,
            breakdowns=tuple(self._breakdowns()),
            is_whole=True,
            # A weight that is not the scheme's: the row may print the total of the whole table.
            is_repeated=part is not None and stated.weight not in (None, part.weight),
            row_weights=tuple(
                Amount(value, self._at(("funds", "stated", "row-weights")))
                for value in stated.row_weights
            ),
        )

    def _source(self, number: int, source: FundSource) -> FundsRow:
        keys = ("funds", "sources", number)
        return FundsRow(
            source.name,
            self._amount((*keys, "initial"), source.initial),
            self._amount((*keys, "budget"), source.budget),
            self._amount((*keys, "spent"), source.spent),
            self._amount((*keys, "stated-rate"), source.stated_rate),
            self._at(keys),
            whole=self._whole(keys, source),
            more=self._more(keys, source),
        )

    def _more(
        self, keys: KeyPath, money: EntryFunds | FundSource
    ) -> tuple[tuple[str, Amount], ...]:
        """Return the amounts of a row that only its form has."""
        given = (
            (name, self._amount((*keys, "amounts", name), value))
            for name, value in money.amounts.items()
        )
        return tuple((name, amount) for name, amount in given if amount is not None)

    def _whole(self, keys: KeyPath, money: EntryFunds | FundSource) -> Amount | None:
        """Return what the rate of a row is of, where the scheme says that it is not the budget."""
        of = self._sheet.rate_of
        base = rate_base(money, of) if of else None
        return None if base is None else self._amount(keys, base.value)

    def _breakdowns(self) -> Iterator[Breakdown]:
        funds = self._entry.funds
        uses = [
            (use.item, self._amount(("funds", "uses", n, "amount"), use.amount))
            for n, use in enumerate(funds.uses)
        ]
        known = tuple(Part(name, amount) for name, amount in uses if amount is not None)
        paid = self._amount(("funds", "spent"), funds.spent)
        if paid is not None and known:
            at = self._at(("funds", "uses"))
            yield Breakdown("资金用途明细", "全年执行数", (paid,), known, at)
        for key, name, parts in (
            ("by-income", "按收入性质分", funds.by_income),
            ("by-expenditure", "按支出性质分", funds.by_expenditure),
        ):
            # What a form splits is the budget, or in some offices what was spent of it.
            spent = () if funds.spent is None else (funds.spent,)
            wholes = () if funds.budget is None else (funds.budget, *spent)
            yield from self._split(("funds", key), (name, "全年预算数"), parts, wholes)

    def _split(
        self,
        keys: KeyPath,
        names: tuple[str, str],
        parts: Sequence[FundPart],
        wholes: Sequence[Decimal],
    ) -> Iterator[Breakdown]:
        amounts = (
            (part.name, self._amount((*keys, n, "amount"), part.amount))
            for n, part in enumerate(parts)
        )
        known = tuple(Part(name, amount) for name, amount in amounts if amount is not None)
        if wholes and known:
            yield Breakdown(*names, tuple(map(Amount, wholes)), known, self._at(keys))
        for n, part in enumerate(parts):
            own = (*keys, n, "parts")
            yield from self._split(
                own,
                (f"“{part.name}”的细分", part.name),
                part.parts,
                () if part.amount is None else (part.amount,),
            )

    def _amount(self, keys: KeyPath, value: Decimal | None) -> Amount | None:
        return Amount(value, self._at(keys)) if value is not None else None

    def _at(self, keys: KeyPath) -> KeyPlace:
        return KeyPlace(self._subject.source, keys)
