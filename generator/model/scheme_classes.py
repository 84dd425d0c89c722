"""The classes of indicators that a scheme has."""

from collections.abc import Sequence

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


_INDICATOR = "指标"


def level1_label(classes: Sequence[Classes], name: str) -> str:
    """Return what a form calls a level-1 class."""
    known = next((one for one in classes if one.name == name), None)
    return known.label if known and known.label else f"{name}{_INDICATOR}"


def level2_label(classes: Sequence[Classes], path: str) -> str:
    """Return what a form calls the level-2 class of a path; of a class without one, its own name."""
    first, _, name = path.rpartition("/")
    above = (first or path).partition("/")[0]
    known = next((one for one in classes if one.name == above), None)
    if known is not None and name in known.children_labels:
        return known.children_labels[name]
    return name if name.endswith(_INDICATOR) else f"{name}{_INDICATOR}"
