"""What was taken out of a table or paragraph as the form declares it, until it is known whose it is."""

from typing import Any, NamedTuple

from generator.base.document_place import DocumentPlace
from generator.base.toml import KeyPath
from generator.model.foreign_document import ReadCell
from generator.model.own_form import OwnItem


class Found(NamedTuple):
    """The words of an item: where they go, where they stand, and the heading over them."""

    keys: KeyPath
    item: OwnItem
    cell: ReadCell
    heading: str = ""


class OfIndicator(NamedTuple):
    """The words of a column of indicators: of the row that stands beside them."""

    item: OwnItem
    cell: ReadCell


class TotalFound(NamedTuple):
    """A sum that the form prints below a column."""

    table: str
    item: OwnItem
    cell: ReadCell
    heading: str = ""


class Taken(NamedTuple):
    """All of a table or paragraph."""

    values: tuple[Found, ...] = ()
    indicators: tuple[OfIndicator, ...] = ()
    totals: tuple[TotalFound, ...] = ()
    labels: tuple[DocumentPlace, ...] = ()
    asked: tuple[str, ...] = ()  # what the form has a place for, blank or not

    def joined(self, other: "Taken") -> "Taken":
        """Return these and those of another."""
        mine: Any = zip(self, other, strict=True)
        return Taken(*((*one, *more) for one, more in mine))


NOTHING_TAKEN = Taken()
