"""What is to be said of a code: what is tested, why, an example, what to do instead, the basis."""

from typing import Literal

from generator.model.entry import Amount, Entry, Flag, Text, Whole, field

# Words of a finding quote these and nothing else.
_QUOTING = r"(?:[^{}]|\{(?:name|left|right|how|why|quote)\})*"


class RuleText(Entry):
    """The explanation of one code."""

    id: Text = field(title="代码", pattern="[A-Z][0-9]{2}", examples=["A01"])
    severity: Literal["error", "warning", "note"] = field(title="通常的级别")
    title: Text = field(title="要求", min_length=1)
    tests: Text = field(title="查什么", min_length=1)
    why: Text = field(title="为什么", min_length=1)
    example: Text = field(title="例子", min_length=1)
    instead: Text = field(title="怎么改", min_length=1)
    basis: Text = field("", title="依据")
    accepted_with: tuple[Text, ...] = field(
        (),
        title="随之接受",
        description="输入里接受了这些代码的，写出的文件里的这一种也算接受",
        examples=[["A03"]],
    )
    yields_to_words: Flag = field(
        False,
        title="让文字",
        description="写了 actual-text 的行，写出的文件里不说：纸上是一句话，得分凭的是值",
    )


class FindingText(Entry):
    """What is said of one finding: its code, how much it weighs, message, hints, and to whom."""

    id: Text = field(title="标识", pattern="[a-z]+(-[a-z]+)*", examples=["class-weights"])
    code: Text = field(title="代码", pattern="[A-Z][0-9]{2}", examples=["A03"])
    severity: Literal["error", "warning", "note", ""] = field(
        "", title="级别", description="与代码通常的级别不同的才写"
    )
    says: Text = field(
        title="说法",
        min_length=1,
        pattern=_QUOTING,
        description="{name} 是谁，{left} 是印出的，{right} 是拿来比的，{how} 是怎样算的（带括号），{why} 不带括号，{quote} 是那里的原话",
    )
    hint: Text = field(
        title="怎么改", min_length=1, pattern=_QUOTING, description="可以用与说法相同的记号"
    )
    in_inputs: Text = field(
        "", title="在输入里怎么改", pattern=_QUOTING, description="与在文件里相同的不写"
    )
    of: Literal["documents", "inputs", "both"] = field(
        "documents", title="在哪里说", description="别人写的文件、我们的输入，或两处都说"
    )
    rests_on_scheme: Flag = field(
        False, title="凭方案", description="别人的文件，只有方案确实相符才说"
    )
    rests_on: Literal["", "row", "cells", "column"] = field(
        "",
        title="凭什么",
        description="row、column：凭同一行、同一栏别的数；cells：凭同一行没有别的内容。那里有没有读懂的格，在别人的文件里只作提示",
    )
    document_severity: Literal["error", "warning", "note", ""] = field(
        "", title="在文件里的级别", description="与通常不同的才写"
    )
    text_severity: Literal["error", "warning", "note", ""] = field(
        "", title="在纯文本里的级别", description="纯文本没有单元格，不填的可能写在别处"
    )
    wants_report: Flag = field(False, title="有报告才说", description="别人的文件，只有表的不说")
    gathers: Flag = field(False, title="合并", description="别人的文件，几乎行行都有的只说一次")
    gathers_by_left: Flag = field(
        False, title="分开合并", description="合并时左边不同的分开：缺分值的一处，缺完成值的一处"
    )
    tie: Text = field(
        "", title="勾稽关系", pattern=_QUOTING, description="汇总表里两边都列出时的名称"
    )
    left: Text = field("", title="勾稽的左边", pattern=_QUOTING)
    right: Text = field("", title="勾稽的右边", pattern=_QUOTING)


class RuleWords(Entry):
    """A list of words that rules look for."""

    id: Text = field(title="标识", pattern="[a-z]+(-[a-z一-鿿]+)*", examples=["no-reason"])
    words: tuple[Text, ...] = field((), title="词语")


class RuleThreshold(Entry):
    """A number that a rule compares with; a nearer folder changes it."""

    id: Text = field(title="标识", pattern="[a-z]+(-[a-z]+)*", examples=["spent-enough"])
    value: Amount = field(title="数值")
    basis: Text = field(title="依据", min_length=1)


class RuleFact(Entry):
    """A fact that several rules may meet: it is told once, by the weightiest, else by the first of the list."""

    id: Text = field(title="标识", pattern="[a-z]+(-[a-z]+)*", examples=["weights"])
    same: Literal["sides", "row", "difference", "names"] = field(
        title="怎样算一件事",
        description="sides：在同一格、同一段，两边的数相同；row：在同一行；difference：同一张表里，两边相差一样多；names：两个名称相同，不论在哪里",
    )
    findings: tuple[Text, ...] = field(
        title="查到的", description="标识；一样重的，只说排在前面的一个"
    )


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
    finding: tuple[FindingText, ...] = field((), title="查到时的说法")
    vocabulary: tuple[RuleWords, ...] = field((), title="规则查的词语")
    threshold: tuple[RuleThreshold, ...] = field((), title="规则用的限度")
    fact: tuple[RuleFact, ...] = field((), title="只说一次的事")
    scale: tuple[GradeScale, ...] = field((), title="通行的等级分数线")
