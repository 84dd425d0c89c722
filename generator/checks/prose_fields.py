"""All prose of a dossier with the key it was written under."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.base.toml import KeyPath, TomlFile
from generator.model.dossier import Dossier, Subject
from generator.model.subject import ProjectEntry


@dataclass(frozen=True, slots=True)
class ProseField:
    """A text of an input file and where it stands."""

    source: TomlFile
    keys: KeyPath
    text: str


def prose_fields(dossier: Dossier) -> Iterator[ProseField]:
    """Go through every text of a dossier in which a unit writes sentences."""
    for index, report in enumerate(dossier.unit.report):
        for table, texts in (("text", report.text), ("text-after", report.text_after)):
            for name, text in texts.items():
                yield ProseField(dossier.source, ("report", index, table, name), text)
    for subject in dossier.subjects:
        yield from (field for field in _of_subject(subject) if field.text)


def _of_subject(subject: Subject) -> Iterator[ProseField]:
    entry, source = subject.entry, subject.source
    overview = (
        entry.project.overview if isinstance(entry, ProjectEntry) else entry.department.overview
    )
    yield ProseField(source, (subject.kind, "overview"), overview)
    for name in ("purpose", "adjustment", "explanation"):
        yield ProseField(source, ("funds", name), getattr(entry.funds, name))
    for at in subject.goals():
        yield ProseField(source, (*at.keys, "expected"), at.goal.expected)
        yield ProseField(source, (*at.keys, "achieved"), at.goal.achieved)
    for row in subject.indicators():
        yield ProseField(source, (*row.keys, "actual-text"), row.indicator.actual_text)
        yield ProseField(source, (*row.keys, "reason"), row.indicator.reason)
    for index, finding in enumerate(entry.problem):
        for name in ("text", "cause", "measure"):
            yield ProseField(source, ("problem", index, name), getattr(finding, name))
    for name in ("use", "publicity", "deviation", "improvement"):
        yield ProseField(source, ("result", name), getattr(entry.result, name))
    for table, texts in (("text", entry.text), ("text-after", entry.text_after)):
        for name, text in texts.items():
            yield ProseField(source, (table, name), text)
