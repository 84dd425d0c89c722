"""Weigh problems as the workspace says, and mark those that the inputs accept with a reason."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.base.problem import Problem, Severity
from generator.base.toml import TomlFile
from generator.model.dossier import Dossier
from generator.model.subject import Acceptance

# What is broken cannot be accepted away: nothing would be left to build from.
_NEVER_ACCEPTED = ("I", "S", "T", "O")
# Found by ``jixiao lint``; some of them only where it sees all the dossiers of a tree.
_WORDING = ("N", "W", "F")
_ACROSS_DOSSIERS = ("C10", "W06", "X05")


@dataclass(frozen=True, slots=True)
class _Standing:
    """An acceptance and where it stands; one in unit.toml holds for all files."""

    acceptance: Acceptance
    file: TomlFile
    index: int
    is_for_all: bool

    def covers(self, problem: Problem) -> bool:
        """Tell whether this acceptance meets a problem."""
        if problem.code != self.acceptance.code or problem.code.startswith(_NEVER_ACCEPTED):
            return False
        if not self.is_for_all and problem.place.file != self.file.shown:
            return False
        key, at = self.acceptance.key.strip(), problem.place.key
        return (
            not key or at == key or at.startswith((f"{key}.", f"{key}[")) or at.endswith(f".{key}")
        )


def is_wording(code: str) -> bool:
    """Tell the codes that lint alone finds, so that it can say when one does not occur."""
    return code.startswith(_WORDING) and code not in _ACROSS_DOSSIERS


def is_of_check(code: str) -> bool:
    """Tell the codes that a check alone finds."""
    return not code.startswith(_WORDING) and code not in _ACROSS_DOSSIERS


def weigh(problems: Iterable[Problem], severity: Mapping[str, str]) -> Iterator[Problem]:
    """Apply the workspace's severities; what is broken stays an error."""
    for problem in problems:
        if problem.code in severity and not problem.code.startswith(_NEVER_ACCEPTED):
            yield problem._replace(severity=Severity(severity[problem.code]))
        else:
            yield problem


def accept(
    problems: Iterable[Problem], dossier: Dossier, is_ours: Callable[[str], bool] = is_of_check
) -> Iterator[Problem]:
    """Mark accepted problems; an acceptance of our codes that meets nothing is itself a problem."""
    standing = list(_standing(dossier))
    used: set[int] = set()
    for problem in problems:
        number = next((n for n, item in enumerate(standing) if item.covers(problem)), None)
        if number is None:
            yield problem
            continue
        used.update(n for n, item in enumerate(standing) if item.covers(problem))
        yield problem.accept(standing[number].acceptance.reason)
    for number, item in enumerate(standing):
        if number not in used and is_ours(item.acceptance.code):
            yield _unused(item)


def _standing(dossier: Dossier) -> Iterator[_Standing]:
    for subject in dossier.subjects:
        for index, acceptance in enumerate(subject.entry.accept):
            yield _Standing(acceptance, subject.source, index, is_for_all=False)
    for index, acceptance in enumerate(dossier.unit.accept):
        yield _Standing(acceptance, dossier.source, index, is_for_all=True)


def _unused(item: _Standing) -> Problem:
    acceptance = item.acceptance
    where = f"、键 {acceptance.key}" if acceptance.key else ""
    return Problem(
        "I22",
        Severity.WARNING,
        f"接受的问题（代码 {acceptance.code}{where}）没有出现",
        item.file.place(("accept", item.index)),
        "问题已不存在的，请删去这条 [[accept]]；代码和键以 jixiao check、jixiao lint 列出的为准",
        acceptance.code,
    )
