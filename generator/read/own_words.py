"""What a template of the workspace reads in a form and nobody else does: its own fields."""

from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.read.by_template import Match
from generator.read.draft import SubjectDraft

_FIELD = Pattern(r'field\("(.*)"\)')


def put_own_words(subject: SubjectDraft, match: Match) -> None:
    """Keep the words of own fields that were not read by their labels."""
    for tag, words in match.form.words.items():
        found = _FIELD.fullmatch(tag)
        if found and words.strip() and subject.get(("fields", found[1])) is None:
            subject.put(("fields", found[1]), words.strip(), match.places.get(tag, DocumentPlace()))
