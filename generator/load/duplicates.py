"""Names that must be unique inside a file, because figures are quoted by them."""

from collections.abc import Hashable

from generator.base.problem import Problem, Severity
from generator.base.toml import KeyPath
from generator.model.dossier import Subject


def find_duplicates(subject: Subject) -> list[Problem]:
    """Report indicators of one class with the same name, and shared scores for one class twice."""
    problems: list[Problem] = []
    seen: dict[Hashable, KeyPath] = {}
    for at in subject.indicators():
        name = f"{at.indicator.class_} {at.indicator.name}"
        problems += _repeated(subject, seen, (at.goal, name), (*at.keys, "name"), f"指标“{name}”")
    for shared in subject.shared_scores():
        key = (shared.goal, "shared", shared.shared.class_)
        problems += _repeated(
            subject, seen, key, (*shared.keys, "class"), f"“{shared.shared.class_}”的合并计分"
        )
    return problems


def _repeated(
    subject: Subject, seen: dict[Hashable, KeyPath], identity: Hashable, keys: KeyPath, what: str
) -> list[Problem]:
    first = seen.setdefault(identity, keys)
    if first == keys:
        return []
    line = subject.source.place(first).line
    message = f"{what}重复，第 {line} 行已有"
    return [
        Problem("I16", Severity.ERROR, message, subject.source.place(keys), "请改名或删去其中一个")
    ]
