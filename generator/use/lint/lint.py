"""Lint dossiers: rules of wording in each, and what the dossiers of a tree do not agree on."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Problem, in_order
from generator.base.toml_patch import FileChange
from generator.load.dossier_inputs import load_dossier
from generator.model.dossier import Dossier
from generator.rules.dossier.tree_rules import across
from generator.rules.wording.drifted_snippets import DriftedSnippets
from generator.rules.wording.input_wording import Remark, check_wording
from generator.use.check.acceptance import accept, is_wording, weigh
from generator.use.library import Library
from generator.use.lint.rulebook import Rulebook
from generator.use.lint.shared_words import shared_words
from generator.use.lint.snippet_copies import copies


class CertainMend(NamedTuple):
    """A problem that nobody accepted, and the edit that surely mends it."""

    problem: Problem
    edit: FileChange


class Linted(NamedTuple):
    """What lint found in the dossiers of one workspace."""

    dossiers: tuple[Dossier, ...]
    problems: tuple[Problem, ...]
    mends: tuple[CertainMend, ...]

    @property
    def edits(self) -> tuple[FileChange, ...]:
        """Return what is written to mend all that is certain."""
        return tuple(own.edit for own in self.mends)


def lint(folders: Sequence[Path], library: Library, book: Rulebook) -> Linted:
    """Lint dossiers one by one, then all of them together."""
    problems: list[Problem] = []
    dossiers: list[Dossier] = []
    by_file: dict[str, list[Problem]] = defaultdict(list)
    edits: dict[tuple[str, Problem], FileChange] = {}
    remarks: list[tuple[str, Remark]] = []
    known = library.snippets
    drifted = DriftedSnippets(known.by_name, library.units, library.wording.apart)
    for folder in folders:
        loaded = load_dossier(folder)
        problems += loaded.problems
        if loaded.dossier is None:
            continue
        dossiers.append(loaded.dossier)
        unit = loaded.dossier.unit.unit.name
        remarks += ((unit, remark) for remark in _remarks(loaded.dossier, library, book))
        remarks += ((unit, remark) for remark in copies(loaded, library, drifted))
    book.keep()
    shared = shared_words((unit, remark.word) for unit, remark in remarks)
    for _, remark in remarks:
        if remark.word not in shared:
            by_file[remark.problem.place.file].append(remark.problem)
            if remark.edit is not None:
                edits[remark.problem.place.file, remark.problem] = remark.edit
    for problem in library.rules.told(across(dossiers, library.wording)):
        by_file[problem.place.file].append(problem)
    severity = library.workspace.entry.severity
    open_ones: set[Problem] = set()
    for dossier in dossiers:
        files = {dossier.source.shown, *(s.source.shown for s in dossier.subjects)}
        own = in_order(problem for file in sorted(files) for problem in by_file[file])
        judged = list(accept(own, dossier, is_wording))
        # Behind the problems, one for one, stands what is wrong with the acceptances.
        open_ones.update(p for p, now in zip(own, judged, strict=False) if not now.accepted)
        problems += weigh(judged, severity)
    kept = tuple(
        CertainMend(problem, edit) for (_, problem), edit in edits.items() if problem in open_ones
    )
    return Linted(tuple(dossiers), in_order((*book.problems, *known.problems, *problems)), kept)


def _remarks(dossier: Dossier, library: Library, book: Rulebook) -> Iterator[Remark]:
    stage = dossier.unit.stage or ""
    scheme_id = dossier.unit.scheme or library.workspace.entry.default_scheme
    if not stage and scheme_id in library.packs.scheme_ids():
        loaded, _ = library.scheme(scheme_id, partial(dossier.source.place, ("scheme",)))
        stage = loaded.scheme.stage if loaded is not None else ""
    return check_wording(dossier, book.linter, stage)
