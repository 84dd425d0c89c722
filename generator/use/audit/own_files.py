"""The written files of a dossier, read back and audited; what its inputs accept is accepted."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.base.problem import Problem, Severity
from generator.base.strange_text import shown_path
from generator.model.rule_text import RuleText
from generator.read.printed_values import squeezed
from generator.roundtrip.printed_blocks_read import printed_blocks
from generator.use.audit.auditor import Auditor, AuditOrder
from generator.use.build.planned_documents import Plan
from generator.use.check.acceptance import exceeded, is_across, unbounded
from generator.use.check.acceptances import Group, share_out
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
    blocks = [
        (block.key, "".join(span.text for span in block.spans))
        for file in plan.files
        for part in file.parts
        for block in printed_blocks(part.blocks)
    ]
    printed = "\n".join(words for _, words in blocks)
    sentences = _sentences(blocks, examined)
    shown, texts = {shown_path(path) for path in order.paths}, library.rule_texts
    told = []
    for problem in Auditor(library, order).run().problems:
        if problem.place.file not in shown or problem.severity is Severity.NOTE:
            continue
        # The words of the form itself are its authority's, not the unit's.
        if problem.code.startswith(_OF_WORDS) and problem.quote not in printed:
            continue
        text = texts.get(problem.code)
        if text is not None and text.yields_to_words and squeezed(problem.quote) in sentences:
            continue
        told.append(problem)
    yield from _accept(told, share_out(examined.problems, dossier), texts)


def _accept(
    problems: Sequence[Problem], groups: Sequence[Group], texts: Mapping[str, RuleText]
) -> Iterator[Problem]:
    """Mark what the inputs accept, unless more is there than they accept.

    What was found in the inputs was counted there: on paper it may be told otherwise. A count of
    what only shows on paper, as two names of one unit, is held against the paper.
    """
    on_paper = Counter(
        number
        for number, group in enumerate(groups)
        if not group.taken and is_across(group.code)
        for problem in problems
        if _covers(group, problem, texts)
    )
    for problem in problems:
        covering = [n for n, group in enumerate(groups) if _covers(group, problem, texts)]
        over = [n for n in covering if on_paper[n] > (groups[n].counted or on_paper[n])]
        held = [n for n in covering if n not in over and not groups[n].is_exceeded]
        if held:
            yield problem.accept(_REASON)
        else:
            yield exceeded(problem, groups[over[0]], on_paper[over[0]]) if over else problem
    for number, there in on_paper.items():
        if groups[number].limit is None:
            # Not from ``check --accept``, which does not see the paper.
            yield unbounded(groups[number], there)._replace(hint=f"写上 count = {there}")


def _sentences(blocks: Sequence[tuple[str, str]], examined: Examined) -> frozenset[str]:
    """Return what stands in cells where the unit wrote a sentence in the place of the value."""
    cells = tuple(
        f"{row.id}.actual"
        for sheet in examined.sheets.values()
        for row in sheet.indicators
        if row.at.indicator.actual_text
    )
    return frozenset(squeezed(words) for key, words in blocks if key.endswith(cells))


def _covers(group: Group, problem: Problem, texts: Mapping[str, RuleText]) -> bool:
    text = texts.get(problem.code)  # a rule of wording may have a code of one's own
    codes = (problem.code, *(text.accepted_with if text is not None else ()))
    key, at = group.key, problem.place.key
    return group.code in codes and (not key or not at or key in at or at in key)
