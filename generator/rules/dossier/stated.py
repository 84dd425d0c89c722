"""Family A, first half: what a printed document states against what follows from its figures."""

from collections.abc import Iterator
from decimal import Decimal

from generator.base.number import plain, round_half_up, truncate
from generator.base.problem import Problem, Severity
from generator.model.dossier import Subject
from generator.rules.dossier.evidence import Evidence, Rule
from generator.score.execution import execution_rate
from generator.score.sheet import ScoreSheet

TOTAL = Rule("A01", Severity.ERROR, "总分等于各项得分之和")
_INDICATORS = "indicator.target"
BLANK = Rule("A02", Severity.ERROR, "有指标就有得分")
RATE = Rule("A04", Severity.ERROR, "执行率等于执行数除以预算数")
EXECUTION = Rule("A05", Severity.ERROR, "执行率得分按方案计算")
EXECUTION_WEIGHT = Rule("A06", Severity.ERROR, "执行率分值与方案相同，“其中”各行没有分值")


def check_total(evidence: Evidence) -> Iterator[Problem]:
    """A01: the stated total is the sum of the printed scores."""
    for subject, sheet in evidence.subjects():
        stated = subject.entry.stated.total
        if stated is None:
            continue
        printed, blanks = _printed_scores(subject, sheet)
        execution = _printed_execution(subject, sheet)
        # With a blank cell nobody knows the sum; the blank itself is reported (A02).
        if printed is None or execution is None or blanks:
            continue
        sums = {printed + score for score in execution}
        if stated not in sums:
            expected = plain(printed + execution[0])
            message = f"印出的总分 {plain(stated)} 不等于各项得分之和 {expected}"
            yield TOTAL.problem(
                subject.source, ("stated", "total"), message, f"各项得分相加为 {expected}，请核对"
            )


def _printed_scores(subject: Subject, sheet: ScoreSheet) -> tuple[Decimal | None, int]:
    """Add up what the rows and goals print (``None`` when one is not known) and count blank cells."""
    cells = list(_printed_cells(subject, sheet))
    written = [score for score, is_blank in cells if not is_blank]
    known = [score for score in written if score is not None]
    blanks = len(cells) - len(written)
    return (sum(known, Decimal(0)) if len(known) == len(written) else None), blanks


def _printed_cells(subject: Subject, sheet: ScoreSheet) -> Iterator[tuple[Decimal | None, bool]]:
    """Give every score cell below the execution row: what it prints, and whether it is blank."""
    if sheet.part_of_kind("goal") is not None:
        for at in subject.goals:
            yield _either(at.goal.stated.score, at.goal.score), False
    for group in sheet.groups:
        if group.shared is not None:
            stated = group.shared.shared.stated
            yield _either(stated.score, group.score.value), stated.blank
            continue
        for row in group.rows:
            stated = row.at.indicator.stated
            yield _either(stated.score, row.judgement.score.value), stated.blank


def _either(printed: Decimal | None, computed: Decimal | None) -> Decimal | None:
    return computed if printed is None else printed


def _what_is_left(subject: Subject, sheet: ScoreSheet) -> str:
    """Say what a single blank cell must hold for the stated total to be right."""
    printed, blanks = _printed_scores(subject, sheet)
    execution, total = _printed_execution(subject, sheet), subject.entry.stated.total
    if printed is None or execution is None or total is None or blanks != 1:
        return "请补上得分"
    return f"请补上得分；按印出的总分 {plain(total)} 推算，此格为 {plain(total - printed - execution[0])}"


def _printed_execution(subject: Subject, sheet: ScoreSheet) -> list[Decimal] | None:
    """Return the execution scores that the total may contain, the likeliest first.

    A form whose execution row prints the weight of the whole table repeats its total there, so the
    row adds nothing; that the weight is wrong is said elsewhere (A06).
    """
    part = sheet.part_of_kind("execution")
    if part is None:
        return [Decimal(0)]
    stated = subject.entry.funds.stated
    score = part.score.value if stated.score is None else stated.score
    if score is None:
        return None
    is_odd = stated.weight is not None and stated.weight != part.weight
    return [Decimal(0), score] if is_odd else [score]


def check_blank(evidence: Evidence) -> Iterator[Problem]:
    """A02: no blank score where there is an indicator."""
    if not evidence.is_evaluation or not evidence.scheme.method:
        return
    for subject, sheet in evidence.subjects():
        for group in sheet.groups:
            if group.shared is not None:
                shared = group.shared
                if shared.shared.stated.blank or shared.shared.score is None:
                    message = f"“{group.class_path}”的得分为空"
                    hint = (
                        _what_is_left(subject, sheet)
                        if shared.shared.stated.blank
                        else "请填写 score"
                    )
                    yield BLANK.problem(subject.source, shared.keys, message, hint)
                continue
            for row in group.rows:
                score, name = row.judgement.score, row.at.indicator.name
                if row.at.indicator.stated.blank:
                    message = f"印出的表里“{name}”的得分为空"
                    keys = (*row.at.keys, "stated", "blank")
                    yield BLANK.problem(
                        subject.source, keys, message, _what_is_left(subject, sheet)
                    )
                elif (
                    score.value is None
                    and row.at.indicator.actual
                    and row.at.indicator.weight is not None
                ):
                    hint = "请填写 score（单位自评得分）；若目标可以量化，请把 target 和 actual 写成同一单位的数"
                    yield BLANK.problem(
                        subject.source, row.at.keys, f"“{name}”没有得分：{score.missing}", hint
                    )
        yield from _blank_parts(subject, sheet)


def _blank_parts(subject: Subject, sheet: ScoreSheet) -> Iterator[Problem]:
    """Report parts without a score whose reason no row or amount has told already."""
    funds = subject.entry.funds
    # A report that was taken over without a form has no indicators to score.
    has_none = not subject.indicators and _INDICATORS in subject.entry.not_asked
    for part in sheet.parts:
        if part.score.value is not None:
            continue
        message = f"“{part.label}”没有得分：{part.score.missing}"
        kind = part.weighted.part.kind
        if kind == "goal":
            yield BLANK.problem(subject.source, part.keys, message, "请在 [goal] 里填写 score")
        elif kind == "execution" and None not in (funds.budget, funds.spent):
            hint = "没有预算的项目不评执行率；请核对 budget"
            yield BLANK.problem(subject.source, ("funds", "budget"), message, hint)
        elif kind in ("indicators", "goals") and not part.groups and not has_none:
            classes = "、".join(part.weighted.part.classes)
            hint = f"请写 class 以{classes}开头的指标" if classes else "请写指标"
            yield BLANK.problem(subject.source, (), message, hint)


def check_rate(evidence: Evidence) -> Iterator[Problem]:
    """A04: the stated rate is executed ÷ budget at the precision in which it is printed."""
    for subject, _ in evidence.subjects():
        stated, rate = subject.entry.funds.stated.rate, execution_rate(subject.entry.funds)
        if stated is None:
            continue
        keys = ("funds", "stated", "rate")
        if rate is None:
            if subject.entry.funds.budget == 0:
                yield RATE.problem(
                    subject.source, keys, "全年预算数为 0，执行率应印作“—”", "请删去印出的执行率"
                )
            continue
        places = _places(stated)
        expected = round_half_up(rate * 100, places)
        if stated != expected:
            cut = "（是截去而不是四舍五入的结果）" if stated == truncate(rate * 100, places) else ""
            message = f"印出的执行率 {plain(stated)}% 应为 {plain(expected)}%{cut}"
            yield RATE.problem(
                subject.source, keys, message, "执行率 = 全年执行数 ÷ 全年预算数，四舍五入"
            )


def check_execution(evidence: Evidence) -> Iterator[Problem]:
    """A05: the stated execution score is what the scheme gives."""
    for subject, sheet in evidence.subjects():
        stated, part = subject.entry.funds.stated, sheet.part_of_kind("execution")
        if part is None:
            continue
        if part.weight is not None and stated.weight is not None and stated.weight != part.weight:
            message = f"印出的执行率分值 {plain(stated.weight)} 与方案的 {plain(part.weight)} 不同"
            keys = ("funds", "stated", "weight")
            basis = evidence.scheme.cite(part.weighted.part.basis)
            yield EXECUTION_WEIGHT.problem(
                subject.source, keys, message, "请改为方案规定的分值", basis=basis
            )
        if any(weight != 0 for weight in stated.row_weights):
            keys = ("funds", "stated", "row-weights")
            yield EXECUTION_WEIGHT.problem(
                subject.source, keys, "“其中”各行印有分值", "分值只印在“年度资金总额”一行"
            )
        if stated.score is None or part.score.value is None:
            continue
        if round_half_up(part.score.value, _places(stated.score)) != stated.score:
            message = f"印出的执行率得分 {plain(stated.score)} 应为 {plain(part.score.value)}：{part.score.trace.formula}"
            keys = ("funds", "stated", "score")
            yield EXECUTION.problem(
                subject.source, keys, message, "请按方案计算", basis=part.score.trace.basis
            )


def _places(value: Decimal) -> int:
    """Return how many places a printed number has."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
