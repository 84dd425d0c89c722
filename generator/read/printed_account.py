"""What the template of a workspace makes of a form: more is kept than labels told, and some is not printed."""

from generator.base.pattern import Pattern
from generator.read.by_template import Match
from generator.read.draft import Draft, SubjectDraft, Unplaced
from generator.read.label_book import LabelBook
from generator.read.own_words import row_numbers

_ROW_FIELD = Pattern(r'field\["(.*)"\]')
_FIELD = Pattern(r'field\("(.*)"\)')
_LONGEST = 30


def put_row_fields(subject: SubjectDraft, match: Match, book: LabelBook) -> None:
    """Keep what stands in columns of the form's own, row by row, and strike it off the list."""
    numbers = row_numbers(subject)
    kept = set()
    for place, at in match.taken.items():
        found = _ROW_FIELD.fullmatch(at.tag.removeprefix("row."))
        number = numbers.get((place.part, place.table, place.row, place.sheet))
        if found is None or number is None or book.phrases.is_blank(at.text):
            continue
        keys = (*number, "fields", found[1])
        if subject.get(keys) is None:
            subject.put(keys, at.text.strip(), place)
        kept.add(place)
    subject.unplaced = [one for one in subject.unplaced if one.place not in kept]
    names = {
        str(key) for row in subject.values.get("indicator", ()) for key in row.get("fields", ())
    }
    told = tuple(f"“{name}”一栏没有对应的项" for name in names)
    subject.remarks = [one for one in subject.remarks if not told or not one.startswith(told)]


def strike_printed(draft: Draft, subject: SubjectDraft, match: Match) -> None:
    """Strike off the list what is kept as a field that the template prints."""
    fields = subject.values.get("fields", {})
    kept = {
        place
        for place, at in match.taken.items()
        if (found := _FIELD.fullmatch(at.tag)) is not None and found[1] in fields
    } | match.alike
    subject.unplaced = [one for one in subject.unplaced if one.place not in kept]
    draft.unplaced = [one for one in draft.unplaced if one.place not in kept]


def tell_unprinted(draft: Draft, subject: SubjectDraft, match: Match) -> None:
    """List what the template will not print as it stands here."""
    told = {one.place for one in (*draft.unplaced, *subject.unplaced)}
    for one in match.unprinted:
        if one.place in told:
            continue
        shown = one.fixed[:_LONGEST]
        why = f"采用的表样在这里印的是“{shown}”" if shown else "采用的表样没有地方印这一处"
        subject.unplaced.append(Unplaced(one.place, one.text, why, subject.source))
