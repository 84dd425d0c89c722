"""Which of our files an edited one is: by its anchors, by its name, else by its words."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator.load.dossier_folders import find_dossiers
from generator.roundtrip.bare_text import bare
from generator.roundtrip.files_record import MANIFEST_FILE, FileRecord, Record, read_record
from generator.word.anchors import document_of, document_prefix
from generator.word.edited.file import WordFile

_ENOUGH = 0.3  # of the longer recorded texts that have to stand in a file without anchors
_TELLING = 8


class Known(NamedTuple):
    """The folder in which a file was written, its record, and what the record says of the file."""

    folder: Path
    record: Record
    file: FileRecord


def find_known(path: Path, found: WordFile, folders: list[Path]) -> Known | None:
    """Find what is known of an edited file."""
    documents = {document_of(name) for p in found.passages() for name in p.names}
    places = list(_places(folders))
    with_anchors = [
        Known(folder, record, file)
        for folder, record in places
        for file in record.files.values()
        if any(document_prefix(d.id) in documents for d in file.documents)
    ]
    if with_anchors:
        return max(with_anchors, key=lambda known: _fit(known, path, found))
    words = "".join(bare(p.text) for p in found.passages())
    scored = [
        (_share(file, words), Known(folder, record, file))
        for folder, record in places
        for file in record.files.values()
        if file.documents
    ]
    best = max(scored, key=lambda pair: (pair[0], pair[1].file.file == path.name), default=None)
    return best[1] if best is not None and best[0] >= _ENOUGH else None


def dossier_folder(document: str, inputs: Path | None, root: Path | None) -> Path | None:
    """Find the folder of a document: its id begins with the name."""
    name = document.split("/", maxsplit=1)[0]
    start = (
        inputs if inputs is not None else (root / "inputs" if root is not None else Path("inputs"))
    )
    folders, _ = find_dossiers(start)
    return next((folder for folder in folders if folder.resolve().name == name), None)


def _places(folders: list[Path]) -> Iterator[tuple[Path, Record]]:
    seen: set[Path] = set()
    for folder in folders:
        for place in (folder, *sorted(p.parent for p in folder.glob(f"*/{MANIFEST_FILE}"))):
            if place not in seen:
                seen.add(place)
                yield place, read_record(place)


def _fit(known: Known, path: Path, found: WordFile) -> tuple[bool, bool, int]:
    """Prefer the record of the very file, then the one that has most of its documents."""
    is_here = known.folder.resolve() == path.resolve().parent
    present = {name for passage in found.passages() for name in passage.names}
    shared = sum(a.name in present for d in known.file.documents for a in d.anchors)
    return is_here, known.file.file == path.name, shared


def _share(file: FileRecord, words: str) -> float:
    """Return how many of the recorded texts stand in a file."""
    texts = [
        bare("".join(span.text for span in block.spans))
        for document in file.documents
        for block in document.blocks
    ]
    telling = [text for text in texts if len(text) >= _TELLING]
    return sum(text in words for text in telling) / len(telling) if telling else 0.0
