"""Make the file: every dossier with its pages, its findings, what changed, and where numbers come from."""

import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Problem
from generator.base.regular_file import read_regular
from generator.model.figure_id import FigureId
from generator.model.order import Order
from generator.roundtrip.changes import Changes
from generator.roundtrip.files_record import Record, read_record
from generator.roundtrip.number_origins import anchored_figures
from generator.roundtrip.recorded import RecordedFigure
from generator.use.build.build import build
from generator.use.changes.compare import compare
from generator.use.check.examine import Examined
from generator.use.library import Library


class ReviewedDocument(NamedTuple):
    """A document: its title, and its words and tables as a piece of a page."""

    name: str
    page: str


class Reviewed(NamedTuple):
    """A dossier with all that a reviewer wants to see."""

    unit: str
    year: str
    documents: tuple[ReviewedDocument, ...]
    problems: tuple[Problem, ...]
    changes: Changes
    is_first: bool
    figures: Mapping[str, RecordedFigure]
    totals: tuple[tuple[str, str, str], ...]  # subject, total, grade


def review(folder: Path, library: Library) -> Reviewed:
    """Look at a dossier; nothing is written beside a folder of our own that goes again."""
    with tempfile.TemporaryDirectory(prefix="jixiao-") as place:
        target = Path(place)
        built = build(folder, library, Order(outputs=target))
        usual = built.examined
        if built.is_stopped:
            built = build(folder, library, Order(outputs=target, is_draft=True))
        record = read_record(target)
        documents = tuple(_documents(target, record))
    compared = compare(folder, library, Order(), usual)
    examined = built.examined
    dossier = examined.dossier if examined is not None else None
    return Reviewed(
        dossier.unit.unit.name if dossier is not None else folder.name,
        str(dossier.unit.year) if dossier is not None else "",
        documents,
        built.problems,
        compared.changes,
        compared.is_first,
        record.figures,
        tuple(_totals(examined)) if examined is not None else (),
    )


def _documents(target: Path, record: Record) -> Iterator[ReviewedDocument]:
    from generator.word.as_page import Printed, figures_by_anchor, page_of  # noqa: PLC0415 - Word is loaded when there is a file

    for file in record.usual_files:
        printed = [Printed(*own) for own in anchored_figures(file)]
        data = read_regular(target / file.file)
        page = page_of(data, figures_by_anchor(printed), below=3)
        yield ReviewedDocument(Path(file.file).stem, str(page))


def _totals(examined: Examined) -> Iterator[tuple[str, str, str]]:
    dossier, book = examined.dossier, examined.book
    for subject in dossier.subjects if dossier is not None else ():
        sheet = examined.sheets.get(subject.id)
        figure = book.find(FigureId.score(subject.id, "total")) if book is not None else None
        if sheet is not None:
            name = subject.name or "部门整体"
            yield name, figure.shown if figure is not None else "", sheet.grade
