"""Values of a draft, each with its place: put in once, looked up and taken out by their keys."""

from itertools import pairwise
from typing import Any, NamedTuple

from generator.base.document_place import DocumentPlace
from generator.base.toml import KeyPath
from generator.model.shapes import LONGEST_TEXT
from generator.read.printed_values import harmless
from generator.read.typed_draft import SubjectValues

_LONGEST_QUOTE = 60


class Unplaced(NamedTuple):
    """Words that found no place, with the reason."""

    place: DocumentPlace
    quote: str
    reason: str
    file: str = ""

    @property
    def short(self) -> str:
        """Return the quote on one line."""
        plain = " ".join(self.quote.split())
        return plain if len(plain) <= _LONGEST_QUOTE else f"{plain[:_LONGEST_QUOTE]}……"


class SectionText(NamedTuple):
    """A section of a report: its heading as printed, without number, and what stands below it."""

    title: str
    level: int
    text: str
    place: DocumentPlace
    lines: tuple[DocumentPlace, ...] = ()  # where each line of the text stands
    number: str = ""
    head: str = ""  # the paragraph of the heading as it stands
    runs_in: bool = False  # the text goes on in the paragraph of the heading


class Conflict(NamedTuple):
    """A value that a document gives twice, each time otherwise."""

    keys: KeyPath
    old: Any
    new: Any
    first: DocumentPlace
    place: DocumentPlace


class PlacedValues:
    """What one subject said by the keys of our inputs, with what was said of one key twice."""

    values: SubjectValues
    places: dict[KeyPath, DocumentPlace]
    lines: dict[KeyPath, tuple[DocumentPlace, ...]]
    unplaced: list[Unplaced]
    conflicts: list[Conflict]
    again: list[tuple[KeyPath, DocumentPlace]]
    source: str

    def get(self, keys: KeyPath) -> Any:
        """Return a value, or nothing."""
        found: Any = self.values
        for key in keys:
            if isinstance(key, int):
                found = found[key] if isinstance(found, list) and key < len(found) else None
            else:
                found = found.get(key) if isinstance(found, dict) else None
            if found is None:
                return None
        return found

    def put_section(self, keys: KeyPath, text: str, section: SectionText) -> None:
        """Set a text, with the places of its lines."""
        self.put(keys, text, section.place)
        if self.get(keys) == text and len(section.lines) == text.count("\n") + 1:
            self.lines[keys] = section.lines

    def put(self, keys: KeyPath, value: Any, place: DocumentPlace) -> None:
        """Set a value that is not set yet; a second one that differs is listed, not written."""
        if isinstance(value, str):
            value = harmless(value)
            if len(value) > LONGEST_TEXT:
                self.leave(place, value, f"太长，超过 {LONGEST_TEXT:,} 字")
                return
        old = self.get(keys)
        if old is not None and old != "":
            if old != value:
                first = self.places.get(keys, place)
                reason = f"与先读到的“{str(old)[:30]}”（{first}）不同"
                self.unplaced.append(Unplaced(place, str(value), reason, self.source))
                self.conflicts.append(Conflict(keys, old, value, first, place))
            else:
                self.again.append((keys, place))
            return
        table: Any = self.values
        for key, following in pairwise(keys):
            fresh: Any = [] if isinstance(following, int) else {}
            if isinstance(key, int):
                if key == len(table):
                    table.append(fresh)
                table = table[key]
            else:
                table = table.setdefault(key, fresh)
        if isinstance(table, list):
            table.append(value)
        else:
            table[keys[-1]] = value
        self.places[keys] = place

    def take(self, keys: KeyPath) -> tuple[Any, DocumentPlace | None]:
        """Take a value out, with its place; the table that held it stays."""
        value, table = self.get(keys), self.get(keys[:-1])
        if value is not None:
            del table[keys[-1]]
        return value, self.places.pop(keys, None)

    def take_clean(self, keys: KeyPath) -> tuple[Any, DocumentPlace | None]:
        """Take a value out, and the tables that hold nothing else; rows of a list stay."""
        value, place = self.take(keys)
        for end in range(len(keys) - 1, 0, -1):
            above = self.get(keys[: end - 1])
            if isinstance(above, dict) and above.get(keys[end - 1]) == {}:
                del above[keys[end - 1]]
        return value, place

    def leave(self, place: DocumentPlace, quote: str, reason: str) -> None:
        """List words that found no place."""
        if quote.strip():
            self.unplaced.append(Unplaced(place, quote.strip(), reason, self.source))
