"""The document that an adopted form is: its title, its file name, whom it is for."""

from generator.base.toml_shape import Toml
from generator.read.form_subject import is_filled_in
from generator.read.row_kind import RowKind
from generator.use.adopt.looking import Looked
from generator.use.adopt.plan import Plan

_YEAR, _OWN, _NAME = "年", "own", "form.name"


def document_of(id: str, looked: Looked, plan: Plan) -> dict[str, Toml]:
    """Return the row of the scheme; names of the unit and the project in the title are quoted."""
    subject = looked.subject
    kind = subject.kind if subject is not None else "project"
    said = looked.draft.title or (subject.title if subject is not None else "")
    title = "".join((said or looked.full.title or "绩效自评表").split())
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
    given: dict[str, Toml] = {"id": "form", "title": title}
    if kind == "project":
        is_named = any(_NAME in edit.text for edit in plan.edits)
        has_name = "{{ name }}" in title or not is_named
        given["file"] = title if has_name else f"{title}（{{{{ name }}}}）"
    given |= {"template": f"{id}.docx", "for": kind}
    if plan.prose is not None:
        given["outline"] = _OWN
    has_blank_class = any(
        row.kind is RowKind.CLASS for band in looked.draft.bands for row in band.rows
    )
    # Of a form that an office filled in, its inputs hold which classes are blank.
    if has_blank_class and not is_filled_in(looked.draft):
        given["empty-classes"] = "print"
    if plan.fields or plan.columns or plan.lists:
        given["form"] = id
    if any("rows.funds[" in edit.text for edit in plan.edits):
        given["fixed-sources"] = True
    elif plan.sources is not None:
        given["own-sources"] = True
    return given
