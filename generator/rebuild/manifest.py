"""The manifest beside an output set: what was read, what was written, every figure and block."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import __version__
from generator.figures.book import FigureBook
from generator.figures.figure import Figure
from generator.model.blocks import Cell, DocumentBlocks, Heading, Paragraph, Spans, Table

MANIFEST_FILE = ".jixiao-manifest.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Written:
    """A document as it was written."""

    id: str
    file: str
    data: bytes
    blocks: DocumentBlocks


def manifest_text(
    inputs: Mapping[str, bytes], documents: Sequence[Written], book: FigureBook
) -> str:
    """Write the manifest: stable order, no times, no paths of a machine."""
    data = {
        "format": FORMAT,
        "program": __version__,
        "inputs": {name: digest(content) for name, content in sorted(inputs.items())},
        "documents": [_document(document) for document in documents],
        "figures": {figure.id: _figure(figure) for figure in book.values()},
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def written_digests(folder: Path) -> dict[str, str]:
    """Return the fingerprints of the documents that the last build wrote, by file name."""
    try:
        data = json.loads((folder / MANIFEST_FILE).read_text(encoding="utf-8"))
        return {str(d["file"]): str(d["sha256"]) for d in data["documents"]}
    except (OSError, ValueError, KeyError, TypeError):
        return {}  # no manifest, or not one of ours: then nothing is known to be ours


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


def _document(document: Written) -> dict[str, Any]:
    return {
        "id": document.id,
        "file": document.file,
        "sha256": digest(document.data),
        "blocks": _blocks(document.blocks),
    }


def _figure(figure: Figure) -> dict[str, Any]:
    data: dict[str, Any] = {"shown": figure.shown}
    if figure.sources:
        places = [source.place for source in figure.sources]
        data["sources"] = [
            {"file": Path(p.file).name, "line": p.line, "key": p.key} for p in places
        ]
    for name in ("formula", "rule", "basis"):
        if text := getattr(figure, name):
            data[name] = text
    return {**data, "inputs": list(figure.inputs)} if figure.inputs else data


def _blocks(blocks: DocumentBlocks) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = [{"title": _spans(blocks.title)}]
    found += [_block(block) for block in blocks.body]
    if blocks.signature is not None:
        found.append({"signature": [_spans(blocks.signature.name), _spans(blocks.signature.date)]})
    if blocks.attachment is not None:
        title = _spans(blocks.attachment.title)
        found.append(
            {
                "attachment": blocks.attachment.label,
                "title": title,
                **_table(blocks.attachment.table),
            }
        )
    return found


def _block(block: Heading | Paragraph) -> dict[str, Any]:
    if isinstance(block, Heading):
        return {
            "heading": block.level,
            "number": block.number,
            "title": _spans(block.title),
            "section": block.section,
        }
    data: dict[str, Any] = {"paragraph": _spans(block.spans), "section": block.section}
    return {**data, "lead": _spans(block.lead)} if block.lead else data


def _table(table: Table) -> dict[str, Any]:
    return {
        "fields": {name: _cell(cell) for name, cell in table.fields.items()},
        "rows": {
            name: [{field: _cell(cell) for field, cell in row.cells.items()} for row in rows]
            for name, rows in table.rows.items()
        },
    }


def _cell(cell: Cell) -> Any:
    spans = _spans(cell.spans)
    return {"merge": cell.merge, "spans": spans} if cell.merge else spans


def _spans(spans: Spans) -> list[Any]:
    return [[span.text, span.figure] if span.figure else span.text for span in spans]
