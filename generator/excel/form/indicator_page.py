"""The table of indicators: rows to fill in class by class, scores that work themselves out."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.base.positions import KeyPath
from generator.base.toml import value_at
from generator.excel.form.class_groups import ClassGroup, class_groups
from generator.excel.form.indicator_columns import USUAL_COLUMNS, IndicatorColumns
from generator.excel.form.indicator_formulas import IndicatorRow, Wanted
from generator.excel.form.key_blocks import Block, height_of, look_of, title
from generator.excel.form.key_cells import Known, keys_of, own_slot, slot_of
from generator.excel.form.slot import ListAt, Slot, SlotKind
from generator.excel.form.workbook_page import (
    FIRST,
    LABELLED,
    LAMP,
    LAST,
    OPTIONAL,
    REASON,
    SCORE,
    SECOND,
    WEIGHT,
    FormLook,
    PageRows,
)
from generator.model.dossier import Subject
from generator.model.indicator import Indicator, Review
from generator.score.score_sheet import IndicatorScore
from generator.score.score_terms import Rules

_CLASS = "class"
_BESIDE = (
    *("description", "actual-text", "initial-target", "direction", "deduction"),
    *("pass-line", "constraint", "evidence", "basis", "from"),
)
_REVIEW, _FIELDS = "review", "fields"
_SCORE, _LAMP = "得分", "缺什么"
_LEVELS = ("一级指标", "二级指标")
_ROOM_BESIDE = 16


class Area(NamedTuple):
    """Where rows of indicators stand, the goal that they belong to, their scores and weights."""

    first: int
    last: int
    goal: int
    score: int = SCORE
    weight: int = WEIGHT


class Beside(NamedTuple):
    """A column to the right of the form: the key below the indicator, and whether it is in use."""

    column: int
    keys: KeyPath
    title: str
    is_used: bool


class Judged(NamedTuple):
    """What rows are judged by, what we make of them ourselves, and how the form lays them out."""

    subject: Subject
    rules: Rules
    scores: Mapping[KeyPath, IndicatorScore]
    columns: IndicatorColumns = USUAL_COLUMNS
    labels: Mapping[str, str] = {}


class IndicatorTable:
    """Lays tables of indicators out on the page of a subject."""

    def __init__(self, rows: PageRows, own: Block, judged: Judged) -> None:
        self._rows, self._own, self._judged = rows, own, judged
        self._columns = judged.columns
        self._known = {known.key: known for known in keys_of(Indicator)}
        self._review = {known.key: known for known in keys_of(Review)}
        self.beside = tuple(self._columns_beside())
        self._at = {str(beside.keys[-1]): beside.column for beside in self.beside}
        at = self._columns
        self._main: Mapping[int, str] = {
            at.name: "name",
            at.target: "target",
            at.actual: "actual",
            at.weight: "weight",
            at.own: "score",
            REASON: "reason",
        }

    def lay_out(self, keys: KeyPath, goal: int, heading: str, shared: str) -> Area:
        """Put header, rows and spare rows of one list of indicators, class by class."""
        rows, at = self._rows, self._columns
        title(rows, heading)
        self._header()
        found = value_at(self._own.data, keys)
        given = found if isinstance(found, list) else []
        rows.list_of(ListAt(self._own.subject, keys, len(given)))
        first, new = rows.row, len(given)
        paths = [str(row.get(_CLASS, "")) if isinstance(row, dict) else "" for row in given]
        groups = class_groups(self._judged.rules.scheme.classes, paths, self._judged.labels)
        for number, group in enumerate(groups):
            before = groups[number - 1] if number else None
            if group.path and (before is None or before.level1 != group.level1):
                height = sum(
                    len(one.held) + one.spare for one in groups if one.level1 == group.level1
                )
                self._level(FIRST, group.level1, height)
            if group.path:
                self._level(SECOND, group.level2, len(group.held) + group.spare)
            numbers = (*group.held, *range(new, new + group.spare))
            new += group.spare
            for one in numbers:
                self._row((*keys, one), group, shared, is_new=one >= len(given))
        return Area(first, rows.row - 1, goal, at.score, at.weight)

    def _level(self, column: int, words: str, height: int) -> None:
        self._rows.put(column, words, FormLook.LABEL, height=height)

    def _header(self) -> None:
        rows, columns = self._rows, self._columns
        for column, usual, said in zip((FIRST, SECOND), _LEVELS, columns.levels, strict=True):
            rows.put(column, said or usual, FormLook.HEAD)
        for column, key in self._main.items():
            usual = self._known[key].field.title
            said = "" if key == "score" else columns.headings.get((key,), "")
            rows.put(column, said or usual, FormLook.HEAD)
        rows.put(columns.score, columns.headings.get(("score",)) or _SCORE, FormLook.HEAD)
        rows.put(LAMP, _LAMP, FormLook.HEAD)
        for beside in self.beside:
            rows.put(beside.column, beside.title, FormLook.HEAD)
            rows.beside(beside.column, is_used=beside.is_used)
        rows.end(34)

    def _columns_beside(self) -> Iterator[Beside]:
        subject, printed = self._judged.subject, self._columns.headings
        every = [at.indicator for at in subject.indicators]
        passes = any(m.pass_line for m in self._judged.rules.scheme.method)
        found: list[tuple[KeyPath, str, bool]] = []
        for key in _BESIDE:
            name, heading = self._known[key].field.name, self._known[key].field.title
            used = any(getattr(one, name) for one in every) or (key == "pass-line" and passes)
            found.append(((key,), heading, used))
        for key, known in self._review.items():
            said = (getattr(one.review, known.field.name) for one in every)
            used = any(value not in (None, "") for value in said)
            found.append(((_REVIEW, key), known.field.title, used))
        declared = subject.declared.indicator_fields
        found += [((_FIELDS, item.name), item.label, True) for item in declared]
        order = {keys: number for number, keys in enumerate(printed)}
        found.sort(key=lambda one: order.get(one[0], len(order)))
        # Of rows of a class the path is kept in the last column, folded away.
        found.append(((_CLASS,), self._known[_CLASS].field.title, False))
        for number, (keys, heading, is_used) in enumerate(found):
            called, is_shown = printed.get(keys) or heading, is_used or keys in printed
            yield Beside(OPTIONAL + number, keys, called, is_shown)

    def _row(self, keys: KeyPath, group: ClassGroup, shared: str, *, is_new: bool) -> None:
        rows = self._rows
        highest = 18.0
        class_at = self._at[_CLASS] if group.path else FIRST
        for slot, column in self._slots(keys, group, is_new=is_new):
            is_class = slot.keys[-1] == _CLASS and slot.kind is not SlotKind.GIVEN
            width = LABELLED if column == FIRST else 1
            source = "=jx_class" if is_class else ""
            rows.put(column, slot, look_of(slot), width=width, source=source)
            room = self._columns.widths[column] if column <= LAST else _ROOM_BESIDE
            if slot.keys[-1] != _CLASS or not group.path:  # that of a class is folded away
                highest = max(highest, height_of(slot.base, room))
        judged = self._judged
        row = IndicatorRow(
            rows,
            judged.rules,
            self._columns,
            class_at,
            self._at,
            judged.scores.get(keys),
            shared,
            judged.subject.entry.not_evaluated,
            is_spare=bool(group.path) and (is_new or self._is_blank(keys)),
        )
        held, target = row.working()
        places = judged.rules.places
        rows.put(self._columns.score, row.score(held, target), FormLook.SCORE, places=places)
        wanted = self._wanted(class_at)
        rows.put(LAMP, row.lamp(wanted, is_scored=self._is_scored()), FormLook.LAMP)
        rows.end(highest)

    def _slots(
        self, keys: KeyPath, group: ClassGroup, *, is_new: bool
    ) -> Iterator[tuple[Slot, int]]:
        own = self._own
        if slot := slot_of(own.subject, self._known[_CLASS], (*keys, _CLASS), own.data):
            if group.path and is_new:
                slot = slot._replace(kind=SlotKind.GIVEN, base=group.path)
            yield slot, self._at[_CLASS] if group.path else FIRST
        for column, key in self._main.items():
            if slot := slot_of(own.subject, self._known[key], (*keys, key), own.data):
                yield slot, column
        for beside in self.beside:
            is_class = beside.keys == (_CLASS,)
            if not is_class and (slot := self._slot_beside((*keys, *beside.keys), beside)):
                yield slot, beside.column

    def _slot_beside(self, keys: KeyPath, beside: Beside) -> Slot | None:
        own, name = self._own, str(beside.keys[-1])
        known: Known | None = self._known.get(name)
        if beside.keys[0] == _FIELDS:
            item = self._judged.subject.declared.indicator_field_of(name)
            return None if item is None else own_slot(own.subject, item, keys, own.data)
        if beside.keys[0] == _REVIEW:
            known = self._review[name]
        return None if known is None else slot_of(own.subject, known, keys, own.data)

    def _is_blank(self, keys: KeyPath) -> bool:
        """Tell a row that has its class and nothing else: the unit need have nothing of it."""
        row = value_at(self._own.data, keys)
        return isinstance(row, dict) and not any(v for k, v in row.items() if k != _CLASS)

    def _wanted(self, class_at: int) -> tuple[Wanted, ...]:
        """Return the columns that a row must have: what the model wants, and what the scheme does."""
        wanted = self._own.required
        return tuple(
            Wanted(self._columns.headings.get((key,)) or self._known[key].field.title, column)
            for column, key in ((class_at, _CLASS), *self._main.items())
            if self._known[key].field.is_required or f"indicator.{key}" in wanted
        )

    def _is_scored(self) -> bool:
        is_evaluated = "indicator.actual" in self._own.required
        return is_evaluated and bool(self._judged.rules.scheme.method)
