"""The labels of forms that are declared: which scheme's forms a document is one of, and what it calls what."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.model.foreign_document import ReadDocument, ReadParagraph
from generator.model.own_form import Declared, OwnColumn, OwnField, OwnItem, OwnRow, OwnTable
from generator.read.label_book import normal, unnumbered
from generator.read.printed_values import labelled_parts

_FEWEST = 3  # labels by which a form is known although others of it are missing
_LONGEST_LINE = 200
_JOINT = "·"  # between the caption of a row and that of its column


class Candidate(NamedTuple):
    """A scheme whose forms have something of their own."""

    scheme: str
    declared: Declared


class OwnBook:
    """Answers what a label of a declared form stands for."""

    def __init__(self, candidate: Candidate) -> None:
        self.scheme, self.declared = candidate
        self._fields = {name: f for f in self.declared.fields for name in _names(f.labels)}
        self._columns = {
            name: item for item in self.declared.indicator_fields for name in _names(item.labels)
        }
        self.items = [frozenset(_names(labels)) for labels in _every_item(self.declared)]
        self.labels = frozenset(name for names in self.items for name in names)
        self.headings = frozenset(
            name
            for table in self.declared.tables
            for column in table.column
            for name in _names(column.labels)
        )

    def field(self, text: str) -> OwnField | None:
        """Return the field that a label names."""
        return self._fields.get(normal(text)) or self._fields.get(unnumbered(text))

    def indicator_field(self, text: str) -> OwnItem | None:
        """Return the column of indicators that a heading names."""
        return self._columns.get(normal(text))

    def is_label(self, text: str) -> bool:
        """Tell whether words are of the form: a label, a heading, the name of a row."""
        return normal(text) in self.labels

    def is_heading(self, text: str) -> bool:
        """Tell whether words stand over a column of one of the tables."""
        return normal(text) in self.headings


def column_named(table: OwnTable, text: str) -> OwnColumn | None:
    """Return the column that a heading names."""
    plain = normal(text)
    return next((c for c in table.column if plain in _names(c.labels)), None) if plain else None


def row_named(table: OwnTable, text: str) -> OwnRow | None:
    """Return the row that a label names."""
    plain = (normal(text), unnumbered(text))
    found = (r for r in table.row if not {*plain}.isdisjoint(_names(r.labels)))
    return next(found, None) if plain[0] else None


def is_named(labels: Sequence[str], text: str) -> bool:
    """Tell whether words are one of some labels."""
    return bool(normal(text)) and normal(text) in _names(labels)


class PlacedCandidate(NamedTuple):
    """A scheme that may be that of a document, where the document names its place (empty: anywhere)."""

    candidate: Candidate
    place: str = ""


def candidates_near(
    document: ReadDocument, candidates: Sequence[PlacedCandidate]
) -> list[Candidate]:
    """Leave out schemes of places that a document does not name."""
    wanted = {placed.place for placed in candidates if placed.place}
    said = "\n".join(text for _, text, _ in document.said()) if wanted else ""
    named = {place for place in wanted if place in said}
    return [placed.candidate for placed in candidates if not placed.place or placed.place in named]


def best_candidate(
    document: ReadDocument, candidates: Sequence[Candidate], usual: str
) -> OwnBook | None:
    """Return the forms that a document is one of: half of their labels stand there, or all of few.

    Where two fit alike the usual scheme of the workspace is taken.
    """
    if not candidates:
        return None
    said = set(_said(document))
    best: tuple[int, bool, OwnBook] | None = None
    for candidate in candidates:
        book = OwnBook(candidate)
        met = sum(_is_met(names, said) for names in book.items)
        is_enough = met * 2 >= len(book.items) and met >= min(_FEWEST, len(book.items))
        rank = (met, candidate.scheme == usual)
        if is_enough and met and (best is None or rank > best[:2]):
            best = (*rank, book)
    return best[2] if best is not None else None


def _is_met(names: frozenset[str], said: set[str]) -> bool:
    """Tell an item whose name stands in a document; of row and column, 合计·支出, both must."""
    parts = (name.split(_JOINT) for name in names if _JOINT in name)
    return not names.isdisjoint(said) or any(said.issuperset(both) for both in parts)


def _every_item(declared: Declared) -> Iterator[tuple[str, ...]]:
    """Give what each item is called on paper."""
    yield from (item.labels for item in declared.items() if item.kind != "serial")
    yield from (row.labels for table in declared.tables for row in table.row)


def _names(labels: Sequence[str]) -> tuple[str, ...]:
    return tuple(filter(None, map(normal, labels)))


def _said(document: ReadDocument) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, ReadParagraph):
            yield from _heads(block.text)
            continue
        for row in range(len(block.grid)):
            for cell in block.cells(row):
                if cell.row == row:
                    yield from _heads(cell.text)


def _heads(text: str) -> Iterator[str]:
    """Give a text, and each of its parts up to a colon."""
    if len(text) > _LONGEST_LINE:
        return
    yield normal(text)
    yield unnumbered(text)
    for line in text.split("\n"):
        for part in labelled_parts(line):
            head, colon, _ = part.replace("：", ":").partition(":")
            if colon:
                yield normal(head)
