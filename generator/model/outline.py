"""An outline: the ordered sections of a report. Numbers are computed, never written."""

from collections.abc import Iterator
from typing import Literal

from generator.model.entry import Entry, Flag, Text, field


class Section(Entry):
    """A section of a report."""

    id: Text = field(title="章节代码", pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: Text = field(title="标题", description="不带序号，可引用 {{ unit.short }} 等")
    number: Text | None = field(
        None, title="序号", description="如 {一}、；不写则用提纲的各级序号，空的表示不编号"
    )
    level: int = field(
        1, ge=0, le=3, title="级别", description="0 为“第一部分”，3 级标题与正文接排"
    )
    needs: tuple[Text, ...] = field(
        (),
        title="所需输入",
        description="标准写法由这些输入写成，都没有填时本章节就是空的；不写表示写法本身已成文",
        examples=[["result.use"]],
    )
    chart: Literal["", "projects"] = field(
        "", title="图表", description="projects 为各项目执行率和得分的柱形图"
    )
    untitled: Flag = field(False, title="不印标题", description="内容接在上一章节之后")
    optional: Flag = field(False, title="可省略", description="没有内容时连标题一起省去")


class Outline(Entry):
    """The sections of a report in order, and how their numbers are written."""

    id: Text = field(title="提纲代码", pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    based_on: Text = field(
        "",
        title="沿用的提纲",
        description="本提纲没有写法的章节，用那份提纲同名章节的写法",
        pattern=r"^([a-z0-9]+(-[a-z0-9]+)*)?$",
    )
    title: Text = field(title="提纲名称")
    numbers: tuple[Text, ...] = field(
        ("{一}、", "（{一}）", "{1}."),
        title="各级序号",
        description="{一} 为中文数字，{1} 为阿拉伯数字",
    )
    part_number: Text = field("第{一}部分　", title="部分的序号")
    source: Text = field(title="来源")
    section: tuple[Section, ...] = field(title="章节", min_length=1)

    def with_children(self, index: int) -> Iterator[Section]:
        """Go through a section and the deeper ones right below it."""
        section = self.section[index]
        yield section
        for below in self.section[index + 1 :]:
            if below.level <= section.level:
                return
            yield below
