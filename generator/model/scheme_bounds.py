"""The lines that a scheme draws: where to explain, where a score is open, how to round, what to fill in."""

from typing import Literal

from generator.model.entry import Amount, Entry, Text, field
from generator.model.scoring import Situation


class Threshold(Entry):
    """A bound beyond which an explanation is asked for."""

    percent: Amount = field(title="百分比")
    basis: Text = field(title="依据代码")


class LowRate(Threshold):
    """A rate of execution: nobody spends more than all."""

    percent: Amount = field(ge=0, le=100, title="百分比")


class Beyond(Threshold):
    """A bound above the target."""

    percent: Amount = field(ge=100, le=500, title="百分比")


class OverCompletion(Beyond):
    """The bound of over-completion; a target of 0 has no percentage, but a bound of its own."""

    of_zero: Amount | None = field(
        None, title="目标为 0 的界限", description="指标值为 0 的，实际完成值达到这个数须说明"
    )


class Thresholds(Entry):
    """The bounds of a scheme; one that is absent is not checked."""

    over_completion: OverCompletion | None = field(None, title="超额完成须说明")
    execution: LowRate | None = field(None, title="执行率低于此须说明")


class UnmetScore(Entry):
    """Situations in which the score of a target that was not met may be set by hand."""

    when: tuple[Situation, ...] = field(title="适用情形", min_length=1)
    basis: Text = field(title="依据代码")


class AnyScore(Entry):
    """Every score may be set by hand: nobody wrote down how points are given."""

    basis: Text = field(title="依据代码")


class OpenScore(Entry):
    """When the unit may write a score of its own in the place of the computed one."""

    beyond: Beyond | None = field(
        None, title="超额完成到此，得分可以改低", description="实际完成值达到指标值的百分之几"
    )
    unmet: UnmetScore | None = field(None, title="没有达到目标，得分可以另写")
    always: AnyScore | None = field(
        None, title="得分都由单位自评", description="写了 score 的照写的，没有写的照公式"
    )


class Rounding(Entry):
    """Half-up, once, from the exact value."""

    places: int = field(2, ge=0, le=6, title="得分小数位")
    compare: Literal["half-up", "truncate"] = field("half-up", title="核对印出数时的取舍")
    tolerance: Amount | None = field(None, title="核对得分时允许的差")
    tier_places: int | None = field(
        None,
        ge=0,
        le=6,
        title="档次界限的小数位",
        description="各档的上下限先换算成分值、取到几位小数，再和得分比；不写则按精确值比",
    )
    basis: Text = field(title="依据代码")


class Required(Entry):
    """Key paths that must not be empty, by stage."""

    goals: tuple[Text, ...] = field((), title="申报目标时必填")
    evaluation: tuple[Text, ...] = field((), title="自评时必填")
