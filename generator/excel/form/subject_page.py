"""The page of a project, or of the department: what its form prints in the order of the form, then the rest."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from generator.base.positions import KeyPath
from generator.excel.form.goals import Goals, goal_tags
from generator.excel.form.indicator_columns import indicator_columns
from generator.excel.form.indicator_formulas import MISSING
from generator.excel.form.indicator_page import Judged
from generator.excel.form.key_blocks import Block, field_row, inner_block, title
from generator.excel.form.key_cells import Known, keys_of, slot_of
from generator.excel.form.money_columns import MONEY_TAGS
from generator.excel.form.money_rows import money_block, money_lists
from generator.excel.form.own_blocks import own_field, own_fields, own_table
from generator.excel.form.report_texts import SectionAt, texts_block
from generator.excel.form.scored_lists import items_block
from generator.excel.form.totals import BLANK_MONEY, ScoredAt, totals_block
from generator.excel.form.workbook_page import (
    FIRST,
    LABELLED,
    LAMP,
    LAST,
    NAME,
    FormLook,
    Live,
    PageRows,
    cell,
)
from generator.model.dossier import Subject
from generator.model.form_layout import NO_LAYOUT, FormLayout
from generator.model.own_form import OwnItem, OwnTable
from generator.model.subject import DepartmentEntry, ProjectEntry
from generator.score.score_sheet import ScoreSheet
from generator.score.score_terms import Rules
from generator.tables.tag_keys import field_tag, tag_of

_DONE = (
    *("project", "department", "funds", "goal", "goals", "indicator", "shared-score", "item"),
    *("fields", "tables", "text", "text-after", "own-outline", "stated", "accept"),
    *("documents", "not-asked"),
)
_ITEM_TAGS = ("rows.items", "rows.answers")
_TOTAL_TAGS = ("form.total", "form.total_weight", "form.grade")
_REST = "表上不印、写报告和核对要用的"
_LEFT = "还没有填的处数"
_LAST_ROW = 4999
# Where nothing of a block is printed: the order that most forms have.
_MONEY, _GOALS, _INDICATORS, _ITEMS, _TOTALS = (10**6 + n for n in range(5))


class FormPrinted(NamedTuple):
    """How the form of a subject is laid out, and how it writes the classes."""

    layout: FormLayout = NO_LAYOUT
    labels: Mapping[str, str] = MappingProxyType({})


NO_FORM = FormPrinted()


class SubjectAsked(NamedTuple):
    """What a page is laid out from."""

    subject: Subject
    name: str
    rules: Rules
    sheet: ScoreSheet | None
    sections: Sequence[SectionAt]
    required: frozenset[str]
    form: FormPrinted = NO_FORM


class _Part(NamedTuple):
    """A part of the page, and where it stands on the form."""

    place: int
    lay_out: Callable[[], None]


def count_row(rows: PageRows) -> None:
    """Say how many lamps of the page are on."""
    rows.put(FIRST, _LEFT, FormLook.LABEL, width=LABELLED)
    lamps = f"{cell(0, LAMP)}:{cell(_LAST_ROW, LAST)}"
    count = Live(f'=SUMPRODUCT(--(LEFT({lamps},1)="{MISSING[0]}"))')
    rows.put(NAME, count, FormLook.COUNT)
    rows.end(20)


def subject_page(rows: PageRows, asked: SubjectAsked) -> None:
    """Lay a subject out."""
    title(rows, asked.name, FormLook.TITLE)
    if asked.subject.kind == "project":
        count_row(rows)
    _SubjectPage(rows, asked).lay_out()


class _SubjectPage:
    """Lays out one subject: what is scored is noted on the way, and added up where the form has it."""

    def __init__(self, rows: PageRows, asked: SubjectAsked) -> None:
        subject, rules = asked.subject, asked.rules
        self._rows, self._asked, self._layout = rows, asked, asked.form.layout
        self._own = Block(subject.id, subject.source.data, asked.required)
        is_project = isinstance(subject.entry, ProjectEntry)
        model = ProjectEntry if is_project else DepartmentEntry
        self._known: Mapping[str, Known] = {one.key: one for one in keys_of(model)}
        columns = indicator_columns(self._layout)
        rows.widths = columns.widths
        scores = {} if asked.sheet is None else {one.at.keys: one for one in asked.sheet.indicators}
        judged = Judged(subject, rules, scores, columns, asked.form.labels)
        self._goals = Goals(rows, self._own, judged, self._layout)
        self._money = BLANK_MONEY
        self._items: dict[str, tuple[str, ...]] = {}

    def lay_out(self) -> None:
        """Lay out what the form prints in its order, then what it does not print."""
        rows, own, subject = self._rows, self._own, self._asked.subject
        fields = dict(own_fields(own, subject.declared))
        printed = [*self._base(fields), *self._blocks()]
        title(rows, self._known[subject.kind].field.title)
        for part in sorted(printed, key=lambda one: one.place):
            part.lay_out()
        self._unprinted(fields)

    def _base(self, fields: Mapping[str, OwnItem]) -> Iterator[_Part]:
        """Give the single fields of the form: those of the model, and those of its own."""
        kind = self._asked.subject.kind
        model = self._known[kind].table
        is_blind = not self._layout.order
        for number, known in enumerate(keys_of(model)):
            keys: KeyPath = (kind, known.key)
            place = number if is_blind else self._layout.place(tag_of(keys))
            if place is not None and slot_of(self._own.subject, known, keys, self._own.data):
                yield _Part(place, partial(self._field, known, keys))
        for item in fields.values():
            place = self._place_of_field(item)
            if place is not None:
                yield _Part(place, partial(self._own_field, item))
        for table in self._asked.subject.declared.tables:
            place = self._place_of_table(table)
            if place is not None:
                yield _Part(place, partial(own_table, self._rows, self._own, table))

    def _blocks(self) -> Iterator[_Part]:
        """Give what is scored; the total comes behind what it adds up."""
        at, goals = self._place, self._goals
        yield _Part(at(_MONEY, *MONEY_TAGS), self._lay_money)
        if goals.is_one:
            yield _Part(at(_GOALS, *goal_tags()), goals.lay_fields)
            indicators = at(_INDICATORS, "rows.indicators")
            yield _Part(indicators, goals.lay_tables)
        else:
            indicators = at(_GOALS, "goal.indicators", "goal.expected", *goal_tags())
            yield _Part(indicators, goals.lay_all)
        sheet = self._asked.sheet
        if sheet is None:
            return
        items = at(_ITEMS, *_ITEM_TAGS)
        yield _Part(items, lambda: self._items.update(self._lay_items(sheet)))
        if sheet.parts:
            has_items = any(part.items for part in sheet.parts)
            last = max(at(_MONEY, *MONEY_TAGS), indicators, items if has_items else 0)
            yield _Part(max(at(_TOTALS, *_TOTAL_TAGS), last), lambda: self._lay_totals(sheet))

    def _place(self, usual: int, *tags: str) -> int:
        found = self._layout.place(*tags)
        return usual if found is None else found

    def _field(self, known: Known, keys: KeyPath) -> None:
        slot = slot_of(self._own.subject, known, keys, self._own.data)
        if slot is not None:
            label = self._layout.labels.get(tag_of(keys), "")
            field_row(self._rows, slot, is_required=self._own.is_required(keys), label=label)

    def _own_field(self, item: OwnItem) -> None:
        own_field(self._rows, self._own, item, tuple(self._asked.subject.inherited))

    def _lay_money(self) -> None:
        asked = self._asked
        self._money = money_block(self._rows, self._own, asked.rules, asked.sheet, self._layout)

    def _lay_items(self, sheet: ScoreSheet) -> dict[str, tuple[str, ...]]:
        return items_block(self._rows, self._own, sheet, self._asked.rules)

    def _lay_totals(self, sheet: ScoreSheet) -> None:
        goals = self._goals
        at = ScoredAt(
            self._money,
            tuple(goals.areas),
            tuple(goals.shared),
            self._items,
            goals.score,
            tuple(goals.weights),
        )
        totals_block(self._rows, sheet, self._asked.rules.scheme, at, self._layout)

    def _unprinted(self, fields: Mapping[str, OwnItem]) -> None:
        """Lay out the rest: what the form does not print, own tables, sections, lists."""
        rows, own, subject = self._rows, self._own, self._asked.subject
        self._rest_of_base()
        left = [item for item in fields.values() if self._place_of_field(item) is None]
        if left:
            title(rows, self._known["fields"].field.title)
        for item in left:
            self._own_field(item)
        for table in subject.declared.tables:
            if self._place_of_table(table) is None:
                own_table(rows, own, table)
        texts_block(rows, own, (), self._asked.sections)
        for one in self._known.values():
            if one.key in _DONE:
                continue
            slot = slot_of(own.subject, one, (one.key,), own.data)
            if slot is not None:
                field_row(rows, slot)
            else:
                inner_block(rows, own, one, (one.key,))
        money_lists(rows, own)

    def _rest_of_base(self) -> None:
        rows, own, kind = self._rows, self._own, self._asked.subject.kind
        known = {(kind, one.key): one for one in keys_of(self._known[kind].table)}
        single = {k: v for k, v in known.items() if slot_of(own.subject, v, k, own.data)}
        left = [k for k in single if self._layout.order and not self._prints(k)]
        if left:
            title(rows, _REST)
        for keys in left:
            self._field(single[keys], keys)
        for keys, one in known.items():
            if keys not in single:
                inner_block(rows, own, one, keys)

    def _place_of_field(self, item: OwnItem) -> int | None:
        """Return where a field stands: by its name or its role, or by the first mark of its options."""
        role = getattr(item, "role", "")
        place = self._layout.place(*(field_tag(name) for name in (item.name, role) if name))
        return self._layout.place_of(f'choice("{item.name}")') if place is None else place

    def _place_of_table(self, table: OwnTable) -> int | None:
        return self._layout.place_of(f'table("{table.name}")')

    def _prints(self, keys: KeyPath) -> bool:
        return self._layout.place(tag_of(keys)) is not None
