"""The rows of a form's money: sources, free rows, breakdowns, payment plan, uses."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import zip_longest

from generator.model.amounts import AMOUNT_LABELS
from generator.model.blocks import Cell, Row
from generator.model.dossier import Subject
from generator.model.figure_id import FigureId
from generator.model.funds import FundPart, FundRow, Funds, FundSource
from generator.model.row_key import RowKey
from generator.model.spans import Span
from generator.score.execution import execution_rate
from generator.tables.equal_groups import quoted, words
from generator.tables.field_keys import OF_WHICH
from generator.tables.form_cells import FormCells
from generator.tables.form_fields import AMOUNTS, BEHIND, amount_field, own_field

SOURCES, FREE = "funds", "free_funds"
Given = FundSource | FundRow


class FundRows:
    """Makes the rows of one subject, with the cells of its form."""

    def __init__(self, subject: Subject, cells: FormCells, rate_of: Sequence[str] = ()) -> None:
        self._subject, self._cells, self._rate_of = subject, cells, rate_of
        self._owner, self._funds = subject.id, subject.entry.funds

    def sources(self, printed: Sequence[str]) -> tuple[Row, ...]:
        """List the rows that the form prints, then sources that it does not know."""
        known: dict[str, Given] = {s.name: s for s in self._funds.sources}
        listed = {**known, **{row.name: row for row in self._funds.rows if row.name in printed}}
        labels = [*printed, *(name for name in known if name not in printed)]
        return tuple(
            self._row(label, listed.get(label), is_first=not n) for n, label in enumerate(labels)
        )

    def free(self, printed: Sequence[str], free: Sequence[str]) -> tuple[Row, ...]:
        """List the rows that are no sources: those of the form, then others that it does not print."""
        given = {row.name: row for row in self._funds.rows}
        labels = [*free, *(name for name in given if name not in (*free, *printed))]
        return tuple(self._row(name, given.get(name, FundRow(name=name))) for name in labels)

    def breakdown(self) -> tuple[Row, ...]:
        """Set income and expenditure side by side, line by line as far as the longer list goes."""
        income = list(self._parts("income", self._funds.by_income))
        expenditure = list(self._parts("expenditure", self._funds.by_expenditure))
        return tuple(
            Row({"income": left, "expenditure": right}, RowKey.breakdown(n))
            for n, (left, right) in enumerate(zip_longest(income, expenditure, fillvalue=Cell()), 1)
        )

    def plan(self) -> tuple[Row, ...]:
        """List the steps of the payment plan."""
        return tuple(
            Row(
                {
                    "by": words(step.by),
                    "percent": self._cells.quoted(
                        "plan", "percent", FigureId.plan(self._owner, step.by)
                    ),
                },
                RowKey.plan(step.by),
            )
            for step in self._funds.plan
        )

    def uses(self) -> tuple[Row, ...]:
        """List what the money was spent on."""
        return tuple(
            Row(
                {
                    "item": words(use.item),
                    "amount": self._cells.number(
                        "uses", "amount", FigureId.use(self._owner, use.item)
                    ),
                },
                RowKey.use(use.item),
            )
            for use in self._funds.uses
        )

    def amounts(
        self, given: Mapping[str, object], row: RowKey | None, table: str
    ) -> dict[str, Cell]:
        """Make cells of further amounts, under names that no other cell has."""
        return {
            amount_field(name): self._cells.number(
                table, AMOUNTS, FigureId.amount(self._owner, name, row)
            )
            for name in given
        }

    def _row(self, label: str, given: Given | None, *, is_first: bool = False) -> Row:
        is_free = isinstance(given, FundRow)
        table, key = (FREE, RowKey.money(label)) if is_free else (SOURCES, RowKey.source(label))
        points = ("weight", "score")
        made = {
            n: self._cells.number(table, n, FigureId.money(self._owner, n, key))
            for n in (*AMOUNT_LABELS, *(() if is_free else points))
        }
        made["planned"] = made["initial"] if made["initial"].spans else made["budget"]
        if is_free:  # only a source has points, and a rate
            made |= dict.fromkeys((*points, "rate"), Cell())
        else:
            rate, exact = FigureId.money(self._owner, "rate", key), exact_rate(given, self._rate_of)
            made["rate"] = self._cells.quoted(table, "rate", rate, exact)
        filled = self._cells.filled(made, table, label)
        if not _is_of_nothing(given) and _says_zero(filled["rate"]):
            filled["rate"] = made[
                "rate"
            ]  # the rate of nothing is that of a source that has nothing
        filled |= self.amounts(given.amounts if given is not None else {}, key, table)
        filled |= dict(self._fields(label))
        printing = self._cells.printing
        shown = printing.fund_labels.get(label, f"{OF_WHICH}{label}" if is_first else label)
        if not is_first and not is_free:
            shown = f"{printing.fund_indent}{shown}"
        return Row({"label": words(shown), "name": words(label), **filled}, key)

    def _fields(self, label: str) -> Iterator[tuple[str, Cell]]:
        """Give what is said beside a source: fields of the unit's own, under its name and the column's."""
        for name in self._subject.entry.fields_:
            owner, behind, column = name.partition(BEHIND)
            if owner == label and behind:
                cell = quoted(self._cells.book, FigureId.field(self._owner, name))
                yield own_field(column), cell

    def _parts(self, column: str, parts: Sequence[FundPart]) -> Iterator[Cell]:
        for index, part in enumerate(parts):
            before = self._cells.printing.breakdown_indent if index else OF_WHICH
            head = Span(f"{before}{part.name}：")
            id = FigureId.breakdown(self._owner, column, (part.name,))
            amount = self._cells.number("breakdown", column, id)
            yield Cell((head, *amount.spans))


def _is_of_nothing(given: Given | None) -> bool:
    return given is not None and given.budget == 0


def _says_zero(cell: Cell) -> bool:
    return cell.text.strip("%").replace(".", "").strip("0") == "" and bool(cell.text)


def exact_rate(money: Funds | Given | None, of: Sequence[str] = ()) -> Fraction | None:
    """Return the rate in per cent before anybody rounds it."""
    rate = None if money is None or isinstance(money, FundRow) else execution_rate(money, of)
    return None if rate is None else rate * 100
