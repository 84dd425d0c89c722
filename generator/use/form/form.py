"""Write the workbook of a dossier: its pages by the scheme, with all that it holds already."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Place, Problem, Severity
from generator.base.strange_text import shown_path
from generator.base.system_words import system_words
from generator.base.writing import write_atomically
from generator.excel.form.form_map import DossierNamed
from generator.excel.form.report_texts import SectionAt, sections_of
from generator.excel.form.rule_sheet import rule_tables
from generator.excel.form.workbook_pages import FormData, form_pages
from generator.excel.form.write import form_workbook
from generator.load.dossier_inputs import load_dossier
from generator.model.dossier import Dossier, Subject
from generator.model.outline import Outline, Section
from generator.model.scheme import Scheme
from generator.rules.dossier.evidence import Evidence
from generator.score.score_terms import Rules
from generator.use.check.examine import work_out
from generator.use.form.template_form import printed_forms
from generator.use.library import Library


class Form(NamedTuple):
    """A workbook as bytes (``None``: it cannot be written), and what is to be said."""

    data: bytes | None
    problems: tuple[Problem, ...] = ()


def make_form(folder: Path, library: Library) -> Form:
    """Write the workbook of one dossier; what is wrong with the inputs themselves comes first."""
    worked_out = work_out(load_dossier(folder), library)
    evidence, problems = worked_out.evidence, worked_out.problems
    if evidence is None or not evidence.is_whole:
        if any(problem.stops for problem in problems):
            return Form(None, problems)
        message, hint = "填报还读不出来，写不出填报表", "请先运行 jixiao check，改好列出的问题"
        place = Place(shown_path(folder))
        return Form(None, (*problems, Problem("O31", Severity.ERROR, message, place, hint)))
    dossier, scheme = evidence.dossier, evidence.scheme
    rules = Rules(scheme, library.units, dossier.unit.year)
    required = scheme.required.evaluation if evidence.is_evaluation else scheme.required.goals
    data = FormData(
        dossier,
        rules,
        evidence.sheets,
        _sections(evidence),
        required,
        printed_forms(evidence, library),
    )
    named = DossierNamed(
        dossier.unit.unit.name, dossier.unit.year, tuple(s.id for s in dossier.subjects)
    )
    tables = rule_tables(rules, _classes(dossier, scheme))
    return Form(form_workbook(named, form_pages(data), tables))


def _classes(dossier: Dossier, scheme: Scheme) -> tuple[str, ...]:
    """Return the classes of the scheme, in the order of its form, and those that are in use beside."""
    printed = [
        f"{one.name}/{child}" if child else one.name
        for one in scheme.classes
        for child in one.children or ("",)
    ]
    used = [at.indicator.class_ for subject in dossier.subjects for at in subject.indicators]
    shared = [s.shared.class_ for subject in dossier.subjects for s in subject.shared_scores()]
    return tuple(dict.fromkeys((*printed, *used, *shared)))


def _sections(evidence: Evidence) -> Mapping[str, Sequence[SectionAt]]:
    """Return the sections of the reports of every subject, and of the reports over several."""
    found: dict[str, Sequence[SectionAt]] = {}
    for subject in evidence.dossier.subjects:
        found[subject.id] = sections_of(_outlines(evidence, subject))
    for report in evidence.dossier.unit.report:
        documents = [d for d in evidence.scheme.document if d.for_ == "report"]
        ids = [evidence.dossier.unit.outline_of(d.id, d.outline, report) for d in documents]
        every = [evidence.outlines[id].section for id in ids if id in evidence.outlines]
        own = report.own_outline
        found[report.id] = sections_of([own.as_outline().section] if own is not None else every)
    return found


def _outlines(evidence: Evidence, subject: Subject) -> Iterator[Sequence[Section]]:
    own = subject.entry.own_outline
    if own is not None:
        yield own.as_outline().section
    for document in evidence.scheme.document:
        if not document.is_of(subject.kind) or document.for_ == "dossier":
            continue
        id = evidence.dossier.unit.outline_of(document.id, document.outline)
        outline: Outline | None = evidence.outlines.get(id)
        if outline is not None and not (own is not None and id):
            yield outline.section


def write_form(
    folder: Path, library: Library, target: Path, *, overwrites: bool
) -> tuple[Problem, ...]:
    """Write the workbook of one dossier into a file; one that somebody may have filled in stays."""
    shown = shown_path(target)
    if target.exists() and not overwrites:
        message, hint = "已有这个文件，也许有人填过了，没有改写", "请换一个文件名，或加 --force"
        return (Problem("O31", Severity.ERROR, message, Place(shown), hint),)
    form = make_form(folder, library)
    if form.data is None:
        return form.problems
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        hint = "请换一个文件夹"
        return (
            Problem("O31", Severity.ERROR, f"写不了：{system_words(error)}", Place(shown), hint),
        )
    fault = write_atomically(target, form.data)
    return () if fault is None else (fault,)
