"""What a template of the workspace reads in a form and nobody else does: its own fields."""

from collections.abc import Mapping

from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.base.toml import KeyPath
from generator.language.row_filters import bare_class
from generator.model.amounts import AMOUNTS
from generator.model.own_form import OPTIONS, Declared, OwnField
from generator.model.printed_words import (
    BETWEEN_CLASSES,
    OF_LOOP,
    PrintedCell,
    PrintedForm,
    PrintedRow,
)
from generator.read.by_template import Match
from generator.read.draft import SubjectDraft
from generator.read.money_unit import USUAL
from generator.read.own_text import Words, value_in
from generator.read.printed_values import number
from generator.tables.form_fields import BEHIND
from generator.tables.tag_keys import OWN_COLUMN, SOURCES, keys_of_tag, line_tag, option_tag

AtRow = tuple[str, int, int, str]
_TOTAL = ("stated", "total")
_GOAL, _GOALS = "goal", "goals"
_FIELD = Pattern(r'field\("(.*)"\)')

_TEXTS = frozenset(
    f"form.{name}"
    for name in (
        "name", "expected", "adjusted", "achieved", "implementer", "authority", "code", "deviation",
        "improvement", "purpose",
    )
)  # fmt: skip
_AMOUNTS = frozenset(f"form.{name}" for name in AMOUNTS)
_OTHERS = {"project": frozenset(("department",)), "department": frozenset(("project",))}


def numbered(match: Match, subject: SubjectDraft) -> PrintedForm:
    """Say of each row that was printed which row of the inputs it became."""
    indicators, sources = _numbers(row_numbers(subject)), _numbers(source_numbers(subject))
    rows = {
        over: tuple(
            row._replace(number=sources.get(_at_row(p), -1))
            if over == SOURCES
            else _in_its_loop(row, indicators.get(_at_row(p), -1), subject)
            for row, p in zip(printed, match.rows[over], strict=True)
        )
        for over, printed in match.form.rows.items()
    }
    words = {t: w for t, w in match.form.words.items() if not _is_of_list(t, match, subject)}
    return match.form._replace(rows=rows, words=words)


def _numbers(at: Mapping[AtRow, KeyPath]) -> dict[AtRow, int]:
    return {place: keys[-1] for place, keys in at.items() if isinstance(keys[-1], int)}


def _in_its_loop(row: PrintedRow, number: int, subject: SubjectDraft) -> PrintedRow:
    """Say which row of the inputs a printed one is; its loop is told where its class is another."""
    classes = (
        str(subject.get(("indicator", number, "class")) or "").split("/") if number >= 0 else []
    )
    loop = row.cells.get(OF_LOOP, PrintedCell("")).text.split(BETWEEN_CLASSES)
    is_usual = not {*map(bare_class, loop)}.isdisjoint(map(bare_class, classes))
    cells = {n: c for n, c in row.cells.items() if n != OF_LOOP or not is_usual}
    return PrintedRow(cells, number)


def row_numbers(subject: SubjectDraft) -> dict[AtRow, KeyPath]:
    """Return the keys of the indicators by the rows that they stand in."""
    return {
        _at_row(place): keys[:-1]
        for keys, place in subject.places.items()
        if len(keys) > 2 and keys[-3] == "indicator" and keys[-1] == "name"
    }


def source_numbers(subject: SubjectDraft) -> dict[AtRow, KeyPath]:
    """Return the keys of the sources of money by the rows that they stand in."""
    return {
        _at_row(place): keys[:-1]
        for keys, place in subject.places.items()
        if keys[:2] == ("funds", "sources") and keys[-1] == "name"
    }


def _at_row(place: DocumentPlace) -> AtRow:
    return place.part, place.table, place.row, place.sheet


def put_own_words(subject: SubjectDraft, match: Match, declared: Declared, known: Words) -> None:
    """Keep the words of own fields that were not read by their labels, as their kinds want them.

    A template may call a field by its role; what the form adds up is nothing to fill in.
    """
    for tag, words in match.form.words.items():
        found = _FIELD.fullmatch(tag)
        own = declared.field_of(found[1]) if found else None
        if not found or not words.strip():
            continue
        place = match.places.get(tag, DocumentPlace())
        _forget_total(subject, match, place)
        if own is not None and own.sum_of:
            continue
        keys = ("fields", own.name if own is not None else found[1])
        value = words.strip()
        if own is not None:
            value = value_in(own, words, "", subject.money_unit or USUAL, known).value
        _drop_untyped(subject, keys, value, place)
        _drop_other(subject, keys, value, match, tag)
        if value is not None and subject.get(keys) is None:
            subject.put(keys, value, place)
            _drop_whole(subject, keys, words.strip(), declared)
    _put_known(subject, match)
    _put_beside(subject, match)
    for own in declared.fields:
        _put_line(subject, match, own, known)
        _put_choice(subject, match, own)
    _drop_misread(subject, match, declared)


def _drop_misread(subject: SubjectDraft, match: Match, declared: Declared) -> None:
    """Let go of fields under names that nobody declares, from cells of which the template says what they are."""
    printed = {*match.taken, *match.alike}
    for name in [*subject.values.get("fields", ())]:
        keys = ("fields", name)
        is_own = declared.field_of(name) is not None or f'field("{name}")' in match.form.words
        if not is_own and BEHIND not in name and subject.places.get(keys) in printed:
            del subject.values["fields"][name]
            del subject.places[keys]


def _drop_untyped(
    subject: SubjectDraft, keys: KeyPath, value: object, place: DocumentPlace
) -> None:
    """Let go of the mere words of a cell that says a number, a day or an option."""
    old = subject.get(keys)
    is_same_cell = subject.places.get(keys) == place
    if is_same_cell and isinstance(old, str) and value is not None and not isinstance(value, str):
        subject.take(keys)


def _drop_other(
    subject: SubjectDraft, keys: KeyPath, value: object, match: Match, tag: str
) -> None:
    """Let go of what a label told under a name that the template has for another cell."""
    here, there = match.places.get(tag), subject.places.get(keys)
    taken = match.taken.get(there) if there is not None else None
    if value is not None and here is not None and here != there and taken and taken.tag != tag:
        subject.take(keys)


def _forget_total(subject: SubjectDraft, match: Match, place: DocumentPlace) -> None:
    """A cell in which the template prints an own field, and no more, says no total of the form."""
    if subject.places.get(_TOTAL) == place and list(match.places.values()).count(place) == 1:
        subject.values["stated"].pop("total", None)
        del subject.places[_TOTAL]


def _put_line(subject: SubjectDraft, match: Match, item: OwnField, known: Words) -> None:
    """Keep the options of a choice that one tag prints in a line."""
    tag, keys = line_tag(item.name), ("fields", item.name)
    words = match.form.words.get(tag, "")
    if item.kind not in OPTIONS or not words.strip() or subject.get(keys) is not None:
        return
    read = value_in(item, words, "", USUAL, known)
    if read.value is not None:
        subject.put(keys, read.value, match.places.get(tag, DocumentPlace()))


def _drop_whole(subject: SubjectDraft, keys: KeyPath, words: str, declared: Declared) -> None:
    """Let go of the words of a whole cell, kept under its label: the template has its parts."""
    place = subject.places[keys]
    for name, text in list(subject.get(("fields",)).items()):
        other = ("fields", name)
        is_same = other != keys and subject.places.get(other) == place
        if is_same and words in str(text) and declared.field_of(name) is None:
            subject.take(other)


def _put_beside(subject: SubjectDraft, match: Match) -> None:
    """Keep what is said beside a source of money, under its name and that of the column."""
    sources = source_numbers(subject)
    pairs = zip(match.form.rows.get(SOURCES, ()), match.rows.get(SOURCES, ()), strict=True)
    for row, place in pairs:
        at = sources.get(_at_row(place))
        for column, cell in row.cells.items() if at is not None else ():
            found, text = OWN_COLUMN.fullmatch(column), cell.text.strip()
            if found is None or not text:
                continue
            assert at is not None  # noqa: S101 - see above
            keys = ("fields", f"{subject.get((*at, 'name'))}{BEHIND}{found[1]}")
            if subject.get(keys) is None:
                subject.put(keys, text, place)


def _put_known(subject: SubjectDraft, match: Match) -> None:
    """Keep names, goals and amounts that stand in the place of their tags and were not read."""
    for tag, words in match.form.words.items():
        if tag not in _TEXTS and tag not in _AMOUNTS:
            continue
        keys = next((k for k in keys_of_tag(tag) if k[0] not in _OTHERS[subject.kind]), None)
        value = words.strip() if tag in _TEXTS else number(words)
        if keys is None or not value or _is_of_list(tag, match, subject):
            continue
        if subject.get(keys) is None:
            subject.put(keys, value, match.places.get(tag, DocumentPlace()))


def _is_of_list(tag: str, match: Match, subject: SubjectDraft) -> bool:
    """Tell a cell for the one goal in which the first of several stands: it is one of them alone."""
    place = match.places.get(tag)
    return any(
        keys[0] == _GOAL and place is not None and _is_in_goals(place, subject)
        for keys in keys_of_tag(tag)
    )


def _is_in_goals(place: DocumentPlace, subject: SubjectDraft) -> bool:
    return any(at == place and keys[0] == _GOALS for keys, at in subject.places.items())


def _put_choice(subject: SubjectDraft, match: Match, item: OwnField) -> None:
    """Keep the options of a choice whose marks, each by its own tag, were printed as ticked."""
    tags = {option: option_tag(item.name, option) for option in item.words}
    marks = {
        o: "".join(match.form.words[t].split()) for o, t in tags.items() if t in match.form.words
    }
    keys = ("fields", item.name)
    picked = [o for o, mark in marks.items() if mark == "".join(item.ticked.split())]
    if len(marks) < len(tags) or not picked or subject.get(keys) is not None:
        return
    if len(picked) > 1 and not item.several:
        return
    place = match.places.get(tags[picked[0]], DocumentPlace())
    if item.kind == "yes-no":
        subject.put(keys, picked[0] == item.words[0], place)
    else:
        subject.put(keys, picked if item.several else picked[0], place)
