"""All texts of a dossier with their scope, for rules of wording: prose line by line, names, cells."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.base.toml import KeyPath, TomlFile
from generator.model.dossier import Dossier, Subject
from generator.model.subject import DepartmentEntry, ProjectEntry
from generator.model.wording_rule import Scope
from generator.prose.fields import prose_fields
from generator.wording.passage import Passage

_LONGEST_HEADING = 20
_ENDS = "。；：，、！？.;:,!?”）)"


class Located(NamedTuple):
    """A passage, and where it begins inside the value of a key."""

    passage: Passage
    source: TomlFile
    keys: KeyPath
    start: int


def located_passages(dossier: Dossier) -> dict[str, list[Located]]:
    """Return the passages of each file, in the order of its keys; a file is one document."""
    found: dict[str, list[Located]] = {dossier.source.shown: []}
    for keys, scope, text in _of_unit(dossier):
        found[dossier.source.shown] += _lines(dossier.source, keys, scope, text)
    for subject in dossier.subjects:
        own = found.setdefault(subject.source.shown, [])
        for keys, scope, text in _short_texts(subject):
            if keys[:2] not in subject.inherited:  # what the unit says is looked at there
                own += _lines(subject.source, keys, scope, text)
    for prose in prose_fields(dossier):
        own = found.setdefault(prose.source.shown, [])
        own += _lines(prose.source, prose.keys, "paragraph", prose.text)
    return found


def _lines(source: TomlFile, keys: KeyPath, scope: Scope, text: str) -> Iterator[Located]:
    at = 0
    group = "/".join(map(str, keys))
    lines = text.split("\n")
    for line in lines:
        if line.strip():
            is_heading = scope == "paragraph" and len(lines) > 1 and _is_heading(line)
            passage = Passage("heading" if is_heading else scope, line, group)
            yield Located(passage, source, keys, at)
        at += len(line) + 1


def _is_heading(line: str) -> bool:
    """Tell a line of its own: short, and without the mark that closes a sentence."""
    text = line.strip()
    return len(text) <= _LONGEST_HEADING and text[-1] not in _ENDS and "{{" not in text


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


def _short_texts(subject: Subject) -> Iterator[tuple[KeyPath, Scope, str]]:
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
