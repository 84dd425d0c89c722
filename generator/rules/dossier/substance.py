"""Family C, second half: indicators that say nothing, cannot be compared, or stand in the wrong place."""

from collections.abc import Iterator

from generator.base.measure import Measure, MeasureKind
from generator.base.problem import Problem, Severity
from generator.model.dossier import Subject
from generator.model.units import Units
from generator.rules.dossier.evidence import Evidence, Rule
from generator.score.sheet import IndicatorScore

PLACEHOLDER = Rule("C06", Severity.WARNING, "指标值和完成值不是占位词")
COMPARABLE = Rule("C07", Severity.WARNING, "完成值能与指标值相比")
UNIT = Rule("C08", Severity.WARNING, "单位齐全、量纲相符")
COPIED = Rule("C10", Severity.WARNING, "不同项目不套用同一组指标")
EMPTY_WORDS = Rule("C11", Severity.NOTE, "描述不照抄名称，完成情况不照抄目标")

_FEWEST_COPIED = 5


def check_placeholders(evidence: Evidence) -> Iterator[Problem]:
    """C06: no unit word, choice or form instruction stands in for a value."""
    words = evidence.wording.placeholders
    if words is None:
        return
    for subject, sheet in evidence.subjects():
        for row in sheet.indicators:
            indicator, target = row.at.indicator, row.judgement.target
            text = indicator.target.strip()
            # A bare 定性 is fine once somebody has judged it; before that it promises nothing.
            is_bare = target.kind is MeasureKind.QUALITATIVE and not (
                row.actual_text or indicator.actual_text
            )
            if (
                text in words.target
                or target.kind is MeasureKind.CHOICE
                or (is_bare and evidence.is_evaluation)
            ):
                message = f"“{indicator.name}”的指标值“{text}”没有可供评判的内容"
                keys = (*row.at.keys, "target")
                hint = "请写成数值（如 ≥80件）或具体的要求"
                yield PLACEHOLDER.problem(subject.source, keys, message, hint, quote=text)
            actual = row.actual_text.strip()
            if actual in words.actual and _is_quantitative(target):
                message = f"“{indicator.name}”的完成值“{actual}”没有写出数值"
                keys = (*row.at.keys, "actual")
                yield PLACEHOLDER.problem(
                    subject.source, keys, message, "请写出实际完成的数值", quote=actual
                )


def _is_quantitative(measure: Measure) -> bool:
    return measure.kind in (MeasureKind.NUMBER, MeasureKind.RANGE)


def check_comparable(evidence: Evidence) -> Iterator[Problem]:
    """C07 and C08: target and actual can be compared, their units fit the name and each other."""
    words, units = evidence.wording.placeholders, evidence.wording.units
    waiting, unfit = (words.actual, words.target) if words else ((), ())
    for subject, sheet in evidence.subjects():
        for row in sheet.indicators:
            target, actual = row.judgement.target, row.judgement.actual
            yield from _dimension(subject, row, evidence, units)
            if not row.actual_text.strip() or row.actual_text.strip() in waiting:
                continue
            keys = (*row.at.keys, "actual")
            name = row.at.indicator.name
            if _is_quantitative(target) and not _is_quantitative(actual):
                message = f"“{name}”的指标值“{target.text}”是数，完成值“{_short(actual.text)}”不是，无法比较"
                yield COMPARABLE.problem(
                    subject.source, keys, message, "请在 actual 里写出数值，说明写进 actual-text"
                )
            elif (
                target.kind is MeasureKind.TEXT
                and _is_quantitative(actual)
                and target.text.strip() not in unfit
            ):
                message = f"“{name}”的指标值“{_short(target.text)}”是文字，完成值“{actual.text}”是数，无法比较"
                yield COMPARABLE.problem(
                    subject.source, keys, message, "请把指标值写成同一单位的数，如 0件"
                )
            elif _is_quantitative(target) and not units.are_comparable(target.unit, actual.unit):
                message = (
                    f"“{name}”的指标值以“{target.unit}”计，完成值以“{actual.unit}”计，不能比较"
                )
                yield UNIT.problem(subject.source, keys, message, "请改用同一单位")


def _dimension(
    subject: Subject, row: IndicatorScore, evidence: Evidence, units: Units
) -> Iterator[Problem]:
    target, name = row.judgement.target, row.at.indicator.name
    if target.kind is not MeasureKind.NUMBER or not target.unit:
        return
    for rule in evidence.wording.rate_words:
        if name.endswith(rule.endings) and units.dimension(target.unit) != rule.dimension:
            message = (
                f"“{name}”应以{rule.dimension}计，指标值“{target.text}”的单位是“{target.unit}”"
            )
            yield UNIT.problem(
                subject.source, (*row.at.keys, "target"), message, "请核对指标值或指标名称"
            )


def _short(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:19]}…"


def check_copied(evidence: Evidence) -> Iterator[Problem]:
    """C10: unlike projects do not share one and the same set of indicators."""
    names = {s.id: {at.indicator.name for at in s.indicators} for s in evidence.dossier.projects}
    for subject in evidence.dossier.projects:
        own = names[subject.id]
        alike = [
            other
            for other in evidence.dossier.projects
            if other is not subject and _are_copied(own, names[other.id])
        ]
        if alike:
            shared = max(len(own & names[other.id]) for other in alike)
            others = "、".join(other.name for other in alike)
            message = f"{shared} 个指标与“{others}”相同，看不出本项目的特点"
            yield COPIED.problem(subject.source, ("indicator",), message, "请按项目内容设置指标")


def _are_copied(one: set[str], other: set[str]) -> bool:
    """Tell whether nearly all rows of the shorter set stand in the other, too."""
    shorter = min(len(one), len(other))
    return shorter >= _FEWEST_COPIED and len(one & other) * 10 >= shorter * 9


def check_empty_words(evidence: Evidence) -> Iterator[Problem]:
    """C11: a description says more than the name, a result more than the goal."""
    for subject, _ in evidence.subjects():
        for at in subject.indicators:
            indicator = at.indicator
            if (
                indicator.description.strip()
                and indicator.description.strip() == indicator.name.strip()
            ):
                message = f"“{indicator.name}”的描述与名称相同"
                yield EMPTY_WORDS.problem(
                    subject.source, (*at.keys, "description"), message, "请写明怎样衡量"
                )
        for goal in subject.goals:
            if (
                goal.goal.achieved.strip()
                and goal.goal.achieved.strip() == goal.goal.expected.strip()
            ):
                keys = (*goal.keys, "achieved")
                yield EMPTY_WORDS.problem(
                    subject.source, keys, "实际完成情况照抄预期目标", "请写实际完成的情况"
                )
