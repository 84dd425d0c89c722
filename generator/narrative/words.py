"""The unit's own words, rendered once, under the names that section templates use."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.base.problem import Problem
from generator.base.toml import KeyPath
from generator.model.dossier import Subject
from generator.model.subject import ProjectEntry
from generator.model.units import Units
from generator.prose.marks import join_marked
from generator.prose.render import render_value


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Rendered prose by name, with the problems met on the way."""

    texts: dict[str, Any]
    own: dict[str, str]
    after: dict[str, str]
    problems: tuple[Problem, ...]


def own_words(subject: Subject, names: Mapping[str, Any], units: Units) -> OwnWords:
    """Render every prose field of a subject."""
    entry = subject.entry
    problems: list[Problem] = []

    def say(text: str, *keys: str | int) -> str:
        path: KeyPath = keys
        rendered = render_value(subject.source, path, text, names, units)
        problems.extend(rendered.problems)
        return join_marked(rendered.spans)

    texts: dict[str, Any] = {
        "purpose": say(entry.funds.purpose, "funds", "purpose"),
        "adjustment": say(entry.funds.adjustment, "funds", "adjustment"),
        "explanation": say(entry.funds.explanation, "funds", "explanation"),
        "goals": [
            {
                "name": say(at.goal.name, *at.keys, "name"),
                "expected": say(at.goal.expected, *at.keys, "expected"),
                "achieved": say(at.goal.achieved, *at.keys, "achieved"),
            }
            for at in subject.goals()
        ],
        "problems": [
            {
                "text": say(finding.text, "problem", index, "text"),
                "cause": say(finding.cause, "problem", index, "cause"),
                "measure": say(finding.measure, "problem", index, "measure"),
            }
            for index, finding in enumerate(entry.problem)
        ],
        "overview": "",
        "basis": [],
    }
    for name in ("use", "publicity", "deviation", "improvement"):
        texts[name] = say(getattr(entry.result, name), "result", name)
    if isinstance(entry, ProjectEntry):
        texts["overview"] = say(entry.project.overview, "project", "overview")
        texts["basis"] = [
            {"document": document.document, "number": document.number}
            for document in entry.project.basis
        ]
    else:
        texts["overview"] = say(entry.department.overview, "department", "overview")
    own = {name: say(text, "text", name) for name, text in entry.text.items()}
    after = {name: say(text, "text-after", name) for name, text in entry.text_after.items()}
    return OwnWords(texts, own, after, tuple(problems))
