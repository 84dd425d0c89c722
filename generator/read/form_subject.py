"""The subject that a form is about, where a document speaks of several."""

from generator.read.draft import Draft, SubjectDraft


def form_subject(draft: Draft) -> SubjectDraft | None:
    """Return the one with indicators, else the one that most is said of."""
    ranked = sorted(draft.subjects, key=lambda s: (s.has_indicators, len(s.places)), reverse=True)
    return ranked[0] if ranked else None
