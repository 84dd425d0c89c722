"""Indicators and goals: what was promised, what was reached, what it is worth."""

from typing import Literal

from generator.model.entry import Amount, Entry, Flag, Number, Quantity, Text, field
from generator.model.own_value import Own

Direction = Literal["≥", "≤", ">", "<", "="]


class Review(Entry):
    """What the bureau gave when it looked again (复核)."""

    score: Number | None = field(None, title="复核分", examples=[14])
    remark: Text = field("", title="复核意见")


class StatedScore(Entry):
    """What a printed document says of a row; compared, never used."""

    score: Number | None = field(None, title="印出的得分", examples=[14])
    weight: Number | None = field(None, title="印出的分值", examples=[15])
    blank: Flag = field(False, title="印出的得分为空", description="打印稿上得分栏是空的")


class Indicator(Entry):
    """One level-3 indicator (三级指标)."""

    class_: Text = field(
        title="指标类别",
        description="一级/二级，如：产出/数量、效益/社会效益、满意度/服务对象满意度",
        examples=["产出/数量"],
    )
    name: Text = field(title="三级指标名称", examples=["办理案件数"])
    description: Text = field("", title="绩效指标描述", description="表中有此栏时填写")
    target: Quantity = field(
        "",
        title="年度指标值",
        description="如：≥50件、≤17万元、100%、2023年11月底前、定性",
        examples=["≥50件"],
    )
    actual: Quantity = field(
        "", title="实际完成值", description="年初留空，年终填写", examples=["47件"]
    )
    actual_text: Text = field(
        "", title="表中印出的完成情况", description="需要在表格里写一句话时填写，计分仍用 actual"
    )
    initial_target: Quantity = field(
        "",
        title="年初指标值",
        description="年中调整过指标值、表上分栏印出时填写",
        examples=["≥40件"],
    )
    direction: Direction | None = field(
        None,
        title="方向",
        description="≥ 越大越好，≤ 越小越好；不写则看指标值的符号，再看方案的规定",
        examples=["≥"],
    )
    weight: Amount | None = field(None, title="分值", examples=[15])
    score: Number | None = field(
        None,
        title="自评得分",
        description="只有定性等不能按公式计算的指标才填写，须落在相应档次内",
        examples=[10],
    )
    deduction: Amount | None = field(
        None,
        title="扣分",
        description="表上另有扣分栏时填写：从按公式算出的得分里扣减，不低于 0",
        examples=[1],
    )
    pass_line: Amount | None = field(
        None, title="及格线（%）", description="方案规定由单位设定时填写", examples=[60]
    )
    constraint: Flag = field(
        False, title="约束性指标", description="true 表示只扣分：得分为 0 或负数"
    )
    reason: Text = field("", title="偏差原因分析及改进措施", description="未得满分或明显超额时填写")
    evidence: tuple[Text, ...] = field((), title="佐证材料", examples=[["结案登记表"]])
    basis: Text = field("", title="指标值确定依据", examples=["年度工作计划"])
    from_: tuple[Text, ...] = field(
        (),
        title="汇总来源",
        description="部门指标由哪些项目指标汇总：项目文件名:指标名称",
        examples=[["case-handling:办理案件数"]],
    )
    fields_: dict[str, Own] = field(
        {},
        title="自设栏目",
        description="方案为指标表另加的列：栏目名 = 内容",
        examples=[{"评分标准": "达到指标值得满分"}],
    )
    review: Review = field(Review(), title="复核")
    stated: StatedScore = field(
        StatedScore(), title="印出的数", description="只用于核对，不参与计算"
    )


class SharedScore(Entry):
    """One score for all indicators of a class."""

    class_: Text = field(
        title="指标类别", description="一级/二级，与本类各指标的 class 相同", examples=["产出/数量"]
    )
    weight: Amount | None = field(None, title="分值", examples=[10])
    score: Number | None = field(None, title="自评得分", examples=[9])
    reason: Text = field("", title="偏差原因分析及改进措施")
    review: Review = field(Review(), title="复核")
    stated: StatedScore = field(
        StatedScore(), title="印出的数", description="只用于核对，不参与计算"
    )


class Goal(Entry):
    """A yearly goal: expected and achieved, with its own indicators where there are several."""

    name: Text = field("", title="目标名称", examples=["年度目标1"])
    expected: Text = field("", title="预期目标")
    achieved: Text = field("", title="实际完成情况")
    adjusted: Text = field("", title="调整后的目标", description="表上分栏印出时填写")
    weight: Amount | None = field(None, title="分值", examples=[25])
    score: Number | None = field(
        None, title="自评得分", description="方案给总目标单独计分时填写", examples=[20]
    )
    reason: Text = field("", title="偏差原因分析")
    indicator: tuple[Indicator, ...] = field((), title="本目标的绩效指标")
    shared_score: tuple[SharedScore, ...] = field((), title="本目标按类别合并计分")
    stated: StatedScore = field(
        StatedScore(), title="印出的数", description="只用于核对，不参与计算"
    )
