"""unit.toml: whose dossier this is, of which year, by which rules."""

from typing import Literal

from generator.model.entry import Day, Entry, Flag, Text, Whole, field
from generator.model.insert import Insert
from generator.model.own_outline import OwnOutline
from generator.model.own_value import Own, Rows
from generator.model.subject import Acceptance, StatedNarrative

Stage = Literal["goals", "evaluation"]


class Unit(Entry):
    """The budget unit."""

    name: Text = field(title="单位全称")
    short: tuple[Text, ...] = field((), title="简称", description="正文里允许使用的其他叫法")
    code: Text = field("", title="单位编码")
    reviewer: Text = field("", title="审核单位")
    signature: Text = field("", title="落款", description="不写则用单位全称")
    date: Day | None = field(None, title="落款日期", examples=["2023-04-27"])


class Report(Entry):
    """A report over several projects."""

    id: Text = field(title="报告代码", pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", examples=["evaluation"])
    title: Text = field(title="报告标题")
    outline: Text = field("", title="提纲代码", pattern=r"^([a-z0-9]+(-[a-z0-9]+)*)?$")
    projects: tuple[Text, ...] = field(
        (), title="包含的项目", description="项目文件名，不写则为全部项目"
    )
    text: dict[str, Text] = field({}, title="自写章节", description="章节代码 = 正文，代替标准写法")
    text_after: dict[str, Text] = field(
        {}, title="补写章节", description="章节代码 = 正文，接在标准写法之后"
    )
    own_outline: OwnOutline | None = field(
        None,
        title="自己的提纲",
        description="代替方案的提纲；各章节的文字写在 text 里",
    )
    stated: StatedNarrative = field(
        StatedNarrative(), title="印出的数", description="只用于核对，不参与计算"
    )


class UnitEntry(Entry):
    """unit.toml as a whole."""

    year: Whole = field(title="年度", ge=1949, le=2999, examples=[2023])
    scheme: Text = field(
        "",
        title="评分方案",
        description="见 jixiao schemes；不写则用 jixiao.toml 的 default-scheme",
    )
    stage: Stage | None = field(
        None,
        title="阶段",
        description="goals 年初报目标，evaluation 年终自评；不写则由方案决定",
        examples=["evaluation"],
    )
    bundle: Flag = field(False, title="合订", description="true 时把各份文件合订为一份")
    documents: tuple[Text, ...] = field(
        (),
        title="要写出的文书",
        description="方案里文书的代码；不写则为方案规定的全部",
        examples=[["report"]],
    )
    not_asked: tuple[Text, ...] = field(
        (),
        title="原表没有的项",
        description="由别人的表导入时，那张表里没有的栏目；这些项不要求填写",
        examples=[["unit.date"]],
    )
    outlines: dict[str, Text] = field(
        {},
        title="换用的提纲",
        description="文书代码 = 提纲代码；不写则用方案规定的提纲",
        examples=[{"report": "mof-2020"}],
    )
    projects_complete: Flag = field(
        True, title="项目是否齐全", description="false 表示这里只有部分项目，不与部门总额核对"
    )
    projects: tuple[Text, ...] = field(
        (),
        title="项目顺序",
        description="项目文件名（不带 .toml）的排列顺序；不写则按文件名",
        examples=[["case-handling"]],
    )
    unit: Unit = field(title="单位")
    report: tuple[Report, ...] = field((), title="多项目报告")
    facts: dict[str, Text] = field(
        {}, title="自定义数据", description='写一次、各文件正文里用 {{ fact("名称") }} 引用'
    )
    fields_: dict[str, Own] = field(
        {},
        title="各表相同的自设栏目",
        description="填表人、电话等各项目的表上都一样的栏目：栏目名 = 内容；项目文件里另写的，以项目的为准",
        examples=[{"填表人": "张三"}],
    )
    tables: dict[str, Rows] = field(
        {},
        title="各表相同的自设的表",
        description="各项目的表上都一样的表；项目文件里另写的，以项目的为准",
        examples=[{"三公经费": {"公务接待费": {"预算数": 3}}}],
    )
    insert: tuple[Insert, ...] = field(
        (),
        title="随文的表和图",
        description="章节里要放的表和图，各写一段；正文里用 ![题注](名称) 放在那里",
    )
    accept: tuple[Acceptance, ...] = field((), title="接受的问题")

    def outline_of(self, document: str, usual: str, report: Report | None = None) -> str:
        """Return the outline for a document: the report's own, the unit's choice, or the usual one."""
        return (report.outline if report else "") or self.outlines.get(document, "") or usual
