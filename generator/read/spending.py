"""What the money of a subject went to, thing by thing: projects or tasks beside their amounts."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from generator.base.document_place import DocumentPlace


class Sum(NamedTuple):
    """An amount or a rate, and where it stands."""

    value: Decimal
    place: DocumentPlace

    def in_file(self, file: str) -> "Sum":
        """Say which file it is from."""
        return self._replace(place=self.place.in_file(file))


class SpentOn(NamedTuple):
    """One thing that money went to; a reason of nothing has no cell at all."""

    name: str
    place: DocumentPlace
    initial: Sum | None = None
    budget: Sum | None = None
    spent: Sum | None = None
    rate: Sum | None = None
    sources: tuple[tuple[str, Sum], ...] = ()
    reason: str | None = None
    of: str = ""  # the breakdown of the whole that it is a part of
    is_sum: bool = False  # the row of the total below the others of its table

    def in_file(self, file: str) -> "SpentOn":
        """Say of everything which file it is from."""
        return self._replace(
            place=self.place.in_file(file),
            initial=_in_file(self.initial, file),
            budget=_in_file(self.budget, file),
            spent=_in_file(self.spent, file),
            rate=_in_file(self.rate, file),
            sources=tuple((name, one.in_file(file)) for name, one in self.sources),
        )


def _in_file(found: Sum | None, file: str) -> Sum | None:
    return found.in_file(file) if found is not None else None


def in_file(rows: Iterable[SpentOn], file: str) -> list[SpentOn]:
    """Say of all rows which file they are from."""
    return [row.in_file(file) for row in rows]
