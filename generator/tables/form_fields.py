"""Every field that a form may print, with what it holds: what ``FormMaker`` makes and templates quote."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from generator.base.pattern import Pattern
from generator.model.amounts import AMOUNT_LABELS

FORM: Mapping[str, str] = MappingProxyType(
    {
        "heading": "表的标题",
        "year": "年度",
        "unit": "单位全称",
        "unit_code": "单位编码",
        "region": "单位全称开头的省、市、县等地名",
        "reviewer": "审核单位",
        "name": "项目名称或部门名称",
        "code": "项目编码",
        "authority": "主管部门",
        "implementer": "实施单位",
        "purpose": "资金用途",
        "money_unit": "金额单位",
        **AMOUNT_LABELS,
        "planned": "年初安排的金额：年初预算数，没有时为全年预算数",
        "rate": "执行率",
        "execution_weight": "执行率的分值",
        "execution_score": "执行率的得分",
        "basic": "基本支出总额（带单位）",
        "projects": "项目支出总额（带单位）",
        "expected": "预期目标（有几个目标时逐个换行）",
        "adjusted": "调整后的目标（有几个目标时逐个换行）",
        "achieved": "目标实际完成情况",
        "goal_weight": "总目标的分值",
        "goal_score": "总目标的得分",
        "indicators_weight": "各项指标的分值合计",
        "indicators_score": "各项指标的得分合计：各行都有时",
        "total_weight": "总分值",
        "total": "总分",
        "review_total": "复核分合计：各行都有时",
        "lost_total": "扣分合计：各行分值减得分",
        "grade": "等级",
        "deviation": "偏差大或目标未完成原因分析",
        "improvement": "改进措施及结果应用方案",
        "explanation": "执行率偏低或预算调整的说明",
    }
)
_OWN_HEAD = "field["
_AMOUNT = Pattern(r"amount\[(.*)\]", re.DOTALL)
_CHOICE = Pattern(r"choice\[([^\]]*)\](?:\.option\[(.*)\])?", re.DOTALL)


def own_field(name: str) -> str:
    """Return the key of a field that the unit named itself."""
    return f"{_OWN_HEAD}{name}]"


def own_field_name(key: str) -> str | None:
    """Return the name of a field that the unit named itself; ``None`` for any other key."""
    is_own = key.startswith(_OWN_HEAD) and key.endswith("]")
    return key[len(_OWN_HEAD) : -1] if is_own else None


BEHIND = "·"  # between the name of a row and that of a column, in the name of a field
AMOUNTS = "amounts"  # what settings and templates call all further amounts together


def amount_field(name: str) -> str:
    """Return the key of a further amount: a quarter, what is left."""
    return f"amount[{name}]"


def amount_field_name(key: str) -> str | None:
    """Return the name of a further amount; ``None`` for any other key."""
    found = _AMOUNT.fullmatch(key)
    return found[1] if found else None


def choice_key(name: str) -> str:
    """Return the key of a line with all options of a field."""
    return f"choice[{name}]"


def option_key(name: str, option: str) -> str:
    """Return the key of the mark of one option."""
    return f"choice[{name}].option[{option}]"


def choice_at(key: str) -> tuple[str, str] | None:
    """Read the key of a choice: its field and its option (empty: all of them)."""
    found = _CHOICE.fullmatch(key)
    return (found[1], found[2] or "") if found else None


FUND_ROW: Mapping[str, str] = MappingProxyType(
    {
        "label": "来源名称（第一行带“其中：”）",
        "name": "来源名称",
        **AMOUNT_LABELS,
        "planned": "年初安排的金额",
        "rate": "执行率",
        "weight": "分值（各来源分别计分时）",
        "score": "得分（各来源分别计分时）",
    }
)
BREAKDOWN_ROW: Mapping[str, str] = MappingProxyType(
    {"income": "按收入性质分的一项", "expenditure": "按支出性质分的一项"}
)
PLAN_ROW: Mapping[str, str] = MappingProxyType({"by": "截止时间", "percent": "累计支出进度"})
USE_ROW: Mapping[str, str] = MappingProxyType({"item": "用途", "amount": "金额"})
PART_ROW: Mapping[str, str] = MappingProxyType(
    {"label": "组成部分", "weight": "分值", "score": "得分"}
)
CLASS_ROW: Mapping[str, str] = MappingProxyType(
    {"name": "类别", "label": "表中名称", "weight": "分值合计", "score": "得分合计"}
)
ITEM_ROW: Mapping[str, str] = MappingProxyType(
    {
        "part": "所属部分（可合并）",
        "part_weight": "所属部分的分值（可合并）",
        "part_score": "所属部分的得分（可合并）",
        "name": "项",
        "weight": "分值",
        "standard": "评分标准",
        "answer": "所答或完成情况",
        "score": "得分",
        "reason": "扣分原因或说明",
    }
)
INDICATOR_ROW: Mapping[str, str] = MappingProxyType(
    {
        "number": "序号",
        "block": "空格，全部指标行合并成一格（放在“绩效指标”下面）",
        "shape": "行的样式：没有二级指标的为 flat，方案另有规定的照规定，其余为空；表样有几种行时用来选",
        "level1": "一级指标（可合并）",
        "level1_name": "一级指标的类别名，如“产出”（可合并）",
        "level1_label": "一级指标的名称，不带分值（可合并）",
        "level1_weight": "一级指标的分值合计（可合并）",
        "level1_score": "一级指标的得分合计（可合并）",
        "subtotal": "一级指标最后一行的类别名，别的行为空：后面印小计一行时用来选",
        "subtotal_side": "小计一行里与一级指标合并的空格",
        "level2": "二级指标（可合并）",
        "level2_name": "二级指标的类别名，如“数量”（可合并）",
        "level2_label": "二级指标的名称，不带分值（可合并）",
        "level2_weight": "二级指标的分值合计（可合并）",
        "level2_score": "二级指标的得分合计（可合并）",
        "name": "三级指标",
        "description": "绩效指标描述",
        "target": "年度指标值",
        "target_sign": "年度指标值的符号",
        "target_value": "年度指标值的数，或文字的指标值",
        "target_unit": "年度指标值的单位",
        "target_amount": "年度指标值的数和单位，不带符号",
        "target_signed": "年度指标值的符号和数，不带单位",
        "initial_target": "年初指标值：没有另写时为年度指标值",
        "initial_target_value": "年初指标值的数，或文字的指标值",
        "initial_target_amount": "年初指标值的数和单位，不带符号",
        "initial_target_signed": "年初指标值的符号和数，不带单位",
        "adjusted_target": "调整后的指标值：与年初的不同时才有",
        "adjusted_target_value": "调整后的指标值的数：与年初的不同时才有",
        "adjusted_target_amount": "调整后的指标值的数和单位：与年初的不同时才有",
        "adjusted_target_signed": "调整后的指标值的符号和数：与年初的不同时才有",
        "actual": "实际完成值",
        "actual_value": "实际完成值的数，或文字的完成值",
        "actual_unit": "实际完成值的单位",
        "actual_bare": "实际完成值，单位与指标值相同时不带单位",
        "done_rate": "完成率",
        "weight": "分值",
        "score": "得分（按类别合并计分时可合并）",
        "computed_score": "按公式计算的得分，没有扣减",
        "deduction": "另扣的分",
        "lost": "扣分：分值减得分",
        "reason": "偏差原因分析及改进措施",
        "basis": "指标值确定依据",
        "evidence": "佐证材料",
        "review_score": "复核分",
        "review_remark": "复核意见",
    }
)
ROWS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "funds": FUND_ROW,
        "free_funds": FUND_ROW,
        "breakdown": BREAKDOWN_ROW,
        "plan": PLAN_ROW,
        "uses": USE_ROW,
        "parts": PART_ROW,
        "indicators": INDICATOR_ROW,
        "class_sums": CLASS_ROW,
        "answers": ITEM_ROW,
    }
)
GOAL: Mapping[str, str] = MappingProxyType(
    {
        "block": "空格，全部目标的行合并成一格（放在“年度目标”后面）",
        "number": "第几个目标：1、2",
        "numeral": "第几个目标的汉字：一、二",
        "name": "目标名称",
        "weight": "分值",
        "score": "得分",
        "expected": "预期目标",
        "adjusted": "调整后的目标",
        "achieved": "实际完成情况",
        "reason": "偏差原因分析",
    }
)
CHANGE_ROW: Mapping[str, str] = MappingProxyType(
    {
        "unit": "填报文件夹",
        "label": "数据",
        "old": "原来",
        "new": "现在",
        "cause": "原因",
        "places": "出现在",
    }
)
