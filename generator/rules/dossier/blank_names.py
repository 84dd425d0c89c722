"""C01: rows that are there and do not say of what: a name, a class, a problem left empty."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, Self, get_args

from generator.base.toml import KeyPath
from generator.model.entry import Entry, Text
from generator.model.shapes import MISSING, Field
from generator.model.subject import Acceptance
from generator.rules.dossier.evidence import Evidence
from generator.rules.finding import Finding
from generator.rules.where import KeyPlace

_NAMES = ("name", "class_")


def blank_names(evidence: Evidence) -> Iterator[Finding]:
    """Look at the rows of all files for keys that have to be written, and hold nothing."""
    for subject in evidence.dossier.subjects:
        for keys, known, owner in _blanks(subject.entry, ()):
            if known.name == "class_" and not evidence.scheme.classes:
                continue  # its form is a plain list
            at = KeyPlace(subject.source_of(keys), keys)
            name = f"“{owner}”" if owner else ""
            id = "class-blank" if known.name == "class_" else "field-blank"
            yield Finding(id, at, known.title, known.key, name=name)


def _blanks(entry: Entry, keys: KeyPath) -> Iterator[tuple[KeyPath, Field, str]]:
    """Give the keys of rows that are empty, each with what else its row is called."""
    model: Any = type(entry)
    looked_at = _looked_at(model)
    if keys and isinstance(keys[-1], int):
        for known in looked_at.texts:
            if not getattr(entry, known.name).strip():
                yield (*keys, known.key), known, _other_name(entry, known.name)
    for known in looked_at.tables:
        value = getattr(entry, known.name)
        if isinstance(value, Entry):
            yield from _blanks(value, (*keys, known.key))
        elif value:
            for number, row in enumerate(value):
                yield from _blanks(row, (*keys, known.key, number))


class _LookedAt(NamedTuple):
    """Of the fields of a model: texts that have to be written, and tables and rows of tables."""

    texts: tuple[Field, ...]
    tables: tuple[Field, ...]


@cache
def _looked_at(model: Any) -> _LookedAt:
    fields = model.fields().values()
    return _LookedAt(
        tuple(own for own in fields if own.default is MISSING and own.annotation is Text),
        tuple(own for own in fields if _holds_tables(own.annotation)),
    )


def _holds_tables(annotation: object) -> bool:
    """Tell ``Goal``, ``Goal | None`` and ``tuple[Goal, ...]``; what is accepted has rules of its own."""
    if annotation is Self:
        return True
    if isinstance(annotation, type) and issubclass(annotation, Entry):
        return annotation is not Acceptance
    return any(_holds_tables(inner) for inner in get_args(annotation))


def _other_name(entry: Entry, name: str) -> str:
    others = (getattr(entry, own, "") for own in _NAMES if own != name)
    return next((said for said in others if isinstance(said, str) and said.strip()), "")
