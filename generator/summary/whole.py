"""The summary of a whole tree: totals, means, ranking, grades — worked out from rows alone."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from generator.summary.digest_rows import (
    Counts,
    DossierRows,
    IndicatorRow,
    SubjectRow,
    TieRow,
    Verdict,
)
from generator.summary.unit_amounts import sum_of_known

UNGRADED = "未评等级"


class Money(NamedTuple):
    """Sums over subjects; what is not known does not count.

    ``comparable`` is the budget of those whose expenditure is known: the rate rests on it.
    """

    initial: Decimal | None
    budget: Decimal | None
    spent: Decimal | None
    comparable: Decimal | None
    is_comparable: bool = True  # no expenditure without a budget

    @property
    def rate(self) -> Fraction | None:
        """Return executed ÷ budget."""
        if not self.comparable or self.spent is None or not self.is_comparable:
            return None
        return Fraction(self.spent) / Fraction(self.comparable)


class Ranked(NamedTuple):
    """A place in the ranking; equal scores share one."""

    place: int
    dossier: DossierRows
    row: SubjectRow


class Summary(NamedTuple):
    """Everything that a summary shows."""

    dossiers: tuple[DossierRows, ...]
    across: tuple[TieRow, ...]

    @property
    def projects(self) -> list[tuple[int, DossierRows, SubjectRow]]:
        """List the projects with their dossiers and the number that those are listed under."""
        return [(n, d, row) for n, d in enumerate(self.dossiers, 1) for row in d.projects]

    @property
    def departments(self) -> list[tuple[int, DossierRows, SubjectRow]]:
        """List the departments as wholes, like ``projects``."""
        return [(n, d, d.department) for n, d in enumerate(self.dossiers, 1) if d.department]

    @property
    def money(self) -> Money:
        """Return the sums over all projects."""
        return money_of([row for _, _, row in self.projects])

    @property
    def grades(self) -> tuple[str, ...]:
        """Return all grades of all scales, each scale the best first."""
        return tuple(dict.fromkeys(word for d in self.dossiers for word in d.grades))

    @property
    def labels(self) -> tuple[str, ...]:
        """Return the parts of all scores, in the order in which schemes bring them up."""
        rows = (row for d in self.dossiers for row in d.subjects)
        return tuple(dict.fromkeys(part.label for row in rows for part in row.parts))

    @property
    def codes(self) -> tuple[str, ...]:
        """Return all codes of problems that occur."""
        return tuple(sorted({code for dossier in self.dossiers for code in dossier.codes}))

    @property
    def problems(self) -> Counts:
        """Count the problems of all dossiers."""
        every = [d.problems for d in self.dossiers]
        return Counts(
            sum(c.error for c in every),
            sum(c.warning for c in every),
            sum(c.note for c in every),
            sum(c.accepted for c in every),
        )

    @property
    def unmet(self) -> list[tuple[DossierRows, IndicatorRow]]:
        """List indicators below their target, the farthest first; without numbers last."""
        every = [(d, row) for d in self.dossiers for row in d.unmet]
        return sorted(every, key=lambda pair: _size(pair[1].deviation))

    @property
    def beyond(self) -> list[tuple[DossierRows, IndicatorRow]]:
        """List indicators beyond the threshold, the farthest first."""
        every = [(d, row) for d in self.dossiers for row in d.beyond]
        return sorted(every, key=lambda pair: _size(pair[1].completion))

    def is_at_odds(self) -> bool:
        """Tell whether something does not tie out, within a dossier or between them."""
        across = any(tie.verdict is Verdict.DIFFERENT for tie in self.across)
        return across or any(dossier.is_at_odds for dossier in self.dossiers)


def summarise(dossiers: Iterable[DossierRows], across: Iterable[TieRow] = ()) -> Summary:
    """Gather the rows of all dossiers, and what they say of each other."""
    return Summary(tuple(dossiers), tuple(across))


def money_of(rows: Sequence[SubjectRow]) -> Money:
    """Add up amounts."""
    return Money(
        sum_of_known([row.initial for row in rows]),
        sum_of_known([row.budget for row in rows]),
        sum_of_known([row.spent for row in rows]),
        sum_of_known([row.comparable for row in rows]),
        not any(row.budget is None and row.spent is not None for row in rows),
    )


def mean_of(rows: Sequence[SubjectRow]) -> Fraction | None:
    """Return the plain mean of the totals that there are."""
    totals = [Fraction(row.total) for row in rows if row.total is not None]
    return sum(totals, Fraction(0)) / len(totals) if totals else None


def weighted_mean_of(rows: Sequence[SubjectRow]) -> Fraction | None:
    """Return Σ(score × fund) ÷ Σ fund, fund being the adjusted budget.

    No form asks for it: a department has a score of its own. It is shown for comparison.
    """
    known = [
        (Fraction(row.total), Fraction(row.budget))
        for row in rows
        if row.total is not None and row.budget is not None
    ]
    funds = sum((fund for _, fund in known), Fraction(0))
    return sum((s * f for s, f in known), Fraction(0)) / funds if funds else None


def ranking(rows: Sequence[tuple[int, DossierRows, SubjectRow]]) -> list[Ranked]:
    """Rank by the share of full marks; equal shares share a place, and the next one is left out."""
    scored = [(row.share, d, row) for _, d, row in rows if row.share is not None]
    scored.sort(key=lambda one: one[0], reverse=True)
    ranked: list[Ranked] = []
    for number, (share, dossier, row) in enumerate(scored, 1):
        is_equal = bool(ranked) and ranked[-1].row.share == share
        ranked.append(Ranked(ranked[-1].place if is_equal else number, dossier, row))
    return ranked


def grade_count(rows: Iterable[SubjectRow], grade: str) -> int:
    """Count the rows of a grade; the empty one stands for none."""
    return sum(row.grade == grade for row in rows)


def _size(share: Fraction | None) -> tuple[bool, Fraction]:
    return share is None, -(share or Fraction(0))
