"""The outline of a unit's own report: its headings in their order, with the words beside them.

An imported report keeps it, so that it is printed again as it was. The words of a section stand in
``[text]`` under its id, or in the input that the section names with ``from``.
"""

from typing import Literal

from generator.model.entry import Entry, Flag, Text, field
from generator.model.outline import Outline, Section

TextSource = Literal[
    "",
    "overview",
    "purpose",
    "adjustment",
    "explanation",
    "problem.text",
    "problem.cause",
    "problem.measure",
    "result.use",
    "result.publicity",
    "result.deviation",
    "result.improvement",
]


class OwnSection(Entry):
    """A section of the unit's own outline."""

    id: Text = field(title="章节代码", pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", examples=["s1"])
    title: Text = field("", title="标题", examples=["项目基本情况"])
    level: int = field(1, ge=1, le=3, title="级别", description="3 级标题与正文接排")
    untitled: Flag = field(False, title="不印标题")
    from_: TextSource = field(
        "", title="文字取自", description="如 result.use；不写则取 [text] 里的"
    )
    items: Text = field("", title="各条的序号", description="如 {1}.；文字取自几条时用")


class OwnOutline(Entry):
    """The unit's own outline."""

    numbers: tuple[Text, ...] = field(
        ("{一}、", "（{一}）", "{1}."),
        title="各级序号",
        description="{一} 为中文数字，{1} 为阿拉伯数字；空的表示不编号",
    )
    section: tuple[OwnSection, ...] = field(title="章节", min_length=1)

    def as_outline(self) -> Outline:
        """Return the outline as reports are written by."""
        levels = (*self.numbers, "", "", "")[:3]
        return Outline(
            id="own",
            title="自己的提纲",
            source="自己的提纲",
            numbers=levels,
            section=tuple(
                Section(id=own.id, title=own.title, level=own.level, untitled=own.untitled)
                for own in self.section
            ),
        )
