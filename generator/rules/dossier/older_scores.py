"""A02, A06: blank scores, and what an older paper prints for the execution against the scheme."""

from collections.abc import Iterator

from generator.base.number import plain
from generator.model.dossier import Subject
from generator.rules.dossier.evidence import Evidence
from generator.rules.finding import Finding
from generator.rules.input_forms import form_of
from generator.rules.printed_form import PrintedForm
from generator.rules.where import KeyPlace
from generator.score.score_sheet import GroupScore, IndicatorScore, ScoreSheet

_INDICATORS = "indicator.target"


def blank_scores(evidence: Evidence) -> Iterator[Finding]:
    """A02: no blank score where there is an indicator."""
    if not evidence.is_evaluation or not evidence.scheme.method:
        return
    for subject, sheet in evidence.subjects():
        for group in sheet.groups:
            yield from _blanks(subject, group, evidence)
        yield from _blank_parts(subject, sheet)


def _blanks(subject: Subject, group: GroupScore, evidence: Evidence) -> Iterator[Finding]:
    if group.shared is None:
        for row in group.rows:
            yield from _blank_row(subject, row, evidence)
        return
    shared, at = group.shared.shared, KeyPlace(subject.source, group.shared.keys)
    if shared.stated.blank:
        left = _what_is_left(form_of(subject, evidence))
        yield Finding("printed-blank", at, how=left, name=group.class_path)
    elif shared.score is None:
        yield Finding("shared-score-missing", at, name=group.class_path)


def _blank_row(subject: Subject, row: IndicatorScore, evidence: Evidence) -> Iterator[Finding]:
    indicator, score = row.at.indicator, row.judgement.score
    if indicator.stated.blank:
        at = KeyPlace(subject.source, (*row.at.keys, "stated", "blank"))
        left = _what_is_left(form_of(subject, evidence))
        yield Finding("printed-blank", at, how=left, name=indicator.name)
    elif score.value is None and indicator.actual and indicator.weight is not None:
        at = KeyPlace(subject.source, row.at.keys)
        # A paper that prints a score has one, whatever we can make of its figures.
        id = "score-missing" if indicator.stated.score is None else "score-not-computed"
        yield Finding(id, at, score.missing, name=indicator.name)


def _what_is_left(form: PrintedForm) -> str:
    """Say what a single blank cell must hold for the stated total to be right."""
    cells = [*(s.score for s in form.shared), *(row.score for row in form.rows if row.weight)]
    known = [cell.value for cell in (*cells, form.goal_score) if cell is not None]
    execution = form.funds.score
    is_unknown = form.funds.weight is not None and execution is None
    if form.total is None or is_unknown or cells.count(None) != 1:
        return ""
    if execution is not None and not form.funds.is_repeated:
        known.append(execution.value)
    left = form.total.value - sum(known)
    return f"按印出的总分 {plain(form.total.value)} 推算，此格为 {plain(left)}"


def _blank_parts(subject: Subject, sheet: ScoreSheet) -> Iterator[Finding]:
    """Report parts without a score whose reason no row or amount has told already."""
    funds = subject.entry.funds
    # A report that was taken over without a form has no indicators to score.
    has_none = not subject.indicators and _INDICATORS in subject.entry.not_asked
    for part in sheet.parts:
        if part.score.value is not None:
            continue
        missing, label, kind = part.score.missing, part.label, part.weighted.part.kind
        if kind == "goal":
            at = KeyPlace(subject.source, part.keys)
            yield Finding("goal-score-missing", at, missing, name=label)
        elif kind == "execution" and None not in (funds.budget, funds.spent):
            at = KeyPlace(subject.source, ("funds", "budget"))
            yield Finding("execution-score-missing", at, missing, name=label)
        elif kind in ("indicators", "goals") and not part.groups and not has_none:
            classes = "、".join(part.weighted.part.classes)
            wanted = f" class 以{classes}开头的指标" if classes else "指标"
            at = KeyPlace(subject.source, ())
            yield Finding("part-score-missing", at, missing, wanted, name=label)


def execution(evidence: Evidence) -> Iterator[Finding]:
    """A06: the weight of the execution row is what the scheme gives, and its parts have none."""
    for subject, sheet in evidence.subjects():
        stated, part = subject.entry.funds.stated, sheet.part_of_kind("execution")
        if part is None:
            continue
        at = KeyPlace(subject.source, ("funds", "stated", "weight"))
        if part.weight is not None and stated.weight is not None and stated.weight != part.weight:
            basis = evidence.scheme.cite(part.weighted.part.basis)
            left, right = plain(stated.weight), plain(part.weight)
            yield Finding("execution-weight", at, left, right, basis=basis)
