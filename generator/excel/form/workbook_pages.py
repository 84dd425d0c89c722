"""The pages of a workbook: one for the unit and its department, one for each project."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from generator.base.positions import KeyPath
from generator.excel.form.key_blocks import Block, field_row, inner_block, title
from generator.excel.form.key_cells import keys_of, own_slot, slot_of
from generator.excel.form.report_texts import SectionAt, texts_block
from generator.excel.form.slot import UNIT, ListAt
from generator.excel.form.subject_page import (
    NO_FORM,
    FormPrinted,
    SubjectAsked,
    count_row,
    subject_page,
)
from generator.excel.form.workbook_page import FormLook, Page, PageRows
from generator.model.dossier import Dossier, Subject
from generator.model.own_form import OwnItem
from generator.model.unit import Report, UnitEntry
from generator.score.score_sheet import ScoreSheet
from generator.score.score_terms import Rules

_OF_UNIT = "单位"
_OF_BOTH = "单位和部门整体"
_HOW = "白底的格填写，灰底的由程序算出；填好以后保存，交给 jixiao fill"
_SHEET_NAME = 28
_FORBIDDEN = "[]:*?/\\'"


class FormData(NamedTuple):
    """What the pages are laid out from."""

    dossier: Dossier
    rules: Rules
    sheets: Mapping[str, ScoreSheet]
    sections: Mapping[str, Sequence[SectionAt]]  # by the id of a subject, or of a report
    required: Sequence[str]
    forms: Mapping[str, FormPrinted] = MappingProxyType({})  # by the kind of subject


def form_pages(data: FormData) -> list[Page]:
    """Lay out all pages of a dossier."""
    dossier, department = data.dossier, data.dossier.department
    taken: set[str] = set()
    rows = PageRows(_sheet_name(_OF_BOTH if department else _OF_UNIT, taken))
    _unit(rows, data)
    if department is not None:
        subject_page(rows, _asked(data, department))
    pages = [rows.page()]
    for project in dossier.projects:
        rows = PageRows(_sheet_name(project.name or project.id, taken))
        subject_page(rows, _asked(data, project))
        pages.append(rows.page())
    return pages


def _unit(rows: PageRows, data: FormData) -> None:
    dossier, scheme = data.dossier, data.rules.scheme
    own = Block(UNIT, dossier.source.data, frozenset(data.required))
    title(rows, f"{dossier.unit.unit.name}　{dossier.unit.year} 年度", FormLook.TITLE)
    title(rows, f"评分方案：{scheme.title}。{_HOW}", FormLook.NOTE)
    count_row(rows)
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


def _unit_field(rows: PageRows, own: Block, data: FormData, keys: KeyPath) -> None:
    found = (s.declared.field_of(str(keys[-1])) for s in data.dossier.subjects)
    item = next((one for one in found if one is not None), None)
    slot = own_slot(UNIT, item or OwnItem(key=str(keys[-1])), keys, own.data)
    if slot is not None:
        field_row(rows, slot)


def _asked(data: FormData, subject: Subject) -> SubjectAsked:
    return SubjectAsked(
        subject,
        data.dossier.name_of(subject) or subject.id,
        data.rules,
        data.sheets.get(subject.id),
        data.sections.get(subject.id, ()),
        frozenset(data.required),
        data.forms.get(subject.kind, NO_FORM),
    )


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
