"""What was asked of a build."""

import datetime
from pathlib import Path
from typing import Literal, NamedTuple, cast, get_args

from generator.model.unit import Stage

OnEdited = Literal["keep", "merge", "refuse"]


class Order(NamedTuple):
    """How a dossier is to be built."""

    outputs: Path | None = None
    stage: Stage | None = None
    is_draft: bool = False
    is_clean: bool = False
    is_stated: bool = False  # what was filled in and printed, and nothing that is worked out
    wants_pdf: bool = False
    wants_pages: bool = False
    # Without one, as the workspace says; without that, a change of look alone gets the new figures.
    on_edited: OnEdited | None = None
    is_strict: bool = False
    accepts_rules: bool = False  # scores that a rule moved are written as they are now
    wants_redline: bool = False
    redline_from: Path | None = None  # otherwise against the file that lies there
    # Of comments and tracked changes; without one, the same order gives the same bytes any day.
    day: datetime.date | None = None
    command: int = 0  # the number of the run in the journals, alike for all its dossiers

    @property
    def is_open(self) -> bool:
        """Tell whether faults stop nothing: in a draft, and where what was printed is handed back."""
        return self.is_draft or self.is_stated

    @property
    def mode(self) -> str:
        """Name the kind of files that this order makes: files of another kind are left alone."""
        marks = [
            ("draft", self.is_draft),
            ("clean", self.is_clean),
            ("pages", self.wants_pages),
            ("stated", self.is_stated),
        ]
        return "+".join([self.stage or "usual", *(name for name, is_set in marks if is_set)])


def order_of_mode(mode: str) -> Order:
    """Return an order that makes files of a kind, as ``Order.mode`` names it."""
    stage, *marks = mode.split("+")
    return Order(
        stage=cast("Stage", stage) if stage in get_args(Stage) else None,
        is_draft="draft" in marks,
        is_clean="clean" in marks,
        wants_pages="pages" in marks,
        is_stated="stated" in marks,
    )
