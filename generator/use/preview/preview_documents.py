"""The documents of a dossier as a draft would print them now: nothing is checked, nothing is written."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Problem
from generator.base.toml import TomlFile
from generator.figures.figure_book import FigureBook
from generator.load.dossier_inputs import LoadedDossier
from generator.model.blocks import DocumentBlocks
from generator.model.dossier import Dossier
from generator.model.order import Order
from generator.prose.origin_marks import Origins, Text
from generator.roundtrip.manifest import Written, WrittenDocument
from generator.roundtrip.printed_blocks_read import printed_blocks
from generator.use.build.planned_documents import plan_documents
from generator.use.build.rendering import render_files
from generator.use.build.tracing import documents_in, trace_documents
from generator.use.check.examine import as_draft
from generator.use.library import Library


class PrintedWords(NamedTuple):
    """A stretch that a document prints: a figure, or words with the text that they came from."""

    shown: str
    figure: str = ""
    text: Text | None = None
    anchor: str = ""  # around the paragraph or cell that it stands in


class DraftedFile(NamedTuple):
    """A file as it would be written, and what it prints, in order."""

    name: str
    data: bytes
    printed: tuple[PrintedWords, ...]
    anchors: Mapping[str, str]  # figures by the names of their anchors
    documents: tuple[WrittenDocument, ...] = ()  # what it was filled from


class Drafted(NamedTuple):
    """The files of a dossier, and what they were made of; no files: the problems say why."""

    files: tuple[DraftedFile, ...]
    dossier: Dossier | None
    book: FigureBook | None
    problems: tuple[Problem, ...]


def draft(
    folder: Path,
    library: Library,
    loaded: LoadedDossier | None = None,
    before: Drafted | None = None,
) -> Drafted:
    """Lay out and fill the documents of a dossier, which may have been read already.

    Files that are as they were ``before``, by the same library, are the very same.
    """
    examined = as_draft(folder, library, loaded)
    if examined.dossier is None or examined.book is None:
        return Drafted((), examined.dossier, None, examined.problems)
    plan = plan_documents(examined, library)
    rendering = render_files(plan.files, examined, library, Order(is_draft=True))
    problems = (*examined.problems, *plan.problems, *rendering.problems)
    written = () if any(p.stops for p in rendering.problems) else rendering.files
    known = _kept(written, examined.dossier, before)
    new = {own.blocks.id for file in written if file.file not in known for own in file.documents}
    built = {name: own for name, own in documents_in(plan).items() if name in new}
    traced = trace_documents(examined, library, built)
    files = tuple(
        known.get(file.file) or _drafted(file, traced.documents, traced.origins) for file in written
    )
    return Drafted(files, examined.dossier, examined.book, problems)


def _kept(
    written: Sequence[Written], dossier: Dossier, before: Drafted | None
) -> dict[str, DraftedFile]:
    """Return the files that say what they said, from the same texts at the same places."""
    if before is None:
        return {}
    now = {own.path: own.digest for own in (dossier.source, *(s.source for s in dossier.subjects))}
    earlier = {own.name: own for own in before.files}
    return {
        file.file: own
        for file in written
        if (own := earlier.get(file.file)) is not None
        and own.data == file.data
        and own.documents == file.documents
        and all(now.get(text.path, text.digest) == text.digest for text in _sources(own))
    }


def _sources(file: DraftedFile) -> Iterator[TomlFile]:
    """Give the files that a text of a file was written in."""
    texts = (own.text for own in file.printed if own.text is not None)
    found = {text.source.path: text.source for text in texts if text.source is not None}
    yield from found.values()


def _drafted(
    file: Written, documents: Mapping[str, DocumentBlocks], origins: Origins
) -> DraftedFile:
    printed: list[PrintedWords] = []
    anchors: dict[str, str] = {}
    for own in file.documents:
        anchors |= {name: figure for name, _, figure, _ in own.anchors if figure}
        printed += _printed(own, documents[own.blocks.id], origins)
    return DraftedFile(file.file, file.data, tuple(printed), anchors, file.documents)


def _printed(
    own: WrittenDocument, traced: DocumentBlocks, origins: Origins
) -> Iterator[PrintedWords]:
    """Give what a template prints of a document."""
    anchored: dict[str, str] = {}
    for name, key, _, is_whole in own.anchors:  # printed again it has a number behind its name
        if key not in anchored or (is_whole and not anchored[key]):
            anchored[key] = name if is_whole else ""
    for block in printed_blocks(traced):
        if anchored and block.key not in anchored:
            continue
        for span in block.spans:
            text = origins.of(span.origin).text if span.origin else None
            yield PrintedWords(span.text, span.figure, text, anchored.get(block.key, ""))
