"""What is to be said of a code: what is tested, why, an example, what to do instead, the basis."""

from typing import Literal

from generator.model.entry import Amount, Entry, Text, Whole, field


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


class FindingText(Entry):
    """What is said of one finding in a document: its code, how much it weighs, message and hint."""

    id: Text = field(title="标识", pattern="[a-z]+(-[a-z]+)*", examples=["class-weights"])
    code: Text = field(title="代码", pattern="[A-Z][0-9]{2}", examples=["A03"])
    severity: Literal["error", "warning", "note"] = field(title="级别")
    says: Text = field(
        title="说法",
        min_length=1,
        description="{name} 是谁，{left} 是印出的，{right} 是拿来比的，{how} 是怎样算的",
    )
    hint: Text = field(title="怎么改", min_length=1)


class RuleWords(Entry):
    """A list of words that rules look for."""

    id: Text = field(title="标识", pattern="[a-z]+(-[a-z一-鿿]+)*", examples=["no-reason"])
    words: tuple[Text, ...] = field((), title="词语")


class RuleThreshold(Entry):
    """A number that a rule compares with; a nearer folder changes it."""

    id: Text = field(title="标识", pattern="[a-z]+(-[a-z]+)*", examples=["spent-enough"])
    value: Amount = field(title="数值")
    basis: Text = field(title="依据", min_length=1)


class GradeScale(Entry):
    """Scores at which grades begin, from the best down; one scale of several that are in use."""

    id: Text = field(title="标识", pattern="[a-z]+(-[a-z]+)*", examples=["usual"])
    bounds: tuple[Amount, ...] = field(title="优、良、中的下限")
    until: Whole = field(9999, title="用到哪一年度")
    basis: Text = field(title="依据", min_length=1)


class RuleTexts(Entry):
    """The codes of one family, and what rules over printed forms say and look for."""

    family: Text = field(title="类别")
    code: tuple[RuleText, ...] = field((), title="代码")
    finding: tuple[FindingText, ...] = field((), title="在文件里查到时的说法")
    vocabulary: tuple[RuleWords, ...] = field((), title="规则查的词语")
    threshold: tuple[RuleThreshold, ...] = field((), title="规则用的限度")
    scale: tuple[GradeScale, ...] = field((), title="通行的等级分数线")
