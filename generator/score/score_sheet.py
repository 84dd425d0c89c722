"""The score sheet of one subject: indicators, groups, parts, total and grade, each with its trace."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from generator.base.toml import KeyPath
from generator.model.dossier import IndicatorAt, SharedScoreAt
from generator.model.figure_id import FigureId
from generator.model.item import Item, ItemAnswer
from generator.model.row_key import RowKey
from generator.model.score_parts import Layout
from generator.model.subject import Kind
from generator.score.layout import WeightedPart
from generator.score.row_score import Judgement
from generator.score.trace import Score, Trace


class IndicatorScore(NamedTuple):
    """An indicator with its judgement; ``shared`` when its class has one score for all.

    ``id`` is the key of the row: it names goal, class and indicator, never a row number.
    """

    id: RowKey
    at: IndicatorAt
    judgement: Judgement
    actual_text: str
    is_shared: bool
    rolled_up: Trace | None = None
    rolled_up_from: tuple[FigureId, ...] = ()


class GroupScore(NamedTuple):
    """A level-2 class of a goal: the rows that are printed together."""

    id: RowKey
    class_path: str
    goal: int
    weight: Decimal | None
    score: Score
    rows: tuple[IndicatorScore, ...]
    shared: SharedScoreAt | None = None


class ItemScore(NamedTuple):
    """An item of a part, what the unit says of it and where, and its score."""

    item: Item
    part: str
    said: ItemAnswer | None
    keys: KeyPath
    score: Score

    @property
    def id(self) -> RowKey:
        """Return the key of the row: it names part and item."""
        return RowKey.item(self.part, self.item.name)


class SourceScore(NamedTuple):
    """A source of the money that is scored by itself."""

    name: str
    weight: Decimal
    score: Score


class PartScore(NamedTuple):
    """A part of the total. ``claimed`` is the weight that the unit's own rows add up to."""

    weighted: WeightedPart
    claimed: Decimal | None
    score: Score
    keys: KeyPath = ()
    groups: tuple[RowKey, ...] = ()
    items: tuple[ItemScore, ...] = ()
    sources: tuple[SourceScore, ...] = ()

    @property
    def id(self) -> str:
        """Return the part's id."""
        return self.weighted.part.id

    @property
    def label(self) -> str:
        """Return the part's name."""
        return self.weighted.part.label

    @property
    def weight(self) -> Decimal | None:
        """Return the weight in force: the scheme's, or the unit's own where the scheme leaves it."""
        return self.claimed if self.weighted.weight is None else self.weighted.weight


@dataclass(frozen=True)
class ScoreSheet:
    """Everything that was scored for one subject."""

    subject_id: str
    kind: Kind
    scheme_id: str
    layout: Layout | None
    total: Score
    grade: str
    grade_trace: Trace
    parts: tuple[PartScore, ...]
    groups: tuple[GroupScore, ...]
    basis: str = ""  # of how the total is made up
    rate_of: tuple[str, ...] = ()  # what the rate of execution is of, where it is not the budget

    @cached_property
    def indicators(self) -> tuple[IndicatorScore, ...]:
        """All rows in the order of the groups."""
        return tuple(row for group in self.groups for row in group.rows)

    def part(self, part_id: str) -> PartScore | None:
        """Return the part with an id."""
        return next((part for part in self.parts if part.id == part_id), None)

    def part_of_kind(self, kind: str) -> PartScore | None:
        """Return the first part of a kind (execution, goal …)."""
        return next((part for part in self.parts if part.weighted.part.kind == kind), None)
