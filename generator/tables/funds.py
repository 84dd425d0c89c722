"""The rows of a form's money: sources, breakdowns, payment plan, uses."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from generator.figures.book import FigureBook
from generator.model.blocks import Cell, Row, Span
from generator.model.dossier import Subject
from generator.model.funds import FundPart, Funds
from generator.prose.marks import figure_span
from generator.tables.cells import number, quoted, words
from generator.tables.inputs import OF_WHICH


def fund_rows(subject: Subject, printed: Sequence[str], book: FigureBook) -> tuple[Row, ...]:
    """List the rows that the form prints, then sources that it does not know."""
    given = [source.name for source in subject.entry.funds.sources]
    labels = [*printed, *(name for name in given if name not in printed)]
    return tuple(
        _fund_row(subject.id, label, book, is_first=not n) for n, label in enumerate(labels)
    )


def _fund_row(subject_id: str, label: str, book: FigureBook, *, is_first: bool) -> Row:
    prefix = f"{subject_id}/funds.source[{label}]"
    amounts = {name: number(book, f"{prefix}.{name}") for name in ("initial", "budget", "spent")}
    amounts["planned"] = amounts["initial"] if amounts["initial"].spans else amounts["budget"]
    shown = f"{OF_WHICH}{label}" if is_first else label
    return Row({"label": words(shown), "name": words(label), **amounts}, f"source[{label}]")


def breakdown_rows(subject_id: str, funds: Funds, book: FigureBook) -> tuple[Row, ...]:
    """Set income and expenditure side by side, line by line as far as the longer list goes."""
    income = list(_breakdown(f"{subject_id}/funds.income", funds.by_income, book))
    expenditure = list(_breakdown(f"{subject_id}/funds.expenditure", funds.by_expenditure, book))
    return tuple(
        Row({"income": left, "expenditure": right}, f"breakdown[{n}]")
        for n, (left, right) in enumerate(zip_longest(income, expenditure, fillvalue=Cell()), 1)
    )


def _breakdown(prefix: str, parts: Sequence[FundPart], book: FigureBook) -> Iterator[Cell]:
    for index, part in enumerate(parts):
        key = f"{prefix}[{part.name}]"
        head = Span(f"{'' if index else OF_WHICH}{part.name}：")
        yield Cell((head, figure_span(book[key].number)) if key in book else (head,))


def plan_rows(subject_id: str, funds: Funds, book: FigureBook) -> tuple[Row, ...]:
    """List the steps of the payment plan."""
    return tuple(
        Row(
            {"by": words(step.by), "percent": quoted(book, f"{subject_id}/funds.plan[{step.by}]")},
            f"plan[{step.by}]",
        )
        for step in funds.plan
    )


def use_rows(subject_id: str, funds: Funds, book: FigureBook) -> tuple[Row, ...]:
    """List what the money was spent on."""
    return tuple(
        Row(
            {
                "item": words(use.item),
                "amount": number(book, f"{subject_id}/funds.use[{use.item}]"),
            },
            f"use[{use.item}]",
        )
        for use in funds.uses
    )
