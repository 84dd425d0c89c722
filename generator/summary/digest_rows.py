"""What is kept of a dossier once it has been examined: small values, no inputs, no sheets."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from generator.model.subject import Kind
from generator.model.unit import Stage

MONEY = "万元"


class Counts(NamedTuple):
    """How many problems there are, by severity; accepted ones apart."""

    error: int = 0
    warning: int = 0
    note: int = 0
    accepted: int = 0


NO_PROBLEMS = Counts()


class PartRow(NamedTuple):
    """A part of the total: its weight and its score."""

    label: str
    weight: Decimal | None
    score: Decimal | None


class SubjectRow(NamedTuple):
    """A project, or a department as a whole; amounts in 万元, exact. What is not known is ``None``."""

    id: str
    kind: Kind
    name: str
    file: str
    code: str = ""
    implementer: str = ""
    initial: Decimal | None = None
    budget: Decimal | None = None
    spent: Decimal | None = None
    rate: Fraction | None = None
    parts: tuple[PartRow, ...] = ()
    full: Decimal | None = None
    total: Decimal | None = None
    grade: str = ""
    problems: Counts = NO_PROBLEMS
    document: str = ""
    remark: str = ""
    print: bytes = b""  # tells indicator rows that were copied whole

    @property
    def comparable(self) -> Decimal | None:
        """Return the budget where the expenditure is known as well."""
        return None if self.spent is None else self.budget

    @property
    def share(self) -> Fraction | None:
        """Return the total as a share of full marks, by which unlike schemes can be ranked."""
        if self.total is None or not self.full:
            return None
        return Fraction(self.total) / Fraction(self.full)


class IndicatorRow(NamedTuple):
    """An indicator that missed its target, or went far beyond it.

    ``wanted`` and ``reached`` are numbers in the unit of the target, where there are numbers.
    """

    subject: str
    kind: Kind
    class_path: str
    name: str
    target: str
    actual: str
    wanted: Fraction | None
    reached: Fraction | None
    weight: Decimal | None
    score: Decimal | None
    reason: str
    bound: Decimal | None = None

    @property
    def completion(self) -> Fraction | None:
        """Return reached ÷ wanted."""
        if self.wanted is None or self.reached is None or self.wanted == 0:
            return None
        return self.reached / self.wanted

    @property
    def deviation(self) -> Fraction | None:
        """Return how far the result lies from its target, as a share of the target."""
        return None if self.completion is None else abs(self.completion - 1)


class Way(StrEnum):
    """How a department's row comes from those of its projects."""

    SUM = "绝对值累加"
    MEAN = "相对值按资金加权平均"
    SCORE = "定性得分率按资金加权平均"


class RolledSource(NamedTuple):
    """A project's row that goes into one of the department's; ``funds`` in 万元."""

    project: str
    indicator: str
    value: Fraction
    funds: Fraction | None


class RolledRow(NamedTuple):
    """A department's row with its sources. ``weight`` counts for scores only."""

    indicator: str
    way: Way
    unit: str
    sources: tuple[RolledSource, ...]
    result: Decimal
    places: int
    weight: Decimal | None = None


class Verdict(StrEnum):
    """What comes of holding two sides against each other."""

    EQUAL = "一致"
    DIFFERENT = "不符"
    ACCEPTED = "不符，已说明"  # the inputs accept it and give a reason
    UNCHECKED = "未核对"
    SUSPECT = "请核对"  # equal where one would expect a difference
    EXPLAINED = "已说明"  # the same, and the inputs give a reason


class TieRow(NamedTuple):
    """Two figures that ought to be the same (勾稽关系), or that are suspiciously alike."""

    code: str
    what: str
    where: str
    left_label: str
    left: Decimal | None
    right_label: str
    right: Decimal | None
    unit: str
    verdict: Verdict
    remark: str = ""

    @property
    def difference(self) -> Decimal | None:
        """Return left − right."""
        return None if self.left is None or self.right is None else self.left - self.right


@dataclass(frozen=True, slots=True)
class DossierRows:
    """A unit and year. A folder that cannot be read has no unit, no year and no rows."""

    path: str
    folder: str
    unit: str = ""
    year: int | None = None
    scheme: str = ""
    stage: Stage | None = None
    department: SubjectRow | None = None
    projects: tuple[SubjectRow, ...] = ()
    grades: tuple[str, ...] = ()
    unmet: tuple[IndicatorRow, ...] = ()
    beyond: tuple[IndicatorRow, ...] = ()
    rolled: tuple[RolledRow, ...] = ()
    ties: tuple[TieRow, ...] = ()
    problems: Counts = NO_PROBLEMS
    codes: Mapping[str, int] = field(default_factory=dict)
    documents: str = ""
    remark: str = ""

    @property
    def name(self) -> str:
        """Return the unit's name, or that of the folder where nothing else is known."""
        return self.unit or self.folder

    @property
    def subjects(self) -> tuple[SubjectRow, ...]:
        """Return the projects, then the department."""
        return (*self.projects, *((self.department,) if self.department else ()))

    @property
    def is_at_odds(self) -> bool:
        """Tell whether something does not tie out."""
        return any(tie.verdict is Verdict.DIFFERENT for tie in self.ties)
