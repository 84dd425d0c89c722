"""The document that an adopted form is: its title, its file name, whom it is for."""

from typing import Any

from generator.read.label_book import points_in
from generator.use.adopt.looking import Looked
from generator.use.adopt.plan import Plan

_YEAR, _OWN, _CLASS = "年", "own", "level1"


def _is_printed(plan: Plan, tag: str) -> bool:
    return any(tag in edit.text for edit in plan.edits)


def _printing(looked: Looked, plan: Plan) -> dict[str, str]:
    """Return what the form has in its labels: the unit of money, whatever the inputs are in, and points."""
    found: dict[str, str] = {}
    unit = looked.subject.money_unit if looked.subject is not None else ""
    if unit and not _is_printed(plan, "form.money_unit"):
        found["money-unit"] = unit
    if points := _points_beside(looked):
        found["level1-points"] = points
    return found


def _points_beside(looked: Looked) -> str:
    """Return where the form has the points of a class: beside its name, below, or not at all."""
    labels = [
        cell.text.strip()
        for band in looked.draft.bands or looked.full.bands
        for column in band.columns
        for cell in (column.strip.cells if column.role == _CLASS else ())
        if cell is not None and cell.text.strip()
    ]
    if not labels:
        return ""
    with_points = next((text for text in labels if points_in(text) is not None), None)
    if with_points is None:
        return "no"
    return "below" if "\n" in with_points else "beside"


def document_of(id: str, looked: Looked, plan: Plan) -> dict[str, Any]:
    """Return the row of the scheme; names of the unit and the project in the title are quoted."""
    subject = looked.subject
    kind = subject.kind if subject is not None else "project"
    title = "".join((looked.draft.title or looked.full.title or "绩效自评表").split())
    named = [
        (subject.name if subject is not None else "", "{{ name }}"),
        (str(looked.draft.unit.get("name") or ""), "{{ unit.name }}"),
        (str(looked.draft.year or ""), "{{ year }}"),
    ]
    for said, quoted in named:
        if len(said) > 3:
            title = title.replace("".join(said.split()), quoted)
    if title.startswith(_YEAR):
        title = f"{{{{ year }}}}{title}"
    given: dict[str, Any] = {"id": "form", "title": title}
    if kind == "project":
        given["file"] = title if "{{ name }}" in title else f"{title}（{{{{ name }}}}）"
    given |= {"template": f"{id}.docx", "for": kind}
    if plan.prose is not None:
        given["outline"] = _OWN
    has_blank_class = any(row.kind == "类别" for band in looked.draft.bands for row in band.rows)
    if has_blank_class:
        given["empty-classes"] = "print"
    if plan.fields or plan.columns:
        given["form"] = id
    if printed := _printing(looked, plan):
        given["print"] = printed
    if any("rows.funds[" in edit.text for edit in plan.edits):
        given["fixed-sources"] = True
    return given
