"""The standard wording of the sections of a subject or a report, as it would be printed now, for whoever writes his own."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from generator.load.outlines import LoadedOutline
from generator.model.dossier import Subject
from generator.model.spans import Spans
from generator.narrative.states import describe_states
from generator.narrative.unit_words import own_words, report_words
from generator.prose.figure_names import report_names
from generator.prose.prose_gap import DRAFT
from generator.prose.prose_render import render_file
from generator.use.build.wanted import Occasion, occasions, wanted_documents
from generator.use.check.examine import Examined
from generator.use.library import Library


class SectionWords(NamedTuple):
    """A section: its heading, and what the standard wording says; nothing where there is none."""

    title: str
    standard: Spans = ()
    has_parts: bool = False  # deeper sections stand below it, so that it may be blank
    has_chart: bool = False  # the program draws one there


def standard_words(
    examined: Examined, subject: Subject, library: Library
) -> Mapping[str, SectionWords]:
    """Return the sections of all documents of a subject, by their ids, in the order of printing."""
    sheet, book = examined.sheets.get(subject.id), examined.book
    if examined.scheme is None or sheet is None or book is None:
        return {}
    # What is missing shows as a gap, as in a draft.
    names = {**examined.names[subject.id], DRAFT: True}
    names["state"] = describe_states(subject, sheet, examined.scheme.scheme, book)
    names["texts"] = own_words(subject, names, library.units).texts
    own = (o for o in _occasions(examined) if o.subject is not None and o.subject.id == subject.id)
    return _sections(_outlines(examined, own, library), names, library)


def standard_words_of_report(
    examined: Examined, number: int, library: Library
) -> Mapping[str, SectionWords]:
    """Return the sections of a report over several projects, by their ids, in the order of printing."""
    dossier, book, at = examined.dossier, examined.book, ("report", number)
    if dossier is None or examined.scheme is None or book is None:
        return {}
    report = dossier.unit.report[number]
    named = report_names(book, examined.names[""], report.id, report.projects)
    names = {**named, DRAFT: True}
    projects = tuple(
        own_words(one, examined.names[one.id], library.units)
        for one in dossier.projects
        if not report.projects or one.id in report.projects
    )
    said = report_words(report, at, dossier.source, projects, names, library.units)
    names["texts"] = said.texts
    own = (o for o in _occasions(examined) if o.report_keys == at)
    return _sections(_outlines(examined, own, library), names, library)


def _sections(
    outlines: Iterable[LoadedOutline], names: Mapping[str, Any], library: Library
) -> Mapping[str, SectionWords]:
    found: dict[str, SectionWords] = {}
    for outline in outlines:
        for number, section in enumerate(outline.outline.section):
            if section.id in found:
                continue
            template = outline.texts.get(section.id)
            said: Spans = ()
            if template is not None:
                said = render_file(template.shown, template.text, names, library.units).spans
            title = render_file(outline.source.shown, section.title, names, library.units).text
            below = [*outline.outline.with_children(number)][1:]
            found[section.id] = SectionWords(
                title or section.id, said, bool(below), bool(section.chart)
            )
    return found


def _outlines(
    examined: Examined, every: Iterable[Occasion], library: Library
) -> Iterator[LoadedOutline]:
    """Give the outlines that documents follow."""
    for occasion in every:
        template, unit = occasion.wanted.template, examined.dossier
        outline = ""
        if unit is not None:
            outline = unit.unit.outline_of(template.id, template.outline, occasion.report)
        if outline and examined.scheme is not None:
            keys = (*occasion.wanted.keys, "outline")
            loaded, _ = library.outline(outline, partial(examined.scheme.source.place, keys))
            if loaded is not None:
                yield loaded


def _occasions(examined: Examined) -> Iterator[Occasion]:
    if examined.scheme is None or examined.dossier is None:
        return
    scheme, dossier = examined.scheme.scheme, examined.dossier
    for wanted in wanted_documents(scheme, dossier, examined.stage):
        yield from occasions(scheme, wanted, dossier)
