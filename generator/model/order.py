"""What was asked of a build."""

import datetime
from pathlib import Path
from typing import Literal, NamedTuple

from generator.model.unit import Stage

OnEdited = Literal["keep", "merge", "refuse"]


class Order(NamedTuple):
    """How a dossier is to be built."""

    outputs: Path | None = None
    stage: Stage | None = None
    is_draft: bool = False
    is_clean: bool = False
    wants_pdf: bool = False
    wants_pages: bool = False
    on_edited: OnEdited = "keep"
    is_strict: bool = False
    wants_redline: bool = False
    redline_from: Path | None = None  # otherwise against the file that lies there
    # Of comments and tracked changes; without one, the same order gives the same bytes any day.
    day: datetime.date | None = None

    @property
    def mode(self) -> str:
        """Name the kind of files that this order makes: files of another kind are left alone."""
        marks = [("draft", self.is_draft), ("clean", self.is_clean), ("pages", self.wants_pages)]
        return "+".join([self.stage or "usual", *(name for name, is_set in marks if is_set)])
