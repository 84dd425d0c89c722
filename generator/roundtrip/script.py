"""What is to be done to an edited file, and what came of it."""

from dataclasses import dataclass, field

from generator.model.edits import Edit


@dataclass(slots=True)
class Script:
    """What is to be done, and what came of it."""

    edits: list[Edit] = field(default_factory=list)
    taken: int = 0
    kept: int = 0
    conflicts: list[str] = field(default_factory=list)
