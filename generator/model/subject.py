"""What one input file says of its subject: a project, or the department as a whole (部门整体)."""

from typing import Literal

from generator.model.entry import Amount, Entry, Number, Text, Whole, field
from generator.model.funds import Funds
from generator.model.indicator import Goal, Indicator, SharedScore
from generator.model.insert import Insert
from generator.model.item import ItemAnswer
from generator.model.own_outline import OwnOutline
from generator.model.own_value import Own, Rows

Kind = Literal["project", "department"]


class Document(Entry):
    """A document that a project rests on."""

    document: Text = field(title="文件名称")
    number: Text = field("", title="文号", examples=["财预〔2020〕10号"])


class Acceptance(Entry):
    """A problem that is known and accepted, with the reason."""

    code: Text = field(title="问题代码", examples=["C03"])
    key: Text = field(
        "",
        title="位置",
        description="问题清单里的键，如 indicator[挽回经济损失]；不写则为本文件该代码的问题，请写 count",
    )
    count: Whole | None = field(
        None,
        ge=1,
        title="几处",
        description="接受的是几处问题；比它多时全部照样列出，由人核对。可由 jixiao check --accept 写上",
        examples=[3],
    )
    reason: Text = field(title="接受的理由", min_length=1)


class Finding(Entry):
    """A problem of the work itself, and what will be done."""

    text: Text = field(title="存在的问题")
    cause: Text = field("", title="原因分析")
    measure: Text = field("", title="改进措施")


class Result(Entry):
    """What becomes of the evaluation."""

    use: Text = field("", title="结果应用")
    publicity: Text = field("", title="公开情况")
    deviation: Text = field("", title="偏差大或目标未完成原因分析")
    improvement: Text = field("", title="改进措施及结果应用方案")


class StatedNarrative(Entry):
    """What a printed report says in its text."""

    total: Number | None = field(None, title="报告正文中的总分", examples=[99.5])
    grade: Text = field("", title="报告正文中的等级", examples=["优"])


class Stated(Entry):
    """What a printed document says of the whole subject; compared, never used."""

    total: Number | None = field(None, title="印出的总分", examples=[99.1])
    weight: Number | None = field(None, title="印出的总分值", examples=[100])
    grade: Text = field("", title="印出的等级", examples=["优"])
    narrative: StatedNarrative = field(StatedNarrative(), title="报告正文的说法")
    sums: dict[str, Number] = field(
        {},
        title="印出的合计",
        description="自设的表：“表.列” = 合计行印出的数",
        examples=[{"三公经费.预算数": 3}],
    )


class Project(Entry):
    """Basic information of a project."""

    name: Text = field(title="项目名称", examples=["乡镇纪委工作经费"])
    code: Text = field("", title="项目编码")
    authority: Text = field("", title="主管部门")
    implementer: Text = field("", title="实施单位")
    overview: Text = field("", title="项目概况")
    basis: tuple[Document, ...] = field((), title="立项依据")


class Department(Entry):
    """Basic information of the department."""

    name: Text = field("", title="预算部门名称", description="不写则用单位名称")
    overview: Text = field("", title="部门概况")
    functions: tuple[Text, ...] = field((), title="主要职责")
    basic: Amount | None = field(None, title="基本支出总额", examples=[2526.32])
    projects: Amount | None = field(None, title="项目支出总额", examples=[730.57])


class DutyIndicator(Entry):
    """An indicator of a duty: a name and the standard it is judged by."""

    name: Text = field(title="绩效指标")
    standard: Text = field("", title="绩效标准")


class Duty(Entry):
    """A duty of the department (职责) with its goals."""

    name: Text = field(title="职责名称")
    responsibility: Text = field("", title="主要职责")
    target: Text = field("", title="职责目标")
    goal: Text = field("", title="绩效目标")
    indicator: tuple[DutyIndicator, ...] = field((), title="绩效指标")


class SafeguardItem(Entry):
    """One measure under a heading of 保障措施."""

    title: Text = field(title="小标题")
    text: Text = field("", title="内容")


class Safeguard(Entry):
    """A heading of 工作保障措施."""

    title: Text = field(title="标题")
    item: tuple[SafeguardItem, ...] = field((), title="措施")


class SubjectEntry(Entry):
    """What project files and the department file have in common."""

    funds: Funds = field(Funds(), title="资金")
    goal: Goal | None = field(None, title="年度总体目标", description="只有一个目标时用它")
    goals: tuple[Goal, ...] = field(
        (), title="年度目标", description="有几个目标、各自带指标时用它"
    )
    indicator: tuple[Indicator, ...] = field((), title="绩效指标")
    shared_score: tuple[SharedScore, ...] = field((), title="按类别合并计分")
    item: tuple[ItemAnswer, ...] = field((), title="按项计分")
    not_evaluated: tuple[Text, ...] = field(
        (),
        title="不评价的类别",
        description="如：满意度；其分值按方案转给别的类别。自己的表样上没有指标的二级类别也写在这里，照样印",
        examples=[["满意度"]],
    )
    problem: tuple[Finding, ...] = field((), title="存在的问题和改进措施")
    result: Result = field(Result(), title="结果应用和公开")
    facts: dict[str, Text] = field(
        {},
        title="自定义数据",
        description='写一次、正文里用 {{ fact("名称") }} 引用',
        examples=[{"处置问题线索": "313件"}],
    )
    documents: tuple[Text, ...] | None = field(
        None,
        title="要写出的文书",
        description="方案里文书的代码；不写则与同卷其他项目一样，空的 [] 表示一份也不写",
        examples=[["form"]],
    )
    not_asked: tuple[Text, ...] = field(
        (),
        title="原表没有的项",
        description="由别人的表导入时，那张表里没有的栏目；这些项不要求填写",
        examples=[["funds.initial"]],
    )
    fields_: dict[str, Own] = field(
        {},
        title="自设栏目",
        description='表上有、别处没有地方写的栏目：栏目名 = 内容，用 {{ field("栏目名") }} 引用',
        examples=[{"项目负责人": "张三"}],
    )
    tables: dict[str, Rows] = field(
        {},
        title="自设的表",
        description='方案为表样写明的表：固定的行写 行名 = { 栏 = 值 }，其他的逐行写 [[tables.表名]]；用 {{ table("表名") }} 引用',
        examples=[{"三公经费": {"公务接待费": {"预算数": 3}}}],
    )
    insert: tuple[Insert, ...] = field(
        (),
        title="随文的表和图",
        description="章节里要放的表和图，各写一段；正文里用 ![题注](名称) 放在那里",
    )
    titles: dict[str, Text] = field(
        {},
        title="文书标题",
        description="文书代码 = 标题；不写则按方案拼出",
        examples=[{"report": "2022年巡察专项支出绩效自评报告"}],
    )
    text: dict[str, Text] = field({}, title="自写章节", description="章节代码 = 正文，代替标准写法")
    text_after: dict[str, Text] = field(
        {}, title="补写章节", description="章节代码 = 正文，接在标准写法之后"
    )
    own_outline: OwnOutline | None = field(
        None,
        title="自己的提纲",
        description="代替方案的提纲；各章节的文字写在 [text] 里",
    )
    stated: Stated = field(Stated(), title="印出的数", description="只用于核对，不参与计算")
    accept: tuple[Acceptance, ...] = field(
        (), title="接受的问题", description="已知且有理由的问题：列出，但不计入"
    )


class ProjectEntry(SubjectEntry):
    """A project file."""

    project: Project = field(title="项目基本信息")


class DepartmentEntry(SubjectEntry):
    """department.toml."""

    department: Department = field(Department(), title="部门基本信息")
    duty: tuple[Duty, ...] = field((), title="职责及分项目标")
    safeguard: tuple[Safeguard, ...] = field((), title="保障措施")
