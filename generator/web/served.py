"""The folder that the page shows: its dossiers, examined once for every state of their files."""

import hashlib
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from generator.base.problem import Problem
from generator.load.dossier_inputs import LoadedDossier, load_dossier
from generator.load.known_files import KnownFiles
from generator.model.dossier import Subject
from generator.model.scheme import Scheme
from generator.rules.dossier.evidence import Evidence
from generator.use.build.prepared import foreseen
from generator.use.check.examine import Examined, examine_loaded, work_out
from generator.use.form.form_shape import FormShapes
from generator.use.libraries import Libraries
from generator.use.library import Library
from generator.use.workspace_labels import make_label_book
from generator.web.class_paths import class_path, classes_of
from generator.web.kept_changes import KeptChanges
from generator.web.last_look import LastLook
from generator.web.stamps import Signature, entries_of, inputs_of, packs_of
from generator.web.subjects import subject_in
from generator.web.summary import Summary, summarize
from generator.web.target import UNIT, Target, declared_by_all, target_in
from generator.web.tree import Tree

_MOST_SEEN: Final = 200  # dossiers that are kept examined: each takes a megabyte or two
_PAUSE: Final = 1.0  # seconds after which it is looked again whether packs were changed


class Seen(NamedTuple):
    """A dossier as it was examined last, and the state of the files that this rests on."""

    signature: Signature
    examined: Examined


class Row(NamedTuple):
    """What the overview says of a dossier, and the state of the files that this rests on."""

    state: Signature
    summary: Summary


class Served:
    """One folder. Whoever changes files in it holds ``lock``."""

    def __init__(self, root: Path, most_seen: int = _MOST_SEEN) -> None:
        self.root = root
        self._most_seen = most_seen
        self.lock = threading.RLock()
        self.kept = KeptChanges()
        self.shapes = FormShapes()
        self._packs = threading.RLock()  # apart: scores are asked for while a build goes on
        self._tree = Tree(root)
        self._files = KnownFiles()
        self._libraries = Libraries()
        self._settings: dict[Path, Signature] = {}
        self._looked: dict[Path, float] = {}
        self._seen: dict[Path, Seen] = {}
        self.last_look = LastLook(root)
        self._summaries: dict[Path, Row] = {}

    def tree(self) -> tuple[dict[str, Path], tuple[Problem, ...]]:
        """Return the dossiers of the tree by their ids, and what was wrong with the tree itself."""
        return self._tree.walk()

    def folders(self) -> dict[str, Path]:
        """Return the dossiers of the tree by their ids."""
        return self._tree.walk().folders

    def folder(self, id: str) -> Path | None:
        """Return the folder of a dossier; an id is looked up and never taken for a path."""
        return self._tree.folder(id)

    def library(self, folder: Path) -> Library:
        """Return the library of a folder; it is read anew when a pack or a setting was changed."""
        with self._packs:
            library, _ = self._libraries.of(folder)
            root = library.workspace.root
            if root is None or time.monotonic() - self._looked.get(root, -_PAUSE) < _PAUSE:
                return library
            now = packs_of(root)
            self._looked[root] = time.monotonic()
            if self._settings.setdefault(root, now) != now:
                self._settings[root] = now
                self._libraries = Libraries()
                self._seen.clear()
                self._summaries.clear()
                library, _ = self._libraries.of(folder)
            return library

    def loaded(self, folder: Path) -> LoadedDossier:
        """Read a dossier; of files that did not change nothing is read again."""
        return load_dossier(folder, self._files)

    def target(self, folder: Path, name: str) -> Target | None:
        """Return the file of a subject, or of the unit, as it stands now."""
        known = self.known(folder) or self.examined(folder)  # it knows what a form has of its own
        subject = subject_in(known.dossier, name)
        units = self.library(folder).units
        found = target_in(self.loaded(folder).dossier, name, units, subject)
        if found is not None and known.scheme is not None:
            found = found._replace(class_named=self._class_named(folder, known.scheme.scheme))
        if found is None or name != UNIT or known.dossier is None:
            return found
        return found._replace(declared=declared_by_all(known.dossier))

    def _class_named(self, folder: Path, scheme: Scheme) -> Callable[[str], str]:
        library = self.library(folder)
        return lambda words: class_path(
            words, classes_of(scheme, library.packs), lambda: make_label_book(library.packs)[0]
        )

    def examined(self, folder: Path) -> Examined:
        """Return a dossier with all that a build would tell; worked out again after a change of it."""
        with self.lock:
            library = self.library(folder)
            signature = inputs_of(folder)
            known = self._seen.get(folder)
            if known is None or known.signature != signature:
                found = examine_loaded(self.loaded(folder), folder, library)
                found = found._replace(problems=foreseen(folder, library, found))
                known = Seen(signature, found)
                self._seen[folder] = known
                for old in [*self._seen][: -self._most_seen]:
                    self._seen.pop(old, None)
            return known.examined

    def known(self, folder: Path) -> Examined | None:
        """Return a dossier as it was examined last, be it that it changed since."""
        seen = self._seen.get(folder)
        return None if seen is None else seen.examined

    def scored(self, folder: Path, subject: Subject, loaded: LoadedDossier) -> Examined:
        """Return a subject with its scores as they are now, and the problems that were found last.

        A project is scored alone, which takes as long whatever else the dossier holds; the scores
        of a department may follow from those of all projects.
        """
        dossier = loaded.dossier
        if dossier is None:
            return self.examined(folder)
        alone = (subject,) if subject.kind == "project" else _instead(dossier.subjects, subject)
        wanted = LoadedDossier(dossier._replace(subjects=alone), loaded.problems)
        worked_out = work_out(wanted, self.library(folder))
        known, evidence = self.known(folder), worked_out.evidence
        if known is None or evidence is None or evidence.book is None:
            return self.examined(folder)
        return known._replace(
            dossier=evidence.dossier,
            scheme=worked_out.scheme,
            sheets=evidence.sheets,
            book=evidence.book,
            names={**known.names, subject.id: _names(known, evidence, subject.id)},
            evidence=evidence,
        )

    def signature(self, folder: Path) -> Signature:
        """Return the state of the inputs and packs that the documents of a dossier follow from."""
        root = self.library(folder).workspace.root
        return (*entries_of(folder), *(packs_of(root) if root is not None else ()))

    def summary(self, id: str, folder: Path) -> Summary:
        """Return what the overview says of a dossier; worked out anew when a file of it changed."""
        with self.lock:
            known = self.known_summary(folder)
            if known is None:
                row = self.worked_out(id, folder)
                self.take_row(folder, row)
                known = row.summary
            return known

    def worked_out(self, id: str, folder: Path) -> Row:
        """Work out what the overview says of a dossier, whatever is known."""
        state = self._state(folder)
        return Row(state, summarize(id, folder, self.examined(folder), self.outputs(folder)))

    def glance(self, id: str, folder: Path) -> Summary:
        """Return what can be said of a dossier soon: without what only a build would tell."""
        with self.lock:
            examined = examine_loaded(self.loaded(folder), folder, self.library(folder))
            return summarize(id, folder, examined, self.outputs(folder))

    def take_row(self, folder: Path, row: Row) -> None:
        """Know what the overview says of a dossier, be it worked out elsewhere."""
        self._summaries[folder] = row
        self.last_look.put(folder, self._kept_state(folder, row.state), row.summary)

    def known_summary(self, folder: Path) -> Summary | None:
        """Return what the overview says of a dossier, if that is known and still so."""
        known = self._summaries.get(folder)
        if known is None and not self.last_look.has(folder):
            return None
        state = self._state(folder)
        if known is not None and known.state == state:
            return known.summary
        found = self.last_look.of(folder, self._kept_state(folder, state))
        if found is not None:
            self._summaries[folder] = Row(state, found)
        return found

    def states(self) -> dict[str, str]:
        """Return by dossier what changes when its files, or what was made of them, do."""
        return {
            id: hashlib.blake2b(repr(self._state(folder)).encode(), digest_size=8).hexdigest()
            for id, folder in self.folders().items()
        }

    def outputs(self, folder: Path) -> Path:
        """Return where the documents of a dossier lie."""
        return self.library(folder).workspace.outputs(folder)

    def _kept_state(self, folder: Path, state: Signature) -> Iterator[Signature]:
        """Give all that a row of the overview rests on; packs are looked at as often as for a library."""
        root = self.library(folder).workspace.root
        yield state
        yield () if root is None else self._settings.get(root, ())

    def _state(self, folder: Path) -> Signature:
        return (*entries_of(folder), *entries_of(self.outputs(folder)))


def _names(known: Examined, evidence: Evidence, subject: str) -> dict[str, Any]:
    """Give what texts can quote: a subject's own as it is now, what is of all as it was last."""
    own, common = evidence.names[subject], evidence.names[""]
    before = known.names.get(subject, {})
    return {**own, **{name: before[name] for name in common if name in before}}


def _instead(subjects: tuple[Subject, ...], own: Subject) -> tuple[Subject, ...]:
    """Put a subject in the place of the one of its id."""
    return tuple(own if other.id == own.id else other for other in subjects)
