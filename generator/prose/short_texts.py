"""All short texts of a dossier: names, headings, cells; what they say is printed as it is written."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.base.toml import KeyPath, TomlFile
from generator.model.dossier import Dossier, Subject
from generator.model.subject import DepartmentEntry, ProjectEntry
from generator.model.wording_rule import Scope


class ShortText(NamedTuple):
    """A text of an input file, where it stands, and what it is."""

    source: TomlFile
    keys: KeyPath
    scope: Scope
    text: str


def short_texts(dossier: Dossier) -> Iterator[ShortText]:
    """Go through every text of a dossier that is no prose, file by file."""
    for own in _of_unit(dossier):
        yield ShortText(dossier.source, *own)
    for subject in dossier.subjects:
        for own in _of_subject(subject):
            if own[0][:2] not in subject.inherited:  # what the unit says stands there
                yield ShortText(subject.source, *own)


def _of_unit(dossier: Dossier) -> Iterator[tuple[KeyPath, Scope, str]]:
    unit = dossier.unit.unit
    yield ("unit", "name"), "name", unit.name
    if unit.signature:
        yield ("unit", "signature"), "name", unit.signature
    for index, name in enumerate(unit.short):
        yield ("unit", "short", index), "name", name
    for index, report in enumerate(dossier.unit.report):
        yield ("report", index, "title"), "heading", report.title
    for name, fact in dossier.unit.facts.items():
        yield ("facts", name), "cell", fact
    for name, text in dossier.unit.fields_.items():
        if isinstance(text, str):
            yield ("fields", name), "cell", text


def _of_subject(subject: Subject) -> Iterator[tuple[KeyPath, Scope, str]]:
    entry = subject.entry
    if isinstance(entry, ProjectEntry):
        for name in ("name", "authority", "implementer"):
            yield ("project", name), "name", getattr(entry.project, name)
    else:
        yield from _of_department(entry)
    for name, title in entry.titles.items():
        yield ("titles", name), "heading", title
    for index, use in enumerate(entry.funds.uses):
        yield ("funds", "uses", index, "item"), "cell", use.item
    for row in subject.indicators:
        yield (*row.keys, "name"), "name", row.indicator.name
        for key in ("description", "target", "actual", "basis"):
            yield (*row.keys, key), "cell", getattr(row.indicator, key)
    for name, fact in entry.facts.items():
        yield ("facts", name), "cell", fact
    for keys, text in subject.own_texts():
        yield keys, "cell", text


def _of_department(entry: DepartmentEntry) -> Iterator[tuple[KeyPath, Scope, str]]:
    yield ("department", "name"), "name", entry.department.name
    for index, duty in enumerate(entry.duty):
        yield ("duty", index, "name"), "name", duty.name
        for number, indicator in enumerate(duty.indicator):
            yield ("duty", index, "indicator", number, "name"), "name", indicator.name
            yield ("duty", index, "indicator", number, "standard"), "cell", indicator.standard
    for index, safeguard in enumerate(entry.safeguard):
        yield ("safeguard", index, "title"), "heading", safeguard.title
        for number, item in enumerate(safeguard.item):
            yield ("safeguard", index, "item", number, "title"), "heading", item.title
