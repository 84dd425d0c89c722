"""The classes of indicators that a scheme has."""

from generator.model.entry import Entry, Text, field


class Classes(Entry):
    """A level-1 class and its level-2 classes, in the order of the form."""

    name: Text = field(title="一级指标")
    label: Text = field("", title="表中名称")
    children: tuple[Text, ...] = field((), title="二级指标")
    children_labels: dict[str, Text] = field(
        {}, title="二级指标的表中名称", description="与“名称＋指标”不同时写：二级指标 = 表中名称"
    )
    basis: Text = field(title="依据代码")
