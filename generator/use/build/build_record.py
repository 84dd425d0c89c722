"""The record of a build: what is remembered of its files and figures.

Where nothing lay before, it is known before the files have their places, and the disk takes it with them.
"""

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Problem
from generator.base.swapping import digest_of
from generator.base.waiting_files import WaitingFile, WaitingFiles
from generator.base.writing import write_atomically
from generator.model.order import Order
from generator.roundtrip.changes import Changes
from generator.roundtrip.earlier import with_earlier
from generator.roundtrip.files_record import (
    KNOWS_PDFS,
    MANIFEST_FILE,
    PENDING_FILE,
    UNKNOWN,
    FileRecord,
    Record,
)
from generator.roundtrip.manifest import (
    book_lines,
    input_digests,
    manifest_bytes,
)
from generator.roundtrip.outcome_words import told_of
from generator.roundtrip.state_folder import StateFolder
from generator.roundtrip.step import Step
from generator.use.check.examine import Examined


class News(NamedTuple):
    """What is remembered with the files: the state they are of, what was found, what changed."""

    state: str
    told: Sequence[Problem]
    changes: Changes


class Ahead(NamedTuple):
    """A record as it will be if every file can be written, on its way to the disk."""

    record: Record
    file: WaitingFile


class BuildRecord:
    """Makes the record of a build; ``last`` is what was remembered before."""

    def __init__(
        self, target: Path, order: Order, last: Record, examined: Examined, news: News
    ) -> None:
        self._target, self._order, self._last = target, order, last
        self._examined, self._news = examined, news

    def of(self, steps: Sequence[Step], *, is_whole: bool) -> Record:
        """Remember the files that were written; only with all of them is nothing left to do."""
        state_folder, last = StateFolder(self._target), self._last.files
        own = {
            step.record.file: with_earlier(step.record, last.get(step.record.file), state_folder)
            for step in steps
        }
        pdfs = {n: d for n, d in self._printed().items() if (self._target / n).is_file()}
        files = {**self._still_there(), **self._adopted(), **own}
        states = {**self._last.states, self._order.mode: self._news.state if is_whole else ""}
        return replace(self._last, files=files, states=states, pending={}, pdfs=pdfs)

    def ahead(self, waiting: WaitingFiles, steps: Sequence[Step]) -> Ahead | None:
        """Begin to write it (``None``: what becomes of files that lie there decides what it says)."""
        if not steps or self._last.files or self._last.pending or self._last.pdfs:
            return None
        record = self.of(steps, is_whole=True)
        data = self._bytes(record)
        return None if data is None else Ahead(record, waiting.write(self._path, data))

    def write(self, record: Record, ahead: Ahead | None) -> Problem | None:
        """Write it, and with it the names of all files."""
        if ahead is not None and ahead.record == record:
            fault = ahead.file.put()
        elif (data := self._bytes(record)) is not None:
            fault = write_atomically(self._path, data)
        else:
            return None
        if fault is None:
            with contextlib.suppress(OSError):
                (self._target / PENDING_FILE).unlink(missing_ok=True)
        return fault

    @property
    def _path(self) -> Path:
        return self._target / MANIFEST_FILE

    def _bytes(self, record: Record) -> bytes | None:
        dossier, scheme = self._examined.dossier, self._examined.scheme
        if dossier is None:
            return None
        read = [dossier.source, *(subject.source for subject in dossier.subjects)]
        if scheme is not None:
            read.append(scheme.source)
        # What a build changes is told against the last one that worked things out.
        is_apart = self._order.is_stated and any(record.usual_files)
        told = told_of(self._news.told, dossier.shown)
        whole = replace(
            record,
            inputs=record.inputs if is_apart else input_digests(read, dossier.path),
            told={**record.told, self._order.mode: told},
        )
        return manifest_bytes(whole, None if is_apart else self._figures)

    @cached_property
    def _figures(self) -> Sequence[bytes] | None:
        book = self._examined.book
        return None if book is None else book_lines(book)

    def _printed(self) -> Mapping[str, tuple[str, str]]:
        """Return what is known of the PDFs; where 0.1.0 wrote some, it is only known that they are there."""
        if self._last.format >= KNOWS_PDFS:
            return self._last.pdfs
        pdfs = [self._target / Path(name).with_suffix(".pdf") for name in self._last.files]
        return {pdf.name: (UNKNOWN, digest_of(pdf)) for pdf in pdfs}

    def _adopted(self) -> Mapping[str, FileRecord]:
        """Take up files that a killed build wrote and did not come to record: they are ours, too."""
        found: dict[str, FileRecord] = {}
        for name, announced in self._last.pending.items():
            path = self._target / name
            if not name or not path.is_file():
                continue
            there = digest_of(path)
            if there in announced:
                known = self._last.files.get(name) or FileRecord(name, there, self._order.mode, ())
                found[name] = known._replace(sha256=there)
        return found

    def _still_there(self) -> Mapping[str, FileRecord]:
        """Keep what is known of files that this build did not touch."""
        files = self._last.files.items()
        return {name: file for name, file in files if (self._target / name).is_file()}
