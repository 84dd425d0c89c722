"""What was pulled, proved: a copy of the dossier is built with its new inputs, and held against the file."""

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Problem
from generator.load.twin import copy_inputs
from generator.model.blocks import DocumentBlocks, Paragraph
from generator.model.order import Order
from generator.model.spans import plain_text
from generator.prose.prose_gap import GAP
from generator.roundtrip.anchor_book import anchor_book, shown_figures
from generator.roundtrip.fix import Fixed
from generator.roundtrip.manifest import Written, file_record
from generator.roundtrip.person_edit import Addition, PersonEdit
from generator.roundtrip.version import Version
from generator.use.build.planned_documents import plan_documents
from generator.use.build.rendering import render_files
from generator.use.build.tracing import documents_in
from generator.use.check.examine import Examined, examine
from generator.use.library import Library
from generator.use.pull.edits_held import Held
from generator.word.edited.edited_story import Line, Slot
from generator.word.edited.file import WordFile


class Rendered(NamedTuple):
    """A dossier with the file that holds the documents in question, as it would be written."""

    examined: Examined
    file: Written
    documents: Mapping[str, DocumentBlocks]

    def version(self, documents: frozenset[str], mode: str) -> Version:
        """Open the file as a version of ours."""
        record = file_record(self.file, mode)
        own = frozenset(d.id for d in record.documents)
        wanted = documents & own if documents & own != own else frozenset()
        return Version(WordFile(self.file.data), anchor_book(record), wanted, shown_figures(record))


class Tried(NamedTuple):
    """What changed inputs come to: their errors, and the file (``None``: it cannot be built)."""

    errors: tuple[str, ...]
    version: Version | None


def render(
    folder: Path, library: Library, order: Order, documents: frozenset[str]
) -> tuple[Examined, Rendered | None]:
    """Lay out and fill the file that holds most of some documents."""
    examined = examine(folder, library, is_draft=order.is_draft, stage=order.stage)
    if examined.dossier is None or examined.book is None:
        return examined, None
    plan = plan_documents(examined, library, is_stated=order.is_stated)
    shared = {
        file.name: sum(part.blocks.id in documents for part in file.parts) for file in plan.files
    }
    best = max(plan.files, key=lambda file: shared[file.name], default=None)
    if best is None or not shared[best.name]:
        return examined, None
    rendering = render_files([best], examined, library, order)
    if not rendering.files:
        return examined, None
    return examined, Rendered(examined, rendering.files[0], documents_in(plan))


class Proof:
    """Tries changes of inputs on a copy of the dossier."""

    def __init__(
        self, examined: Examined, library: Library, order: Order, found: WordFile, base: Version
    ) -> None:
        self._folder, self._library, self._order = examined.path, library, order
        self._found, self._base = found, base
        self._documents = frozenset(own.document for own in base.book.values())
        self._known = frozenset(_stopping(examined.problems))
        self._tried: dict[tuple[tuple[Path, str], ...], Tried] = {}

    def errors(self, fixed: Sequence[Fixed]) -> tuple[str, ...]:
        """Return the errors of the new inputs that there were not before."""
        new = tuple(error for error in self._try(fixed).errors if error not in self._known)
        before = self._try(()).errors if new else ()
        return tuple(error for error in new if error not in before)

    def is_readable(self, fixed: Sequence[Fixed]) -> bool:
        """Tell whether the file can still be built from the new inputs."""
        return not fixed or self._try(fixed).version is not None

    def missing(
        self, fixed: Sequence[Fixed], taken: Sequence[PersonEdit], every: Sequence[PersonEdit]
    ) -> list[PersonEdit] | None:
        """Return the edits that the file built anew does not say (``None``: it cannot be built)."""
        held = self._held(fixed, taken)
        return None if held is None else held.missing(taken, every)

    def unsaid(
        self, fixed: Sequence[Fixed], taken: Sequence[PersonEdit]
    ) -> dict[PersonEdit, list[Slot]]:
        """Return the cells of added rows whose words went into no input."""
        rows = [e for e in taken if isinstance(e, Addition) and isinstance(e.node, Line)]
        held = self._held(fixed, taken) if rows else None
        return {} if held is None else {row: held.unsaid(row) for row in rows}

    def _held(self, fixed: Sequence[Fixed], taken: Sequence[PersonEdit]) -> Held | None:
        new = self._try(fixed).version
        if new is None:
            return None
        # Where something was taken out, what comes there instead is told from what the inputs say now.
        is_out = any(not edit.entry.now.strip() for edit in taken)
        now = self._try(()).version if is_out else None
        return Held(self._found, self._base, new, self._library.units, now)

    def _try(self, fixed: Sequence[Fixed]) -> Tried:
        key = tuple((file.path, file.after) for file in fixed)
        if key not in self._tried:
            self._tried[key] = self._examined(fixed)
        return self._tried[key]

    def _examined(self, fixed: Sequence[Fixed]) -> Tried:
        """Build from a copy of the dossier with its new inputs, also where it has errors."""
        with tempfile.TemporaryDirectory(prefix="jixiao-") as place:
            twin = Path(place) / self._folder.resolve().name
            copy_inputs(self._folder, twin)
            for file in fixed:
                (twin / file.path.name).write_text(file.after, encoding="utf-8", newline="")
            order = self._order._replace(is_draft=True)
            examined, rendered = render(twin, self._library, order, self._documents)
            problems = [*examined.problems, *self._of_layout(twin, rendered)]
        version = None if rendered is None else rendered.version(self._documents, "")
        return Tried(_stopping(problems), version)

    def _of_layout(self, twin: Path, rendered: Rendered | None) -> Sequence[Problem]:
        """Tell what stops a build only when it lays out: a draft has a gap where a heading is bare."""
        if self._order.is_draft or rendered is None or not _has_gap(rendered.documents.values()):
            return ()
        examined = examine(twin, self._library, stage=self._order.stage)
        return plan_documents(examined, self._library, is_stated=self._order.is_stated).problems


def _has_gap(documents: Iterable[DocumentBlocks]) -> bool:
    """Tell documents with a paragraph that says nothing but that something is missing."""
    paragraphs = (b for own in documents for b in own.body if isinstance(b, Paragraph))
    return any(plain_text(own.spans) == GAP for own in paragraphs)


def _stopping(problems: Iterable[Problem]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f"{p.code} {p.message}" for p in problems if p.stops))
