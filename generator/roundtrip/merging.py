"""Bring a file that somebody edited up to date."""

import datetime
from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Place, Problem
from generator.base.reading import shown_path
from generator.roundtrip.bring import Base, bring_up_to_date
from generator.roundtrip.manifest import Written
from generator.roundtrip.record import FileRecord


class Merged(NamedTuple):
    data: bytes | None
    problems: tuple[Problem, ...]


def merge_file(path: Path, base: FileRecord, new: Written, day: datetime.date | None) -> Merged:
    """Merge a new version into an edited file."""
    brought = bring_up_to_date(shown_path(path), path.read_bytes(), Base(base), new, day)
    return Merged(brought.data, brought.problems)


def carry_edits(
    data: bytes, path: Path, edited: Path, base: FileRecord, new: Written, day: datetime.date | None
) -> Merged:
    from generator.roundtrip.carry import carry

    b = carry(data, edited.read_bytes(), Base(base), new, Place(shown_path(path)), edited.name, day)
    return Merged(b.data, b.problems)
