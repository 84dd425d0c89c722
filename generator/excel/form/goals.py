"""The goals of a subject with their indicators: their fields at one place of the form, their rows at another."""

from collections.abc import Iterator

from generator.base.positions import KeyPath
from generator.base.toml import value_at
from generator.excel.form.indicator_page import Area, IndicatorTable, Judged
from generator.excel.form.key_blocks import Block, field_row, title
from generator.excel.form.key_cells import keys_of, slot_of
from generator.excel.form.scored_lists import shared_block
from generator.excel.form.slot import ListAt
from generator.excel.form.workbook_page import PageRows
from generator.model.form_layout import FormLayout
from generator.model.indicator import Goal
from generator.tables.tag_keys import tag_of

_GOAL, _INDICATORS = "年度总体目标", "绩效指标"
_ONE: KeyPath = ("goal",)
_LISTS = ("rows.indicators", "goal.indicators")


def goal_tags() -> tuple[str, ...]:
    """Return the tags that print the only goal."""
    return tuple(tag for one in keys_of(Goal) if (tag := tag_of((*_ONE, one.key))))


class Goals:
    """Lays out goals and indicators, and notes where their scores stand."""

    def __init__(self, rows: PageRows, own: Block, judged: Judged, layout: FormLayout) -> None:
        self._rows, self._own, self._judged, self._layout = rows, own, judged, layout
        self._table = IndicatorTable(rows, own, judged)
        self.areas: list[Area] = []
        self.shared: list[Area] = []
        self.weights: list[str] = []
        self.score = ""

    @property
    def is_one(self) -> bool:
        """Tell a subject with one goal for all of its indicators."""
        return not self._judged.subject.entry.goals

    def lay_fields(self) -> None:
        """Lay out the only goal."""
        title(self._rows, self._layout.block(_GOAL, *goal_tags()))
        self._fields(_ONE)

    def lay_tables(self) -> None:
        """Lay out the rows of the only goal, and those of none."""
        if value_at(self._own.data, (*_ONE, "indicator")):
            self._rows_of(_ONE, 1)
        self._rows_of((), 0)

    def lay_all(self) -> None:
        """Lay out several goals, each with its rows, and the rows of none."""
        subject, heading = self._judged.subject, self._layout.block(_GOAL, *goal_tags())
        self._rows.list_of(ListAt(self._own.subject, ("goals",), len(subject.entry.goals)))
        for at in subject.goals:
            title(self._rows, f"{heading}{at.number}　{at.goal.name}".strip())
            self._fields(at.keys)
            self._rows_of(at.keys, at.number)
        if subject.entry.indicator:
            self._rows_of((), 0)

    def _fields(self, keys: KeyPath) -> None:
        cells = dict(self._cells(keys))
        self.weights.append(cells.get("weight", ""))
        self.score = self.score or cells.get("score", "")

    def _cells(self, keys: KeyPath) -> Iterator[tuple[str, str]]:
        for one in keys_of(Goal):
            slot = slot_of(self._own.subject, one, (*keys, one.key), self._own.data)
            if slot is not None:
                wanted = f"goal.{one.key}" in self._own.required
                label = self._layout.labels.get(tag_of((*_ONE, one.key)), "")
                yield one.key, field_row(self._rows, slot, is_required=wanted, label=label)

    def _rows_of(self, keys: KeyPath, goal: int) -> None:
        found = shared_block(self._rows, self._own, (*keys, "shared-score"), goal)
        if found is not None:
            self.shared.append(found[0])
        cells = found[1] if found is not None else ""
        heading = self._layout.block(_INDICATORS, *_LISTS)
        heading = f"{_GOAL}{goal}：{heading}" if goal else heading
        self.areas.append(self._table.lay_out((*keys, "indicator"), goal, heading, cells))
