"""What is different in a scheme from a year on."""

from generator.model.basis import Basis
from generator.model.entry import Entry, Text, Whole, field
from generator.model.scheme_bounds import OpenScore, Required, Rounding, Thresholds
from generator.model.scheme_classes import Classes
from generator.model.score_parts import Layout
from generator.model.scoring import DefaultDirection, Grade, Method, Tier


class Change(Entry):
    """What is different from a year on; what it does not say goes on as it was."""

    from_: Whole = field(title="起始年度", description="从这一年度的填报起")
    remark: Text = field("", title="说明")
    basis: tuple[Basis, ...] = field((), title="依据")
    rounding: Rounding | None = field(None, title="取舍")
    project: tuple[Layout, ...] = field((), title="项目评分的组成")
    department: tuple[Layout, ...] = field((), title="部门评分的组成")
    classes: tuple[Classes, ...] = field((), title="指标体系")
    fund_rows: tuple[Text, ...] = field((), title="资金表的行")
    method: tuple[Method, ...] = field((), title="计分方式")
    default_direction: tuple[DefaultDirection, ...] = field((), title="默认方向")
    tier: tuple[Tier, ...] = field((), title="定性档次")
    grade: tuple[Grade, ...] = field((), title="等级")
    thresholds: Thresholds = field(Thresholds(), title="须说明的界限")
    open_score: OpenScore = field(OpenScore(), title="得分可由单位改写的情形")
    required: Required = field(Required(), title="必填项")
