"""Everything that a text may quote, by the name under which it is quoted."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from generator.base.pattern import Pattern
from generator.figures.figure import Figure
from generator.figures.figure_book import FigureBook
from generator.language.quoting_fault import LanguageError
from generator.model.amounts import AMOUNT_LABELS
from generator.model.figure_id import UNIT
from generator.model.units import Units
from generator.prose.figure_marks import figure_span
from generator.prose.prose_render import render
from generator.prose.repeated import quotations

OTHER = "……"
_NAMED = Pattern(r"\((?:\"[^\"]*\"|'[^']*')\)")
_MONEY = {
    **AMOUNT_LABELS,
    "rate": "预算执行率",
}
_POINTS = {"weight": "分值", "score": "得分"}


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
        f'funds.use("{OTHER}")': "资金用途一项的金额",
        f'funds.plan("{OTHER}")': "资金支出计划一步的比例",
        f'funds.income("{OTHER}")': "收入的一个细分",
        f'funds.expenditure("{OTHER}")': "支出的一个细分",
        f'indicator("{OTHER}").target': "一个指标的年度指标值",
        f'indicator("{OTHER}").actual': "一个指标的实际完成值",
        f'indicator("{OTHER}").weight': "一个指标的分值",
        f'indicator("{OTHER}").score': "一个指标的得分",
        f'indicator("{OTHER}").review': "一个指标的复核分",
        f'indicator("{OTHER}").lost': "一个指标的扣分",
        f'indicator("{OTHER}").done_rate': "一个指标的完成率",
        **_below(f'goal("{OTHER}")', "第几个目标的", _POINTS),
        "score.total": "总分",
        "score.weight": "总分值",
        "score.lost": "扣分合计",
        "score.indicators": "各项指标的得分合计",
        "score.indicators_weight": "各项指标的分值合计",
        "score.grade": "评价等级",
        **_below(f'score.part("{OTHER}")', "评分一个组成部分的", _POINTS),
        f'fact("{OTHER}")': "[facts] 里的一个数",
        f'field("{OTHER}")': "[fields] 里的一个栏目",
        f'snippet("{OTHER}")': '一条常用句，说某一指标的写 snippet("……/指标名称")',
        "projects.count": "项目个数",
        f'total("{OTHER}")': '各项目合计，如 total("spent")',
        f'project("{OTHER}").…': '另一个项目的数，后面照写，如 project("a").funds.spent',
        "department.…": "部门整体支出的数，后面照写",
        "duties.count": "部门职责条数",
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
    return str(_NAMED.sub(f'("{OTHER}")', path))


def quoted_figures(
    book: FigureBook, owner: str, names: Mapping[str, Any], units: Units
) -> list[tuple[str, str, str]]:
    """List the figures of a subject (empty: of the unit) as a text of its own quotes them."""
    listed: list[tuple[str, str, str]] = []
    for figure in book.owned_by(owner or UNIT).values():
        ways = quotations(figure, owner or UNIT)
        quotation = next((own for own in ways if _prints(own, figure, names, units)), "")
        if quotation:
            listed.append((quotation, figure.label, figure.shown))
    return listed


def _prints(quotation: str, figure: Figure, names: Mapping[str, Any], units: Units) -> bool:
    """Tell whether a quotation prints a figure: a short name may be that of several."""
    try:
        return render(quotation, names, units) == (figure_span(figure),)
    except LanguageError:
        return False
