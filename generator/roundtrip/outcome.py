"""What became of the files of a dossier."""

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple


class Outcome(StrEnum):
    """What became of a file."""

    UNCHANGED = "未变"
    REBUILT = "重建"
    KEPT = "手工修改保留"
    LAYOUT = "版式改动保留"
    MERGED = "合并"


class Result(NamedTuple):
    """A file that there is now, and what became of it."""

    path: Path
    outcome: Outcome
    is_written: bool = False  # a person's file into which new figures went counts as kept, too
