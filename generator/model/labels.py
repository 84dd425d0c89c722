"""How columns, classes, headings and titles of forms are called: data to read foreign forms by."""

from typing import Literal

from generator.model.entry import Entry, Text, field


class RoleLabel(Entry):
    """The names of one column or field."""

    role: Text = field(title="作用")
    words: tuple[Text, ...] = field(title="叫法")
    hints: tuple[Text, ...] = field(
        (), title="字眼", description="叫法没有列出时，含有其中一个字眼的多半是这一栏"
    )


class PhraseLabel(Entry):
    """Fixed words by which cells are told apart: what says nothing, begins a note, marks a tick."""

    use: Literal[
        "kind", "placeholder", "instruction", "standing", "frame", "asking", "asked", "asked-head",
        "answered", "apart", "example", "form-note", "note", "breakdown", "subtotal",
        "nothing", "years-on", "length-limit", "form-number", "page-number", "box", "tick", "seal", "body",
        "whole-department", "total-claim", "score-claim", "evaluation-claim", "grade-claim",
        "grade-word", "grade-verb", "grade-behind", "other-examination", "says-why", "answer", "part-of-year", "last-year", "year-before", "moment-of-budget", "budget-word", "share-of-whole", "share-of-budget", "spending-head", "of-years", "of-the-year", "goal-head", "name-head", "source-head", "forecast",
        "this-year", "reviewer", "attachment", "listed", "contents", "duty",
        "duty-target", "duty-goal", "duty-indicators", "basic-spending", "project-spending",
        "no-name", "province", "date-label", "cross", "answer-head", "form-tail", "told-actual", "whole-year", "continued", "table-of-report", "sum-of-budgets", "change", "class-ending", "bound",
        "ticked-box", "several", "bare-amount", "caption-end", "words-end", "caption", "rows-score", "rows-weight", "points-end", "in-capitals", "in-proportion",
    ] = field(title="用处")  # fmt: skip
    words: tuple[Text, ...] = field(title="写法")


class ColumnLabel(Entry):
    """A column of a table of indicators: more names of it, and fragments that names of it have."""

    role: Text = field(title="作用")
    words: tuple[Text, ...] = field((), title="叫法")
    hints: tuple[Text, ...] = field((), title="字眼")


class SignLabel(Entry):
    """How a sign is written in a column of its own; directions say which way is better, no sign."""

    sign: Literal["≥", "≤", ">", "<", "="] = field(title="符号")
    words: tuple[Text, ...] = field((), title="写法")
    directions: tuple[Text, ...] = field((), title="方向的写法")


class ClassLabel(Entry):
    """A level-1 class of indicators with the level-2 classes below it."""

    name: Text = field(title="一级指标")
    children: tuple[Text, ...] = field((), title="二级指标")


class SectionLabel(Entry):
    """Headings of reports whose text has a fixed place in the inputs."""

    key: Text = field(title="去处")
    titles: tuple[Text, ...] = field((), title="标题")
    words: tuple[Text, ...] = field(
        (),
        title="字眼",
        description="标题不在上面、而含有其中一组字眼的，也是这一节；一组里用 + 连接",
    )
    unless: tuple[Text, ...] = field((), title="除外", description="含有这些字眼的不是")


class FactLabel(Entry):
    """Words of sentences by which a quantity is known for what it is."""

    use: Literal[
        "budget", "initial", "spent", "rate", "total", "score", "weight", "target", "actual",
        "above", "below", "of-which", "for", "lead", "trail", "share", "total-end", "cites", "compared", "changed-by",
    ] = field(title="用处")  # fmt: skip
    words: tuple[Text, ...] = field(title="说法")


class TitleLabel(Entry):
    """How titles of documents end."""

    kind: Literal["form", "report", "text"] = field(title="种类")
    endings: tuple[Text, ...] = field(title="结尾")


class RegionLabel(Entry):
    """A province and its cities: who names a city means the province."""

    name: Text = field(title="省级行政区")
    cities: tuple[Text, ...] = field((), title="地级市、州、盟")


class ShortName(Entry):
    """How a part of a body's name is shortened."""

    full: Text = field(title="全称", min_length=1)
    short: Text = field(title="简称", min_length=1)


class Labels(Entry):
    """All of them."""

    label: tuple[RoleLabel, ...] = field((), title="栏目")
    column: tuple[ColumnLabel, ...] = field((), title="指标表的栏目")
    sign: tuple[SignLabel, ...] = field((), title="符号")
    phrase: tuple[PhraseLabel, ...] = field((), title="固定写法")
    class_: tuple[ClassLabel, ...] = field((), title="指标类别")
    section: tuple[SectionLabel, ...] = field((), title="报告标题")
    fact: tuple[FactLabel, ...] = field((), title="句子里的数")
    title: tuple[TitleLabel, ...] = field((), title="文件标题")
    region: tuple[RegionLabel, ...] = field((), title="地区")
    short_name: tuple[ShortName, ...] = field((), title="单位名称的简写")
