"""How far a run is: a bar on a terminal, a line now and then elsewhere; on standard error."""

import sys
import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol, Self, TypeVar

from generator.base.visible import visible
from generator.cli.output import say, say_lines

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress

BETWEEN_LINES = 10.0  # seconds

ItemT = TypeVar("ItemT")
ItemT_co = TypeVar("ItemT_co", covariant=True)


class Progress(Protocol):
    """Told of every dossier that is done."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *error: object) -> None: ...

    def say(self, lines: Sequence[str]) -> None:
        """Print the lines of a dossier; they do not get into each other's way with a bar."""

    def advance(self) -> None:
        """Count one more."""


def progress_over(total: int, *, is_quiet: bool = False, what: str = "生成") -> Progress:
    """Return what fits where the words go; a single dossier needs no bar."""
    is_bar = sys.stderr.isatty() and total > 1 and not is_quiet
    return _Bar(total, what) if is_bar else _Lines(total, what, is_quiet=is_quiet)


class Counted(Protocol[ItemT_co]):
    """Items of which the number is known."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[ItemT_co]: ...


def watched(items: Counted[ItemT], what: str, *, is_quiet: bool = False) -> Iterator[ItemT]:
    """Give items one after the other, and show how far it is; each is done when the next is asked for."""
    with progress_over(len(items), is_quiet=is_quiet, what=what) as progress:
        for item in items:
            yield item
            progress.advance()


def time_left(seconds: float) -> str:
    """Write a time as people say it."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} 秒"
    if whole < 3600:
        return f"{whole // 60} 分 {whole % 60} 秒"
    return f"{whole // 3600} 小时 {whole % 3600 // 60} 分"


class _Lines:
    def __init__(self, total: int, what: str, *, is_quiet: bool) -> None:
        self._total, self._done, self._what, self._is_quiet = total, 0, what, is_quiet
        self._start = self._told = time.monotonic()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        """There is nothing to put back."""

    def say(self, lines: Sequence[str]) -> None:
        say_lines(lines, err=True)

    def advance(self) -> None:
        self._done += 1
        now = time.monotonic()
        if self._is_quiet or now - self._told < BETWEEN_LINES or self._done == self._total:
            return
        self._told = now
        rate = self._done / (now - self._start)
        left = time_left((self._total - self._done) / rate)
        say(
            f"{self._what}：已完成 {self._done}/{self._total}（{self._done * 100 // self._total}%），"
            f"每秒 {rate:.1f} 份，还要约 {left}",
            err=True,
        )


class _Bar:
    def __init__(self, total: int, what: str) -> None:
        self._bar = _rich_progress()
        self._task = self._bar.add_task(what, total=total, rate="")
        self._done = 0
        self._start = time.monotonic()

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._bar.stop()

    def say(self, lines: Sequence[str]) -> None:
        words = "\n".join(map(visible, lines))
        self._bar.console.print(words, markup=False, highlight=False, soft_wrap=True)

    def advance(self) -> None:
        self._done += 1
        rate = self._done / max(time.monotonic() - self._start, 0.001)
        self._bar.update(self._task, advance=1, rate=f"每秒 {rate:.1f} 份")


def _rich_progress() -> "RichProgress":
    from rich.console import Console  # noqa: PLC0415 - only on a terminal
    from rich.progress import (  # noqa: PLC0415 - see above
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TextColumn("还要"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
