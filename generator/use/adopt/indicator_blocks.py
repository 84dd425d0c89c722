"""Several blocks of indicators in one form: the rows that each of them prints."""

from generator.model.foreign_document import ReadTable
from generator.read.columns import BandRead
from generator.read.draft import rows_in
from generator.use.adopt.block_loops import over_of
from generator.use.adopt.looking import Looked
from generator.word.form_tags import chosen_by


class Blocks:
    """Tells the blocks that go over the same list apart, by the classes of their rows."""

    def __init__(self, looked: Looked) -> None:
        self._bands = looked.full.bands
        self._classes = {id(band): _classes(looked, band) for band in self._bands}
        self._begun: set[str] = set()

    def bands_of(self, table: ReadTable) -> list[BandRead]:
        """Return the blocks of a table."""
        at = table.place
        return [b for b in self._bands if (b.place.part, b.place.table) == (at.part, at.table)]

    def over(self, band: BandRead, over: str) -> str:
        """Return what the loop of a block goes over; nothing where its rows are those of another."""
        alike = [b for b in self._bands if over_of(b) == over and self._classes[id(b)]]
        own = self._classes[id(band)]
        others = [self._classes[id(b)] for b in alike if b is not band]
        if others and own and all({*own}.isdisjoint(other) for other in others):
            return chosen_by(over, own)
        if over in self._begun:
            return ""
        self._begun.add(over)
        return over


def _classes(looked: Looked, band: BandRead) -> tuple[str, ...]:
    """Return the first-level classes of the rows of a block."""
    subject = looked.subject
    found: dict[str, None] = {}
    for keys, row in rows_in(subject.values) if subject is not None else ():
        at = subject.places.get((*keys, "name")) if subject is not None else None
        is_here = at is not None and (at.part, at.table) == (band.place.part, band.place.table)
        if is_here and at is not None and at.row and band.span[0] < at.row <= band.span[1]:
            found.setdefault(str(row["class"]).split("/")[0])
    return tuple(found)
