"""A document that was read as a piece of a web page: words and tables, figures and places by their names."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from generator.base.document_place import DocumentPlace
from generator.base.html import Html, tag
from generator.base.visible import visible_lines
from generator.model.foreign_document import ReadBlock, ReadDocument, ReadTable
from generator.prose.figure_marks import split_spans
from generator.word.anchors import document_prefix, fingerprint
from generator.word.reading.document_words import read_docx_bytes

_DEEPEST: Final = 6


class Printed(NamedTuple):
    """A figure that a document prints, and the key of the block in which it stands."""

    document: str
    key: str
    figure: str
    is_whole: bool  # nothing but the figure stands in the block


class Manner(NamedTuple):
    """How a document is written: below which heading, and what of it has a name."""

    below: int = 0
    has_figures: bool = False  # it is one of ours, and was read with its figures marked
    has_places: bool = False


def figures_by_anchor(printed: Iterable[Printed]) -> dict[str, str]:
    """Return the figures by the names of their anchors, as they are written into files."""
    found: dict[str, str] = {}
    for own in printed:
        named = own.key if own.is_whole else f"{own.key}>{own.figure}"
        found[f"{document_prefix(own.document)}_{fingerprint(named)}"] = own.figure
    return found


def page_of(data: bytes, figures: Mapping[str, str], below: int = 0) -> Html:
    """Write a document of ours, a button around each of its figures."""
    read, problems = read_docx_bytes(data, "", figures)
    if read is None:
        return tag("p", "；".join(problem.message for problem in problems))
    return blocks_of(read, Manner(below, has_figures=True))


def blocks_of(read: ReadDocument, manner: Manner) -> Html:
    """Write the blocks of a document."""
    return Html("".join(made for block in read.blocks for made in _block(block, manner)))


def _block(block: ReadBlock, manner: Manner) -> Iterator[Html]:
    if isinstance(block, ReadTable):
        yield tag("table", [tag("tr", _cells(block, n, manner)) for n in range(len(block.grid))])
    elif block.shown.strip():
        name = f"h{min(block.level + manner.below, _DEEPEST)}" if block.level else "p"
        words = _words(block.shown, manner)
        yield tag(name, words, data_place=_place(block.place, manner))


def _cells(table: ReadTable, number: int, manner: Manner) -> Iterator[Html]:
    for cell in table.cells(number):
        if cell.row != number:
            continue  # it began above
        yield tag(
            "td",
            _words(cell.text, manner),
            rowspan=cell.height if cell.height > 1 else None,
            colspan=cell.width if cell.width > 1 else None,
            data_place=_place(cell.place, manner),
        )


def _place(place: DocumentPlace, manner: Manner) -> str | None:
    return str(place) if manner.has_places else None


def _words(text: str, manner: Manner) -> object:
    if not manner.has_figures:
        return visible_lines(text)
    return [
        tag("button", visible_lines(span.text), type="button", data_figure=span.figure)
        if span.figure
        else visible_lines(span.text)
        for span in split_spans(text)
    ]
