"""Write the body of a report: sections of the outline, standard wording or the unit's own words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

from generator.base.problem import Problem
from generator.model.blocks import Heading, Paragraph, Span
from generator.model.outline import Outline, Section
from generator.model.units import Units
from generator.narrative.numbering import Numbering
from generator.narrative.words import OwnWords
from generator.prose.gap import DRAFT, GAP
from generator.prose.marks import split_spans
from generator.prose.render import render_file

POINT = "- "
POINT_LEVEL = 3
# A point's run-in ends with its first sentence, unless that is nearly the whole point.
_LEAD = re.compile(r"^([^。]{2,30}。)(.+)$", re.DOTALL)


class TextTemplate(Protocol):
    """The standard wording of one section, with the file it stands in."""

    @property
    def shown(self) -> str:
        """Return the file as it is shown."""

    @property
    def text(self) -> str:
        """Return the template."""


@dataclass(frozen=True, slots=True)
class Narrative:
    """The body of a report and what was wrong with it."""

    body: tuple[Heading | Paragraph, ...]
    problems: tuple[Problem, ...]


def narrate(
    outline: Outline,
    templates: Mapping[str, TextTemplate],
    words: OwnWords,
    names: Mapping[str, Any],
    units: Units,
) -> Narrative:
    """Write all sections in order."""
    # The words themselves were judged when the dossier was checked.
    problems: list[Problem] = []
    numbering = Numbering(outline.numbers)
    context = {**names, "texts": words.texts}
    texts: dict[str, str] = {}
    for section in outline.section:
        texts[section.id], faults = _section_text(section, templates, words, context, units)
        problems += faults
    if names.get(DRAFT):
        texts |= _gaps(outline, texts)
    body: list[Heading | Paragraph] = []
    for index, section in enumerate(outline.section):
        if section.optional and not any(texts[s.id].strip() for s in outline.with_children(index)):
            continue
        body += _section(section, texts[section.id], numbering)
    return Narrative(tuple(body), tuple(problems))


def _gaps(outline: Outline, texts: Mapping[str, str]) -> dict[str, str]:
    """Give the sections of a draft that are still empty a gap that nobody can overlook."""
    return {
        section.id: GAP
        for index, section in enumerate(outline.section)
        if not section.optional
        and not texts[section.id].strip()
        and len(list(outline.with_children(index))) == 1
    }


def _section(section: Section, text: str, numbering: Numbering) -> Iterator[Heading | Paragraph]:
    """Put a heading before its paragraphs; at level 3 it runs into the first of them."""
    number = numbering.next(section.level)
    if section.level < POINT_LEVEL:
        yield Heading(section.level, number, (Span(section.title),), section.id)
        yield from _paragraphs(section.id, text, numbering)
        return
    lead = (Span(f"{number}{section.title}。"),)
    first, *others = tuple(_paragraphs(section.id, text, numbering)) or (Paragraph((), section.id),)
    yield replace(first, lead=lead)
    yield from others


def _section_text(
    section: Section,
    templates: Mapping[str, TextTemplate],
    words: OwnWords,
    context: Mapping[str, Any],
    units: Units,
) -> tuple[str, tuple[Problem, ...]]:
    """Return marked text: the unit's own words replace or follow the standard wording."""
    after = words.after.get(section.id, "")
    if words.own.get(section.id):
        return "\n".join(filter(None, (words.own[section.id], after))), ()
    template = templates.get(section.id)
    if template is None:
        return after, ()
    rendered = render_file(template.shown, template.text, context, units)
    return "\n".join(filter(None, (rendered.marked, after))), rendered.problems


def _paragraphs(section_id: str, text: str, numbering: Numbering) -> Iterator[Paragraph]:
    for line in text.splitlines():
        words = line.strip()
        if not words:
            continue
        if not words.startswith(POINT):
            yield Paragraph(split_spans(words), section_id)
            continue
        number = numbering.next(POINT_LEVEL)
        point = words.removeprefix(POINT).strip()
        if found := _LEAD.match(point):
            yield Paragraph(split_spans(found[2]), section_id, split_spans(number + found[1]))
        else:
            yield Paragraph((Span(number), *split_spans(point)), section_id)
