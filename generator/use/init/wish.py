"""What somebody wants of a new dossier."""

from pathlib import Path
from typing import NamedTuple


class Wish(NamedTuple):
    """Where it goes, of which year it is, and what is to be in it."""

    folder: Path
    year: int
    unit: str = ""
    place: str = ""
    scheme: str = ""  # empty: that of the workspace, of the place, or the national one
    projects: tuple[str, ...] = ()
    wants_department: bool | None = None  # None: as the scheme has it
    old: Path | None = None  # last year's folder or files
