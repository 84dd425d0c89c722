"""The outline of a unit's own report: its headings in their order, with the words beside them.

An imported report keeps it, so that it is printed again as it was. The words of a section stand in
``[text]`` under its id, or in the input that the section names with ``from``.
"""

from typing import Literal

from generator.base.pattern import Pattern
from generator.model.entry import Entry, Flag, Text, field
from generator.model.outline import Outline, Section

_NUMBERED = Pattern(r"[（(第]?\{[一1]\}(?:部分)?[、.．）)\s]{0,2}")

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
    title: Text = field(
        "",
        title="标题",
        description="{一}、{1} 是序号，由程序按顺序编；不写序号的不编",
        examples=["{一}、项目基本情况"],
    )
    level: int = field(1, ge=1, le=3, title="级别", description="3 级标题与正文接排")
    untitled: Flag = field(False, title="不印标题")
    from_: TextSource = field(
        "", title="文字取自", description="如 result.use；不写则取 [text] 里的"
    )
    items: Text = field("", title="各条的序号", description="如 {1}.；文字取自几条时用")

    def as_section(self) -> Section:
        """Return the section with its number apart from its title."""
        found = _NUMBERED.match(self.title)
        number = found[0] if found else ""
        return Section(
            id=self.id,
            title=self.title[len(number) :],
            number=number,
            level=self.level,
            untitled=self.untitled,
        )


class OwnOutline(Entry):
    """The unit's own outline."""

    section: tuple[OwnSection, ...] = field(title="章节", min_length=1)

    def as_outline(self) -> Outline:
        """Return the outline as reports are written by."""
        return Outline(
            id="own",
            title="自己的提纲",
            source="自己的提纲",
            section=tuple(own.as_section() for own in self.section),
        )
