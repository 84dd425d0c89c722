"""The pages of a workbook: one for the unit and its department, one for each project."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.base.positions import KeyPath
from generator.base.toml import value_at
from generator.excel.form.blocks import Block, field_row, inner_block, table_block, title
from generator.excel.form.fields import keys_of, own_slot, slot_of
from generator.excel.form.indicator_row import MISSING
from generator.excel.form.indicators import Area, IndicatorTable, Judged
from generator.excel.form.money import MoneyAt, money_block, money_lists
from generator.excel.form.own_blocks import own_blocks
from generator.excel.form.page import FIRST, LAMP, LAST, NAME, FormLook, Live, Page, PageRows, cell
from generator.excel.form.scored_lists import items_block, shared_block
from generator.excel.form.slot import UNIT, ListAt
from generator.excel.form.texts import SectionAt, texts_block
from generator.excel.form.totals import ScoredAt, totals_block
from generator.model.dossier import Dossier, Subject
from generator.model.indicator import Goal
from generator.model.own_form import OwnItem
from generator.model.subject import DepartmentEntry, ProjectEntry
from generator.model.unit import Report, UnitEntry
from generator.score.rules import Rules
from generator.score.sheet import ScoreSheet

_DONE = (
    *("project", "department", "funds", "goal", "goals", "indicator", "shared-score", "item"),
    *("fields", "tables", "text", "text-after", "own-outline", "stated", "accept"),
    *("documents", "not-asked"),
)
_OF_UNIT = "单位"
_OF_BOTH = "单位和部门整体"
_GOAL, _INDICATORS = "年度总体目标", "绩效指标"
_HOW = "白底的格填写，灰底的由程序算出；填好以后保存，交给 jixiao fill"
_LEFT = "还没有填的处数"
_LAST_ROW = 4999
_SHEET_NAME = 28
_FORBIDDEN = "[]:*?/\\'"


class FormData(NamedTuple):
    """What the pages are laid out from."""

    dossier: Dossier
    rules: Rules
    sheets: Mapping[str, ScoreSheet]
    sections: Mapping[str, Sequence[SectionAt]]  # by the id of a subject, or of a report
    required: Sequence[str]


def form_pages(data: FormData) -> list[Page]:
    """Lay out all pages of a dossier."""
    dossier, department = data.dossier, data.dossier.department
    taken: set[str] = set()
    rows = PageRows(_sheet_name(_OF_BOTH if department else _OF_UNIT, taken))
    _unit(rows, data)
    if department is not None:
        _subject(rows, data, department)
    pages = [rows.page()]
    for project in dossier.projects:
        rows = PageRows(_sheet_name(project.name or project.id, taken))
        _subject(rows, data, project)
        pages.append(rows.page())
    return pages


def _unit(rows: PageRows, data: FormData) -> None:
    dossier, scheme = data.dossier, data.rules.scheme
    own = Block(UNIT, dossier.source.data, frozenset(data.required))
    title(rows, f"{dossier.unit.unit.name}　{dossier.unit.year} 年度", FormLook.TITLE)
    title(rows, f"评分方案：{scheme.title}。{_HOW}", FormLook.NOTE)
    _count_row(rows)
    known = {one.key: one for one in keys_of(UnitEntry)}
    title(rows, _OF_UNIT)
    for key in keys_of(known["unit"].table):
        slot = slot_of(UNIT, key, ("unit", key.key), own.data)
        if slot is not None:
            wanted = key.field.is_required or own.is_required(slot.keys)
            field_row(rows, slot, is_required=wanted)
    given = dossier.source.data.get("fields")
    for name in given if isinstance(given, dict) else {}:
        _unit_field(rows, own, data, ("fields", name))
    inner_block(rows, own, known["facts"], ("facts",))
    rows.list_of(ListAt(UNIT, ("report",), len(dossier.unit.report)))
    reports = {one.key: one for one in keys_of(Report)}
    for number, report in enumerate(dossier.unit.report):
        keys: KeyPath = ("report", number)
        title(rows, report.title)
        if slot := slot_of(UNIT, reports["title"], (*keys, "title"), own.data):
            field_row(rows, slot)
        texts_block(rows, own, keys, data.sections.get(report.id, ()))


def _count_row(rows: PageRows) -> None:
    """Say how many lamps of the page are on."""
    rows.put(FIRST, _LEFT, FormLook.LABEL)
    lamps = f"{cell(0, LAMP)}:{cell(_LAST_ROW, LAST)}"
    count = Live(f'=SUMPRODUCT(--(LEFT({lamps},1)="{MISSING[0]}"))')
    rows.put(NAME, count, FormLook.COUNT)
    rows.end(20)


def _unit_field(rows: PageRows, own: Block, data: FormData, keys: KeyPath) -> None:
    found = (s.declared.field_of(str(keys[-1])) for s in data.dossier.subjects)
    item = next((one for one in found if one is not None), None)
    slot = own_slot(UNIT, item or OwnItem(key=str(keys[-1])), keys, own.data)
    if slot is not None:
        field_row(rows, slot)


def _subject(rows: PageRows, data: FormData, subject: Subject) -> None:
    own = Block(subject.id, subject.source.data, frozenset(data.required))
    sheet = data.sheets.get(subject.id)
    title(rows, data.dossier.name_of(subject) or subject.id, FormLook.TITLE)
    if subject.kind == "project":
        _count_row(rows)
    is_project = isinstance(subject.entry, ProjectEntry)
    model = ProjectEntry if is_project else DepartmentEntry
    key = subject.kind
    known = {one.key: one for one in keys_of(model)}
    title(rows, known[key].field.title)
    table_block(rows, own, known[key].table, (key,))
    money = money_block(rows, own, data.rules, sheet)
    scored = _goals(rows, own, data, subject)
    items = {} if sheet is None else items_block(rows, own, sheet, data.rules)
    if sheet is not None and sheet.parts:
        at = scored._replace(money=money, items=items)
        totals_block(rows, sheet, data.rules.scheme, at)
    own_blocks(rows, own, subject.declared, tuple(subject.inherited))
    texts_block(rows, own, (), data.sections.get(subject.id, ()))
    for one in known.values():
        if one.key in _DONE:
            continue
        slot = slot_of(own.subject, one, (one.key,), own.data)
        if slot is not None:
            field_row(rows, slot)
        else:
            inner_block(rows, own, one, (one.key,))
    money_lists(rows, own)


def _goals(rows: PageRows, own: Block, data: FormData, subject: Subject) -> ScoredAt:
    """Lay out the goals with their indicators, and the indicators of none."""
    sheet = data.sheets.get(subject.id)
    scores = {} if sheet is None else {one.at.keys: one for one in sheet.indicators}
    table = IndicatorTable(rows, own, Judged(subject, data.rules, scores))
    areas: list[Area] = []
    shared: list[Area] = []
    weights: list[str] = []
    score = ""
    several = bool(subject.entry.goals)
    goals = [(at.keys, at.number, at.goal.name) for at in subject.goals]
    if several:
        rows.list_of(ListAt(own.subject, ("goals",), len(subject.entry.goals)))
    for keys, number, name in goals or [(("goal",), 1, "")]:
        title(rows, f"{_GOAL}{number if several else ''}　{name}".strip())
        own_score, weight = _goal_fields(rows, own, keys)
        weights.append(weight)
        score = score or own_score
        if several or _has_rows(own, keys):
            areas += _table(rows, own, table, (keys, number), shared)
    if not several or subject.entry.indicator:
        areas += _table(rows, own, table, ((), 0), shared)
    blank = MoneyAt("", (), ())
    return ScoredAt(blank, tuple(areas), tuple(shared), {}, score, tuple(weights))


def _has_rows(own: Block, keys: KeyPath) -> bool:
    return bool(value_at(own.data, (*keys, "indicator")))


def _goal_fields(rows: PageRows, own: Block, keys: KeyPath) -> tuple[str, str]:
    cells: dict[str, str] = {}
    for one in keys_of(Goal):
        slot = slot_of(own.subject, one, (*keys, one.key), own.data)
        if slot is not None:
            wanted = f"goal.{one.key}" in own.required
            cells[one.key] = field_row(rows, slot, is_required=wanted)
    return cells.get("score", ""), cells.get("weight", "")


def _table(
    rows: PageRows,
    own: Block,
    table: IndicatorTable,
    goal: tuple[KeyPath, int],
    shared: list[Area],
) -> list[Area]:
    keys, number = goal
    found = shared_block(rows, own, (*keys, "shared-score"), number)
    if found is not None:
        shared.append(found[0])
    cells = found[1] if found is not None else ""
    heading = f"{_GOAL}{number}：{_INDICATORS}" if number else _INDICATORS
    return [table.lay_out((*keys, "indicator"), number, heading, cells)]


def _sheet_name(name: str, taken: set[str]) -> str:
    """Return a name that a sheet can bear, and no other has."""
    clean = "".join(" " if sign in _FORBIDDEN else sign for sign in name).strip()[:_SHEET_NAME]
    clean = clean or "项目"
    number = 1
    chosen = clean
    while chosen.lower() in taken:
        number += 1
        chosen = f"{clean[: _SHEET_NAME - 3]}{number}"
    taken.add(chosen.lower())
    return chosen
