"""A problem: something wrong, with its place, in words that tell a clerk what to do."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from generator.base.document_place import DocumentPlace

_OF_READING = "D"


class Severity(StrEnum):
    """How much a problem weighs: an error stops a build."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def said(self) -> str:
        """Return the word for people."""
        return _SAID[self]


def lightest(*severities: Severity) -> Severity:
    """Return the one that weighs least."""
    return max(severities, key=[*Severity].index)


_SAID = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.NOTE: "提示"}


class Place(NamedTuple):
    """Where something stands: file, line and column (counted from 1; 0 = not known), key path.

    In a document that somebody else wrote it is a paragraph or a cell instead of line and key.
    """

    file: str = ""
    line: int = 0
    column: int = 0
    key: str = ""
    document: DocumentPlace | None = None

    @classmethod
    def in_document(cls, at: DocumentPlace, shown: str = "", key: str = "") -> "Place":
        """Return a place in somebody's document; one in plain text has line and column, too."""
        column = (at.column or 1) if at.line else 0
        return cls(at.file or shown, at.line, column, key, at)

    def __str__(self) -> str:
        """Write the place as editors and terminals link it: ``file:line:column``."""
        if self.document is not None:
            return f"{self.file} {self.document}".strip()
        if not self.line:
            return self.file
        return (
            f"{self.file}:{self.line}:{self.column}" if self.column else f"{self.file}:{self.line}"
        )


class Problem(NamedTuple):
    """One thing that is wrong. ``accepted`` holds the reason when the inputs accept it."""

    code: str
    severity: Severity
    message: str
    place: Place = Place()
    hint: str = ""
    quote: str = ""
    basis: str = ""
    accepted: str = ""

    @property
    def stops(self) -> bool:
        """Tell whether this problem stops a build."""
        return self.severity is Severity.ERROR and not self.accepted

    def accept(self, reason: str) -> "Problem":
        """Return the same problem, accepted for a reason."""
        return self._replace(accepted=reason)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort problems by place, so that a file reads from top to bottom, and drop repeats.

    What could not be read of a file comes before what was found in it: it says how far to trust the rest.
    """
    unique = dict.fromkeys(problems)
    return tuple(
        sorted(
            unique,
            key=lambda p: (
                p.place.file,
                not p.code.startswith(_OF_READING),
                _order(p.place),
                p.place.column,
                p.code,
                p.message,
            ),
        )
    )


def _order(place: Place) -> tuple[int, int, int, int]:
    """Sort lines, or paragraphs before tables, tables by row and column."""
    at = place.document
    if at is None:
        return (place.line, 0, 0, 0)
    return (at.line or at.paragraph, at.table, at.row, at.column)
