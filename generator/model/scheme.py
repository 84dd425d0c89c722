"""A scheme: the rules in force for a dossier, as an authority issued them. Data, each with its basis."""

from collections.abc import Mapping
from typing import Literal

from generator.model.basis import Basis, Force
from generator.model.entry import Amount, Entry, Text, field
from generator.model.own_form import Declared, OwnForm, joined
from generator.model.scheme_document import Bundle, Template
from generator.model.score_parts import Layout
from generator.model.scoring import DefaultDirection, Grade, Method, Tier
from generator.model.subject import Kind
from generator.model.unit import Stage


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
