"""All prose of a dossier with the key it was written under."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.base.toml import KeyPath, TomlFile
from generator.model.dossier import Dossier, Subject
from generator.model.subject import DepartmentEntry, ProjectEntry, SubjectEntry


class ProseField(NamedTuple):
    """A text of an input file, where it stands, and whose it is (empty: the unit's)."""

    source: TomlFile
    keys: KeyPath
    text: str
    owner: str = ""


def prose_fields(dossier: Dossier) -> Iterator[ProseField]:
    """Go through every text of a dossier in which a unit writes sentences."""
    for index, report in enumerate(dossier.unit.report):
        for table, texts in (("text", report.text), ("text-after", report.text_after)):
            for name, text in texts.items():
                yield ProseField(dossier.source, ("report", index, table, name), text)
    told: set[KeyPath] = set()  # of what is written once for all subjects
    for subject in dossier.subjects:
        for keys, text in _of_subject(subject):
            if keys in subject.inherited:
                if keys in told:
                    continue
                told.add(keys)
            if text:
                yield ProseField(subject.source_of(keys), keys, text, subject.id)


def _of_subject(subject: Subject) -> Iterator[tuple[KeyPath, str]]:
    entry = subject.entry
    if isinstance(entry, ProjectEntry):
        yield ("project", "overview"), entry.project.overview
    else:
        yield from _of_department(entry)
    for name in ("purpose", "adjustment", "explanation"):
        yield ("funds", name), getattr(entry.funds, name)
    for at in subject.goals:
        for name in ("name", "expected", "adjusted", "achieved", "reason"):
            yield (*at.keys, name), getattr(at.goal, name)
    for row in subject.indicators:
        yield (*row.keys, "actual-text"), row.indicator.actual_text
        yield (*row.keys, "reason"), row.indicator.reason
    for index, item in enumerate(entry.item):
        yield ("item", index, "reason"), item.reason
    yield from _of_findings(entry)
    for name, text in subject.own_prose().items():
        yield ("fields", name), text
    tables = {"titles": entry.titles, "text": entry.text, "text-after": entry.text_after}
    for table, texts in tables.items():
        for name, text in texts.items():
            yield (table, name), text


def _of_findings(entry: SubjectEntry) -> Iterator[tuple[KeyPath, str]]:
    for index, finding in enumerate(entry.problem):
        for name in ("text", "cause", "measure"):
            yield ("problem", index, name), getattr(finding, name)
    for name in ("use", "publicity", "deviation", "improvement"):
        yield ("result", name), getattr(entry.result, name)


def _of_department(entry: DepartmentEntry) -> Iterator[tuple[KeyPath, str]]:
    yield ("department", "overview"), entry.department.overview
    for index, function in enumerate(entry.department.functions):
        yield ("department", "functions", index), function
    for index, duty in enumerate(entry.duty):
        for name in ("name", "responsibility", "target", "goal"):
            yield ("duty", index, name), getattr(duty, name)
    for index, safeguard in enumerate(entry.safeguard):
        yield ("safeguard", index, "title"), safeguard.title
        for number, item in enumerate(safeguard.item):
            yield ("safeguard", index, "item", number, "title"), item.title
            yield ("safeguard", index, "item", number, "text"), item.text
