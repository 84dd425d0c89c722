"""Examine a dossier: load, score, gather figures, check. Nothing is written."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from generator.base.problem import Problem, in_order
from generator.base.strange_text import shown_path
from generator.base.toml import KeyPath, TomlFile
from generator.figures.dossier_figures import make_figures
from generator.figures.figure_book import FigureBook
from generator.load.dossier_inputs import LoadedDossier, load_dossier
from generator.load.own_values import check_own_values, with_declared
from generator.load.scheme_files import LoadedScheme
from generator.model.dossier import Dossier, Subject
from generator.model.input_files import UNIT_FILE
from generator.model.outline import Outline
from generator.model.scheme import Scheme
from generator.model.unit import Stage
from generator.prose.figure_names import dossier_names
from generator.prose.prose_gap import DRAFT
from generator.prose.prose_keys import prose_fields
from generator.prose.snippet_names import renamed, with_snippets
from generator.prose.snippet_quotations import SNIPPET
from generator.rules.across_forms import Budget, of_other_sizes
from generator.rules.dossier.dossier_rules import findings
from generator.rules.dossier.evidence import Evidence
from generator.rules.dossier.marks_in_texts import mark_problems
from generator.rules.dossier.mentions import mentions
from generator.rules.dossier.mistyped import without_what_follows
from generator.rules.dossier.quotations import quotation_problems
from generator.rules.finding import Finding
from generator.rules.input_forms import forms_of
from generator.rules.printed_form import PrintedForm
from generator.score.score_sheet import ScoreSheet
from generator.score.score_terms import Rules
from generator.score.scorer import score_dossier
from generator.use.check.acceptance import OF_ACCEPTANCES, accept, weigh
from generator.use.library import Library


class Examined(NamedTuple):
    """A dossier as far as it came, with everything that was found."""

    path: Path
    dossier: Dossier | None
    scheme: LoadedScheme | None
    sheets: Mapping[str, ScoreSheet]
    book: FigureBook | None
    names: Mapping[str, Mapping[str, Any]]
    stage: Stage
    problems: tuple[Problem, ...]
    evidence: Evidence | None = None  # what the rules looked at
    budgets: tuple[Budget, ...] = ()  # the money of its forms

    @property
    def is_fit(self) -> bool:
        """Tell whether documents may be built from it."""
        return not any(problem.stops for problem in self.problems)

    @property
    def left_out(self) -> tuple[str, ...]:
        """List the files that did not become part of the dossier."""
        found = self.dossier
        read = (
            set() if found is None else {UNIT_FILE, *(s.source.path.name for s in found.subjects)}
        )
        names = (path for path in sorted(self.path.glob("*.toml")) if path.name not in read)
        return tuple(shown_path(path) for path in names if not path.name.startswith("."))

    @property
    def why_left_out(self) -> tuple[Problem, ...]:
        """Return what is wrong with those files: half a dossier gives half of every sum."""
        files = frozenset(self.left_out)
        return tuple(one for one in self.problems if one.stops and one.place.file in files)


class WorkedOut(NamedTuple):
    """A dossier scored, with its figures and texts, before any rule looks at it."""

    problems: tuple[Problem, ...]
    scheme: LoadedScheme | None = None
    evidence: Evidence | None = None


def examine(
    folder: Path, library: Library, *, is_draft: bool = False, stage: Stage | None = None
) -> Examined:
    """Take a dossier through everything up to the checks; ``stage`` overrides that of the inputs."""
    return examine_loaded(load_dossier(folder), folder, library, is_draft=is_draft, stage=stage)


def examine_loaded(
    loaded: LoadedDossier,
    folder: Path,
    library: Library,
    *,
    is_draft: bool = False,
    stage: Stage | None = None,
) -> Examined:
    """Take what was read through everything up to the checks."""
    dossier, worked_out = loaded.dossier, work_out(loaded, library, stage)
    problems, scheme, evidence = [*worked_out.problems], worked_out.scheme, worked_out.evidence
    if dossier is None or scheme is None or evidence is None:
        return _unfinished(folder, dossier, problems)
    dossier = evidence.dossier
    problems += quotation_problems(evidence)
    if any(f"{SNIPPET}(" in field.text for field in evidence.prose):
        problems += library.snippets.problems
    problems += mark_problems(evidence)
    forms = tuple(forms_of(evidence))
    budgets = tuple(
        Budget.of(form, is_department=subject.kind == "department") for subject, form in forms
    )
    found = (*_findings(evidence, library, forms), *of_other_sizes(budgets))
    problems += library.rules.told(without_what_follows(found))
    weighed = weigh(problems, library.workspace.entry.severity)
    accepted = in_order(accept(in_order(weighed), dossier))
    if evidence.stage != (dossier.unit.stage or scheme.scheme.stage):
        # Acceptances are written for the dossier's own stage.
        accepted = tuple(problem for problem in accepted if problem.code not in OF_ACCEPTANCES)
    # What is missing is told in any case; only the pages of a draft show it as a gap.
    printed = {name: renamed(own, {DRAFT: is_draft}) for name, own in evidence.names.items()}
    sheets, book, stage = evidence.sheets, evidence.book, evidence.stage
    return Examined(
        folder, dossier, scheme, sheets, book, printed, stage, accepted, evidence, budgets
    )


def as_draft(folder: Path, library: Library, loaded: LoadedDossier | None = None) -> Examined:
    """Take a dossier as far as a draft of its documents needs it: no rule looks at it."""
    loaded = load_dossier(folder) if loaded is None else loaded
    worked_out = work_out(loaded, library)
    scheme, evidence, problems = worked_out.scheme, worked_out.evidence, worked_out.problems
    if scheme is None or evidence is None:
        return _unfinished(folder, loaded.dossier, [*problems])
    printed = {name: renamed(own, {DRAFT: True}) for name, own in evidence.names.items()}
    dossier, sheets, book = evidence.dossier, evidence.sheets, evidence.book
    return Examined(
        folder, dossier, scheme, sheets, book, printed, evidence.stage, problems, evidence
    )


def _findings(
    evidence: Evidence, library: Library, forms: Iterable[tuple[Subject, PrintedForm]]
) -> Iterator[Finding]:
    """Run the rules over a dossier, and over the forms that it prints."""
    yield from findings(evidence)
    for subject, form in forms:
        yield from library.rules.findings(form)
        yield from mentions(
            evidence, subject, form, library.rules.words, lambda: library.sentence_reader
        )


def work_out(loaded: LoadedDossier, library: Library, stage: Stage | None = None) -> WorkedOut:
    """Score what was read and gather its figures, as far as it goes."""
    problems: list[Problem] = [*loaded.problems, *library.wording_problems]
    dossier = loaded.dossier
    if dossier is None:
        return WorkedOut(tuple(problems))
    scheme, faults = _find_scheme(dossier, library)
    problems += faults
    # By rules that are broken nothing can be worked out.
    if scheme is None or any(fault.stops for fault in faults):
        return WorkedOut(tuple(problems))
    dossier = with_declared(dossier, scheme.scheme)
    problems += check_own_values(dossier)
    sheets = score_dossier(dossier, Rules(scheme.scheme, library.units, dossier.unit.year))
    book = make_figures(dossier, sheets, library.units)
    names = with_snippets(
        dossier_names(dossier, book), lambda: library.snippets.by_name, library.units
    )
    outlines, missing = _outlines(dossier, scheme, library)
    problems += missing
    evidence = Evidence(
        dossier,
        scheme.scheme,
        _national(scheme, dossier.unit.year, library),
        sheets,
        book,
        names,
        library.wording,
        outlines,
        stage or dossier.unit.stage or scheme.scheme.stage,
        tuple(prose_fields(dossier)),
        is_whole=not loaded.problems,
    )
    return WorkedOut(tuple(problems), scheme, evidence)


def _unfinished(folder: Path, dossier: Dossier | None, problems: list[Problem]) -> Examined:
    return Examined(folder, dossier, None, {}, None, {}, "evaluation", in_order(problems))


def _find_scheme(
    dossier: Dossier, library: Library
) -> tuple[LoadedScheme | None, tuple[Problem, ...]]:
    scheme_id = dossier.unit.scheme or library.workspace.entry.default_scheme
    asked_at = partial(dossier.source.place, ("scheme",))
    return library.scheme(scheme_id, asked_at, dossier.unit.year)


def _national(scheme: LoadedScheme, year: int, library: Library) -> Scheme | None:
    """Return the national scheme of a year that a local one is held against."""
    if not scheme.scheme.national:
        return None
    national, _ = library.scheme(
        scheme.scheme.national, partial(scheme.source.place, ("national",)), year
    )
    return national.scheme if national else None


def _outlines(
    dossier: Dossier, scheme: LoadedScheme, library: Library
) -> tuple[dict[str, Outline], list[Problem]]:
    """Load the outlines of the scheme's documents, and those that the unit takes instead."""
    outlines: dict[str, Outline] = {}
    problems: list[Problem] = []
    for outline_id, file, keys in _asked_outlines(dossier, scheme):
        if outline_id not in outlines:
            loaded, faults = library.outline(outline_id, partial(file.place, keys))
            problems += [fault for fault in faults if fault not in problems]
            if loaded is not None:
                outlines[outline_id] = loaded.outline
    return outlines, problems


def _asked_outlines(
    dossier: Dossier, scheme: LoadedScheme
) -> Iterator[tuple[str, TomlFile, KeyPath]]:
    """Go through the outlines that are asked for, each with the file and the key that asks."""
    unit = dossier.unit
    for index, template in enumerate(scheme.scheme.document):
        if template.id in unit.outlines:
            yield unit.outlines[template.id], dossier.source, ("outlines", template.id)
        elif template.outline:
            yield template.outline, scheme.source, ("document", index, "outline")
    for index, report in enumerate(unit.report):
        if report.outline:
            yield report.outline, dossier.source, ("report", index, "outline")
