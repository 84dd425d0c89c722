"""Blocks: the document between the inputs and Word. Narrative and tables make them, Word is written from them.

Every block that a person may change by hand later has a key: it names the block within its
document, does not move when others come or go, and becomes its anchor in the Word file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal, NamedTuple

from generator.model.spans import Span, Spans, plain_text


class Heading(NamedTuple):
    """A heading: its computed number and its title. Level 0 is a part (第一部分)."""

    level: int
    number: str
    title: Spans
    section: str
    key: str = ""

    @property
    def text(self) -> str:
        """Return number and title as printed."""
        return f"{self.number}{plain_text(self.title)}"

    @property
    def spans(self) -> Spans:
        """Return number and title as spans."""
        return (Span(self.number), *self.title) if self.number else self.title


class Note(NamedTuple):
    """A footnote: behind how many characters of its paragraph it stands, and what it says."""

    at: int
    spans: Spans
    key: str


class Paragraph(NamedTuple):
    """A paragraph of body text; ``lead`` is a bold run-in such as ``1.科学公正。``.

    ``notes`` count the characters of the lead and of the words behind it.
    """

    spans: Spans
    section: str
    lead: Spans = ()
    key: str = ""
    notes: tuple[Note, ...] = ()

    @property
    def text(self) -> str:
        """Return the words of the paragraph."""
        return plain_text((*self.lead, *self.spans))


class Series(NamedTuple):
    """One row of bars: a name and a value (or none) per category."""

    name: str
    values: tuple[Decimal | None, ...]


ChartKind = Literal["columns", "bars", "lines", "pie"]


class Chart(NamedTuple):
    """A chart; its values are figures, named in ``figures`` for those who trace them.

    ``caption`` is what stands above it, where that is more than its title.
    """

    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    section: str
    figures: tuple[str, ...] = ()
    key: str = ""
    kind: ChartKind = "columns"
    caption: Spans = ()
    target: str = ""  # the name by which a text placed it

    @property
    def said(self) -> Spans:
        """Return what stands above it."""
        return self.caption or (Span(self.title),)


class TextCell(NamedTuple):
    """A cell of a table in running text."""

    spans: Spans
    key: str
    notes: tuple[Note, ...] = ()


class TextTable(NamedTuple):
    """A table in running text: its caption, its rows (the first is its head), the side of each column."""

    caption: Spans
    rows: tuple[tuple[TextCell, ...], ...]
    sides: tuple[str, ...]
    section: str
    key: str = ""
    target: str = ""  # the name by which a text placed it


class Image(NamedTuple):
    """A picture as it was read: its path, what it is, its size in millimetres as it means to be."""

    name: str
    data: bytes
    kind: Literal["png", "jpeg"]
    width: float
    height: float


class Picture(NamedTuple):
    """A picture in running text, with its caption."""

    caption: Spans
    image: Image
    section: str
    key: str = ""


class PageBreak(NamedTuple):
    """A new page: what follows begins it."""

    section: str
    key: str = ""


Block = Heading | Paragraph | Chart | TextTable | Picture | PageBreak


class Cell(NamedTuple):
    """A table cell: what it holds, and whether it starts or continues a vertical merge."""

    spans: Spans = ()
    merge: str = ""

    @property
    def text(self) -> str:
        """Return the words of the cell."""
        return plain_text(self.spans)


class Row(NamedTuple):
    """A row of a table: its cells by field name."""

    cells: dict[str, Cell]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A form: single fields, repeated rows by name, and groups that are forms of their own."""

    fields: dict[str, Cell]
    rows: dict[str, tuple[Row, ...]]
    groups: Mapping[str, tuple["Table", ...]] = field(default_factory=dict)
    key: str = ""

    def group(self, name: str) -> Iterator["Table"]:
        """Go through a group of tables, leaving out rows that they share with this one.

        The only goal of a form has the rows of the form: they are the same cells.
        """
        for table in self.groups.get(name, ()):
            own = {n: rows for n, rows in table.rows.items() if rows is not self.rows.get(n)}
            yield table if len(own) == len(table.rows) else replace(table, rows=own)


class Signature(NamedTuple):
    """Who signs, and when."""

    name: Spans
    date: Spans


class Entry(NamedTuple):
    """A line of the table of contents: what it says, how deep it lies, where it leads."""

    text: str
    level: int
    key: str


class DocumentBlocks(NamedTuple):
    """One document, ready to be written.

    ``label`` is what it bears as an attachment of another (附件1); ``attachments`` are the titles
    that its own note lists.
    """

    id: str
    title: Spans
    body: tuple[Block, ...] = ()
    signature: Signature | None = None
    form: Table | None = None
    label: str = ""
    attachments: tuple[Spans, ...] = ()
    notes: tuple[Spans, ...] = ()
    contents: tuple[Entry, ...] = ()
    summary: Table | None = None  # of many dossiers

    @property
    def plain_title(self) -> str:
        """Return the title on one line."""
        return plain_text(self.title).replace("\n", "")

    def headings(self) -> Iterator[Heading]:
        """Go through the headings of the body."""
        return (block for block in self.body if isinstance(block, Heading))
