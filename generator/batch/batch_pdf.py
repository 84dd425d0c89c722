"""The PDFs of many dossiers, printed together, once all of their documents are written."""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from generator.base.problem import Problem
from generator.batch.unit_of_work import Outcome
from generator.roundtrip.files_record import read_record
from generator.roundtrip.outcome import Outcome as FileOutcome
from generator.roundtrip.pdfs import outdated_pdfs
from generator.use.build.pdf_files import Printed, print_documents, standing


class Printing:
    """Prints what is not printed yet; going through it gives the documents as they are done."""

    def __init__(self, outcomes: Sequence[Outcome], command: int = 0) -> None:
        self._outcomes, self._command = outcomes, command
        self._printed: dict[Path, Printed] = {}
        self._missing: Problem | None = None  # why nothing can be printed
        self._running: Generator[Printed, None, None] | None = None
        documents = dict.fromkeys(path for outcome in outcomes for path in outcome.documents)
        self._due: list[Path] = []
        for path in documents:
            printed = standing(path)
            if printed is None:
                self._due.append(path)
            else:
                self._printed[path] = printed

    def __len__(self) -> int:
        return len(self._due)

    def __iter__(self) -> Iterator[Printed]:
        found = print_documents(self._due, self._command) if self._due else None
        if found is None or isinstance(found, Problem):
            self._missing = found
            return
        self._running = found
        for printed in found:
            self._printed[printed.document] = printed
            yield printed

    def close(self) -> None:
        """End what is running, whoever broke off."""
        if self._running is not None:
            self._running.close()

    def outcomes(self) -> Iterator[Outcome]:
        """Give the outcomes again, with what became of the PDFs."""
        for outcome in self._outcomes:
            own = [self._printed[p] for p in outcome.documents if p in self._printed]
            new = tuple(p.pdf for p in own if p.is_new and p.pdf is not None)
            told = [problem for printed in own for problem in printed.problems]
            for target in dict.fromkeys(path.parent for path in outcome.documents):
                told += outdated_pdfs(read_record(target), target)
            is_lacking = self._missing is not None and len(own) < len(outcome.documents)
            pdfs = tuple(printed.pdf for printed in own if printed.pdf is not None)
            counts = dict(outcome.counts)
            if new:
                counts[FileOutcome.REBUILT] = counts.get(FileOutcome.REBUILT, 0) + len(new)
            yield replace(
                outcome,
                problems=(*outcome.problems, *told),
                settings=(*outcome.settings, *((self._missing,) if is_lacking else ())),
                written=(*outcome.written, *new),
                counts=counts,
                pdfs=pdfs,
                is_whole=outcome.is_whole and len(pdfs) == len(outcome.documents),
            )
