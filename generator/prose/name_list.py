"""Everything that a text may quote, by the name under which it is quoted."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from generator.base.pattern import Pattern
from generator.model.amounts import AMOUNT_LABELS

OTHER = "……"
_NAMED = Pattern(r"([(\[])(?:\"[^\"]*\"|'[^']*')([)\]])")
_MONEY = {
    **AMOUNT_LABELS,
    "rate": "预算执行率",
}
_POINTS = {"weight": "分值", "score": "得分"}
_TEXTS = {
    "name": "本项目（部门整体支出）名称（章节文字里才有）",
    "overview": "填写的概况（章节文字里才有）",
    "purpose": "填写的资金用途（章节文字里才有）",
    "adjustment": "填写的预算调整情况（章节文字里才有）",
    "explanation": "填写的执行说明（章节文字里才有）",
    "use": "填写的结果应用（章节文字里才有）",
    "publicity": "填写的结果公开（章节文字里才有）",
    "deviation": "填写的偏差原因（章节文字里才有）",
    "improvement": "填写的改进措施（章节文字里才有）",
}


def _below(path: str, of: str, names: Mapping[str, str]) -> dict[str, str]:
    return {f"{path}.{name}": f"{of}{title}" for name, title in names.items()}


# Names that every text has; those that only some dossiers have are left out where they are not.
NAMES: Mapping[str, str] = MappingProxyType(
    {
        "year": "年度",
        "unit.name": "单位名称",
        "unit.short": "单位简称",
        "unit.signature": "落款单位",
        "unit.date": "落款日期",
        "project_info.authority": "主管部门",
        "project_info.implementer": "实施单位",
        "project_info.code": "项目编码",
        "spending.basic": "基本支出总额",
        "spending.projects": "项目支出总额",
        "name": "本项目（部门整体支出）名称",
        **_below("funds", "", _MONEY),
        **_below(f'funds.source("{OTHER}")', "某一资金来源的", _MONEY),
        f'funds.source("{OTHER}").weight': "某一资金来源的分值",
        f'funds.source("{OTHER}").score': "某一资金来源的得分",
        f'funds.amount("{OTHER}")': "另外的金额，如各季度",
        f'funds.row("{OTHER}").spent': "资金表里另加的一行的金额",
        f'funds.use("{OTHER}")': "资金用途一项的金额",
        f'funds.plan("{OTHER}")': "资金支出计划一步的比例",
        f'funds.income("{OTHER}")': "收入的一个细分",
        f'funds.expenditure("{OTHER}")': "支出的一个细分",
        f'indicator("{OTHER}").target': "一个指标的年度指标值",
        f'indicator("{OTHER}").actual': "一个指标的实际完成值",
        f'indicator("{OTHER}").weight': "一个指标的分值",
        f'indicator("{OTHER}").score': "一个指标的得分",
        f'indicator("{OTHER}").initial_target': "一个指标的年初指标值",
        f'indicator("{OTHER}").review': "一个指标的复核分",
        f'indicator("{OTHER}").lost': "一个指标的扣分",
        f'indicator("{OTHER}").done_rate': "一个指标的完成率",
        f'indicator("{OTHER}").field["{OTHER}"]': "指标另加的一列",
        f'indicator("{OTHER}").deduction': "一个指标另扣的分",
        f'indicator("{OTHER}").computed': "一个指标按公式计算的得分",
        **_below(f'goal("{OTHER}")', "第几个目标的", _POINTS),
        "score.total": "总分",
        "score.weight": "总分值",
        "score.lost": "扣分合计",
        "score.indicators": "各项指标的得分合计",
        "score.indicators_weight": "各项指标的分值合计",
        "score.grade": "评价等级",
        **_below(f'score.part("{OTHER}")', "评分一个组成部分的", _POINTS),
        f'item("{OTHER}").score': "逐项打分的一项的得分",
        f'item("{OTHER}").weight': "逐项打分的一项的分值",
        f'item("{OTHER}").answer': "逐项打分的一项所答",
        f'fact("{OTHER}")': "[facts] 里的一个数",
        f'field("{OTHER}")': "[fields] 里的一个栏目",
        f'choice("{OTHER}")': "自设的选项，一行印出各项",
        f'table("{OTHER}")["{OTHER}"]["{OTHER}"]': "自设的表的一格：表、行、列",
        f'table("{OTHER}").total["{OTHER}"]': "自设的表一列的合计",
        f'snippet("{OTHER}")': '一条常用句，说某一指标的写 snippet("……/指标名称")',
        "projects.count": "项目个数",
        f'total("{OTHER}")': '各项目合计，如 total("spent")',
        f'project("{OTHER}").…': '另一个项目的数，后面照写，如 project("a").funds.spent',
        "department.…": "部门整体支出的数，后面照写",
        "duties.count": "部门职责条数",
        **_below("texts", "", _TEXTS),
        "state.execution": "执行情况（章节文字里才有）：full、high、low、zero、over、unknown",
        "state.goals": "目标完成情况（章节文字里才有）：met、exceeded、partly、unknown",
    }
)
# What the rows of a list have (nothing: they are words).
_WORDS_OF_GOAL = ("name", "expected", "adjusted", "achieved", "reason")
_OF_INDICATOR = ("name", "reason", "level1", "level2", "target", "actual", "weight", "score")
ROWS: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "funds.sources": ("name", *AMOUNT_LABELS, "rate", "weight", "score"),
        "funds.uses": ("name", "amount"),
        "state.rows": _OF_INDICATOR,
        "state.short": _OF_INDICATOR,
        "state.beyond": _OF_INDICATOR,
        "texts.goals": _WORDS_OF_GOAL,
        "texts.problems": ("text", "cause", "measure"),
        "texts.basis": ("document", "number"),
        "texts.functions": (),
        "texts.duties": ("name", "responsibility", "target", "goal", "indicators"),
        "texts.safeguards": ("title", "items"),
    }
)
# To go through, with {% for %}.
LISTS: Mapping[str, str] = MappingProxyType(
    {
        "projects.all": "各项目，逐个（item.name、item.funds.spent……）",
        "funds.sources": "各资金来源，逐行（item.name、item.spent……）",
        "funds.uses": "各资金用途，逐行（item.name、item.amount）",
        "state.rows": "各指标，逐行（章节文字里才有）",
        "state.short": "没有达到目标的指标，逐行（章节文字里才有）",
        "state.beyond": "远超目标的指标，逐行（章节文字里才有）",
        "texts.goals": "各目标写的文字（章节文字里才有）",
        "texts.problems": "各问题写的文字（章节文字里才有）",
        "texts.basis": "各立项依据（item.document、item.number；章节文字里才有）",
        "texts.functions": "部门各项职能（章节文字里才有）",
        "texts.duties": "部门各项职责写的文字（章节文字里才有）",
        "texts.safeguards": "部门各项保障写的文字（章节文字里才有）",
        "texts.projects": "各项目写的文字，逐个（汇总报告的章节文字里才有）",
    }
)

# What somebody writes who knows the names of Word templates.
_SAID = "这是 Word 模板里的名称；正文里写作"
OF_TEMPLATES: Mapping[str, str] = MappingProxyType(
    {
        "form": f"{_SAID} funds.spent、score.total、name",
        "rows": f'{_SAID} indicator("{OTHER}").actual、funds.source("{OTHER}").spent',
        "goals": f'{_SAID} goal("1").score',
        "sources": f'{_SAID} funds.source("{OTHER}").spent',
        "items": f'{_SAID} item("{OTHER}").score',
        "parts": f'{_SAID} score.part("{OTHER}").score',
        "signature": f"{_SAID} unit.signature、unit.date",
        "title": f"{_SAID} name",
    }
)


def example_of(name: str) -> str:
    """Write how a text quotes a name."""
    if name in LISTS:
        return f"{{% for item in {name} %}}…{{% endfor %}}"
    return f"{{{{ {name} }}}}"


def general(quotation: str) -> str:
    """Return the name under which a quotation is listed."""
    path = quotation.removeprefix("{{").removesuffix("}}").strip()
    return str(_NAMED.sub(rf'\1"{OTHER}"\2', path))
