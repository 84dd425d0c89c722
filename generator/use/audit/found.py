"""What an audit found: problems with their places, and what it could not look at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.base.document_place import DocumentPlace
from generator.base.json_shape import JsonObject
from generator.base.problem import Place, Problem
from generator.model.foreign_document import ReadDocument, ReadParagraph
from generator.read.columns import BandRead
from generator.read.given_answers import Account

_LONGEST_QUOTE = 80


class Unchecked(NamedTuple):
    """Words that the audit could not interpret, and why."""

    place: Place
    quote: str
    reason: str

    def as_data(self) -> JsonObject:
        """Lay it out as the documented JSON shape."""
        at = self.place.document
        return {
            "file": self.place.file,
            "place": at.as_data() if at is not None else None,
            "quote": self.quote,
            "reason": self.reason,
        }


class Reading(NamedTuple):
    """A document as it was read: the words at every place."""

    shown: str
    words: Mapping[DocumentPlace, str]

    @classmethod
    def of(cls, document: ReadDocument) -> "Reading":
        """Gather the words by their places."""
        words: dict[DocumentPlace, str] = {}
        for block in (*document.blocks, *document.aside):
            if isinstance(block, ReadParagraph):
                words[block.place] = block.shown
            else:
                words |= {cell.place: cell.text for row in block.grid for cell in row}
        return cls(document.shown, words)


class AuditedUnit(NamedTuple):
    """A unit and year, by the name that its files print (empty: they print none)."""

    name: str
    year: int | None
    files: tuple[str, ...]


def words_at(place: Place, readings: Mapping[str, Reading]) -> str:
    """Return the words at a place, on one line."""
    reading = readings.get(place.file)
    if reading is None or place.document is None:
        return ""
    at = place.document._replace(file="")
    words = " ".join(reading.words.get(at, "").split())
    return words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE]}……"


@dataclass
class Audited:
    """Everything that came of an audit."""

    problems: list[Problem] = field(default_factory=list)
    unchecked: list[Unchecked] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    files: int = 0
    accounts: list[Account] = field(default_factory=list)
    bands: list[BandRead] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)  # every file, also what could not be read
    units: list[AuditedUnit] = field(default_factory=list)

    def once(self) -> "Audited":
        """Say once what was met several times: a report is read beside each version of its form."""
        self.unchecked = [*dict.fromkeys(self.unchecked)]
        self.accounts = [*{account.file: account for account in reversed(self.accounts)}.values()]
        self.accounts.reverse()
        return self
