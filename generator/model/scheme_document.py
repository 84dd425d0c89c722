"""The documents that a scheme asks for, and how they are bound."""

from typing import Literal

from generator.model.entry import Entry, Flag, Text, field
from generator.model.form_printing import Printing
from generator.model.own_form import Declared, IndicatorField, OwnField, OwnForm, OwnTable
from generator.model.subject import Kind
from generator.model.unit import Stage

DocumentOf = Literal["project", "department", "report", "dossier"]


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
    own_sources: Flag = field(
        False,
        title="资金来源照各单位的",
        description="true 时，填报文件里写了来源的，只印填报文件里的各行；没有写的，照 fund-rows 印空行",
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
    indicator_field: tuple[IndicatorField, ...] = field((), title="指标表另加的列")

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
