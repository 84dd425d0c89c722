"""The standard wording of a subject's sections, as it would be printed now, for whoever writes his own."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import NamedTuple

from generator.load.outlines import LoadedOutline
from generator.model.blocks import Spans
from generator.model.dossier import Subject
from generator.narrative.states import describe_states
from generator.narrative.unit_words import own_words
from generator.prose.prose_gap import DRAFT
from generator.prose.prose_render import render_file
from generator.use.build.wanted import Occasion, occasions, wanted_documents
from generator.use.check.examine import Examined
from generator.use.library import Library


class SectionWords(NamedTuple):
    """A section: its heading, and what the standard wording says; nothing where there is none."""

    title: str
    standard: Spans = ()


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
    found: dict[str, SectionWords] = {}
    for outline in _outlines(examined, subject, library):
        for section in outline.outline.section:
            if section.id in found:
                continue
            template = outline.texts.get(section.id)
            said: Spans = ()
            if template is not None:
                said = render_file(template.shown, template.text, names, library.units).spans
            title = render_file(outline.source.shown, section.title, names, library.units).text
            found[section.id] = SectionWords(title or section.id, said)
    return found


def _outlines(examined: Examined, subject: Subject, library: Library) -> Iterator[LoadedOutline]:
    """Give the outlines that the documents of a subject follow."""
    for occasion in _occasions(examined, subject):
        template, unit = occasion.wanted.template, examined.dossier
        outline = unit.unit.outline_of(template.id, template.outline) if unit is not None else ""
        if outline and examined.scheme is not None:
            keys = (*occasion.wanted.keys, "outline")
            loaded, _ = library.outline(outline, partial(examined.scheme.source.place, keys))
            if loaded is not None:
                yield loaded


def _occasions(examined: Examined, subject: Subject) -> Iterator[Occasion]:
    if examined.scheme is None or examined.dossier is None:
        return
    scheme, dossier = examined.scheme.scheme, examined.dossier
    for wanted in wanted_documents(scheme, dossier, examined.stage):
        for occasion in occasions(scheme, wanted, dossier):
            if occasion.subject is not None and occasion.subject.id == subject.id:
                yield occasion
