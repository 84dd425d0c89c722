"""What was asked of a build."""

from dataclasses import dataclass
from pathlib import Path

from generator.model.unit import Stage


@dataclass(frozen=True, slots=True)
class Order:
    """How a dossier is to be built."""

    outputs: Path | None = None
    stage: Stage | None = None
    is_draft: bool = False
    is_clean: bool = False
    wants_pdf: bool = False
    wants_pages: bool = False
