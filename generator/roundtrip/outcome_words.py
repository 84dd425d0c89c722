"""What a build had to say of a dossier, kept to be told again when nothing has changed."""

from collections.abc import Iterable
from typing import NamedTuple

from generator.base.problem import Place, Problem, Severity
from generator.roundtrip.kept_path import kept_path, seen_path
from generator.roundtrip.recorded import list_from, number_from, text_from


class Told(NamedTuple):
    """A problem; its file is named as a record keeps it."""

    code: str
    severity: Severity
    message: str
    hint: str
    quote: str
    basis: str
    accepted: str
    file: str
    line: int
    column: int
    key: str

    def problem(self, folder: str) -> Problem:
        """Return the problem as it is seen from here."""
        place = Place(seen_path(self.file, folder), self.line, self.column, self.key)
        words = (self.hint, self.quote, self.basis, self.accepted)
        return Problem(self.code, self.severity, self.message, place, *words)


def told_of(problems: Iterable[Problem], folder: str) -> tuple[Told, ...]:
    """Keep problems; their files are named alike from everywhere."""
    return tuple(
        Told(
            p.code, p.severity, p.message, p.hint, p.quote, p.basis, p.accepted,
            kept_path(p.place.file, folder), p.place.line, p.place.column, p.place.key,
        )
        for p in problems
    )  # fmt: skip


def told_from(data: object) -> Told:
    """Read what was kept; raises ``ValueError`` or ``TypeError`` for what is not as we wrote it."""
    kept = Told(*list_from(data))
    for value in (*kept[:8], kept.key):
        text_from(value)
    for number in (kept.line, kept.column):
        number_from(number)
    return kept._replace(severity=Severity(kept.severity))
