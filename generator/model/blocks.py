"""Blocks: the document between the inputs and Word. Narrative and tables make them, Word is written from them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words, or a figure (then with its id)."""

    text: str
    figure: str = ""


Spans = tuple[Span, ...]


def plain_text(spans: Spans) -> str:
    """Return the words of spans without the figures' ids."""
    return "".join(span.text for span in spans)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its computed number and its title."""

    level: int
    number: str
    title: Spans
    section: str

    @property
    def text(self) -> str:
        """Return number and title as printed."""
        return f"{self.number}{plain_text(self.title)}"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of body text; ``lead`` is a bold run-in such as ``1.科学公正。``."""

    spans: Spans
    section: str
    lead: Spans = ()

    @property
    def text(self) -> str:
        """Return the words of the paragraph."""
        return plain_text((*self.lead, *self.spans))


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: what it holds, and whether it starts or continues a vertical merge."""

    spans: Spans = ()
    merge: str = ""

    @property
    def text(self) -> str:
        """Return the words of the cell."""
        return plain_text(self.spans)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its cells by field name."""

    cells: dict[str, Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """The attached form: single fields, and repeated rows by name."""

    title: Spans
    fields: dict[str, Cell]
    rows: dict[str, tuple[Row, ...]]


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs, and when."""

    name: Spans
    date: Spans


@dataclass(frozen=True, slots=True)
class Attachment:
    """An attachment: its label (附件1) and title."""

    label: str
    title: Spans
    table: Table


@dataclass(frozen=True, slots=True)
class DocumentBlocks:
    """One document, ready to be written."""

    id: str
    title: Spans
    body: tuple[Heading | Paragraph, ...]
    signature: Signature | None
    attachment: Attachment | None
