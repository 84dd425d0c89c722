"""How results are judged: methods for situations, tiers of qualitative judgement, grades."""

from typing import Literal

from generator.model.entry import Amount, Entry, Flag, Text, field
from generator.model.indicator import Direction

MethodKind = Literal["ratio", "inverse-ratio", "overrun", "all-or-none", "steps", "tier", "unit"]

Situation = Literal[
    "execution",
    "≥",
    ">",
    "≤",
    "<",
    "=",
    "range",
    "yes-no",
    "date",
    "text",
    "qualitative",
    "satisfaction",
]


class Step(Entry):
    """From this percentage on, so many points."""

    from_: Amount = field(ge=0, title="起点（%）")
    points: Amount = field(title="得分")


class Method(Entry):
    """Which kind of scoring judges which situation."""

    when: tuple[Situation, ...] = field(title="适用情形", min_length=1)
    kind: MethodKind = field(title="计分方式")
    label: Text = field("", title="规则的说法")
    classes: tuple[Text, ...] = field((), title="只适用于这些类别")
    of: Amount | None = field(None, title="分段得分的满分")
    steps: tuple[Step, ...] = field((), title="分段")
    pass_line: Flag = field(False, title="有及格线", description="低于单位所设及格线的得 0 分")
    capped: Flag = field(
        True, title="不超过分值", description="只用于执行率按比例计分：false 时超支的得分超过分值"
    )
    basis: Text = field(title="依据代码")


class DefaultDirection(Entry):
    """The direction of indicators whose target shows none."""

    direction: Direction = field(title="方向")
    classes: tuple[Text, ...] = field((), title="类别")
    name_contains: tuple[Text, ...] = field((), title="名称含有")
    basis: Text = field(title="依据代码")


class Tier(Entry):
    """A tier of qualitative judgement: the own score lies between ``from`` and ``to`` percent."""

    label: Text = field(title="档次")
    from_: Amount = field(ge=0, le=100, title="下限（%）")
    to: Amount = field(ge=0, le=100, title="上限（%）")
    from_included: Flag = field(True, title="含下限")
    words: tuple[Text, ...] = field(
        (), title="完成情况的说法", description="实际完成值写成这些词时，得分须落在本档"
    )
    basis: Text = field(title="依据代码")


class Grade(Entry):
    """A step of the grade scale; the lower bound belongs to it."""

    word: Text = field(title="等级")
    from_: Amount = field(ge=0, title="下限（含）")
    to: Amount = field(title="上限")
    also: tuple[Text, ...] = field((), title="不规范的说法")
    basis: Text = field(title="依据代码")
