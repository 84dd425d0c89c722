"""Which key of a subject a value of its form is filled in at; what is worked out has none."""

from collections.abc import Mapping
from typing import NamedTuple

from generator.base.toml import KeyPath, value_at
from generator.model.dossier import Subject
from generator.model.own_form import OwnTable
from generator.tables.field_keys import (
    BREAKDOWN_INPUTS,
    FORM_INPUTS,
    FUND_INPUTS,
    GOAL_INPUTS,
    GOAL_OF_FORM,
    ITEM_INPUTS,
    PLAN_INPUTS,
    SUBJECT,
    USE_INPUTS,
    Input,
)
from generator.tables.form_fields import choice_at, own_field_name
from generator.tables.own_cells import table_rows
from generator.use.form.form_shape import ValueAt
from generator.web.fillable_cells import column_at
from generator.web.own_values import FIELDS, TABLES, own_item_at

_FUNDS = "funds"
_SOURCES: KeyPath = (_FUNDS, "sources")
_ITEMS: KeyPath = ("item",)
_PLAIN: Mapping[str, tuple[KeyPath, Mapping[str, Input | str]]] = {
    "plan": ((_FUNDS, "plan"), PLAN_INPUTS),
    "uses": ((_FUNDS, "uses"), USE_INPUTS),
}

_AMOUNTS_OF: Mapping[str, Mapping[str, Input | str]] = {
    "": FORM_INPUTS,
    "funds": FUND_INPUTS,
    "free_funds": FUND_INPUTS,
    "uses": USE_INPUTS,
}


class Beginning(NamedTuple):
    """A value of a row that is not there yet: the list that it goes to, what it is called, its key."""

    rows: KeyPath
    name: str
    key: str


class ValueKeys:
    """Finds the keys of the values of one subject; ``names`` are what rows are called by list and number."""

    def __init__(self, subject: Subject, names: Mapping[tuple[str, int], str]) -> None:
        self._subject, self._entry, self._names = subject, subject.entry, names
        self._model = type(subject.entry)

    def keys(self, at: ValueAt) -> KeyPath | Beginning | None:
        """Return where a value is filled in."""
        found = self._of_goal(at) if at.goal >= 0 else self._in_form(at)
        if isinstance(found, Beginning) or found is None:
            return found
        return found if column_at(self._model, found, self._subject.declared) else None

    def is_money(self, at: ValueAt) -> bool:
        """Tell whether a value is an amount, which a form may print in a unit of its own."""
        keys = self.keys(at)
        if isinstance(keys, Beginning):
            keys = (*keys.rows, 0, keys.key)
        item = None if keys is None else own_item_at(self._subject.declared, keys)
        if item is not None:
            return item.kind == "amount"
        if at.rows == "breakdown":
            return at.name in BREAKDOWN_INPUTS
        given = _AMOUNTS_OF.get(at.rows, {}).get(at.name)
        return isinstance(given, Input) and given.is_money

    def _in_form(self, at: ValueAt) -> KeyPath | Beginning | None:
        if not at.rows:
            return self._single(at.name)
        if at.rows in ("funds", "free_funds"):
            return self._of_source(at)
        if at.rows == "answers":
            return self._of_item(at)
        if at.rows == "breakdown":
            owner, given = BREAKDOWN_INPUTS.get(at.name, ("", None))
            parts = value_at(self._subject.source.data, (_FUNDS, owner))
            is_there = isinstance(parts, list) and at.row < len(parts)
            return (_FUNDS, owner, at.row, *given.paths[0]) if given and is_there else None
        if at.rows in _PLAIN:
            rows, inputs = _PLAIN[at.rows]
            return self._first(inputs.get(at.name), (*rows, at.row))
        return self._of_table(at)

    def _single(self, name: str) -> KeyPath | None:
        own = own_field_name(name)
        choice = choice_at(name)
        if own is None and choice is not None:
            own = choice[0]
        if own is not None:
            declared = self._subject.declared.field_of(own)
            return (FIELDS, declared.name if declared is not None else own)
        given = FORM_INPUTS.get(name)
        if not isinstance(given, Input) or name == "heading":
            return None
        head = given.paths[0][0]
        if head == SUBJECT:
            return (self._subject.kind, *given.paths[0][1:])
        if head == GOAL_OF_FORM:
            goals = self._subject.goals
            at = goals[0].keys if len(goals) == 1 else None if goals else ("goal",)
            return None if at is None else (*at, *given.paths[0][1:])
        return self._first(given, ())

    def _first(self, given: Input | str | None, below: KeyPath) -> KeyPath | None:
        """Return the first key that is there, else the first; several that are joined are no cell."""
        if not isinstance(given, Input):
            return None
        data = self._subject.source.data
        there = [p for p in given.paths if value_at(data, (*below, *p)) not in (None, "")]
        if given.is_joined and len(there) > 1:
            return None
        return (*below, *(there or given.paths)[0])

    def _of_source(self, at: ValueAt) -> KeyPath | Beginning | None:
        given, name = FUND_INPUTS.get(at.name), self._names.get((at.rows, at.row), "")
        if not isinstance(given, Input) or at.name in ("label", "name"):
            return None
        funds = self._entry.funds
        for rows, known in (
            (_SOURCES, [own.name for own in funds.sources]),
            ((_FUNDS, "rows"), [own.name for own in funds.rows]),
        ):
            if name in known:
                return self._first(given, (*rows, known.index(name)))
        rows = _SOURCES if at.rows == "funds" else (_FUNDS, "rows")
        return Beginning(rows, name, given.paths[0][0]) if name else None

    def _of_item(self, at: ValueAt) -> KeyPath | Beginning | None:
        given, name = ITEM_INPUTS.get(at.name), self._names.get((at.rows, at.row), "")
        if not isinstance(given, Input):
            return None
        rows = self._entry.item
        number = next((n for n, own in enumerate(rows) if own.name == name), None)
        if number is not None:
            return self._first(given, (*_ITEMS, number))
        return Beginning(_ITEMS, name, given.paths[0][0]) if name else None

    def _of_goal(self, at: ValueAt) -> KeyPath | None:
        goals, given = self._subject.goals, GOAL_INPUTS.get(at.name)
        if at.rows or at.goal >= len(goals):
            return None
        return self._first(given, goals[at.goal].keys)

    def _of_table(self, at: ValueAt) -> KeyPath | None:
        for table in self._subject.declared.tables:
            if at.rows == table_rows(table.name):
                name = at.name.removeprefix("cell[").removesuffix("]")
                return (*row_of(table, at.row), name)
        return None


def row_of(table: OwnTable, number: int) -> KeyPath:
    """Return where a row of a table of the form's own is written: by its name, or by its number."""
    return (TABLES, table.name, table.row[number].name if table.row else number)
