"""Which input a cell stands for: by its key, also when it is blank or shows a gap."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from generator.base.pattern import Pattern
from generator.base.toml import KeyPath, TomlFile, value_at
from generator.figures.figure_book import FigureBook
from generator.model.dossier import Dossier, Subject
from generator.model.figure_id import FigureId
from generator.model.figure_parts import INDICATOR, SIDES
from generator.model.form_printing import Printing
from generator.model.row_key import RowKey
from generator.model.scheme import Scheme
from generator.roundtrip.field_kinds import Field, Money, NoField
from generator.roundtrip.own_cell import own_field
from generator.score.score_sheet import IndicatorScore, ScoreSheet
from generator.tables.field_keys import (
    BREAKDOWN_INPUTS,
    CLASS_INPUTS,
    COMPUTED,
    FORM_INPUTS,
    FUND_INPUTS,
    GOAL_INPUTS,
    GOAL_OF_FORM,
    INDICATOR_INPUTS,
    INSTEAD,
    ITEM_INPUTS,
    PART_INPUTS,
    PLAN_INPUTS,
    PRINTED,
    SCHEME,
    SIGNATURE_INPUTS,
    SUBJECT,
    TITLE_INPUT,
    UNIT,
    USE_INPUTS,
    Input,
)
from generator.tables.form_fields import AMOUNTS, amount_field_name

_CLASS_ROW = Pattern(r"(?:goal\[(\d+)\]/)?class\[(.*)\]")
_UNIT_NAME = Input("words", ((UNIT, "unit", "name"),))
_SOURCE_ROW = Pattern(r"source\[(.*)\]", re.DOTALL)


class Cells(NamedTuple):
    """What is known of a dossier whose cells are looked up."""

    dossier: Dossier
    sheets: Mapping[str, ScoreSheet]
    book: FigureBook
    scheme: Scheme | None = None

    def printing(self, template: str) -> Printing:
        """Return the settings of a document's form."""
        documents = self.scheme.document if self.scheme is not None else ()
        return next((t.print_ for t in documents if t.id == template), Printing())


def _printed_in(unit: str | None, found: Field | NoField) -> Field | NoField:
    """Say in which unit the form prints what it has of its own."""
    if isinstance(found, NoField) or found.own is None or unit is None:
        return found
    return found._replace(own=found.own._replace(printed=unit))


def cell_field(cells: Cells, document: str, key: str) -> Field | NoField:
    """Return the input of a cell (or title, or signature) of a document, by the keys of both."""
    _, owner, template = document.split("/", maxsplit=2)
    subject = next((s for s in cells.dossier.subjects if s.id == owner), None)
    at, _, own = key.partition(".")
    home = at.partition("/")[0]  # a form over the whole dossier has those of its projects below it
    holder = next((s for s in cells.dossier.subjects if s.id == home), subject)
    if holder is not None and (found := own_field(holder, cells.book, key, own)) is not None:
        return _printed_in(cells.printing(template).money_unit, found)
    row, _, name = key.rpartition(".")
    if key == "title" or (row == "form" and name == "heading"):
        return _title(cells.dossier, subject, owner, template)
    if row == "signature":
        return _of_unit(cells.dossier, SIGNATURE_INPUTS[name])
    if subject is None or name == "heading":
        return NoField(PRINTED)
    if row == "form":
        return _Finder(cells, subject, template).of_form(name)
    # A form over the whole dossier has those of its projects below it.
    for project in cells.dossier.projects if subject.kind == "department" else ():
        if row == project.id:
            return _Finder(cells, project, template).of_form(name)
        if row.startswith(f"{project.id}/"):
            own_row = row.removeprefix(f"{project.id}/")
            return _Finder(cells, project, template).of_row(own_row, name)
    return _Finder(cells, subject, template).of_row(row, name)


def _title(dossier: Dossier, subject: Subject | None, owner: str, template: str) -> Field | NoField:
    if subject is not None:
        keys: KeyPath = (*TITLE_INPUT.paths[0], template)
        there = template in subject.entry.titles
        return Field(subject.source, keys, TITLE_INPUT.kind, there, subject.id)
    for index, report in enumerate(dossier.unit.report):
        if report.id == owner:
            return Field(dossier.source, ("report", index, "title"), "text", is_there=True)
    return NoField("标题由评分方案拼出")


def _of_unit(dossier: Dossier, wanted: Input) -> Field:
    keys = wanted.paths[0][1:]
    return Field(dossier.source, keys, wanted.kind, _is_there(dossier.source, keys))


class _Finder:
    """Finds the fields of one subject."""

    def __init__(self, cells: Cells, subject: Subject, template: str) -> None:
        self._dossier, self._book = cells.dossier, cells.book
        self._printing = cells.printing(template)
        self._subject, self._sheet = subject, cells.sheets.get(subject.id)

    def of_form(self, name: str) -> Field | NoField:
        """Return what a single field of the form stands for."""
        if (amount := amount_field_name(name)) is not None:
            return self._amount(amount, ("funds",))
        wanted = FORM_INPUTS.get(name, PRINTED)
        if name == "money_unit" and self._printing.money_unit is not None:
            wanted = SCHEME
        if isinstance(wanted, str):
            return NoField(wanted)
        first, *rest = wanted.paths[0]
        if first == UNIT:
            return _of_unit(self._dossier, wanted)
        if first == SUBJECT:
            own = self._field(wanted, (), ((self._subject.kind, *rest),))
            is_own = own.is_there or self._subject.kind == "project"
            # A department without a name of its own bears that of its unit.
            return own if is_own else _of_unit(self._dossier, _UNIT_NAME)
        if first == GOAL_OF_FORM:
            return self._of_goal(wanted, tuple(rest))
        return self._of_own_tables(wanted)

    def _of_goal(self, wanted: Input, path: KeyPath) -> Field | NoField:
        goals = self._subject.goals
        if len(goals) > 1:
            return NoField("由几个目标合成，请改各个目标")
        return self._field(wanted, goals[0].keys if goals else ("goal",), (path,))

    def _of_own_tables(self, wanted: Input) -> Field | NoField:
        if {wanted.paths[0][0], self._subject.kind} == {"project", "department"}:
            return NoField("这份文书没有这一项输入")
        there = [path for path in wanted.paths if _is_there(self._subject.source, path)]
        if wanted.is_joined and len(there) > 1:
            return NoField("由几段文字合成，请看各段的出处")
        return self._field(wanted, (), wanted.paths)

    def of_row(self, row: str, name: str) -> Field | NoField:
        """Return what a cell of a row stands for."""
        for score in self._sheet.indicators if self._sheet is not None else ():
            if score.id == row:
                return self._of_indicator(score, name)
        amount = amount_field_name(name)
        for key, inputs, keys in self._rows():
            if key == row:
                is_own = amount is not None
                return self._amount(amount or "", keys) if is_own else self._of(inputs, name, keys)
        if (item := self._item(row, name)) is not None:
            return item
        if row.startswith("breakdown["):
            return self._of_breakdown(row, name)
        return self._of_missing_row(row, name)

    def _rows(self) -> Iterator[tuple[str, Mapping[str, Input | str], KeyPath]]:
        """Go through the rows that the inputs have, but for indicators, by their keys."""
        funds = self._subject.entry.funds
        for at in self._subject.goals:
            yield RowKey.goal(at.number), GOAL_INPUTS, at.keys
        for index, source in enumerate(funds.sources):
            yield RowKey.source(source.name), FUND_INPUTS, ("funds", "sources", index)
        for index, own in enumerate(funds.rows):
            yield RowKey.money(own.name), FUND_INPUTS, ("funds", "rows", index)
        for index, step in enumerate(funds.plan):
            yield RowKey.plan(step.by), PLAN_INPUTS, ("funds", "plan", index)
        for index, use in enumerate(funds.uses):
            yield RowKey.use(use.item), USE_INPUTS, ("funds", "uses", index)

    def _amount(self, name: str, at: KeyPath) -> Field:
        """Return the key of a further amount."""
        wanted = Input("number", ((AMOUNTS, name),), is_money=True)
        return self._field(wanted, at, wanted.paths)

    def _item(self, row: str, name: str) -> Field | NoField | None:
        """Return what a cell of an item stands for; one that is scored by its answer has no score."""
        parts = self._sheet.parts if self._sheet is not None else ()
        item = next((item for part in parts for item in part.items if item.id == row), None)
        if item is None:
            return None
        wanted = ITEM_INPUTS.get(name, PRINTED)
        if isinstance(wanted, Input) and name == "score" and item.item.judge == "answer":
            wanted = COMPUTED
        if isinstance(wanted, str) or item.said is not None:
            return (
                NoField(wanted)
                if isinstance(wanted, str)
                else self._of(ITEM_INPUTS, name, item.keys)
            )
        return Field(
            self._subject.source, ("item",), wanted.kind, is_there=False, owner=self._subject.id,
            row=(("name", item.item.name),), name=wanted.paths[0],
        )  # fmt: skip

    def _of_breakdown(self, row: str, name: str) -> Field | NoField:
        table, wanted = BREAKDOWN_INPUTS[name]
        keys: KeyPath = ("funds", table, int(row.partition("[")[2].rstrip("]")) - 1)
        if _is_there(self._subject.source, keys):
            return self._field(wanted, keys, wanted.paths)
        return NoField(f"这里还没有一项，请写进 funds.{table}")

    def _of_missing_row(self, row: str, name: str) -> Field | NoField:
        """A form prints rows that the inputs do not have yet: a source, a class."""
        source = self._subject.source
        if found := _SOURCE_ROW.fullmatch(row):
            wanted = FUND_INPUTS.get(name, PRINTED)
            table: KeyPath = ("funds", "sources")
            begins: tuple[tuple[str, Any], ...] = (("name", found[1]),)
        elif found := _CLASS_ROW.fullmatch(row):
            wanted = INDICATOR_INPUTS.get(name, PRINTED)
            goal = next((g for g in self._subject.goals if str(g.number) == found[1]), None)
            table = (*(goal.keys if goal else ()), "indicator")
            begins = (("class", found[2]),)
        elif self._sheet is not None and any(part.id == row for part in self._sheet.parts):
            wanted = PART_INPUTS.get(name, PRINTED)
            table, begins = (), ()
        elif row.startswith("class_sum["):
            wanted, table, begins = CLASS_INPUTS.get(name, PRINTED), (), ()
        else:
            return NoField(PRINTED)
        if isinstance(wanted, str):
            return NoField(wanted)
        if (wanted.paths[0][0], *begins[0][:1]) == ("name", "name"):
            return NoField(PRINTED)
        return Field(
            source, table, wanted.kind, is_there=False, owner=self._subject.id, row=begins,
            name=wanted.paths[0], money=self._money(wanted),
        )  # fmt: skip

    def _of_indicator(self, score: IndicatorScore, name: str) -> Field | NoField:
        keys = score.at.keys
        instead = INSTEAD.get(name)
        if instead is not None and _is_there(self._subject.source, (*keys, *instead.paths[0])):
            return self._field(instead, keys, instead.paths)
        if name == "score" and score.is_shared and self._sheet is not None:
            group = next(g for g in self._sheet.groups if score in g.rows)
            if group.shared is None:
                return NoField(COMPUTED)
            return self._of(INDICATOR_INPUTS, name, group.shared.keys)
        figure = None
        if name in SIDES[INDICATOR]:
            figure = self._book.find(FigureId.indicator(self._subject.id, score.id, name))
        if figure is not None and figure.formula:
            return NoField(f"{COMPUTED}：{figure.formula}")
        return self._of(INDICATOR_INPUTS, name, keys)

    def _of(self, inputs: Mapping[str, Input | str], name: str, at: KeyPath) -> Field | NoField:
        wanted = inputs.get(name, PRINTED)
        return NoField(wanted) if isinstance(wanted, str) else self._field(wanted, at, wanted.paths)

    def _field(self, wanted: Input, at: KeyPath, paths: Sequence[KeyPath]) -> Field:
        source = self._subject.source
        every = [(*at, *path) for path in paths]
        there = next((keys for keys in every if _is_there(source, keys)), None)
        keys = there or every[0]
        own = self._subject.id
        return Field(
            source, keys, wanted.kind, there is not None, own, head=wanted.head,
            money=self._money(wanted), signs=self._printing.signs,
        )  # fmt: skip

    def _money(self, wanted: Input) -> Money | None:
        unit = self._printing.money_unit
        if not wanted.is_money or unit is None:
            return None
        return Money(unit, self._subject.entry.funds.unit)


def _is_there(source: TomlFile, keys: KeyPath) -> bool:
    return value_at(source.data, keys) is not None
