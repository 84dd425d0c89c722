"""How the total of a project or department is made up: layouts and their parts."""

from typing import Literal

from generator.model.entry import Amount, Entry, Flag, Text, field
from generator.model.item import Item

PartKind = Literal["execution", "goal", "indicators", "goals", "items"]


class Part(Entry):
    """A part of the total score."""

    id: Text = field(title="代码")
    label: Text = field(title="名称")
    kind: PartKind = field(title="种类")
    weight: Amount | None = field(None, title="分值", description="不写表示由单位自定")
    classes: tuple[Text, ...] = field((), title="包含的一级指标")
    item: tuple[Item, ...] = field((), title="各项", description="kind 为 items 时写")
    by_source: Flag = field(
        False, title="按来源计分", description="kind 为 execution：true 时为各来源得分之和"
    )
    places: int | None = field(
        None, ge=0, le=6, title="得分小数位", description="不写则用方案的小数位"
    )
    moves_to: Text = field("", title="不评价时分值转入")
    basis: Text = field(title="依据代码")


class Layout(Entry):
    """How the total of a project or department is made up."""

    total: Amount = field(title="总分")
    when_class: Text = field(
        "", title="适用条件", description="有此一级指标时适用；不写则为通常情形"
    )
    part: tuple[Part, ...] = field((), title="组成部分")
    basis: Text = field(title="依据代码")
