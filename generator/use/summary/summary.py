"""The rows of an examined dossier, with the places of its documents; the dossier itself is let go."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from generator.base.strange_text import shown_path
from generator.roundtrip.files_record import FileRecord, read_record
from generator.summary.digest_rows import DossierRows
from generator.summary.dossier_rows import Findings, dossier_rows
from generator.use.check.examine import Examined
from generator.use.library import Library
from generator.use.summary.dossier_ties import ties_of


def rows_of(examined: Examined, library: Library, start: Path) -> DossierRows:
    """Keep of a dossier what a summary needs; links are relative to the folder ``start``."""
    scheme = examined.scheme.scheme if examined.scheme is not None else None
    findings = Findings(
        shown_path(examined.path),
        examined.path.resolve().name,
        examined.dossier,
        scheme,
        examined.sheets,
        examined.stage,
        examined.problems,
        examined.left_out,
        tuple(ties_of(examined, library)),
    )
    documents = _documents(library.workspace.outputs(examined.path), start)
    return dossier_rows(findings, library.units, documents)


def _documents(outputs: Path, start: Path) -> Callable[[str], str]:
    """Find the written document of a subject, or the folder of all; what is not there has no link."""
    if not outputs.is_dir():
        return lambda _: ""
    first: dict[str, str] = {}
    for owner, name in _owners(read_record(outputs).files.values()):
        first.setdefault(owner, name)
    folder = _relative(outputs, start)

    def link(subject: str) -> str:
        if not subject:
            return folder
        name = first.get(subject, "")
        is_there = bool(name) and (outputs / name).is_file()
        return f"{folder}/{name}" if folder and is_there else ""

    return link


def _owners(files: Iterable[FileRecord]) -> Iterator[tuple[str, str]]:
    """Go through the subjects that files tell of: their documents bear ids ``dossier/subject/form``."""
    for file in files:
        for document in file.documents:
            parts = document.id.split("/")
            if len(parts) > 2:
                yield parts[1], file.file


def _relative(path: Path, start: Path) -> str:
    try:
        return Path(os.path.relpath(path.resolve(), start.resolve())).as_posix()
    except ValueError:  # another drive
        return ""
