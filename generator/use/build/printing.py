"""Print written files as PDF, with LibreOffice: those that have none yet, or one of an earlier version."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from generator.base.locking import LockedError, locked
from generator.base.problem import Place, Problem, Severity
from generator.base.reading import shown_path
from generator.base.regular_file import LARGEST_KEPT, read_regular
from generator.base.swapping import ABSENT, digest_of
from generator.base.writing import write_atomically
from generator.model.order import Order
from generator.roundtrip.beside import NEW_VERSION, names_beside
from generator.roundtrip.journal import Change
from generator.roundtrip.keeping import Keep, keep_before, number_for
from generator.roundtrip.manifest import digest, manifest_text
from generator.roundtrip.record import MANIFEST_FILE, UNKNOWN, Record, read_record
from generator.roundtrip.state_folder import StateFolder


class Printed(NamedTuple):
    """The PDFs that were written, and what stood in the way."""

    paths: tuple[Path, ...]
    problems: tuple[Problem, ...]


def is_printed(path: Path, source: str, record: Record) -> bool:
    """Tell whether the PDF of a document lies there, printed from just these bytes."""
    return any(
        record.pdfs.get(pdf.name) == (source, digest_of(pdf))
        for pdf in (path.with_suffix(".pdf"), *_beside(path, record))
    )


def print_files(paths: Sequence[Path], order: Order) -> Printed:
    """Write a PDF beside every file that needs one, all of them in one run."""
    from generator.word.office import Source, find_office  # noqa: PLC0415 - only for printing

    if not paths:
        return Printed((), ())
    target = paths[0].parent
    record = read_record(target)
    read = {path: read_regular(path) for path in paths}
    due = [path for path in paths if not is_printed(path, digest(read[path]), record)]
    office = find_office() if due else None
    if office is None or isinstance(office, Problem):
        return Printed((), () if office is None else (office,))
    problems: list[Problem] = []
    made: dict[Path, tuple[str, str]] = {}
    sources = [Source(read[path], shown_path(path)) for path in due]
    for path, result in zip(due, office.convert_many(sources, "pdf"), strict=True):
        problems += result.problems
        if result.data is None:
            continue
        place, faults = _put(path.with_suffix(".pdf"), result.data, record, order)
        problems += faults
        if place is not None:
            made[place] = digest(read[path]), digest(result.data)
    if fault := _remember(target, {path.name: digests for path, digests in made.items()}):
        problems.append(fault)
    return Printed(tuple(made), tuple(problems))


def _put(
    pdf: Path, data: bytes, record: Record, order: Order
) -> tuple[Path | None, tuple[Problem, ...]]:
    """Write a PDF over an earlier one of ours; beside one that is not byte for byte ours."""
    if record.pdfs.get(pdf.name) == (UNKNOWN, digest_of(pdf)):
        return _over_unknown(pdf, data, order)
    for place in chain((pdf,), names_beside(pdf, NEW_VERSION)):
        there = digest_of(place)
        if there in (ABSENT, record.pdfs.get(place.name, ("", ABSENT))[1]):
            fault = write_atomically(place, data, there)
            if fault is not None:
                return None, (fault,)
            return place, () if place == pdf else (_not_ours(pdf, place.name),)
    raise AssertionError  # numbers do not end


def _over_unknown(pdf: Path, data: bytes, order: Order) -> tuple[Path | None, tuple[Problem, ...]]:
    """Replace a PDF of which 0.1.0 did not remember whether it is ours; what it was is kept."""
    old, state = read_regular(pdf, LARGEST_KEPT), StateFolder(pdf.parent)
    number = number_for(state.home, order.command)
    change = Change(pdf.name, digest(old), digest(data))
    fault = keep_before(state, number, "build", [Keep(change, old)])
    fault = fault or write_atomically(pdf, data, digest(old))
    return (None, (fault,)) if fault is not None else (pdf, ())


def _not_ours(pdf: Path, name: str) -> Problem:
    message = "这份 PDF 不是本程序写的，或写出后又变过，没有覆盖"
    hint = f"新版写在 {name}"
    return Problem("O03", Severity.WARNING, message, Place(shown_path(pdf)), hint)


def _remember(target: Path, made: dict[str, tuple[str, str]]) -> Problem | None:
    """Record of which document each PDF was printed."""
    if not made:
        return None
    try:
        with locked(target):
            record = read_record(target)
            if not record.files:
                return None
            text = manifest_text(replace(record, pdfs={**record.pdfs, **made}))
            return write_atomically(target / MANIFEST_FILE, text.encode())
    except LockedError:
        return None  # the next build prints it once more


def _beside(path: Path, record: Record) -> list[Path]:
    start = f"{path.stem}（新版"
    return [path.with_name(name) for name in record.pdfs if name.startswith(start)]
