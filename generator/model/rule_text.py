"""What is to be said of a code: what is tested, why, an example, what to do instead, the basis."""

from typing import Literal

from generator.model.entry import Entry, Text, field


class RuleText(Entry):
    """The explanation of one code."""

    id: Text = field(title="代码", pattern="[A-Z][0-9]{2}", examples=["A01"])
    severity: Literal["error", "warning", "note"] = field(title="通常的级别")
    title: Text = field(title="要求", min_length=1)
    tests: Text = field(title="查什么", min_length=1)
    why: Text = field(title="为什么", min_length=1)
    example: Text = field(title="例子", min_length=1)
    instead: Text = field(title="怎么改", min_length=1)
    in_document: Text = field(
        "", title="在文件里怎么改", description="别人写的 Word、Excel 文件里查到时的说法"
    )
    basis: Text = field("", title="依据")


class RuleTexts(Entry):
    """The codes of one family."""

    family: Text = field(title="类别")
    code: tuple[RuleText, ...] = field((), title="代码")
