"""Whose a file is: ours is what is byte for byte what we wrote, and anything else is a person's."""

from collections.abc import Collection
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from generator.base.regular_file import read_regular
from generator.base.swapping import ABSENT, NO_FILE
from generator.roundtrip.manifest import digest

UNREADABLE = NO_FILE  # instead of a digest: nothing can be swapped for it


class Standing(Enum):
    """How a file on the disk stands to what would be written there."""

    FREE = auto()
    SAME = auto()
    OURS = auto()
    PERSONS = auto()


class Lying(NamedTuple):
    """What lies at a path: whose it is, its digest and its bytes as they were read."""

    standing: Standing
    digest: str = ABSENT
    data: bytes | None = None
    error: OSError | None = None  # why it could not be read


def look(path: Path, ours: Collection[str], wanted: str) -> Lying:
    """Look at a file; ``ours`` are the digests of what we wrote or were about to write there."""
    try:
        data = read_regular(path)
    except FileNotFoundError:
        return Lying(Standing.FREE)
    except OSError as error:
        is_there = path.exists()
        return (
            Lying(Standing.PERSONS, UNREADABLE, None, error) if is_there else Lying(Standing.FREE)
        )
    found = digest(data)
    if found == wanted:
        return Lying(Standing.SAME, found, data)
    return Lying(Standing.OURS if found in ours else Standing.PERSONS, found, data)
