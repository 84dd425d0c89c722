"""Families W, N and F over the inputs of one dossier: problems at the word itself, and certain fixes."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, Protocol

from generator.base.problem import Problem
from generator.model.dossier import Dossier
from generator.model.subject import ProjectEntry
from generator.rules.wording.worded_texts import Located, located_passages
from generator.wording.passage import Context, Finding, Passages

if TYPE_CHECKING:
    from generator.base.toml_patch import FileChange


class Looks(Protocol):
    """Whoever finds what is wrong with the wording of a document."""

    def run(self, passages: Passages, context: Context | None = None) -> tuple[Finding, ...]:
        """Give all findings of a document."""


class Remark(NamedTuple):
    """A problem of wording, with its fix when that is certain.

    ``word`` is what stands there when it may be a word after all, which others write, too.
    """

    problem: Problem
    edit: "FileChange | None" = None
    word: str = ""


def check_wording(dossier: Dossier, linter: Looks, stage: str) -> Iterator[Remark]:
    """Run rules of wording over every file of a dossier, each as one document."""
    unit = dossier.unit.unit
    context = Context((unit.name, *unit.short), stage, _names(dossier), dossier.unit.year)
    for located in located_passages(dossier).values():
        for finding in linter.run([item.passage for item in located], context):
            yield _remark(finding, located[finding.passage])


def _names(dossier: Dossier) -> tuple[str, ...]:
    """Return the names that a dossier gives: what they hold is no slip anywhere else."""
    found: dict[str, None] = {}
    for subject in dossier.subjects:
        entry = subject.entry
        if isinstance(entry, ProjectEntry):
            project = entry.project
            found.update(dict.fromkeys((project.name, project.authority, project.implementer)))
        found.update(dict.fromkeys(row.indicator.name for row in subject.indicators))
    return tuple(name for name in found if name)


def _remark(finding: Finding, located: Located) -> Remark:
    offsets = located.source.offsets(located.keys)
    start, end = located.start + finding.start, located.start + finding.end
    if offsets is None or end >= len(offsets):
        place = located.source.place(located.keys)
    else:
        place = located.source.offset_place(located.keys, offsets[start])
    problem = Problem(
        finding.code,
        finding.severity,
        finding.message,
        place,
        finding.hint,
        finding.found,
        finding.basis,
    )
    word = finding.found if finding.sure else ""
    if not finding.is_certain or finding.wanted is None or offsets is None or end >= len(offsets):
        return Remark(problem, word=word)
    if set(finding.wanted) & set("\"'\\\n"):
        return Remark(problem, word=word)
    from generator.base.toml_patch import FileChange, Replace  # noqa: PLC0415 - few are certain

    edit = FileChange(located.source, Replace(offsets[start], offsets[end], finding.wanted))
    return Remark(problem, edit, word)
