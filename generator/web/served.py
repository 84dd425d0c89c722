"""The folder that the page shows: its dossiers, examined once for every state of their files."""

import datetime
import hashlib
import os
import threading
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from generator.base.problem import Problem, Severity
from generator.base.reading import shown_path
from generator.load.inputs import load_dossier
from generator.load.tree import find_dossiers
from generator.model.dossier import Subject
from generator.roundtrip.record import read_record
from generator.score.sheet import ScoreSheet
from generator.use.check.examine import Examined, examine, work_out
from generator.use.init.unpulled import unpulled_files
from generator.use.libraries import Libraries
from generator.use.library import Library
from generator.web.kept_rows import KeptRows

MISSING: Final = "C01"
_PAUSE: Final = 1.0  # seconds after which it is looked again whether packs were changed
_ID_LENGTH = 10

Signature = tuple[tuple[str, int, int], ...]


class Seen(NamedTuple):
    """A dossier as it was examined last, and the state of the files that this rests on."""

    signature: Signature
    examined: Examined


class Summary(NamedTuple):
    """What the overview says of a dossier."""

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


class Served:
    """One folder. Whoever changes files in it holds ``lock``."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.lock = threading.RLock()
        self.kept_rows = KeptRows()
        self._libraries = Libraries()
        self._settings: dict[Path, Signature] = {}
        self._looked: dict[Path, float] = {}
        self._seen: dict[Path, Seen] = {}
        self._summaries: dict[Path, tuple[Signature, Summary]] = {}

    def tree(self) -> tuple[dict[str, Path], tuple[Problem, ...]]:
        """Return the dossiers of the tree by their ids, and what was wrong with the tree itself."""
        found, problems = find_dossiers(self.root)
        return {dossier_id(self.root, folder): folder for folder in found}, problems

    def folders(self) -> dict[str, Path]:
        """Return the dossiers of the tree by their ids."""
        return self.tree()[0]

    def folder(self, id: str) -> Path | None:
        """Return the folder of a dossier; an id is looked up and never taken for a path."""
        return self.folders().get(id)

    def library(self, folder: Path) -> Library:
        """Return the library of a folder; it is read anew when a pack or a setting was changed."""
        with self.lock:
            library, _ = self._libraries.of(folder)
            root = library.workspace.root
            if root is None or time.monotonic() - self._looked.get(root, -_PAUSE) < _PAUSE:
                return library
            now = _signature(_packs(root))
            self._looked[root] = time.monotonic()
            if self._settings.setdefault(root, now) != now:
                self._settings[root] = now
                self._libraries = Libraries()
                self._seen.clear()
                self._summaries.clear()
                library, _ = self._libraries.of(folder)
            return library

    def examined(self, folder: Path) -> Examined:
        """Return a dossier with all that was found; worked out again only after a change of it."""
        with self.lock:
            library = self.library(folder)
            signature = _signature(sorted(folder.glob("*.toml")))
            known = self._seen.get(folder)
            if known is None or known.signature != signature:
                known = Seen(signature, examine(folder, library))
                self._seen[folder] = known
            return known.examined

    def summary(self, id: str, folder: Path) -> Summary:
        """Return what the overview says of a dossier; worked out anew when a file of it changed."""
        with self.lock:
            state = self._state(folder)
            known = self._summaries.get(folder)
            if known is None or known[0] != state:
                known = (state, self._summary(id, folder))
                self._summaries[folder] = known
            return known[1]

    def scored(self, folder: Path) -> Examined:
        """Return a dossier with its scores as they are now, and the problems that were found last.

        Scoring takes a third of the time that looking for problems takes.
        """
        with self.lock:
            known = self._seen.get(folder)
            worked_out = work_out(load_dossier(folder), self.library(folder))
            evidence = worked_out.evidence
            if known is None or evidence is None or evidence.book is None:
                return self.examined(folder)
            return known.examined._replace(
                dossier=evidence.dossier,
                scheme=worked_out.scheme,
                sheets=evidence.sheets,
                book=evidence.book,
                names=evidence.names,
                evidence=evidence,
            )

    def signature(self, folder: Path) -> Signature:
        """Return the state of the inputs and packs that the documents of a dossier follow from."""
        root = self.library(folder).workspace.root
        packs = _packs(root) if root is not None else ()
        return (*_signature(sorted(folder.iterdir())), *_signature(packs))

    def known_summary(self, folder: Path) -> Summary | None:
        """Return what the overview says of a dossier, if that is known and still so."""
        known = self._summaries.get(folder)
        return known[1] if known is not None and known[0] == self._state(folder) else None

    def _state(self, folder: Path) -> Signature:
        target = self.outputs(folder)
        return (*_entries(folder), *_entries(target))

    def _summary(self, id: str, folder: Path) -> Summary:
        examined = self.examined(folder)
        dossier = examined.dossier
        counts = dict.fromkeys(Severity, 0)
        for problem in examined.problems:
            if not problem.accepted:
                counts[problem.severity] += 1
        sheet = leading_sheet(examined)
        edited, built = self._outputs(folder)
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
            edited=edited,
            built=built,
        )

    def outputs(self, folder: Path) -> Path:
        """Return where the documents of a dossier lie."""
        return self.library(folder).workspace.outputs(folder)

    def _outputs(self, folder: Path) -> tuple[tuple[str, ...], str]:
        """Name the documents that somebody changed in Word, and the day of the last build."""
        target = self.outputs(folder)
        files = [target / own.file for own in read_record(target).usual_files]
        times = [file.stat().st_mtime for file in files if file.is_file()]
        edited = tuple(file.name for file in unpulled_files(folder))
        return edited, _day(max(times)) if times else ""


def dossier_id(root: Path, folder: Path) -> str:
    """Return the id of a dossier: of its place in the tree, alike on every start."""
    place = os.path.relpath(folder, root).replace(os.sep, "/")
    return hashlib.sha256(place.encode("utf-8", "surrogateescape")).hexdigest()[:_ID_LENGTH]


def leading_sheet(examined: Examined) -> ScoreSheet | None:
    """Return the scores that stand for a dossier: of the department, or of its only project."""
    sheets = [*examined.sheets.values()]
    department = next((sheet for sheet in sheets if sheet.kind == "department"), None)
    return department or (sheets[0] if len(sheets) == 1 else None)


def subject_of(examined: Examined, name: str) -> Subject | None:
    """Return a subject of a dossier by its id."""
    subjects = examined.dossier.subjects if examined.dossier is not None else ()
    return next((subject for subject in subjects if subject.id == name), None)


def subject_title(subject: Subject) -> str:
    """Return how a subject is called on the page."""
    if subject.kind == "department":
        return "部门整体"
    return subject.name or subject.id


def _shown_total(sheet: ScoreSheet | None, examined: Examined) -> str:
    if sheet is None or examined.book is None:
        return ""
    figure = examined.book.get(f"{sheet.subject_id}/score.total")
    return figure.shown if figure is not None else ""


def _packs(root: Path) -> Iterator[Path]:
    yield root / "jixiao.toml"
    yield from sorted(p for p in (root / "templates").rglob("*") if p.suffix in (".toml", ".docx"))


def _entries(folder: Path) -> Signature:
    """Return the state of all files of a folder at one look; empty for one that is not there."""
    try:
        with os.scandir(folder) as entries:
            found = [(e.name, (state := e.stat()).st_mtime_ns, state.st_size) for e in entries]
    except OSError:
        return ()
    return tuple(sorted(found))


def _signature(files: Iterable[Path]) -> Signature:
    found = []
    for file in files:
        try:
            state = file.stat()
        except OSError:
            continue
        found.append((file.name, state.st_mtime_ns, state.st_size))
    return tuple(found)


def _day(seconds: float) -> str:
    return datetime.datetime.fromtimestamp(seconds).astimezone().strftime("%Y-%m-%d %H:%M")
