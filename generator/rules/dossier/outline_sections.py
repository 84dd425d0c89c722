"""C12 and unknown sections: what a report's outline expects of the inputs."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.base.suggestion import suggest
from generator.base.toml import KeyPath, TomlFile
from generator.model.dossier import Subject
from generator.model.outline import Outline, Section
from generator.model.own_outline import OwnOutline
from generator.model.scheme_document import Template
from generator.prose.prose_render import render_value
from generator.rules.dossier.evidence import Evidence
from generator.rules.finding import Finding
from generator.rules.where import KeyPlace


class _Author(NamedTuple):
    """Who writes sections of their own: a subject, or a report over several projects."""

    source: TomlFile
    keys: KeyPath
    own: tuple[Mapping[str, str], Mapping[str, str]]
    subjects: tuple[Subject, ...]


def sections(evidence: Evidence) -> Iterator[Finding]:
    """Look at every author with the outlines that may be used for what they write."""
    asked: dict[KeyPath, tuple[_Author, dict[Outline, bool]]] = {}
    for template in evidence.scheme.document:
        if template.stage != evidence.stage:
            continue
        for author, outline in _authors(evidence, template):
            known = asked.setdefault((author.source.shown, *author.keys), (author, {}))
            known[1][outline] = known[1].get(outline, False) or _is_made(template, author, evidence)
    for author, outlines in asked.values():
        yield from _unknown(author, tuple(outlines))
        for outline in (own for own, is_made in outlines.items() if is_made):
            yield from _empty(author, outline, evidence)


def _is_made(template: Template, author: _Author, evidence: Evidence) -> bool:
    """Tell whether an author gets a document: a form that somebody imported wants no report."""
    if author.keys or template.for_ == "dossier":
        return True
    named = evidence.dossier.unit.documents
    usual = (t for t in evidence.scheme.document if t.id in named or not named)
    attached = (id for other in usual for id in other.attaches)
    is_usual = template.id in (*named, *attached) or (
        not named and (not template.on_request or template.own_outline)
    )
    return any(
        is_usual if s.entry.documents is None else template.id in s.entry.documents
        for s in author.subjects
    )


def _authors(evidence: Evidence, template: Template) -> Iterator[tuple[_Author, Outline]]:
    unit, dossier = evidence.dossier.unit, evidence.dossier
    if template.for_ == "report":
        for index, report in enumerate(unit.report):
            outline = evidence.outlines.get(unit.outline_of(template.id, template.outline, report))
            outline = _own_or(report.own_outline, template, outline)
            own = (report.text, report.text_after)
            wanted = report.projects
            subjects = tuple(p for p in dossier.projects if not wanted or p.id in wanted)
            if outline is not None:
                yield _Author(dossier.source, ("report", index), own, subjects), outline
        return
    usual = evidence.outlines.get(unit.outline_of(template.id, template.outline))
    kind = "department" if template.for_ == "dossier" else template.for_
    for subject in dossier.subjects:
        outline = _own_or(subject.entry.own_outline, template, usual)
        if subject.kind == kind and outline is not None:
            own = (subject.entry.text, subject.entry.text_after)
            yield _Author(subject.source, (), own, (subject,)), outline


def _own_or(own: OwnOutline | None, template: Template, usual: Outline | None) -> Outline | None:
    """Return the outline that an author's document is written by."""
    if not template.outline or template.for_ == "dossier":
        return usual
    if own is None and template.own_outline:
        return None
    return own.as_outline() if own is not None else usual


def _unknown(author: _Author, outlines: Sequence[Outline]) -> Iterator[Finding]:
    known = [section.id for outline in outlines for section in outline.section]
    titles = "、".join(outline.title for outline in outlines)
    for table, texts in zip(("text", "text-after"), author.own, strict=True):
        for name in texts:
            if name not in known:
                at = KeyPlace(author.source, (*author.keys, table, name), on="key")
                how = suggest(name, known)
                yield Finding("section-unknown", at, name, titles, how, quote=name)


def _empty(author: _Author, outline: Outline, evidence: Evidence) -> Iterator[Finding]:
    for section in outline.section:
        if section.optional or not section.needs or _is_filled(author, section):
            continue
        at, name = KeyPlace(author.source, author.keys), _title(section, author, evidence)
        yield Finding("section-empty", at, "、".join(section.needs), section.id, name=name)


def _title(section: Section, author: _Author, evidence: Evidence) -> str:
    """Return a heading as it will be printed: some of them quote the unit's name."""
    owner = "" if author.keys else author.subjects[0].id
    rendered = render_value(
        author.source, (), section.title, evidence.names[owner], evidence.wording.units
    )
    return rendered.text


def _is_filled(author: _Author, section: Section) -> bool:
    if any(texts.get(section.id, "").strip() for texts in author.own):
        return True
    return any(_has(subject, path) for subject in author.subjects for path in section.needs)


def _has(subject: Subject, path: str) -> bool:
    """Tell whether something stands at a key path such as ``result.use`` or ``goal.achieved``."""
    table, _, name = path.partition(".")
    if table == "goal":
        return any(getattr(at.goal, name, "").strip() for at in subject.goals)
    owner = getattr(subject.entry, table.replace("-", "_"), None)
    value = getattr(owner, name.replace("-", "_"), None) if name else owner
    return bool(value.strip() if isinstance(value, str) else value)
