"""Examine a dossier: load, score, gather figures, check. Nothing is written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.base.problem import Problem, Severity, in_order
from generator.checks.catalogue import run_checks
from generator.checks.evidence import Evidence
from generator.figures.book import FigureBook
from generator.figures.dossier import make_figures
from generator.load.inputs import load_dossier
from generator.load.packs import LoadedScheme
from generator.model.dossier import Dossier
from generator.model.outline import Outline
from generator.narrative.words import OwnWords, own_words
from generator.pipeline.acceptance import accept, weigh
from generator.pipeline.library import Library
from generator.prose.gap import DRAFT
from generator.prose.names import dossier_names
from generator.score.rules import Rules
from generator.score.scorer import score_dossier
from generator.score.sheet import ScoreSheet


@dataclass(frozen=True, slots=True)
class Examined:
    """A dossier as far as it came, with everything that was found."""

    path: Path
    dossier: Dossier | None
    scheme: LoadedScheme | None
    sheets: Mapping[str, ScoreSheet]
    book: FigureBook | None
    names: Mapping[str, Mapping[str, Any]]
    words: Mapping[str, OwnWords]
    stage: str
    problems: tuple[Problem, ...]

    @property
    def is_fit(self) -> bool:
        """Tell whether documents may be built from it."""
        return not any(problem.stops for problem in self.problems)


def examine(folder: Path, library: Library, *, is_draft: bool = False) -> Examined:
    """Take a dossier through everything up to the checks."""
    loaded = load_dossier(folder)
    problems: list[Problem] = [*loaded.problems, *library.wording_problems]
    dossier = loaded.dossier
    if dossier is None:
        return Examined(folder, None, None, {}, None, {}, {}, "", in_order(problems))
    scheme_id = dossier.unit.scheme or library.workspace.entry.default_scheme
    scheme, faults = library.scheme(scheme_id, dossier.source.place(("scheme",)))
    problems += faults
    if scheme is None:
        return Examined(folder, dossier, None, {}, None, {}, {}, "", in_order(problems))
    stage = dossier.unit.stage or scheme.scheme.stage
    problems += _out_of_force(dossier, scheme)
    rules = Rules(scheme.scheme, library.units, dossier.unit.year)
    sheets = score_dossier(dossier, rules)
    book = make_figures(dossier, sheets, library.units)
    names = {name: {**own, DRAFT: is_draft} for name, own in dossier_names(dossier, book).items()}
    words = {s.id: own_words(s, names[s.id], library.units) for s in dossier.subjects}
    for of_subject in words.values():
        problems += of_subject.problems
    national, _ = library.scheme(scheme.scheme.national, dossier.source.place(("scheme",)))
    outlines, missing = _outlines(scheme, library)
    problems += missing
    evidence = Evidence(
        dossier,
        scheme.scheme,
        national.scheme if national and scheme.scheme.national else None,
        sheets,
        book,
        library.wording,
        outlines,
        stage,
    )
    problems += run_checks(evidence)
    weighed = weigh(problems, library.workspace.entry.severity)
    accepted = in_order(accept(in_order(weighed), dossier))
    return Examined(folder, dossier, scheme, sheets, book, names, words, stage, accepted)


def _outlines(scheme: LoadedScheme, library: Library) -> tuple[dict[str, Outline], list[Problem]]:
    """Load the outlines of the scheme's documents."""
    outlines: dict[str, Outline] = {}
    problems: list[Problem] = []
    for index, template in enumerate(scheme.scheme.document):
        if template.outline:
            asked_at = scheme.source.place(("document", index, "outline"))
            loaded, faults = library.outline(template.outline, asked_at)
            problems += faults
            if loaded is not None:
                outlines[template.outline] = loaded.outline
    return outlines, problems


def _out_of_force(dossier: Dossier, scheme: LoadedScheme) -> Iterator[Problem]:
    force = scheme.scheme.force
    if force.holds(dossier.unit.year):
        return
    message = f"方案“{scheme.scheme.title}”适用于 {force} 年度，本卷是 {dossier.unit.year} 年度"
    hint = "请用 jixiao schemes 查看适用的方案；确认沿用的，请用 [[accept]] 说明"
    yield Problem("R02", Severity.WARNING, message, dossier.source.place(("year",)), hint)
