"""PDFs of documents: of which bytes each was printed, and whether it belongs to what lies there now."""

from collections.abc import Iterator
from pathlib import Path

from generator.base.problem import Place, Problem, Severity
from generator.base.strange_text import shown_path
from generator.base.swapping import ABSENT, digest_of
from generator.base.writing import remove_if_unchanged
from generator.roundtrip.files_record import UNKNOWN, Record
from generator.roundtrip.version_beside import NEW_VERSION, names_beside, version_of

REMOVE = "remove"


def pdf_of(path: Path, source: str, record: Record) -> Path | None:
    """Return the PDF that was printed of just these bytes of a document and lies there as it was written."""
    start = f"{path.stem}{NEW_VERSION.partition('{')[0]}"
    beside = (path.with_name(name) for name in record.pdfs if name.startswith(start))
    places = (path.with_suffix(".pdf"), *beside)
    return next((p for p in places if record.pdfs.get(p.name) == (source, digest_of(p))), None)


def places_of(pdf: Path) -> Iterator[Path]:
    """Give the places where a PDF may be written: its own, and those beside that are of no other document."""
    yield pdf
    for place in names_beside(pdf, NEW_VERSION):
        if not place.with_suffix(".docx").exists():
            yield place


def outdated_pdfs(record: Record, target: Path, wish: str = "") -> Iterator[Problem]:
    """Name the PDFs that no longer belong to their document, or remove those that are just as we wrote them."""
    for name, (of, own) in sorted(record.pdfs.items()):
        path = target / name
        if of == UNKNOWN or not path.is_file():
            continue
        there = digest_of(_document_of(path))
        if there == of:
            continue
        if there == ABSENT:
            yield _told(path, "这份 PDF 的 Word 文件已经不在了", "不需要的请自行移走")
        elif wish == REMOVE and digest_of(path) == own:
            if fault := remove_if_unchanged(path, own):
                yield fault
            else:
                yield _told(
                    path, "这份 PDF 是按以前的文书做的，已删去", "要新的，加 --pdf 再生成一次"
                )
        else:
            message = "这份文件是按以前的文书做的，和现在的不一致"
            yield _told(path, message, "加 --pdf 再生成一次，或移走它")


def _document_of(pdf: Path) -> Path:
    """Return the document of a PDF, also of one that lies beside another PDF."""
    own = pdf.with_suffix(".docx")
    return own if own.exists() else pdf.with_name(version_of(own.name) or own.name)


def _told(path: Path, message: str, hint: str) -> Problem:
    return Problem("O24", Severity.NOTE, message, Place(shown_path(path)), hint)
