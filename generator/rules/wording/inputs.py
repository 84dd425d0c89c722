"""Families W, N and F over the inputs of one dossier: problems at the word itself, and certain fixes."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.base.problem import Problem
from generator.base.toml_patch import FileChange, Replace
from generator.model.dossier import Dossier
from generator.rules.wording.fields import Located, located_passages
from generator.wording.engine import Linter
from generator.wording.passage import Context, Finding


class Remark(NamedTuple):
    """A problem of wording, with its fix when that is certain."""

    problem: Problem
    edit: FileChange | None = None


def check_wording(dossier: Dossier, linter: Linter, stage: str) -> Iterator[Remark]:
    """Run rules of wording over every file of a dossier, each as one document."""
    unit = dossier.unit.unit
    context = Context((unit.name, *unit.short), stage)
    for located in located_passages(dossier).values():
        for finding in linter.run([item.passage for item in located], context):
            yield _remark(finding, located[finding.passage])


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
    if not finding.is_certain or finding.wanted is None or offsets is None or end >= len(offsets):
        return Remark(problem)
    if set(finding.wanted) & set("\"'\\\n"):
        return Remark(problem)
    return Remark(
        problem, FileChange(located.source, Replace(offsets[start], offsets[end], finding.wanted))
    )
