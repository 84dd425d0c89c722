"""The money of a subject: budget, execution, sources, uses, payment plan."""

from typing import Literal, Self, get_args

from generator.model.entry import Amount, Entry, Number, Text, field

MoneyUnit = Literal["元", "千元", "万元", "亿元"]
MONEY_UNITS: tuple[str, ...] = get_args(MoneyUnit)


_AMOUNTS_TITLE = "另外的金额"
_AMOUNTS_HELP = "表上另有的金额栏，如各季度、结余：栏目名 = 金额；可以是负数"


class FundSource(Entry):
    """One source of the money: a row under 年度资金总额."""

    name: Text = field(
        title="来源名称",
        description="如：当年财政拨款、上年结转资金、其他资金",
        examples=["当年财政拨款"],
    )
    initial: Amount | None = field(None, title="年初预算数", examples=[16])
    budget: Amount | None = field(None, title="全年预算数（调整后）", examples=[16])
    spent: Amount | None = field(None, title="全年执行数", examples=[16])
    amounts: dict[str, Number] = field(
        {}, title=_AMOUNTS_TITLE, description=_AMOUNTS_HELP, examples=[{"一季度": 3}]
    )
    weight: Amount | None = field(
        None, title="分值", description="表上各来源分别计分时填写", examples=[10]
    )
    stated_rate: Number | None = field(
        None, title="印出的执行率（%）", description="只用于核对，不参与计算", examples=[100]
    )
    stated_score: Number | None = field(
        None, title="印出的得分", description="只用于核对，不参与计算", examples=[10]
    )


class FundRow(Entry):
    """A row of the money that is no source: it adds up to nothing (年初结余, 收回资金)."""

    name: Text = field(title="行的名称", examples=["年初结余"])
    initial: Amount | None = field(None, title="年初预算数")
    budget: Amount | None = field(None, title="全年预算数（调整后）")
    spent: Amount | None = field(None, title="全年执行数")
    amounts: dict[str, Number] = field(
        {}, title=_AMOUNTS_TITLE, description=_AMOUNTS_HELP, examples=[{"一季度": 3}]
    )


class FundUse(Entry):
    """What money was spent on."""

    item: Text = field(title="用途", examples=["差旅费"])
    amount: Amount | None = field(None, title="金额", examples=[3.2])


class PlannedPayment(Entry):
    """One step of the payment plan (资金支出计划)."""

    by: Text = field(title="截止时间", examples=["3月底"])
    percent: Amount = field(title="累计支出进度（%）", examples=[25])


class FundPart(Entry):
    """One line of a breakdown; its own parts add up to it."""

    name: Text = field(title="名称", examples=["基本支出"])
    amount: Amount | None = field(None, title="金额", examples=[1682.85])
    parts: tuple[Self, ...] = field(
        (), title="其中", description="再往下的细分，合计应等于本项金额"
    )


class StatedExecution(Entry):
    """What a printed document says of the execution row; compared, never used."""

    rate: Number | None = field(None, title="印出的执行率（%）", examples=[100])
    weight: Number | None = field(None, title="印出的执行率分值", examples=[10])
    score: Number | None = field(None, title="印出的执行率得分", examples=[10])
    row_weights: tuple[Number, ...] = field(
        (), title="“其中”各行印出的分值", description="这些行本不应有分值"
    )


class Funds(Entry):
    """The money of a subject in one unit."""

    unit: MoneyUnit = field(
        "万元", title="金额单位", description="元、千元、万元、亿元，默认万元", examples=["万元"]
    )
    initial: Amount | None = field(None, title="年初预算数", examples=[16])
    budget: Amount | None = field(None, title="全年预算数（调整后）", examples=[16])
    spent: Amount | None = field(None, title="全年执行数", examples=[16])
    rate_places: int = field(
        2, ge=0, le=4, title="执行率小数位", description="印出执行率时保留的小数位，默认 2"
    )
    weight: Amount | None = field(
        None, title="执行率的分值", description="方案没有规定、由单位自定时填写", examples=[10]
    )
    purpose: Text = field("", title="资金用途", examples=["巡察工作经费保障"])
    adjustment: Text = field(
        "", title="预算调整原因", description="全年预算数与年初预算数不同时填写"
    )
    explanation: Text = field(
        "", title="执行偏低原因", description="执行率低于方案规定的比例时填写"
    )
    sources: tuple[FundSource, ...] = field(
        (), title="资金来源", description="各来源之和应等于总额"
    )
    rows: tuple[FundRow, ...] = field(
        (), title="另外的资金行", description="表上有、又不是来源的行，不与总额核对"
    )
    amounts: dict[str, Number] = field(
        {}, title=_AMOUNTS_TITLE, description=_AMOUNTS_HELP, examples=[{"一季度": 3}]
    )
    uses: tuple[FundUse, ...] = field(
        (), title="资金用途明细", description="各项之和应等于全年执行数"
    )
    plan: tuple[PlannedPayment, ...] = field((), title="资金支出计划")
    by_income: tuple[FundPart, ...] = field(
        (), title="按收入性质分", description="各项之和应等于全年预算数"
    )
    by_expenditure: tuple[FundPart, ...] = field(
        (), title="按支出性质分", description="各项之和应等于全年预算数"
    )
    stated: StatedExecution = field(
        StatedExecution(), title="印出的数", description="只用于核对，不参与计算"
    )
