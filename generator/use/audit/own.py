"""The written files of a dossier, read back and audited; what its inputs accept is accepted."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.base.problem import Problem, Severity
from generator.base.reading import shown_path
from generator.model.dossier import Dossier
from generator.roundtrip.printed import printed_blocks
from generator.use.audit.auditor import Auditor, AuditOrder
from generator.use.build.documents import Plan
from generator.use.check.acceptance import exceeded, is_across, unbounded
from generator.use.check.examine import Examined
from generator.use.check.standing import Group, share_out
from generator.use.library import Library

_OF_WORDS = ("W", "N", "F")
_REASON = "输入里已接受"


def audit_own(
    paths: Sequence[Path], examined: Examined, plan: Plan, library: Library
) -> Iterator[Problem]:
    """Audit files that a build wrote, by the dossier's own scheme and year."""
    dossier = examined.dossier
    if dossier is None or examined.scheme is None:
        return
    order = AuditOrder(
        tuple(path for path in paths if path.suffix == ".docx"),
        examined.scheme.scheme.id,
        dossier.unit.year,
        (dossier.path,),
    )
    printed = "\n".join(
        "".join(span.text for span in block.spans)
        for file in plan.files
        for part in file.parts
        for block in printed_blocks(part.blocks)
    )
    shown = {shown_path(path) for path in order.paths}
    told = []
    for problem in Auditor(library, order).run().problems:
        if problem.place.file not in shown or problem.severity is Severity.NOTE:
            continue
        # The words of the form itself are its authority's, not the unit's.
        if problem.code.startswith(_OF_WORDS) and problem.quote not in printed:
            continue
        # A sentence stands there instead of the value; the score rests on the value.
        if problem.code == "C07" and _is_told_in_words(problem, dossier):
            continue
        told.append(problem)
    yield from _accept(told, share_out(examined.problems, dossier))


def _accept(problems: Sequence[Problem], groups: Sequence[Group]) -> Iterator[Problem]:
    """Mark what the inputs accept, unless more is there than they accept.

    What was found in the inputs was counted there: on paper it may be told otherwise. A count of
    what only shows on paper, as two names of one unit, is held against the paper.
    """
    on_paper = Counter(
        number
        for number, group in enumerate(groups)
        if not group.taken and is_across(group.code)
        for problem in problems
        if _covers(group, problem)
    )
    for problem in problems:
        covering = [n for n, group in enumerate(groups) if _covers(group, problem)]
        over = [n for n in covering if on_paper[n] > (groups[n].limit or on_paper[n])]
        held = [n for n in covering if n not in over and not groups[n].is_exceeded]
        if held:
            yield problem.accept(_REASON)
        else:
            yield exceeded(problem, groups[over[0]], on_paper[over[0]]) if over else problem
    for number, there in on_paper.items():
        if groups[number].limit is None and not groups[number].key:
            # Not from ``check --accept``, which does not see the paper.
            yield unbounded(groups[number], there)._replace(hint=f"写上 count = {there}")


def _is_told_in_words(problem: Problem, dossier: Dossier) -> bool:
    return any(
        row.indicator.actual_text and f"[{row.indicator.name}]" in problem.place.key
        for subject in dossier.subjects
        for row in subject.indicators
    )


def _covers(group: Group, problem: Problem) -> bool:
    # Where weights above the scheme's are accepted, the rows add up to more than the total, too.
    codes = {group.code, "A01"} if group.code == "A03" else {group.code}
    key, at = group.key, problem.place.key
    return problem.code in codes and (not key or not at or key in at or at in key)
