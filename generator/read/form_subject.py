"""Whose form a document is: the subject that it is about, and whether anybody has filled it in."""

from generator.model.amounts import AMOUNTS
from generator.read.asked import is_form
from generator.read.draft import Draft, SubjectDraft, rows_in


def form_subject(draft: Draft) -> SubjectDraft | None:
    """Return the one with indicators, else the one that most is said of."""
    return next(iter(_ranked(draft)), None)


def adopted_subject(said: Draft, *full: Draft) -> SubjectDraft | None:
    """Return the subject of readings of a form that has all of it filled in.

    Whether it is a project or a department is what the form itself says, for so it will be
    imported; only where nobody has filled it in do these readings know better.
    """
    own = form_subject(said)
    every = [subject for draft in full for subject in _ranked(draft)]
    if own is None or not is_filled_in(said):
        return next(iter(every), own)
    return next((subject for subject in every if subject.kind == own.kind), own)


def is_filled_in(draft: Draft) -> bool:
    """Tell a form in which an office has filled in something: an amount, a target, a result."""
    subject = form_subject(draft)
    if subject is None or not is_form(subject):
        return False
    rows = [row for _, row in rows_in(subject.values)]
    is_said = any(row.get("target") or row.get("actual") for row in rows)
    return is_said or any(subject.get(("funds", name)) is not None for name in AMOUNTS)


def _ranked(draft: Draft) -> list[SubjectDraft]:
    return sorted(draft.subjects, key=lambda s: (s.has_indicators, len(s.places)), reverse=True)
