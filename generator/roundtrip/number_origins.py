"""Where the numbers of a written file came from, as its manifest tells it."""

from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path

from generator.roundtrip.files_record import MANIFEST_FILE, FileRecord, Record, read_record
from generator.roundtrip.recorded import RecordedDocument, RecordedFigure

_DEPTH_CEILING = 12


def find_manifest(
    folders: Collection[Path], documents: Collection[str], prefix_of: Callable[[str], str]
) -> tuple[Record, tuple[RecordedDocument, ...]] | None:
    """Find the manifest that knows some documents, and what it says of them."""
    for folder in folders:
        places = [folder, *sorted(p.parent for p in folder.glob(f"*/{MANIFEST_FILE}"))]
        for place in places:
            record = read_record(place)
            found = tuple(
                document
                for file in record.files.values()
                for document in file.documents
                if prefix_of(document.id) in documents
            )
            if found:
                return record, found
    return None


def printed_figures(document: RecordedDocument) -> Iterator[tuple[str, str, str]]:
    """Go through the figures that a document prints: figure, as shown there, key of the block."""
    for block in document.blocks:
        for text, figure in block.spans:
            if figure:
                yield figure, text, block.key


def anchored_figures(file: FileRecord) -> Iterator[tuple[str, str, str, bool]]:
    """Go through what is anchored in a file: document, key of the block, figure, whether it is all of it."""
    for document in file.documents:
        for block in document.blocks:
            for _, figure in block.spans:
                if figure:
                    yield document.id, block.key, figure, len(block.spans) == 1


def figure_lines(record: Record, figure_id: str, shown: str = "") -> list[str]:
    """Write a figure and, indented below it, what it came from."""
    return list(_lines(record.figures, figure_id, shown, 0, frozenset()))


def _lines(
    figures: Mapping[str, RecordedFigure],
    figure_id: str,
    shown: str,
    depth: int,
    above: frozenset[str],
) -> Iterator[str]:
    figure = figures.get(figure_id)
    if figure is None:
        return
    indent = "  " * depth
    label = f"　{figure.label}" if figure.label else ""
    yield f"{indent}{shown or figure.shown}　{figure_id}{label}"
    for said, title in ((figure.formula, "算式"), (figure.rule, "规则"), (figure.basis, "依据")):
        if said:
            yield f"{indent}  {title}：{said}"
    for source in figure.sources:
        yield f"{indent}  来自：{source.file}:{source.line}　{source.key}"
    if depth < _DEPTH_CEILING:
        for below in figure.inputs:
            if below not in above:
                yield from _lines(figures, below, "", depth + 1, above | {figure_id})
