"""What an imported dossier makes and must give: no document and no item that its sources did not have."""

from typing import Any

from generator.model.own_form import Declared, joined, own_paths
from generator.model.requirements import OF_SUBJECT, UNIT_NAME
from generator.model.scheme import Scheme
from generator.model.unit import Stage
from generator.read.asked import is_form
from generator.read.draft import Draft, SubjectDraft


def limit_demands(draft: Draft, scheme: Scheme, stage: Stage) -> dict[str, Any]:
    """Write into each subject what it makes and need not give; returns what unit.toml says of that."""
    required = scheme.required.evaluation if stage == "evaluation" else scheme.required.goals
    for subject in draft.subjects:
        spared = [p for p in required if p in OF_SUBJECT and p not in subject.asked]
        spared += _own_spared(scheme, subject, stage)
        if spared:
            subject.values["not-asked"] = spared
        documents, usual = _documents(scheme, subject, stage), _usual(scheme, subject, stage)
        if documents != usual:
            subject.values["documents"] = documents
    of_unit = (UNIT_NAME, *(path for path in required if path.startswith("unit.")))
    spared = [path for path in of_unit if path not in draft.asked]
    return {"not-asked": spared} if spared else {}


def _own_spared(scheme: Scheme, subject: SubjectDraft, stage: Stage) -> list[str]:
    """List what the forms require of their own and this one has no place for."""
    asked = joined(
        document.declared
        for document in scheme.document
        if document.stage == stage and document.is_of(subject.kind)
    )
    required = own_paths(
        Declared(
            tuple(field for field in asked.fields if field.required),
            tuple(table for table in asked.tables if table.required),
        )
    )
    return [path for path in required if path not in subject.asked]


def _documents(scheme: Scheme, subject: SubjectDraft, stage: Stage) -> list[str]:
    """List the documents that the source was: the form, the report, or both."""
    has_report, has_form = bool(subject.sections), is_form(subject)
    own = subject.printed.document if subject.printed is not None else ""
    return [
        template.id
        for template in scheme.document
        if template.stage == stage
        and template.for_ == subject.kind
        and (template.id == own or (has_report if template.outline else has_form))
    ]


def _usual(scheme: Scheme, subject: SubjectDraft, stage: Stage) -> list[str]:
    """List what is made of a subject that says nothing."""
    own = [t for t in scheme.document if t.stage == stage and t.for_ == subject.kind]
    attached = {name for template in own if not template.on_request for name in template.attaches}
    return [t.id for t in own if not t.on_request or t.id in attached]
