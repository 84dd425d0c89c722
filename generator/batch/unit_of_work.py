"""A unit of work, one dossier, and what comes back of it: little, however much was written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Problem
from generator.batch.digest import Digest
from generator.model.order import Order
from generator.roundtrip.changes import NO_CHANGES, Changes
from generator.roundtrip.edit_account import Account
from generator.use.build.moved_score import MovedScore


class Unit(NamedTuple):
    """A dossier to be built."""

    folder: Path
    order: Order

    @property
    def name(self) -> str:
        """Return the name of the folder, also of the current one."""
        return self.folder.resolve().name


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a unit. It travels between processes: no blocks, no figures, no files.

    ``settings`` are problems of the workspace, which every unit in it has alike; ``fault`` holds
    the details of a fault of our own; ``documents`` are those of which PDFs are to be printed;
    ``is_whole`` tells that every document that was asked for is there.
    """

    folder: Path
    problems: tuple[Problem, ...]
    settings: tuple[Problem, ...] = ()
    written: tuple[Path, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    changes: Changes = NO_CHANGES
    accounts: tuple[tuple[Path, Account], ...] = ()
    is_stopped: bool = False
    digest: Digest | None = None
    fault: str = ""
    documents: tuple[Path, ...] = ()
    pdfs: tuple[Path, ...] = ()
    is_whole: bool = True
    moved: tuple[MovedScore, ...] = ()
