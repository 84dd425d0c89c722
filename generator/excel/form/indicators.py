"""The table of indicators: rows to fill in, scores that work themselves out, spare rows below."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from generator.base.positions import KeyPath
from generator.base.toml import value_at
from generator.excel.form.blocks import Block, height_of, look_of, title
from generator.excel.form.fields import Known, keys_of, own_slot, slot_of
from generator.excel.form.indicator_row import IndicatorRow, Wanted
from generator.excel.form.page import (
    ACTUAL,
    FIRST,
    LAMP,
    LAST,
    NAME,
    OPTIONAL,
    OWN,
    REASON,
    SCORE,
    TARGET,
    WEIGHT,
    WIDTHS,
    FormLook,
    PageRows,
)
from generator.excel.form.slot import ListAt, Slot
from generator.model.dossier import Subject
from generator.model.indicator import Indicator, Review
from generator.score.rules import Rules
from generator.score.sheet import IndicatorScore

MAIN: Mapping[int, str] = MappingProxyType(
    {
        FIRST: "class",
        NAME: "name",
        TARGET: "target",
        ACTUAL: "actual",
        WEIGHT: "weight",
        OWN: "score",
        REASON: "reason",
    }
)
_BESIDE = (
    *("description", "actual-text", "initial-target", "direction", "deduction"),
    *("pass-line", "constraint", "evidence", "basis", "from"),
)
_REVIEW, _FIELDS = "review", "fields"
_SCORE, _LAMP = "得分", "缺什么"
SPARE = 6
_ROOM_BESIDE = 16


class Area(NamedTuple):
    """Where rows of indicators stand, and the goal that they belong to."""

    first: int
    last: int
    goal: int


class Beside(NamedTuple):
    """A column to the right of the form: the key below the indicator, and whether it is in use."""

    column: int
    keys: KeyPath
    title: str
    is_used: bool


class Judged(NamedTuple):
    """What rows are judged by, and what we make of them ourselves."""

    subject: Subject
    rules: Rules
    scores: Mapping[KeyPath, IndicatorScore]


class IndicatorTable:
    """Lays tables of indicators out on the page of a subject."""

    def __init__(self, rows: PageRows, own: Block, judged: Judged) -> None:
        self._rows, self._own, self._judged = rows, own, judged
        self._known = {known.key: known for known in keys_of(Indicator)}
        self._review = {known.key: known for known in keys_of(Review)}
        self.beside = tuple(self._columns_beside())
        self._at = {str(beside.keys[-1]): beside.column for beside in self.beside}

    def lay_out(self, keys: KeyPath, goal: int, heading: str, shared: str) -> Area:
        """Put header, rows and spare rows of one list of indicators."""
        rows = self._rows
        title(rows, heading)
        for column, key in MAIN.items():
            rows.put(column, self._known[key].field.title, FormLook.HEAD)
        rows.put(SCORE, _SCORE, FormLook.HEAD)
        rows.put(LAMP, _LAMP, FormLook.HEAD)
        for beside in self.beside:
            rows.put(beside.column, beside.title, FormLook.HEAD)
            rows.beside(beside.column, is_used=beside.is_used)
        rows.end(34)
        found = value_at(self._own.data, keys)
        count = len(found) if isinstance(found, list) else 0
        rows.list_of(ListAt(self._own.subject, keys, count))
        first = rows.row
        for number in range(count + (SPARE if count else 2 * SPARE)):
            self._row((*keys, number), shared)
        return Area(first, rows.row - 1, goal)

    def _columns_beside(self) -> Iterator[Beside]:
        subject = self._judged.subject
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
        for number, (keys, heading, is_used) in enumerate(found):
            yield Beside(OPTIONAL + number, keys, heading, is_used)

    def _row(self, keys: KeyPath, shared: str) -> None:
        rows = self._rows
        highest = 18.0
        for slot, column in self._slots(keys):
            source = "=jx_class" if column == FIRST else ""
            rows.put(column, slot, look_of(slot), source=source)
            room = WIDTHS[column] if column <= LAST else _ROOM_BESIDE
            highest = max(highest, height_of(slot.base, room))
        judged = self._judged
        row = IndicatorRow(
            rows,
            judged.rules,
            self._at,
            judged.scores.get(keys),
            shared,
            judged.subject.entry.not_evaluated,
        )
        held, target = row.working()
        rows.put(SCORE, row.score(held, target), FormLook.SCORE, places=judged.rules.places)
        rows.put(LAMP, row.lamp(self._wanted(), is_scored=self._is_scored()), FormLook.LAMP)
        rows.end(highest)

    def _slots(self, keys: KeyPath) -> Iterator[tuple[Slot, int]]:
        own = self._own
        for column, key in MAIN.items():
            if slot := slot_of(own.subject, self._known[key], (*keys, key), own.data):
                yield slot, column
        for beside in self.beside:
            if slot := self._slot_beside((*keys, *beside.keys), beside):
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

    def _wanted(self) -> tuple[Wanted, ...]:
        """Return the columns that a row must have: what the model wants, and what the scheme does."""
        wanted = self._own.required
        return tuple(
            Wanted(self._known[key].field.title, column)
            for column, key in MAIN.items()
            if self._known[key].field.is_required or f"indicator.{key}" in wanted
        )

    def _is_scored(self) -> bool:
        is_evaluated = "indicator.actual" in self._own.required
        return is_evaluated and bool(self._judged.rules.scheme.method)
