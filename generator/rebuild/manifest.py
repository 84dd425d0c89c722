"""The manifest beside an output set: what was read, what was written, every figure and block."""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import __version__
from generator.base.filenames import name_fault
from generator.figures.book import FigureBook
from generator.figures.figure import Figure
from generator.model.blocks import DocumentBlocks, Spans
from generator.rebuild.printed import printed_blocks

MANIFEST_FILE = ".jixiao-manifest.json"
FORMAT = 2


@dataclass(frozen=True, slots=True)
class WrittenDocument:
    """One document of a file: what it says, and its anchors as (name, key, figure)."""

    blocks: DocumentBlocks
    anchors: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A file as it was written."""

    file: str
    data: bytes
    text: str  # the fingerprint of its words
    documents: tuple[WrittenDocument, ...]


def manifest_text(
    inputs: Mapping[str, bytes],
    files: Sequence[Written],
    book: FigureBook,
    others: Sequence[Mapping[str, Any]] = (),
) -> str:
    """Write the manifest: stable order, no times, no paths of a machine.

    ``others`` are files of earlier builds that this one did not touch.
    """
    data = {
        "format": FORMAT,
        "program": __version__,
        "inputs": {name: digest(content) for name, content in sorted(inputs.items())},
        "files": sorted([*map(_file, files), *others], key=lambda file: str(file["file"])),
        "figures": {figure.id: _figure(figure) for figure in book.values()},
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def read_manifest(folder: Path) -> dict[str, Any]:
    """Read the manifest of a folder; what is not one of ours is empty."""
    try:
        data = json.loads((folder / MANIFEST_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) and data.get("format") == FORMAT else {}


def untouched_files(folder: Path, written: Collection[str]) -> list[Mapping[str, Any]]:
    """Return what the last manifest says of files that are still there and were not written now."""
    return [
        file
        for file in read_manifest(folder).get("files", [])
        if isinstance(file, dict)
        and isinstance(name := file.get("file"), str)
        and name not in written
        and not name_fault(name)
        and (folder / name).is_file()
    ]


def written_digests(folder: Path) -> dict[str, str]:
    """Return the fingerprints of the files that the last build wrote, by file name."""
    try:
        return {str(f["file"]): str(f["sha256"]) for f in read_manifest(folder).get("files", [])}
    except (KeyError, TypeError):
        return {}  # not as we wrote it: then nothing is known to be ours


def digest(content: bytes) -> str:
    """Return the fingerprint of a file."""
    return hashlib.sha256(content).hexdigest()


def read_inputs(files: Iterable[Path], root: Path) -> dict[str, bytes]:
    """Read the files that a build rests on, named relative to the dossier or by their name alone."""
    found: dict[str, bytes] = {}
    for path in files:
        name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
        found[name] = path.read_bytes()
    return found


def _file(file: Written) -> dict[str, Any]:
    return {
        "file": file.file,
        "sha256": digest(file.data),
        "text": file.text,
        "documents": [_document(document) for document in file.documents],
    }


def _document(document: WrittenDocument) -> dict[str, Any]:
    return {
        "id": document.blocks.id,
        "title": document.blocks.plain_title,
        "blocks": [
            {"key": block.key, "kind": block.kind, "spans": _spans(block.spans)}
            for block in printed_blocks(document.blocks)
        ],
        "anchors": [[*anchor] for anchor in document.anchors],
    }


def _figure(figure: Figure) -> dict[str, Any]:
    data: dict[str, Any] = {"shown": figure.shown}
    if figure.label:
        data["label"] = figure.label
    if figure.sources:
        places = [source.place for source in figure.sources]
        data["sources"] = [
            {"file": Path(p.file).name, "line": p.line, "key": p.key} for p in places
        ]
    for name in ("formula", "rule", "basis"):
        if text := getattr(figure, name):
            data[name] = text
    return {**data, "inputs": list(figure.inputs)} if figure.inputs else data


def _spans(spans: Spans) -> list[Any]:
    return [[span.text, span.figure] if span.figure else span.text for span in spans]
