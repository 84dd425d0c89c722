"""One run of a program: what its filters need, what went wrong, and how much may still be written."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from generator.figures.figure import Figure
from generator.language.quoting_fault import LanguageError, TooLongError
from generator.model.units import Units

LONGEST_TEXT: Final = 200_000
LONGEST_PART: Final = 100_000_000
MOST_TURNS: Final = 1_000_000
_MOST_FAULTS = 50
_NO_UNITS = Units(())


class Run:
    """The state that all expressions of a run share.

    ``write`` prints an anchored value, where there are anchors; ``passed`` are the rows that each loop
    went through, by where it stands.
    """

    __slots__ = ("_length", "_longest", "_turns", "counted", "faults", "figures", "is_draft", "passed", "units", "write")  # fmt: skip

    def __init__(
        self,
        units: Units = _NO_UNITS,
        figures: Mapping[str, Figure] | None = None,
        *,
        is_draft: bool = False,
        longest: int = LONGEST_TEXT,
    ) -> None:
        self.units, self.figures, self.is_draft = units, figures or {}, is_draft
        self.faults: list[LanguageError] = []
        self.passed: dict[int, list[Sequence[Any]]] = {}
        self._turns = 0
        self.write: Callable[[Any, int], str] | None = None
        self._longest, self._length = longest, 0
        self.counted = 0  # pieces

    def tell(self, fault: LanguageError) -> None:
        """Remember what is wrong; once, however often it is met."""
        known = {(own.at, own.message) for own in self.faults}
        if (fault.at, fault.message) not in known and len(known) < _MOST_FAULTS:
            self.faults.append(fault)

    def note(self, at: int, rows: Sequence[Any]) -> None:
        """Remember what a loop goes through; raises ``TooLongError``."""
        self.passed.setdefault(at, []).append(rows)
        self._turns += len(rows) + 1
        if self._turns > MOST_TURNS:
            raise TooLongError("列举得太多", at, hint="请减少套在一起的 {% for %}")

    def see(self, out: list[str]) -> None:
        """Join what has been written since the last time, and measure it; raises ``TooLongError``."""
        written = "".join(out[self.counted :])
        out[self.counted :] = (written,)
        self.counted = len(out)
        self._length += len(written)
        if self._length > self._longest:
            raise TooLongError("展开后的文字太长", hint="请减少套在一起的 {% for %}")
