"""A scheme: the rules in force for a dossier, as an authority issued them. Data, each with its basis."""

from collections.abc import Mapping
from typing import Literal

from generator.model.basis import Basis, Force
from generator.model.change import Change
from generator.model.entry import Entry, Flag, Text, field
from generator.model.own_form import Declared, OwnForm, joined
from generator.model.scheme_bounds import OpenScore, Required, Rounding, Thresholds
from generator.model.scheme_classes import Classes
from generator.model.scheme_document import Bundle, Template
from generator.model.score_parts import Layout
from generator.model.scoring import DefaultDirection, Grade, Method, Tier
from generator.model.subject import Kind
from generator.model.unit import Stage

RESERVED_IDS = ("diff", "check")  # what ``jixiao schemes`` calls by itself
Taken = Literal["by-fit", "last", "on-request"]
Reason = Literal["funds.adjustment", "funds.explanation", "indicator.reason"]


class Scheme(Entry):
    """All rules of one authority for one kind of evaluation."""

    id: Text = field(title="代码", pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: Text = field(title="名称")
    region: Text = field("", title="适用地区")
    remark: Text = field("", title="说明")
    based_on: Text = field(
        "",
        title="以哪个方案为底",
        description="方案代码；本文件没有写的都照它，写了的以本文件为准",
    )
    without: tuple[Text, ...] = field(
        (), title="不照底本的", description="如 department、document.report"
    )
    taken: Taken = field(
        "by-fit",
        title="外来的表何时取用",
        description="by-fit 按地区、年度、分值判断，last 别的都不合时，on-request 只在写明时",
    )
    stage: Stage = field("evaluation", title="默认阶段")
    national: Text = field("", title="对照的全国方案")
    force: Force = field(title="适用年度")
    basis: tuple[Basis, ...] = field(title="依据", min_length=1)
    rounding: Rounding | None = field(None, title="取舍")
    project: tuple[Layout, ...] = field((), title="项目评分的组成")
    department: tuple[Layout, ...] = field((), title="部门评分的组成")
    classes: tuple[Classes, ...] = field((), title="指标体系")
    own_classes: Flag = field(
        False,
        title="指标体系可由单位另加",
        description="true 时，填报文件里的类别不在 classes 里也可以，照写的印",
    )
    fund_rows: tuple[Text, ...] = field(
        (), title="资金表的行", description="年度资金总额下面固定印出的各行"
    )
    rate_of: tuple[Text, ...] = field(
        (),
        title="执行率的分母",
        description="执行率 = 全年执行数 ÷ 这几项之和；写 budget、initial 或金额栏的名称，不写则是全年预算数",
        examples=["到位金额"],
    )
    method: tuple[Method, ...] = field((), title="计分方式")
    default_direction: tuple[DefaultDirection, ...] = field((), title="默认方向")
    tier: tuple[Tier, ...] = field((), title="定性档次")
    grade: tuple[Grade, ...] = field((), title="等级")
    thresholds: Thresholds = field(Thresholds(), title="须说明的界限")
    open_score: OpenScore = field(OpenScore(), title="得分可由单位改写的情形")
    required: Required = field(Required(), title="必填项")
    no_place: tuple[Reason, ...] = field(
        (),
        title="表上没有地方写的原因",
        description="不催着补写：funds.adjustment 预算调整原因，funds.explanation 执行偏低原因，indicator.reason 各指标的扣分原因",
    )
    change: tuple[Change, ...] = field(
        (), title="变动", description="从某一年度起不同的；没有写的照旧"
    )
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
