"""What the template of a workspace makes of a form: more is kept than labels told, and some is not printed."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.base.chinese import has_chinese
from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.base.toml import KeyPath
from generator.model.own_form import Declared, OwnField
from generator.read.beside_columns import INITIAL_TARGET
from generator.read.by_template import Match
from generator.read.column_lists import NAMELESS
from generator.read.draft import Draft, SubjectDraft
from generator.read.label_book import LabelBook
from generator.read.own_words import AtRow, row_numbers
from generator.read.placed_values import Unplaced
from generator.read.printed_values import number
from generator.tables.equal_groups import CONTINUE

_ROW_FIELD = Pattern(r'field\["(.*)"\]')
_OWN = Pattern(r'(?:field|choice)\("([^"]*)"\)')
# What a row of sums prints, and what of each row it is the sum of.
_BELOW_ALL: Mapping[str, KeyPath] = {
    "form.indicators_weight": ("weight",),
    "form.indicators_score": ("stated", "score"),
    "form.review_total": ("review", "score"),
}
_BELOW_GOAL = Pattern(r"goals\[([0-9]+)\]\.(weight|score)")
_FIRST_TARGET = "row.initial_target"  # prints the target where it was never changed
_SUMS: Mapping[str, KeyPath] = {
    "row.level1_weight": ("weight",),
    "row.level1_score": ("stated", "score"),
}
_FURTHER = 'form.amounts["'
_LONGEST = 30
_NAMELESS = f"“{NAMELESS}”一栏没有对应的项"


def put_row_fields(draft: Draft, subject: SubjectDraft, match: Match, book: LabelBook) -> None:
    """Keep what stands in columns of the form's own, row by row, and strike it off the list."""
    numbers = row_numbers(subject)
    kept = set()
    for place, at in match.taken.items():
        found = _ROW_FIELD.fullmatch(at.tag.removeprefix("row."))
        number = numbers.get((place.part, place.table, place.row, place.sheet))
        if number is None or book.phrases.is_blank(at.text):
            continue
        if found is None and not at.tag.startswith(_FIRST_TARGET):
            continue
        if at.tag.startswith(f"{_FIRST_TARGET}_"):  # a part of it, which its columns were read into
            if subject.get((*number, "target")) is not None:
                kept.add(place)
            continue
        keys: KeyPath = (*number, "fields", found[1]) if found else (*number, INITIAL_TARGET)
        is_usual = found is None and at.text.strip() == subject.get((*number, "target"))
        if subject.get(keys) is None and not is_usual:
            subject.put(keys, at.text.strip(), place)
        kept.add(place)
    for keys, text, place in _reaching_down(match, numbers):
        if subject.get(keys) is None:
            subject.put(keys, text, place)
    subject.unplaced = [one for one in subject.unplaced if one.place not in kept]
    draft.accounts = [own.answered(kept, ()) for own in draft.accounts]
    names = {
        str(key) for row in subject.values.get("indicator", ()) for key in row.get("fields", ())
    }
    told = tuple(f"“{name}”一栏没有对应的项" for name in names)
    subject.remarks = [one for one in subject.remarks if not told or not one.startswith(told)]
    # The heading of such a column was taken out before: nobody has to be told that it has none.
    columns = tuple(f"第 {place.column} 列）" for place in kept)
    of_table = {_column_of(place) for place in kept}
    strange = [c for c in draft.unread_columns if _column_of(c.place) in of_table]
    draft.unread_columns = [c for c in draft.unread_columns if c not in strange]
    told = (*(f"（{c.place}）" for c in strange),)
    subject.remarks = [
        one
        for one in subject.remarks
        if not (one.startswith(_NAMELESS) and one.endswith(columns)) and not one.endswith(told)
    ]


def _column_of(place: DocumentPlace) -> tuple[object, ...]:
    return place.part, place.table, place.column, place.sheet


def _reaching_down(
    match: Match, numbers: Mapping[AtRow, KeyPath]
) -> Iterator[tuple[KeyPath, str, DocumentPlace]]:
    """Give what a cell of such a column says for the rows below that it reaches down to."""
    for over, rows in match.form.rows.items():
        said: dict[str, str] = {}
        for row, place in zip(rows, match.rows.get(over, ()), strict=True):
            number = numbers.get((place.part, place.table, place.row, place.sheet))
            for column, cell in row.cells.items():
                found = _ROW_FIELD.fullmatch(column)
                if found is not None and cell.merge != CONTINUE:
                    said[column] = cell.text.strip()
                elif found is not None and number is not None and said.get(column):
                    yield (*number, "fields", found[1]), said[column], place


def strike_printed(draft: Draft, subject: SubjectDraft, match: Match, declared: Declared) -> None:
    """Strike off the list what is kept as a field, and the form's own words, as the template has them."""
    fields = subject.values.get("fields", {})
    kept: set[DocumentPlace] = set()
    for place, at in match.taken.items():
        found = _OWN.match(at.tag)
        own = declared.field_of(found[1]) if found is not None else None
        name = own.name if own is not None else (found[1] if found is not None else "")
        if name in fields or (own is not None and own.sum_of and _is_sum(at.text, own, fields)):
            kept.add(place)
    kept |= set(_sums_printed(subject, match))
    draft.accounts = [own.answered(kept, match.alike) for own in draft.accounts]
    kept |= match.alike
    subject.unplaced = [one for one in subject.unplaced if one.place not in kept]
    draft.unplaced = [one for one in draft.unplaced if one.place not in kept]


def _is_sum(text: str, own: OwnField, fields: Mapping[str, object]) -> bool:
    """Tell whether a field that the form adds up says what its parts, kept here, come to."""
    parts = [fields.get(name) for name in own.sum_of]
    total = sum(Decimal(p) for p in parts if isinstance(p, int | Decimal))
    return all(isinstance(p, int | Decimal) for p in parts) and number(text) == total


def _sums_printed(subject: SubjectDraft, match: Match) -> Iterator[DocumentPlace]:
    """Give the sums of classes and goals that come out as they stand here: those of the rows above them."""
    rows = sorted((at[2], keys) for at, keys in row_numbers(subject).items())
    ends = sorted({p.row for p, at in match.taken.items() if at.tag in _SUMS})
    for place, at in match.taken.items():
        if at.tag in _BELOW_ALL:
            values = [subject.get((*keys, *_BELOW_ALL[at.tag])) for _, keys in rows]
            if values and None not in values and number(at.text) == sum(values):
                yield place
        if found := _BELOW_GOAL.fullmatch(at.tag):
            part = _SUMS[f"row.level1_{found[2]}"]
            of_goal = [keys for _, keys in rows if keys[:2] == ("goals", int(found[1]))]
            values = [subject.get((*keys, *part)) for keys in of_goal]
            if values and None not in values and number(at.text) == sum(values):
                yield place
        if at.tag not in _SUMS:
            continue
        before = max((end for end in ends if end < place.row), default=0)
        own = [keys for row, keys in rows if before < row < place.row]
        name = str(subject.get((*own[-1], "class")) or "").split("/")[0] if own else ""
        own = [k for k in own if str(subject.get((*k, "class")) or "").split("/")[0] == name]
        values = [subject.get((*keys, *_SUMS[at.tag])) for keys in own]
        if values and None not in values and number(at.text) == sum(values):
            yield place


def tell_unprinted(draft: Draft, subject: SubjectDraft, match: Match) -> None:
    """List what the template will not print as it stands here."""
    told = {one.place for one in (*draft.unplaced, *subject.unplaced)}
    for one in match.unprinted:
        if one.place in told:
            continue
        shown = one.fixed[:_LONGEST]
        why = f"采用的表样在这里印的是“{shown}”" if shown else "采用的表样没有地方印这一处"
        subject.unplaced.append(Unplaced(one.place, one.text, why, subject.source))
    for place, at in match.taken.items():
        if at.tag.startswith(_FURTHER) and has_chinese(at.text) and place not in told:
            why = "采用的表样在这里印金额，文字不印；请在表样里改成自设栏目"
            subject.unplaced.append(Unplaced(place, at.text, why, subject.source))
