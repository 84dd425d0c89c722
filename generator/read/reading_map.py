"""What a reader found in each cell and paragraph: the keys of the inputs that it became."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from generator.base.document_place import DocumentPlace
from generator.base.toml import KeyPath
from generator.read.draft import Draft, SubjectDraft

_YEAR, _TITLE = "year", "title"


class Use(NamedTuple):
    """What a place was read as, and the value that came of it."""

    keys: KeyPath
    value: Any


def reading_map(draft: Draft, subject: SubjectDraft) -> Mapping[DocumentPlace, list[Use]]:
    """Return the uses of each place; what a subject says of itself comes before what the unit is."""
    found: dict[DocumentPlace, list[Use]] = {}
    for keys, place, value in _placed(draft, subject):
        own = found.setdefault(place, [])
        if keys not in [use.keys for use in own]:
            own.append(Use(keys, value))
    return found


def _placed(draft: Draft, subject: SubjectDraft) -> Iterator[tuple[KeyPath, DocumentPlace, Any]]:
    for keys, place in (*subject.places.items(), *subject.again):
        yield keys, place, subject.get(keys)
    for keys, place in draft.places.items():
        yield keys, place, draft.unit.get(str(keys[-1]))
    for place, what in draft.tally.uses.items():
        keys = tuple(what.split("."))
        if what == _YEAR:
            yield (_YEAR,), place, draft.year
        elif what.startswith(("unit.", "funds.", "project.")):
            value = subject.get(keys) if keys[0] != "unit" else draft.unit.get(str(keys[-1]))
            yield keys, place, value
