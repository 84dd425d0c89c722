"""Subjects of a dossier as the page names them."""

from generator.model.dossier import Dossier, Subject
from generator.score.score_sheet import ScoreSheet
from generator.use.check.examine import Examined


def leading_sheet(examined: Examined) -> ScoreSheet | None:
    """Return the scores that stand for a dossier: of the department, or of its only project."""
    sheets = [*examined.sheets.values()]
    department = next((sheet for sheet in sheets if sheet.kind == "department"), None)
    return department or (sheets[0] if len(sheets) == 1 else None)


def subject_of(examined: Examined, name: str) -> Subject | None:
    """Return a subject of a dossier that was examined, by its id."""
    return subject_in(examined.dossier, name)


def subject_in(dossier: Dossier | None, name: str) -> Subject | None:
    """Return a subject of a dossier by its id."""
    subjects = dossier.subjects if dossier is not None else ()
    return next((subject for subject in subjects if subject.id == name), None)


def subject_title(subject: Subject) -> str:
    """Return how a subject is called on the page."""
    if subject.kind == "department":
        return "部门整体"
    return subject.name or subject.id
