"""Print documents as PDF, with LibreOffice: those that have none yet, or one of an earlier version.

All documents of a run are printed together, whatever dossiers they are of: LibreOffice starts once.
Each PDF is written and remembered as soon as it is there, so that one that fails costs no other.
"""

from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.base.locking import LockedError, locked
from generator.base.problem import Place, Problem, Severity
from generator.base.regular_file import LARGEST_KEPT, read_regular
from generator.base.strange_text import shown_path, why_unreadable
from generator.base.swapping import ABSENT, digest_of
from generator.base.writing import write_atomically
from generator.roundtrip.files_record import MANIFEST_FILE, UNKNOWN, read_record
from generator.roundtrip.journal import Change
from generator.roundtrip.keeping import Keep, keep_before, number_for
from generator.roundtrip.manifest import digest, manifest_bytes
from generator.roundtrip.pdfs import pdf_of, places_of
from generator.roundtrip.state_folder import StateFolder

if TYPE_CHECKING:
    from generator.word.office import Office

MOST_AT_ONCE = 100  # documents held in memory


class Printed(NamedTuple):
    """What became of a document: its PDF, unless something stood in the way, and what is to be said."""

    document: Path
    pdf: Path | None
    problems: tuple[Problem, ...]
    is_new: bool = False


def standing(document: Path) -> Printed | None:
    """Return the PDF of a document if it is printed from just what lies there (``None``: it is due)."""
    try:
        source = digest_of(document)
    except OSError:
        return None  # which says so
    pdf = pdf_of(document, source, read_record(document.parent))
    if pdf is None:
        return None
    own = document.with_suffix(".pdf")
    return Printed(document, pdf, () if pdf == own else (_not_ours(own, pdf.name),))


def print_documents(
    documents: Sequence[Path], command: int = 0
) -> Generator[Printed, None, None] | Problem:
    """Write a PDF beside every document, and give each as soon as it is done; or say why none can be."""
    from generator.word.office import find_office  # noqa: PLC0415 - only for printing

    office = find_office()
    if isinstance(office, Problem):
        return office
    return _print(documents, office, command)


def _print(
    documents: Sequence[Path], office: "Office", command: int
) -> Generator[Printed, None, None]:
    for start in range(0, len(documents), MOST_AT_ONCE):
        with closing(_print_some(documents[start : start + MOST_AT_ONCE], office, command)) as some:
            yield from some


def _print_some(
    documents: Sequence[Path], office: "Office", command: int
) -> Generator[Printed, None, None]:
    from generator.word.office import Source  # noqa: PLC0415 - see above

    sources: list[Source] = []
    paths: list[Path] = []
    for path in documents:
        try:
            sources.append(Source(read_regular(path), shown_path(path)))
            paths.append(path)
        except OSError as error:
            place = Place(shown_path(path))
            fault = Problem("O01", Severity.ERROR, why_unreadable(error), place)
            yield Printed(path, None, (fault,))
    with closing(office.convert_each(sources, "pdf")) as results:
        for number, (data, notes) in results:
            path, source = paths[number], sources[number].data
            if data is None:
                yield Printed(path, None, notes)
                continue
            pdf, faults = _put(path, digest(source), data, command)
            yield Printed(path, pdf, (*notes, *faults), is_new=pdf is not None)


def _put(
    document: Path, source: str, data: bytes, command: int
) -> tuple[Path | None, tuple[Problem, ...]]:
    """Write a PDF over an earlier one of ours, or beside one that is not, and remember of what it is."""
    target, pdf = document.parent, document.with_suffix(".pdf")
    try:
        with locked(target):
            record = read_record(target)
            known = record.pdfs
            if known.get(pdf.name) == (UNKNOWN, digest_of(pdf)):
                place, fault = pdf, _over_unknown(pdf, data, command)
            else:
                ours = ((p, digest_of(p)) for p in places_of(pdf))
                place, there = next(
                    (p, d) for p, d in ours if d in (ABSENT, known.get(p.name, ("", ABSENT))[1])
                )
                fault = write_atomically(place, data, there)
            if fault is None and record.files:
                pdfs = {**known, place.name: (source, digest(data))}
                noted = manifest_bytes(replace(record, pdfs=pdfs))
                fault = write_atomically(target / MANIFEST_FILE, noted)
    except LockedError:
        message, hint = "另一个 jixiao 正在写这个文件夹，没有写 PDF", "请等它写完再试"
        return None, (Problem("O06", Severity.ERROR, message, Place(shown_path(pdf)), hint),)
    if fault is not None:
        return None, (fault,)
    return place, () if place == pdf else (_not_ours(pdf, place.name),)


def _over_unknown(pdf: Path, data: bytes, command: int) -> Problem | None:
    """Replace a PDF of which 0.1.0 did not remember whether it is ours; what it was is kept."""
    old, state = read_regular(pdf, LARGEST_KEPT), StateFolder(pdf.parent)
    number = number_for(state.home, command)
    change = Change(pdf.name, digest(old), digest(data))
    fault = keep_before(state, number, "build", [Keep(change, old)])
    return fault or write_atomically(pdf, data, digest(old))


def _not_ours(pdf: Path, name: str) -> Problem:
    message = "这份 PDF 不是本程序写的，或写出后又变过，没有覆盖"
    hint = f"新版写在 {name}"
    return Problem("O03", Severity.WARNING, message, Place(shown_path(pdf)), hint)
