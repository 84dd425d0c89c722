"""What a text can take: words of other subjects, most is said alike every year; sentences by their names."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from generator.base.toml import KeyPath
from generator.use.templates.field_list import printed_snippets
from generator.web.served import Served
from generator.web.subjects import subject_title
from generator.web.target import UNIT

_MOST_DOSSIERS: Final = 60
_MOST: Final = 100


class Snippet(NamedTuple):
    """A text, and whose it is."""

    origin: str
    text: str


def snippets(served: Served, folder: Path, subject: str, keys: KeyPath) -> list[Snippet]:
    """Return the texts of a field, the dossier's own first, each once."""
    folders = [folder, *(own for own in served.folders().values() if own != folder)]
    found: dict[str, str] = {}
    for place in folders[:_MOST_DOSSIERS]:
        dossier = served.loaded(place).dossier
        for own in dossier.subjects if dossier is not None else ():
            if place == folder and own.id == subject:
                continue
            unit = "" if dossier is None or place == folder else dossier.unit.unit.name
            year = "" if dossier is None or place == folder else f"{dossier.unit.year}年"
            for text in _texts(own.source.data, keys):
                found.setdefault(text.strip(), f"{unit}{year}{subject_title(own)}")
    return [Snippet(origin, text) for text, origin in found.items() if text][:_MOST]


def sentences(served: Served, folder: Path, subject: str) -> list[dict[str, str]]:
    """Return the sentences that a text of a subject quotes by their names, as they print now."""
    examined = served.examined(folder)
    owner = "" if subject == UNIT else subject
    if examined.dossier is None or owner not in examined.names:
        return []
    return [
        {"name": own.name, "title": own.title, "text": own.value}
        for _, own in printed_snippets(served.library(folder), examined, owner)
    ]


def _texts(value: Any, keys: KeyPath) -> Iterator[str]:
    """Go along a path of keys; a number stands for every row."""
    if not keys:
        if isinstance(value, str):
            yield value
        return
    first, *rest = keys
    rows: Iterable[Any] = ()
    if isinstance(first, int):
        rows = value if isinstance(value, list) else ()
    else:
        rows = (value[first],) if isinstance(value, dict) and first in value else ()
    for row in rows:
        yield from _texts(row, tuple(rest))
