"""The unit's own words, rendered once, under the names that section templates use."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from generator.base.chinese import numeral
from generator.base.problem import Problem
from generator.base.toml import KeyPath, TomlFile
from generator.model.dossier import Subject
from generator.model.subject import DepartmentEntry, ProjectEntry
from generator.model.unit import Report
from generator.model.units import Units
from generator.prose.figure_marks import join_marked
from generator.prose.prose_render import render_value

Say = Callable[..., str]
Wrap = Callable[[str, TomlFile, KeyPath], str]


def as_it_is(text: str, source: TomlFile, keys: KeyPath) -> str:
    """Leave what a text printed without its origin."""
    del source, keys
    return text


class OwnWords(NamedTuple):
    """Rendered prose by name, with the problems met on the way."""

    texts: dict[str, Any]
    own: dict[str, str]
    after: dict[str, str]
    problems: tuple[Problem, ...]


def own_words(
    subject: Subject, names: Mapping[str, Any], units: Units, wrap: Wrap = as_it_is
) -> OwnWords:
    """Render every prose field of a subject; ``wrap`` may mark each with its origin."""
    entry = subject.entry
    problems: list[Problem] = []
    say = _speaker(subject.source, names, units, problems, wrap)
    texts: dict[str, Any] = {
        "name": wrap(subject.name, subject.source, (subject.kind, "name")),
        "purpose": say(entry.funds.purpose, "funds", "purpose"),
        "adjustment": say(entry.funds.adjustment, "funds", "adjustment"),
        "explanation": say(entry.funds.explanation, "funds", "explanation"),
        "goals": [
            {
                name: say(getattr(at.goal, name), *at.keys, name)
                for name in ("name", "expected", "adjusted", "achieved", "reason")
            }
            for at in subject.goals
        ],
        "problems": [
            {
                name: say(getattr(finding, name), "problem", index, name)
                for name in ("text", "cause", "measure")
            }
            for index, finding in enumerate(entry.problem)
        ],
        "overview": "",
        "basis": [],
        "functions": [],
        "duties": [],
        "safeguards": [],
        "fields": {},
    }
    for name, text in subject.own_prose().items():
        source = subject.source_of(("fields", name))
        speak = _speaker(source, names, units, problems, wrap)
        texts["fields"][name] = speak(text, "fields", name)
    for name in ("use", "publicity", "deviation", "improvement"):
        texts[name] = say(getattr(entry.result, name), "result", name)
    if isinstance(entry, ProjectEntry):
        texts["overview"] = say(entry.project.overview, "project", "overview")
        texts["basis"] = [
            {
                name: wrap(
                    getattr(document, name), subject.source, ("project", "basis", index, name)
                )
                for name in ("document", "number")
            }
            for index, document in enumerate(entry.project.basis)
        ]
    else:
        texts |= _department(entry, say, subject.source, wrap)
    own = {name: say(text, "text", name) for name, text in entry.text.items()}
    after = {name: say(text, "text-after", name) for name, text in entry.text_after.items()}
    return OwnWords(texts, own, after, tuple(problems))


def report_words(
    report: Report,
    keys: KeyPath,
    source: TomlFile,
    projects: tuple[OwnWords, ...],
    names: Mapping[str, Any],
    units: Units,
    wrap: Wrap = as_it_is,
) -> OwnWords:
    """Render the prose of a report over several projects; each of them lends it its own words."""
    problems: list[Problem] = []
    say = _speaker(source, names, units, problems, wrap)
    own = {name: say(text, *keys, "text", name) for name, text in report.text.items()}
    after = {name: say(text, *keys, "text-after", name) for name, text in report.text_after.items()}
    texts = {"projects": [words.texts for words in projects]}
    return OwnWords(texts, own, after, tuple(problems))


def _department(entry: DepartmentEntry, say: Say, source: TomlFile, wrap: Wrap) -> dict[str, Any]:
    """Render what only a department has: functions, duties, safeguards."""
    return {
        "overview": say(entry.department.overview, "department", "overview"),
        "functions": [
            say(text, "department", "functions", index)
            for index, text in enumerate(entry.department.functions)
        ],
        "duties": [
            {
                **{
                    name: say(getattr(duty, name), "duty", index, name)
                    for name in ("name", "responsibility", "target", "goal")
                },
                "indicators": [
                    {
                        "mark": f"{numeral(n + 1)}是",
                        **{
                            name: wrap(
                                getattr(own, name), source, ("duty", index, "indicator", n, name)
                            )
                            for name in ("name", "standard")
                        },
                    }
                    for n, own in enumerate(duty.indicator)
                ],
            }
            for index, duty in enumerate(entry.duty)
        ],
        "safeguards": [
            {
                "title": say(safeguard.title, "safeguard", index, "title"),
                "items": [
                    {
                        "title": say(item.title, "safeguard", index, "item", number, "title"),
                        "text": say(item.text, "safeguard", index, "item", number, "text"),
                    }
                    for number, item in enumerate(safeguard.item)
                ],
            }
            for index, safeguard in enumerate(entry.safeguard)
        ],
    }


def _speaker(
    source: TomlFile, names: Mapping[str, Any], units: Units, problems: list[Problem], wrap: Wrap
) -> Say:
    def say(text: str, *keys: str | int) -> str:
        path: KeyPath = keys
        rendered = render_value(source, path, text, names, units)
        problems.extend(rendered.problems)
        return wrap(join_marked(rendered.spans), source, path)

    return say
