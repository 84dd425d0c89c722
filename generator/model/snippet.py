"""Sentences that many write alike, by name, with their figures quoted: 常用句."""

from generator.model.entry import Entry, Text, field


class Snippet(Entry):
    """One sentence or a few, and where and when they are said."""

    name: Text = field(
        title="名称",
        pattern=r"[^/\"'{}\\\n]+",
        description="引用时写的名称",
        examples=["执行进度偏低"],
    )
    section: Text = field("", title="用在哪一节", examples=["资金使用"])
    class_: Text = field("", title="用于哪一类指标", examples=["满意度"])
    situation: Text = field("", title="什么情况下用", examples=["没有达到指标值"])
    text: Text = field(
        title="文字",
        min_length=1,
        description="数用引用；说某一指标的，用 this.target、this.actual，引用时在名称后面写 /指标名称",
    )

    @property
    def title(self) -> str:
        """Return where and when it is said, in one line."""
        return "，".join(filter(None, (self.section, self.class_, self.situation)))


class SnippetFile(Entry):
    """A file of them."""

    source: Text = field("", title="来源")
    snippet: tuple[Snippet, ...] = field((), title="常用句")
