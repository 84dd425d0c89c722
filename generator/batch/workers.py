"""Who does the work: something that takes units, and hands back what became of them."""

from concurrent.futures import Future
from typing import Any, Protocol

from generator.batch.unit_of_work import Outcome, Unit


class Crew(Protocol):
    """Processes of this machine, or the machines of a cluster."""

    @property
    def window(self) -> int:
        """Return how many units may be under way at once; the rest waits, and costs no memory."""

    def submit(self, unit: Unit) -> "Future[Any]":
        """Take a unit; raises ``BrokenExecutor`` when nobody is left to do it."""

    def receive(self, unit: Unit, result: Any) -> Outcome:
        """Take what a unit's future holds."""

    def explain(self, unit: Unit, error: BaseException) -> Outcome:
        """Say why a unit's future holds nothing."""

    def renew(self) -> None:
        """Take new workers after some were lost."""

    def finish(self) -> None:
        """Let the workers go when everything is done."""

    def abandon(self) -> None:
        """Stop at once: nothing new is begun, what is under way is given up."""
