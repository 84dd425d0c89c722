"""What the numbers of a dossier were in a version before the last."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from generator.figures.figure import Figure
from generator.roundtrip.anchor_book import shown_figures
from generator.roundtrip.earlier import earlier_records
from generator.roundtrip.files_record import FileRecord, read_record
from generator.roundtrip.state_folder import StateFolder
from generator.use.preview.preview_documents import draft
from generator.web.served import Served


class Since(NamedTuple):
    """A number that is not what it was: its name, what was printed, and what is printed now."""

    name: str
    old: str
    new: str


def versions_of(target: Path) -> int:
    """Count the versions before the last that are remembered."""
    state = StateFolder(target)
    files = read_record(target).usual_files
    return max((sum(1 for _ in earlier_records(own, state)) for own in files), default=0)


def since_version(served: Served, folder: Path, number: int) -> list[Since]:
    """Return what differs from a version; 1 is the one before the last."""
    target = served.outputs(folder)
    with served.lock:
        drafted = draft(folder, served.library(folder))
    figures: Mapping[str, Figure] = {} if drafted.book is None else drafted.book
    was: dict[str, list[str]] = {}
    for record in _records(target, number):
        was |= shown_figures(record)
    now: dict[str, list[str]] = {}
    for own in (own for file in drafted.files for own in file.printed if own.figure):
        if own.shown not in now.setdefault(own.figure, []):
            now[own.figure].append(own.shown)
    return [
        Since(
            figures[id].label if id in figures else id,
            "、".join(was.get(id, ())),
            "、".join(now.get(id, ())),
        )
        for id in dict.fromkeys((*was, *now))
        if was.get(id) != now.get(id)
    ]


def _records(target: Path, number: int) -> Iterator[FileRecord]:
    """Give the records of files as they were; one that did not change so often is what it was first."""
    state = StateFolder(target)
    for file in read_record(target).usual_files:
        known = [file, *earlier_records(file, state)]
        yield known[min(number, len(known) - 1)]
