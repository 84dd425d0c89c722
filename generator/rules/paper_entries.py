"""What a paper prints, cell by cell and paragraph by paragraph: that of one form, and all of it."""

from collections.abc import Iterator

from generator.read.draft import AND, Draft, SubjectDraft
from generator.read.given_answers import Entry


def entries_of(draft: Draft, subject: SubjectDraft) -> tuple[Entry, ...]:
    """Return the cells of the tables that the subject stands in, and all paragraphs."""
    tables = {(place.file, place.table) for place in subject.places.values() if place.table}
    found: list[Entry] = []
    for account in draft.accounts:
        file = account.file if subject.source else ""
        if file in files_of(subject):
            own = (
                e for e in account.entries if not e.place.table or (file, e.place.table) in tables
            )
            found += [e._replace(place=e.place.in_file(file)) for e in own]
    return tuple(found)


def files_of(subject: SubjectDraft) -> frozenset[str]:
    """Return the files that say something of a subject: its form, perhaps its report."""
    return frozenset(("", *subject.source.split(AND)))


def whole_paper(draft: Draft) -> Iterator[Entry]:
    """Give every cell and paragraph of the paper."""
    is_stamped = bool(draft.source or any(subject.source for subject in draft.subjects))
    for account in draft.accounts:
        file = account.file if is_stamped else ""
        yield from (e._replace(place=e.place.in_file(file)) for e in account.entries)
