"""A dossier made of what documents of somebody else say, to be examined like any other."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.base.document_place import DocumentPlace
from generator.base.problem import Problem
from generator.base.toml import KeyPath
from generator.load.dossier_inputs import LoadedDossier
from generator.load.draft_file import DraftFile
from generator.load.file_names import check_names
from generator.load.validation import validate
from generator.model.dossier import Dossier, Subject
from generator.model.subject import DepartmentEntry, ProjectEntry
from generator.model.unit import UnitEntry
from generator.read.draft import Draft, SubjectDraft, rows_in

_WHERE, _DATE = Path(), "unit.date"
_COLUMNS = {key: f"indicator.{key}" for key in ("target", "actual", "weight")}


def drafted_dossier(draft: Draft, scheme: str, shown: str) -> LoadedDossier:
    """Lay a draft out as a dossier; what cannot be understood as inputs is a problem."""
    unit: dict[str, Any] = {
        "year": draft.year,
        "scheme": scheme,
        "unit": {"name": "", **draft.unit},
        "not-asked": [_DATE] if draft.is_dated else [],
    }
    if draft.report_title:
        stated = {"stated": draft.report_stated} if draft.report_stated else {}
        report = {"id": "evaluation", "title": draft.report_title, **draft.report_values, **stated}
        unit["report"] = [report]
    source = _file(draft.source or shown, unit, draft.places)
    entry, faults = validate(UnitEntry, source)
    problems: list[Problem] = [*faults]
    subjects: list[Subject] = []
    lost = _lost_columns(draft)
    for found, id in zip(draft.subjects, subject_ids(draft), strict=True):
        subject, faults = _subject(found, id, shown, lost)
        problems += faults
        if subject is not None:
            subjects.append(subject)
    if entry is None:
        return LoadedDossier(None, tuple(problems))
    subjects.sort(key=lambda subject: subject.kind == "department")
    dossier = Dossier(_WHERE, shown, entry, source, tuple(subjects))
    return LoadedDossier(dossier, tuple(problems))


def subject_ids(draft: Draft) -> Iterator[str]:
    """Give the id of each subject of a draft in the dossier that is made of it."""
    number = 0
    for found in draft.subjects:
        number += found.kind == "project"
        yield f"project-{number}" if found.kind == "project" else "department"


def _lost_columns(draft: Draft) -> list[str]:
    """List columns that are empty in every row: the form has none, or it was not found."""
    rows = [row for subject in draft.subjects for _, row in rows_in(subject.values)]
    return [path for column, path in _COLUMNS.items() if not any(row.get(column) for row in rows)]


def _subject(
    found: SubjectDraft, id: str, shown: str, lost: Sequence[str]
) -> tuple[Subject | None, tuple[Problem, ...]]:
    entry: ProjectEntry | DepartmentEntry | None
    if found.kind == "project":
        own = {"name": "", **found.values.get("project", {})}
        values = {"not-asked": [*lost, *_no_cell(found)], **found.values, "project": own}
        source = _file(found.source or shown, values, found.places, found)
        entry, faults = validate(ProjectEntry, source)
    else:
        values = {"not-asked": [*lost, *_no_cell(found)], "department": {}, **found.values}
        source = _file(found.source or shown, values, found.places, found)
        entry, faults = validate(DepartmentEntry, source)
    if entry is None:
        return None, faults
    subject = Subject(id, entry, source)
    named = tuple(check_names(subject))
    return (None if named else subject), (*faults, *named)


def _no_cell(found: SubjectDraft) -> list[str]:
    """List the texts of goals that the form has no cell for."""
    return [path for path in ("goal.expected", "goal.achieved") if path not in found.asked]


def _file(
    shown: str,
    values: dict[str, Any],
    places: Mapping[KeyPath, DocumentPlace],
    found: SubjectDraft | None = None,
) -> DraftFile:
    return DraftFile(_WHERE, shown, "", values, places, found.lines if found else {})
