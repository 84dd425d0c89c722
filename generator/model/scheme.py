"""A scheme: the rules in force for a dossier, as an authority issued them. Data, each with its basis."""

from collections.abc import Mapping
from typing import Literal

from generator.model.entry import Amount, Entry, Flag, Text, Whole, field
from generator.model.indicator import Direction
from generator.model.item import Item
from generator.model.own_form import (
    Declared,
    OwnField,
    OwnForm,
    OwnItem,
    OwnTable,
    joined,
)
from generator.model.printing import Printing
from generator.model.subject import Kind
from generator.model.unit import Stage

MethodKind = Literal["ratio", "inverse-ratio", "overrun", "all-or-none", "steps", "tier", "unit"]
DocumentOf = Literal["project", "department", "report", "dossier"]
PartKind = Literal["execution", "goal", "indicators", "goals", "items"]
Situation = Literal[
    "execution",
    "≥",
    ">",
    "≤",
    "<",
    "=",
    "range",
    "yes-no",
    "date",
    "text",
    "qualitative",
    "satisfaction",
]


class Basis(Entry):
    """A document that a rule rests on."""

    id: Text = field(title="依据代码")
    document: Text = field(title="文件")
    clause: Text = field("", title="条款")
    verified: Flag = field(False, title="已与原文核对")
    remark: Text = field("", title="说明")

    def __str__(self) -> str:
        """Write the citation as it is shown to users."""
        unverified = "" if self.verified else "（未与原文核对）"
        return f"{self.document}{self.clause}{unverified}"


class Force(Entry):
    """The years for which the scheme is in force; an end that is not known stays empty."""

    from_: Whole = field(title="起始年度")
    to: Whole | None = field(None, title="截止年度")

    def __str__(self) -> str:
        """Write the years as they are shown to users."""
        if self.to == self.from_:
            return str(self.from_)
        return f"{self.from_}—{self.to}" if self.to is not None else f"{self.from_} 起"

    def holds(self, year: int) -> bool:
        """Tell whether the scheme is in force for a year."""
        return self.from_ <= year and (self.to is None or year <= self.to)


class Part(Entry):
    """A part of the total score."""

    id: Text = field(title="代码")
    label: Text = field(title="名称")
    kind: PartKind = field(title="种类")
    weight: Amount | None = field(None, title="分值", description="不写表示由单位自定")
    classes: tuple[Text, ...] = field((), title="包含的一级指标")
    item: tuple[Item, ...] = field((), title="各项", description="kind 为 items 时写")
    by_source: Flag = field(
        False, title="按来源计分", description="kind 为 execution：true 时为各来源得分之和"
    )
    places: int | None = field(
        None, ge=0, le=6, title="得分小数位", description="不写则用方案的小数位"
    )
    moves_to: Text = field("", title="不评价时分值转入")
    basis: Text = field(title="依据代码")


class Layout(Entry):
    """How the total of a project or department is made up."""

    total: Amount = field(title="总分")
    when_class: Text = field(
        "", title="适用条件", description="有此一级指标时适用；不写则为通常情形"
    )
    part: tuple[Part, ...] = field((), title="组成部分")
    basis: Text = field(title="依据代码")


class Step(Entry):
    """From this percentage on, so many points."""

    from_: Amount = field(title="起点（%）")
    points: Amount = field(title="得分")


class Method(Entry):
    """Which kind of scoring judges which situation."""

    when: tuple[Situation, ...] = field(title="适用情形", min_length=1)
    kind: MethodKind = field(title="计分方式")
    label: Text = field("", title="规则的说法")
    classes: tuple[Text, ...] = field((), title="只适用于这些类别")
    of: Amount | None = field(None, title="分段得分的满分")
    steps: tuple[Step, ...] = field((), title="分段")
    pass_line: Flag = field(False, title="有及格线", description="低于单位所设及格线的得 0 分")
    basis: Text = field(title="依据代码")


class DefaultDirection(Entry):
    """The direction of indicators whose target shows none."""

    direction: Direction = field(title="方向")
    classes: tuple[Text, ...] = field((), title="类别")
    name_contains: tuple[Text, ...] = field((), title="名称含有")
    basis: Text = field(title="依据代码")


class Tier(Entry):
    """A tier of qualitative judgement: the own score lies between ``from`` and ``to`` percent."""

    label: Text = field(title="档次")
    from_: Amount = field(title="下限（%）")
    to: Amount = field(title="上限（%）")
    from_included: Flag = field(True, title="含下限")
    words: tuple[Text, ...] = field(
        (), title="完成情况的说法", description="实际完成值写成这些词时，得分须落在本档"
    )
    basis: Text = field(title="依据代码")


class Grade(Entry):
    """A step of the grade scale; the lower bound belongs to it."""

    word: Text = field(title="等级")
    from_: Amount = field(title="下限（含）")
    to: Amount = field(title="上限")
    also: tuple[Text, ...] = field((), title="不规范的说法")
    basis: Text = field(title="依据代码")


class Classes(Entry):
    """A level-1 class and its level-2 classes, in the order of the form."""

    name: Text = field(title="一级指标")
    label: Text = field("", title="表中名称")
    children: tuple[Text, ...] = field((), title="二级指标")
    children_labels: dict[str, Text] = field(
        {}, title="二级指标的表中名称", description="与“名称＋指标”不同时写：二级指标 = 表中名称"
    )
    basis: Text = field(title="依据代码")


class Threshold(Entry):
    """A bound beyond which an explanation is asked for."""

    percent: Amount = field(title="百分比")
    basis: Text = field(title="依据代码")


class Thresholds(Entry):
    """The bounds of a scheme; one that is absent is not checked."""

    over_completion: Threshold | None = field(None, title="超额完成须说明")
    execution: Threshold | None = field(None, title="执行率低于此须说明")


class Rounding(Entry):
    """Half-up, once, from the exact value."""

    places: int = field(2, ge=0, le=6, title="得分小数位")
    compare: Literal["half-up", "truncate"] = field("half-up", title="核对印出数时的取舍")
    tolerance: Amount | None = field(None, title="核对得分时允许的差")
    basis: Text = field(title="依据代码")


class Required(Entry):
    """Key paths that must not be empty, by stage."""

    goals: tuple[Text, ...] = field((), title="申报目标时必填")
    evaluation: tuple[Text, ...] = field((), title="自评时必填")


class Template(Entry):
    """A document that the scheme asks for."""

    id: Text = field(title="代码", pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: Text = field(title="标题", description="可引用 {{ year }}、{{ unit.name }}、{{ name }}")
    file: Text = field("", title="文件名", description="不写则用标题；几个项目标题相同时写明项目")
    template: Text = field(title="Word 模板", pattern=r"^[^/\\:]+\.docx$")
    for_: DocumentOf = field(
        title="对象",
        description="project 每个项目一份，department 部门，report 多项目报告，dossier 全卷一份",
    )
    stage: Stage = field("evaluation", title="阶段")
    outline: Text = field("", title="提纲", pattern=r"^([a-z0-9]+(-[a-z0-9]+)*)?$")
    attaches: tuple[Text, ...] = field(
        (), title="附件", description="附在后面的文书的代码；被附的不再单独写出"
    )
    on_request: Flag = field(
        False, title="点名才写", description="true 时只在 unit.toml 的 documents 里写了才写出"
    )
    own_outline: Flag = field(
        False, title="照自己的提纲", description="true 时只给写了 own-outline 的写出"
    )
    signed: Flag = field(True, title="有落款")
    contents: Flag = field(False, title="有目录")
    empty_classes: Literal["drop", "print"] = field(
        "drop", title="没有指标的二级指标", description="print 印一行空行，drop 不印"
    )
    fixed_sources: Flag = field(
        False, title="资金来源固定", description="true 时表上只有 fund-rows 里的来源有位置"
    )
    item_title: Text = field("", title="每个项目的表名", description="全卷一份的文书才用")
    print_: Printing = field(Printing(), title="表的印法")
    form: Text = field(
        "",
        title="自设栏目的文件",
        description="templates/forms/ 里的代码",
        pattern=r"^([a-z0-9]+(-[a-z0-9]+)*)?$",
    )
    basis: Text = field(title="依据代码")
    field_: tuple[OwnField, ...] = field((), title="自设栏目")
    table: tuple[OwnTable, ...] = field((), title="自设的表")
    indicator_field: tuple[OwnItem, ...] = field((), title="指标表另加的列")

    @property
    def declared(self) -> Declared:
        """Return what the document has of its own."""
        return Declared(self.field_, self.table, self.indicator_field)

    def with_form(self, form: OwnForm) -> "Template":
        """Return the document with what its form says, and what it says itself."""
        both = form.declared.joined(self.declared)
        return self.changed(
            field_=both.fields,
            table=both.tables,
            indicator_field=both.indicator_fields,
            print_=self.print_.over(form.print_),
        )

    def is_of(self, kind: Kind) -> bool:
        """Tell whether the document prints the form of such a subject."""
        return self.for_ in (kind, "dossier")


class Bundle(Entry):
    """How the documents of a dossier are bound into one."""

    title: Text = field("{{ unit.name }}{{ year }}年度绩效自评材料", title="文件名")
    goals_title: Text = field("{{ unit.name }}{{ year }}年度绩效目标", title="年初绩效目标的文件名")
    labels: Flag = field(False, title="各份编附件号", description="true 时依次印附件1、附件2……")


class Scheme(Entry):
    """All rules of one authority for one kind of evaluation."""

    id: Text = field(title="代码", pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: Text = field(title="名称")
    region: Text = field("", title="适用地区")
    remark: Text = field("", title="说明")
    stage: Stage = field("evaluation", title="默认阶段")
    national: Text = field("", title="对照的全国方案")
    force: Force = field(title="适用年度")
    basis: tuple[Basis, ...] = field(title="依据", min_length=1)
    rounding: Rounding | None = field(None, title="取舍")
    project: tuple[Layout, ...] = field((), title="项目评分的组成")
    department: tuple[Layout, ...] = field((), title="部门评分的组成")
    classes: tuple[Classes, ...] = field((), title="指标体系")
    fund_rows: tuple[Text, ...] = field(
        (), title="资金表的行", description="年度资金总额下面固定印出的各行"
    )
    method: tuple[Method, ...] = field((), title="计分方式")
    default_direction: tuple[DefaultDirection, ...] = field((), title="默认方向")
    tier: tuple[Tier, ...] = field((), title="定性档次")
    grade: tuple[Grade, ...] = field((), title="等级")
    thresholds: Thresholds = field(Thresholds(), title="须说明的界限")
    required: Required = field(Required(), title="必填项")
    document: tuple[Template, ...] = field((), title="文书")
    bundle: Bundle = field(Bundle(), title="合订")
    project_notes: tuple[Text, ...] = field((), title="项目表下的备注")
    department_notes: tuple[Text, ...] = field((), title="部门表下的备注")

    def basis_of(self, id: str) -> Basis | None:
        """Return the basis with this id."""
        return next((b for b in self.basis if b.id == id), None)

    def with_forms(self, forms: Mapping[str, OwnForm]) -> "Scheme":
        """Return the scheme whose documents have what the forms that they name say."""
        if not any(document.form in forms for document in self.document):
            return self
        documents = (
            document.with_form(forms[document.form]) if document.form in forms else document
            for document in self.document
        )
        return self.changed(document=tuple(documents))

    def declared(self, kind: Kind) -> Declared:
        """Return what the documents of a project, or of the department, have of their own."""
        return joined(document.declared for document in self.document if document.is_of(kind))

    def declared_by_kind(self) -> dict[Kind, Declared]:
        """Return what the forms of projects, and of the department, have of their own."""
        return {"project": self.declared("project"), "department": self.declared("department")}

    def cite(self, id: str) -> str:
        """Write the basis with this id as it is shown to users."""
        return str(self.basis_of(id) or "依据不明")
