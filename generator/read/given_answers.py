"""What became of the words of a document, as values: each entry with its answer, and their counts."""

from collections.abc import Collection, Mapping
from typing import Literal, NamedTuple

from generator.base.document_place import DocumentPlace
from generator.base.json_shape import JsonObject

OF_THE_FORM = "采用的表样"
Answer = Literal["used", "furniture", "unread"]


class Entry(NamedTuple):
    """A cell or paragraph, the answer, and why: the keys, the kind of furniture, the reason."""

    place: DocumentPlace
    text: str
    answer: Answer
    what: str


class Account(NamedTuple):
    """What became of a document."""

    file: str
    entries: tuple[Entry, ...]
    rows: int = 0
    columns: int = 0

    def count(self, answer: Answer) -> int:
        """Count the entries with an answer."""
        return sum(entry.answer == answer for entry in self.entries)

    def settled(self, left: Mapping[DocumentPlace, str]) -> "Account":
        """Return the account after more was left: what found no place later is unread."""
        entries = tuple(
            entry._replace(answer="unread", what=left[entry.place])
            if entry.place in left
            else entry
            for entry in self.entries
        )
        return self._replace(entries=entries)

    def answered(
        self, used: Collection[DocumentPlace], of_form: Collection[DocumentPlace]
    ) -> "Account":
        """Return the account after words that nobody understood were found to be some after all."""
        entries = (
            entry._replace(answer="used", what=OF_THE_FORM)
            if entry.answer == "unread" and entry.place in used
            else entry._replace(answer="furniture", what=OF_THE_FORM)
            if entry.answer == "unread" and entry.place in of_form
            else entry
            for entry in self.entries
        )
        return self._replace(entries=tuple(entries))

    def as_data(self) -> JsonObject:
        """Lay the counts out as the documented JSON shape."""
        return {
            "cells": len(self.entries),
            "used": self.count("used"),
            "furniture": self.count("furniture"),
            "unread": self.count("unread"),
        }

    def __str__(self) -> str:
        """Say it in one line."""
        grid = f"{self.rows} 行 {self.columns} 列，" if self.rows else ""
        return (
            f"读到 {grid}用 {self.count('used')} 格，栏目和说明 {self.count('furniture')} 格，"
            f"没有读懂 {self.count('unread')} 格"
        )
