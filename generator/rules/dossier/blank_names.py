"""C01: rows that are there and do not say of what: a name, a class, a problem left empty."""

from collections.abc import Iterator

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
    is_row = bool(keys) and isinstance(keys[-1], int)
    for known in entry.fields().values():
        value = getattr(entry, known.name)
        if isinstance(value, Entry):
            yield from _blanks(value, (*keys, known.key))
        elif isinstance(value, tuple):
            for number, row in enumerate(value):
                if isinstance(row, Entry) and not isinstance(row, Acceptance):
                    yield from _blanks(row, (*keys, known.key, number))
        elif is_row and known.default is MISSING and known.annotation is Text and not value.strip():
            yield (*keys, known.key), known, _other_name(entry, known.name)


def _other_name(entry: Entry, name: str) -> str:
    others = (getattr(entry, own, "") for own in _NAMES if own != name)
    return next((said for said in others if isinstance(said, str) and said.strip()), "")
