"""The written files of a dossier, read back and audited; what its inputs accept is accepted."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.base.problem import Problem, Severity
from generator.base.reading import shown_path
from generator.model.dossier import Dossier
from generator.model.subject import Acceptance
from generator.roundtrip.printed import printed_blocks
from generator.use.audit.auditor import Auditor, AuditOrder
from generator.use.build.documents import Plan
from generator.use.check.examine import Examined
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
    accepted = list(_acceptances(dossier))
    for problem in Auditor(library, order).run().problems:
        if problem.place.file not in shown or problem.severity is Severity.NOTE:
            continue
        # The words of the form itself are its authority's, not the unit's.
        if problem.code.startswith(_OF_WORDS) and problem.quote not in printed:
            continue
        # A sentence stands there instead of the value; the score rests on the value.
        if problem.code == "C07" and _is_told_in_words(problem, dossier):
            continue
        is_known = any(_covers(acceptance, problem) for acceptance in accepted)
        yield problem.accept(_REASON) if is_known else problem


def _acceptances(dossier: Dossier) -> Iterator[Acceptance]:
    yield from dossier.unit.accept
    for subject in dossier.subjects:
        yield from subject.entry.accept


def _is_told_in_words(problem: Problem, dossier: Dossier) -> bool:
    return any(
        row.indicator.actual_text and f"[{row.indicator.name}]" in problem.place.key
        for subject in dossier.subjects
        for row in subject.indicators
    )


def _covers(acceptance: Acceptance, problem: Problem) -> bool:
    # Where weights above the scheme's are accepted, the rows add up to more than the total, too.
    codes = {acceptance.code, "A01"} if acceptance.code == "A03" else {acceptance.code}
    key, at = acceptance.key.strip(), problem.place.key
    return problem.code in codes and (not key or not at or key in at or at in key)
