"""What became of the files of a dossier that was built, and everything that was found."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.base.problem import Problem
from generator.roundtrip.changes import NO_CHANGES, Changes
from generator.roundtrip.edit_account import Account
from generator.roundtrip.files_record import Record
from generator.roundtrip.outcome import Outcome, Result
from generator.roundtrip.recorded import shown_of
from generator.use.build.moved_score import MovedScore

if TYPE_CHECKING:
    from generator.use.check.examine import Examined

NO_RECORD = Record()


class Built(NamedTuple):
    """What became of the files of a dossier, and everything that was found."""

    folder: Path
    examined: "Examined | None"
    results: tuple[Result, ...]
    problems: tuple[Problem, ...]
    changes: Changes = NO_CHANGES
    recorded: Record = NO_RECORD
    accounts: tuple[tuple[Path, Account], ...] = ()  # of files that persons changed
    fault: str = ""  # the details of faults of our own that were met with files of persons
    remembered: Record | None = None
    are_all_written: bool = True  # of what was laid out
    moved: tuple[MovedScore, ...] = ()  # by rules; nothing was written for them

    @property
    def shown(self) -> Mapping[str, str]:
        """Return what the figures of its documents show; where nothing was written, as recorded."""
        if self.examined is not None and self.examined.book is not None and self.results:
            return {figure.id: figure.shown for figure in self.examined.book.values()}
        return shown_of(self.recorded.figures)

    @property
    def written(self) -> tuple[Path, ...]:
        """Return the files that were written now."""
        return tuple(r.path for r in self.results if r.is_written)

    @property
    def is_stopped(self) -> bool:
        """Tell whether problems kept the build from writing."""
        return not self.results and any(problem.stops for problem in self.problems)

    @property
    def is_whole(self) -> bool:
        """Tell whether every document that was asked for is there."""
        return self.are_all_written and not self.is_stopped

    @property
    def counts(self) -> Counter[Outcome]:
        """Count the files by what became of them."""
        return Counter(result.outcome for result in self.results)
