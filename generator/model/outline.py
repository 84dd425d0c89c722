"""An outline: the ordered sections of a report. Numbers are computed, never written."""

from collections.abc import Iterator

from generator.model.entry import Entry, Flag, Text, field


class Section(Entry):
    """A section of a report."""

    id: Text = field(title="章节代码", pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: Text = field(title="标题", description="不带序号")
    level: int = field(1, ge=1, le=3, title="级别", description="3 级标题与正文接排")
    needs: tuple[Text, ...] = field(
        (),
        title="所需输入",
        description="标准写法由这些输入写成，都没有填时本章节就是空的；不写表示写法本身已成文",
        examples=[["result.use"]],
    )
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
