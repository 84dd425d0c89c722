"""What a form prints, as the rules see it: values with their places; what a scheme adds is optional."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from generator.base.toml import KeyPath
from generator.read.given_answers import Entry
from generator.read.ledger import Ledger
from generator.rules.printed_funds import Funds, Spending
from generator.rules.printed_value import Amount, Text
from generator.rules.ruled import Ruled
from generator.rules.where import NOWHERE, Where


class Row(NamedTuple):
    """A row of indicators; what its form has no column for is nothing."""

    name: Text
    class_: str = ""  # 产出/数量
    target: Text = Text()
    actual: Text = Text()
    weight: Amount | None = None
    score: Amount | None = None
    reason: Text = Text()
    goal: int = -1  # below which of several goals
    description: Text = Text()
    ours: Amount | None = None  # the score that we reckoned, where the form is ours
    deduction: Amount | None = None  # what a column of its own takes off
    review: Amount | None = None  # the score of those who checked
    direction: str = ""  # ≥ or ≤: which way a column says is better
    done_rate: Text = Text()  # what a column 完成率 prints
    criteria: Text = Text()  # what a column 评价标准 prints
    is_deduction: bool = False  # points are only taken off
    is_told: bool = False  # a sentence stands instead of the value
    keys: KeyPath = ()  # as its values lie in inputs, or would

    @property
    def scored(self) -> Amount | None:
        """Return the score that the form goes out with."""
        return self.ours or self.score

    @property
    def first(self) -> str:
        """Return the class of the first level."""
        return self.class_.partition("/")[0]

    @property
    def second(self) -> str:
        """Return the class of the second level."""
        return self.class_.partition("/")[2]

    @property
    def place(self) -> Where:
        """Return where the row begins."""
        return self.name.place


class SharedScore(NamedTuple):
    """A score that one merged cell gives to several rows of a class, or of several (then without a class)."""

    class_: str
    score: Amount | None
    weight: Amount | None = None
    goal: int = -1
    reason: str | None = None  # ``None``: the form has no cell for it
    place: Where = NOWHERE


class Points(NamedTuple):
    """The points that a heading prints: 产出指标（50分）, 年度绩效目标1（80分）."""

    name: str
    value: Decimal
    place: Where = NOWHERE
    goal: int = -1  # below which of several goals it stands


class Scored(NamedTuple):
    """An item that is scored beside the indicators: a question, a step of management.

    What it may win stands in the scheme; a document of others need not say it.
    """

    name: str
    weight: Amount | None
    score: Amount | None = None


class BlankCell(NamedTuple):
    """A cell that nobody filled in, of a project whose list has it filled for the others."""

    label: str
    role: str
    place: Where


class Aim(NamedTuple):
    """A goal of the year: what was planned, and what became of it."""

    expected: Text = Text()
    achieved: Text = Text()


class PrintedForm(NamedTuple):
    """Everything of one form that rules look at."""

    name: Text = Text()
    title: str = ""
    year: int | None = None
    money: str = "万元"
    money_size: tuple[str, Decimal] = ("元", Decimal(10_000))  # what one of it is worth
    units: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    rows_beside: tuple[Row, ...] = ()  # of a paper that holds several forms: what sentences name
    shared: tuple[SharedScore, ...] = ()
    points: tuple[Points, ...] = ()  # of classes; below several goals, those of the first
    later_points: tuple[Points, ...] = ()  # of the same classes below the others
    blocks: tuple[Points, ...] = ()  # of goals, and of all indicators
    funds: Funds = Funds()
    spending: tuple[Spending, ...] = ()
    blank_cells: tuple[BlankCell, ...] = ()
    expected: Text = Text()
    adjusted: Text = Text()  # the goal as it was changed in the year
    achieved: Text = Text()
    goal_weight: Amount | None = None
    goal_score: Amount | None = None
    items: tuple[Scored, ...] = ()
    total: Amount | None = None
    total_weight: Amount | None = None
    total_again: Amount | None = None  # of the form itself, where a list of projects gave another
    rate_again: Amount | None = None
    column_totals: Mapping[str, Amount] = MappingProxyType({})  # of reviews and deductions
    grade: Text = Text()
    claimed_total: Amount | None = None  # by the report
    claimed_grade: Text = Text()
    signed: Text = Text()
    explanations: tuple[str, ...] = ()  # wherever they stand
    told_beside: tuple[
        str, ...
    ] = ()  # those of paragraphs outside of all sections: they tell of everything
    reason_cells: tuple[str, ...] = ()  # of rows, and at the foot of the table
    foot_reason: str = ""  # the cell at the foot that asks why points were lost
    reasons_given: tuple[str, ...] = ()  # sections that are there to explain
    headed_reasons: tuple[str, ...] = ()  # paragraphs: 扣分原因：……
    ledger: Ledger = Ledger()
    asked: frozenset[str] = frozenset()  # what the form has an item for
    no_place: frozenset[str] = frozenset()  # reasons that it has no item for
    columns: frozenset[str] = frozenset()  # of its rows of indicators
    asks_actuals: frozenset[tuple[str, int]] = frozenset()  # tables with a column for them, by file
    entries: tuple[Entry, ...] = ()  # every cell and paragraph, with what became of it
    # Of a paper with one form or none, the tables of no form included; else said once, of the paper.
    whole: tuple[Entry, ...] = ()
    is_department: bool = False
    is_in_report: bool = False  # in tables of its text, which need not hold all rows
    is_evaluation: bool = True  # not the goals of spring
    start: Where = NOWHERE
    goals: tuple[Aim, ...] = ()  # where there are several
    aims_beside: tuple[Aim, ...] = ()  # those of the forms of a paper that holds several
    is_typed: bool = False  # into inputs: nothing was read wrongly, every cell has its key
    ours: Amount | None = None  # the total that we reckoned, where the form is ours
    ours_grade: str = ""
    ruled: Ruled | None = None  # what its scheme adds (``None``: none surely fits)

    @property
    def everything(self) -> tuple[Entry, ...]:
        """Return all that its paper prints; a report may stand in a file of its own."""
        return self.whole or self.entries

    @property
    def aims(self) -> tuple[Aim, ...]:
        """Return the goals, the single one or the several."""
        return (Aim(self.expected, self.achieved), *self.goals)

    @property
    def said_aims(self) -> tuple[Aim, ...]:
        """Return the goals that sentences of the paper may speak of."""
        return (*self.aims, *self.aims_beside)

    def by_goal(self) -> Iterator["PrintedForm"]:
        """Part the rows and their headings by goal; a form without several goals is one part."""
        goals = sorted({row.goal for row in self.rows})
        if len(goals) < 2:
            yield self
            return
        blocks = self.blocks if len(self.blocks) == len(goals) else ()
        for number, goal in enumerate(goals):
            yield self._replace(
                rows=tuple(row for row in self.rows if row.goal == goal),
                shared=tuple(one for one in self.shared if one.goal == goal),
                points=tuple(p for p in (*self.points, *self.later_points) if p.goal == goal),
                blocks=blocks[number : number + 1],
            )

    def of_class(self, name: str) -> tuple[Row, ...]:
        """Return the rows of a class: 产出, or 产出/数量."""
        return tuple(row for row in self.rows if name in (row.first, row.class_))
