"""Where the numbers of a written file came from, as its manifest tells it."""

from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.roundtrip.record import MANIFEST_FILE, FileRecord, Record, read_record

_DEPTH_CEILING = 12


def find_manifest(
    folders: Collection[Path], documents: Collection[str], prefix_of: Callable[[str], str]
) -> tuple[Record, tuple[Mapping[str, Any], ...]] | None:
    """Find the manifest that knows some documents, and what it says of them."""
    for folder in folders:
        places = [folder, *sorted(p.parent for p in folder.glob(f"*/{MANIFEST_FILE}"))]
        for place in places:
            record = read_record(place)
            found = tuple(
                document
                for file in record.files.values()
                for document in file.documents
                if prefix_of(document["id"]) in documents
            )
            if found:
                return record, found
    return None


def printed_figures(document: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Go through the figures that a document prints: figure, as shown there, key of the block."""
    for block in document["blocks"]:
        for span in block["spans"]:
            if isinstance(span, list):
                yield span[1], span[0], block["key"]


def anchored_figures(file: FileRecord) -> Iterator[tuple[str, str, str, bool]]:
    """Go through what is anchored in a file: document, key of the block, figure, whether it is all of it."""
    for document in file.documents:
        for block in document["blocks"]:
            for span in block["spans"]:
                if isinstance(span, list):
                    yield document["id"], block["key"], span[1], len(block["spans"]) == 1


def figure_lines(record: Record, figure_id: str, shown: str = "") -> list[str]:
    """Write a figure and, indented below it, what it came from."""
    return list(_lines(record.figures, figure_id, shown, 0, frozenset()))


def _lines(
    figures: Mapping[str, Any], figure_id: str, shown: str, depth: int, above: frozenset[str]
) -> Iterator[str]:
    figure = figures.get(figure_id)
    if figure is None:
        return
    indent = "  " * depth
    label = f"　{figure['label']}" if "label" in figure else ""
    yield f"{indent}{shown or figure['shown']}　{figure_id}{label}"
    for name, title in (("formula", "算式"), ("rule", "规则"), ("basis", "依据")):
        if name in figure:
            yield f"{indent}  {title}：{figure[name]}"
    for source in figure.get("sources", []):
        yield f"{indent}  来自：{source['file']}:{source['line']}　{source['key']}"
    if depth < _DEPTH_CEILING:
        for below in figure.get("inputs", []):
            if below not in above:
                yield from _lines(figures, below, "", depth + 1, above | {figure_id})
