"""What the overview says of a dossier."""

import datetime
from pathlib import Path
from typing import Final, NamedTuple

from generator.base.problem import Severity
from generator.base.strange_text import shown_path
from generator.model.figure_id import FigureId
from generator.roundtrip.files_record import read_record
from generator.score.score_sheet import ScoreSheet
from generator.use.check.examine import Examined
from generator.use.init.unpulled import unpulled_files
from generator.use.pull.pull import pull
from generator.web.subjects import leading_sheet

MISSING: Final = "C01"


class Summary(NamedTuple):
    """A dossier in a row."""

    id: str
    shown: str
    unit: str
    year: str
    projects: int
    total: str
    grade: str
    blank: int
    errors: int
    warnings: int
    notes: int
    edited: tuple[str, ...]
    built: str
    taken: tuple[str, ...] = ()  # of the edited files: all of it is in the inputs by now


def summarize(id: str, folder: Path, examined: Examined, outputs: Path) -> Summary:
    """Sum a dossier up; ``outputs`` is where its documents lie."""
    dossier = examined.dossier
    counts = dict.fromkeys(Severity, 0)
    for problem in examined.problems:
        if not problem.accepted:
            counts[problem.severity] += 1
    sheet = leading_sheet(examined)
    edited = unpulled_files(folder)
    taken = {path for path in edited if pull(path, folder).is_all_in}
    return Summary(
        id=id,
        shown=shown_path(folder),
        unit=dossier.unit.unit.name if dossier is not None else folder.name,
        year=str(dossier.unit.year) if dossier is not None else "",
        projects=sum(s.kind == "project" for s in dossier.subjects) if dossier else 0,
        total=_shown_total(sheet, examined),
        grade=sheet.grade if sheet is not None else "",
        blank=sum(p.code == MISSING and not p.accepted for p in examined.problems),
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        notes=counts[Severity.NOTE],
        edited=tuple(file.name for file in edited if file not in taken),
        built=_built(outputs),
        taken=tuple(file.name for file in edited if file in taken),
    )


def _shown_total(sheet: ScoreSheet | None, examined: Examined) -> str:
    if sheet is None or examined.book is None:
        return ""
    figure = examined.book.find(FigureId.score(sheet.subject_id, "total"))
    return figure.shown if figure is not None else ""


def _built(outputs: Path) -> str:
    """Return the time of the last build."""
    files = [outputs / own.file for own in read_record(outputs).usual_files]
    times = [file.stat().st_mtime for file in files if file.is_file()]
    if not times:
        return ""
    return datetime.datetime.fromtimestamp(max(times)).astimezone().strftime("%Y-%m-%d %H:%M")
