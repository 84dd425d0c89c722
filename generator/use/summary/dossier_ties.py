"""What ties out inside a dossier (勾稽关系): the rules with both sides, also where they agree."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.base.problem import Place, Problem
from generator.rules.between_dossiers import copied_rows_held, same_projects_held
from generator.rules.dossier.copied_indicators import copied_held
from generator.rules.dossier.department import department_held, reused_held, rolled_up_held
from generator.rules.dossier.evidence import Evidence
from generator.rules.funds_sums import breakdowns_held, sources_held
from generator.rules.held_figures import Held
from generator.rules.input_forms import forms_of
from generator.rules.rule_words import Vocabulary
from generator.rules.total import claims_held, totals_held
from generator.summary.digest_rows import MONEY, DossierRows, TieRow, Verdict
from generator.summary.unit_amounts import in_one_unit
from generator.use.check.examine import Examined
from generator.use.library import Library

_Accepted = dict[tuple[str, Place], str]


def ties_of(examined: Examined, library: Library) -> Iterator[TieRow]:
    """Hold everything against each other that ought to be the same."""
    evidence = examined.evidence
    if evidence is None:
        return
    accepted = {(p.code, p.place): p.accepted for p in examined.problems if p.accepted}
    for where, held in _held(evidence, library.rules.words):
        yield _row(where, held, library, accepted)


def ties_across(dossiers: Sequence[DossierRows], library: Library) -> Iterator[TieRow]:
    """Hold the dossiers against each other."""
    for held in (*same_projects_held(dossiers), *copied_rows_held(dossiers)):
        yield _row(held.owner, held, library, {})


def _held(evidence: Evidence, words: Vocabulary) -> Iterator[tuple[str, Held]]:
    dossier = evidence.dossier
    whole = dossier.name_of(dossier.department) if dossier.department is not None else ""
    yield from ((whole, held) for held in department_held(evidence))
    forms = [(dossier.name_of(subject), form) for subject, form in forms_of(evidence)]
    for name, form in forms:
        yield from ((name, held) for held in sources_held(form, words))
        yield from ((name, held) for held in breakdowns_held(form, words))
    for name, form in forms:
        yield from ((name, held) for held in totals_held(form))
        yield from ((name, held) for held in claims_held(form))
    yield from (
        (f"{whole}：{held.finding.name}", held)
        for held in rolled_up_held(evidence)
        if held.left is not None
    )
    yield from ((f"{held.owner}：{held.finding.name}", held) for held in reused_held(evidence))
    yield from ((held.finding.name, held) for held in copied_held(evidence))


def _row(where: str, held: Held, library: Library, accepted: _Accepted) -> TieRow:
    text, problem = library.rules.texts[held.finding.id], library.rules.problem(held.finding)
    left, right = (_in_one_unit(side, held, library) for side in (held.left, held.right))
    what, *labels = library.rules.sides(held.finding)
    verdict, remark = _verdict(held, problem, accepted.get((problem.code, problem.place), ""))
    unit = MONEY if held.is_money else held.unit
    of, against = held.of or labels[0], held.against or labels[1]
    return TieRow(text.code, what, where, of, left, against, right, unit, verdict, remark)


def _verdict(held: Held, problem: Problem, reason: str) -> tuple[Verdict, str]:
    if held.unchecked:
        return Verdict.UNCHECKED, held.unchecked
    if held.agrees:
        return Verdict.EQUAL, ""
    if held.is_suspect:
        return (Verdict.EXPLAINED, reason) if reason else (Verdict.SUSPECT, problem.hint)
    return (Verdict.ACCEPTED, reason) if reason else (Verdict.DIFFERENT, "")


def _in_one_unit(amount: Decimal | None, held: Held, library: Library) -> Decimal | None:
    return in_one_unit(amount, held.unit, library.units) if held.is_money else amount
