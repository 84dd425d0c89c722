"""What a form prints, as the rules see it: values with their places, no scheme, no year needed."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.base.document_place import DocumentPlace
from generator.base.measure import Measure, parse_measure
from generator.read.answers import Entry
from generator.read.ledger import Ledger

NOWHERE = DocumentPlace()


class Amount(NamedTuple):
    """A number and where it stands."""

    value: Decimal
    place: DocumentPlace = NOWHERE

    @property
    def places(self) -> int:
        """Return how many decimals are printed."""
        exponent = self.value.as_tuple().exponent
        return max(0, -exponent) if isinstance(exponent, int) else 0


class Text(NamedTuple):
    """Words and where they stand; ``text`` is empty for a cell that nobody filled in."""

    text: str = ""
    place: DocumentPlace = NOWHERE

    def __bool__(self) -> bool:
        """Tell whether anything stands there."""
        return bool(self.text.strip())

    @property
    def measure(self) -> Measure:
        """Return what the words measure."""
        return parse_measure(self.text)


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
    deduction: Amount | None = None

    @property
    def first(self) -> str:
        """Return the class of the first level."""
        return self.class_.partition("/")[0]

    @property
    def second(self) -> str:
        """Return the class of the second level."""
        return self.class_.partition("/")[2]

    @property
    def place(self) -> DocumentPlace:
        """Return where the row begins."""
        return self.name.place


class SharedScore(NamedTuple):
    """A score that one merged cell gives to several rows of a class, or of several (then without a class)."""

    class_: str
    score: Amount | None
    weight: Amount | None = None
    goal: int = -1


class FundsRow(NamedTuple):
    """A row of the table of funds: the whole (without a name), or a source of it."""

    name: str = ""
    initial: Amount | None = None
    budget: Amount | None = None
    spent: Amount | None = None
    rate: Amount | None = None
    place: DocumentPlace = NOWHERE

    def columns(self) -> Iterator[tuple[str, Amount | None]]:
        """Go through the three amounts."""
        yield "initial", self.initial
        yield "budget", self.budget
        yield "spent", self.spent


class Funds(NamedTuple):
    """The table of funds: the whole, its sources, and what the execution is worth."""

    total: FundsRow = FundsRow()
    sources: tuple[FundsRow, ...] = ()
    weight: Amount | None = None
    score: Amount | None = None
    reason: str = ""  # in its own cells: why changed, why not spent
    is_by_formula: bool = False  # the form itself prints 20分*执行率

    @property
    def rows(self) -> tuple[FundsRow, ...]:
        """Return the whole and its sources."""
        return (self.total, *self.sources)


class Points(NamedTuple):
    """The points that a heading prints: 产出指标（50分）, 年度绩效目标1（80分）."""

    name: str
    value: Decimal
    place: DocumentPlace = NOWHERE


class PrintedForm(NamedTuple):
    """Everything of one form that rules look at."""

    name: Text = Text()
    title: str = ""
    year: int | None = None
    money: str = "万元"
    units: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    shared: tuple[SharedScore, ...] = ()
    points: tuple[Points, ...] = ()  # of classes
    blocks: tuple[Points, ...] = ()  # of goals, and of all indicators
    funds: Funds = Funds()
    expected: Text = Text()
    achieved: Text = Text()
    goal_weight: Amount | None = None
    goal_score: Amount | None = None
    total: Amount | None = None
    total_weight: Amount | None = None
    grade: Text = Text()
    claimed_total: Amount | None = None  # by the report
    claimed_grade: Text = Text()
    signed: Text = Text()
    explanations: tuple[str, ...] = ()  # wherever they stand
    reason_cells: tuple[str, ...] = ()  # of rows, and at the foot of the table
    reasons_given: tuple[str, ...] = ()  # sections that are there to explain
    ledger: Ledger = Ledger()
    asked: frozenset[str] = frozenset()  # what the form has an item for
    columns: frozenset[str] = frozenset()  # of its rows of indicators
    entries: tuple[Entry, ...] = ()  # every cell and paragraph, with what became of it
    is_evaluation: bool = True  # not the goals of spring
    start: DocumentPlace = NOWHERE

    def of_class(self, name: str) -> tuple[Row, ...]:
        """Return the rows of a class: 产出, or 产出/数量."""
        return tuple(row for row in self.rows if name in (row.first, row.class_))
