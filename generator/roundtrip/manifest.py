"""The manifest beside an output set: what was read, what was written, every figure and block."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from generator import __version__
from generator.base.json_shape import Json, JsonObject
from generator.base.own_note import note_text
from generator.base.toml import TomlFile
from generator.figures.figure import Figure, Source
from generator.figures.figure_book import FigureBook
from generator.model.blocks import DocumentBlocks
from generator.model.spans import Spans
from generator.roundtrip.files_record import FORMAT, PENDING_FILE, FileRecord, Record
from generator.roundtrip.printed_blocks_read import Printed, printed_blocks
from generator.roundtrip.record_tables import joined, lines_of
from generator.roundtrip.recorded import (
    LaterDocuments,
    RecordedAnchor,
    RecordedBlock,
    RecordedDocument,
    RecordedFigure,
    RecordedSource,
    RecordedSpan,
    document_data,
    traced,
)


class WrittenDocument(NamedTuple):
    """One document of a file: what it says, and its anchors as (name, key, figure, is whole)."""

    blocks: DocumentBlocks
    anchors: tuple[tuple[str, str, str, bool], ...]


class Written(NamedTuple):
    """A file as it was generated."""

    file: str
    data: bytes
    documents: tuple[WrittenDocument, ...]
    stamp: str = ""


def manifest_bytes(record: Record, figures: Sequence[bytes] | None = None) -> bytes:
    """Write the manifest: stable order, one table a line, no times, no paths of a machine.

    ``figures`` are its lines of figures, where they are not those that it had.
    """
    files = sorted(record.files.items())
    tables = {
        "format": FORMAT,
        "program": __version__,
        "states": dict(sorted(record.states.items())),
        "inputs": dict(sorted(record.inputs.items())),
        "told": dict(sorted(record.told.items())),
        "former": {name: list(values) for name, values in sorted(record.former.items())},
        "pdfs": {name: list(digests) for name, digests in sorted(record.pdfs.items())},
        "files": [file.without_documents() for _, file in files],
        "documents": {name: file.documents_as_data() for name, file in files},
    }
    own = figure_lines(record.figures) if figures is None else figures
    changes = {"changes": record.changes} if record.changes else {}
    return joined([*lines_of(tables), *own, *lines_of(changes)])


def figure_lines(figures: Mapping[str, RecordedFigure]) -> list[bytes]:
    """Write the tables of figures: what they show, and where they come from."""
    return lines_of(
        {
            "shown": {str(id): figure.shown for id, figure in figures.items()},
            "figures": {str(id): figure.as_data() for id, figure in figures.items()},
        }
    )


def book_lines(book: FigureBook) -> list[bytes]:
    """Write the same tables of figures as they were worked out."""
    shown: dict[str, Json] = {}
    data: dict[str, Json] = {}
    for id, _, said, _, label, sources, formula, rule, basis, inputs in book.values():
        name = str(id)
        shown[name] = said
        data[name] = traced(label, [*map(_where, sources)], formula, rule, basis, inputs)
    return lines_of({"shown": shown, "figures": data})


def recorded_figures(book: FigureBook) -> dict[str, RecordedFigure]:
    """Return figures with what they came from, as a record tells of them."""
    return {figure.id: _figure(figure) for figure in book.values()}


def pending_text(record: Record, due: Mapping[str, str]) -> str:
    """Write what is about to be written, beside what earlier builds were about to write."""
    pending = {name: list(digests) for name, digests in record.pending.items() if name}
    for name, found in due.items():
        if found not in pending.setdefault(name, []):
            pending[name].append(found)
    return note_text(PENDING_FILE, pending)


# Half the price of a call, thousands of times.
_recorded_anchor: Final = partial(tuple.__new__, RecordedAnchor)
_recorded_span: Final = partial(tuple.__new__, RecordedSpan)
_recorded_block: Final = partial(tuple.__new__, RecordedBlock)


def file_record(file: Written, mode: str) -> FileRecord:
    """Describe a file as it was generated."""
    documents = _DocumentsWritten(file.documents)
    return FileRecord(file.file, digest(file.data), mode, documents, stamp=file.stamp)


def digest(content: bytes) -> str:
    """Return the fingerprint of a file."""
    return hashlib.sha256(content).hexdigest()


def input_digests(files: Iterable[TomlFile], root: Path) -> dict[str, str]:
    """Return the digests of what a build rests on, named relative to the dossier or by name alone."""
    found: dict[str, str] = {}
    for file in files:
        path = file.path
        is_inside = path.parent == root or path.is_relative_to(root)
        found[path.relative_to(root).as_posix() if is_inside else path.name] = file.digest
    return found


class _DocumentsWritten(LaterDocuments):
    """Documents as they were written: a first build lays them out for its record, and asks no more."""

    def __init__(self, documents: Sequence[WrittenDocument]) -> None:
        super().__init__(lambda: tuple(map(_document, documents)))
        self._written = documents

    def as_data(self) -> Sequence[JsonObject]:
        """Lay them out for JSON."""
        return [
            document_data(
                own.blocks.id, own.blocks.plain_title, _printed(own), [*map(tuple, own.anchors)]
            )
            for own in self._written
        ]


def _printed(document: WrittenDocument) -> Sequence[Printed]:
    # What the template does not print needs no base to be compared with. A clean copy has no anchors.
    printed = {anchor[1] for anchor in document.anchors}
    return printed_blocks(document.blocks, printed or None)


def _document(document: WrittenDocument) -> RecordedDocument:
    return RecordedDocument(
        document.blocks.id,
        document.blocks.plain_title,
        tuple([_recorded_block((key, kind, _spans(s))) for key, kind, s in _printed(document)]),
        tuple(map(_recorded_anchor, document.anchors)),
    )


def _figure(figure: Figure) -> RecordedFigure:
    _, _, shown, _, label, sources, formula, rule, basis, inputs = figure
    return RecordedFigure(shown, label, tuple(map(_source, sources)), formula, rule, basis, inputs)


def _source(source: Source) -> RecordedSource:
    return RecordedSource(*_where(source))


def _where(source: Source) -> tuple[str, int, str]:
    file, keys = source
    return file.path.name, file.line(keys), file.key_text(keys)


def _spans(spans: Spans) -> tuple[RecordedSpan, ...]:
    return tuple([_recorded_span((text, figure)) for text, figure, _ in spans])
