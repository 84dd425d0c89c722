"""Clean documents from which the cases of an audit differ by a few words."""

from tests.foreign import NATIONAL_HEAD, Part, picture

FORM = f"""{NATIONAL_HEAD}^ | 丰富馆藏，方便群众借阅。 | < | < | < | 购置图书20500册，读者反映良好。 | < | < | <
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
^ | 产出指标（50分） | 数量指标 | 购书册数 | ≥20000册 | 20500册 | 20 | 20 |
^ | ^ | 质量指标 | 图书验收合格率 | ≥98% | 99% | 15 | 15 |
^ | ^ | 时效指标 | 上架及时率 | 100% | 100% | 5 | 5 |
^ | ^ | 成本指标 | 图书平均单价 | ≤50元 | 46元 | 10 | 10 |
^ | 效益指标（30分） | 社会效益指标 | 到馆人次增长率 | ≥10% | 8% | 30 | 24 | 新馆推迟开放，下年度延长开放时间。
^ | 满意度指标（10分） | 服务对象满意度指标 | 读者满意度 | ≥90% | 93% | 10 | 10 |
总分 | < | < | < | < | < | 100 | 93.5 |
"""

REPORT = (
    "某县图书馆2023年图书购置绩效自评报告",
    "一、项目基本情况",
    "本项目为全县读者购置纸质图书和有声读物，方便群众就近借阅。",
    "二、绩效自评工作开展情况",
    "成立自评工作组，对照年初绩效目标逐项核对，形成自评结论。",
    "三、综合评价结论",
    "经自评，项目得分为93.5分，评价等级为“优”。",
    "四、绩效目标实现情况分析",
    "（一）项目资金情况分析",
    "项目全年预算数100万元，全年执行数95万元，预算执行率95%。",
    "（二）绩效指标完成情况分析",
    "购书册数20500册，其中少儿图书5125册，占25%。新增服务点3个：东街、西街、南街。",
    "五、存在的问题和改进措施",
    "到馆人次增长偏慢，主要是新馆推迟开放，下年度将延长开放时间。",
    "六、绩效自评结果应用",
    "自评结果作为下年度预算安排的依据，并在政府网站公开。",
    "附件：图书购置项目支出绩效自评表",
    "某县图书馆",
    "2024年3月1日",
)

OTHER = """
项目名称 | < | 道路养护 | < | < | < | < | < | <
主管部门 | < | 某县文化局 | < | 实施单位 | < | 某县图书馆 | < | <
项目资金\\n（万元） |  | < | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
^ | 年度资金总额 | < | 40 | 40 | 40 | 10 | 100% | 10
年度总体目标 | 预期目标 | < | < | < | 实际完成情况 | < | < | <
^ | 馆前道路平整通畅。 | < | < | < | 养护道路3公里，通行顺畅。 | < | < | <
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
^ | 产出指标（50分） | 数量指标 | 养护里程 | ≥3公里 | 3公里 | 20 | 20 |
^ | ^ | 质量指标 | 路面完好率 | ≥95% | 96% | 15 | 15 |
^ | ^ | 时效指标 | 养护及时率 | 100% | 100% | 15 | 15 |
^ | 效益指标（30分） | 社会效益指标 | 交通事故下降率 | ≥5% | 6% | 30 | 30 |
^ | 满意度指标（10分） | 服务对象满意度指标 | 行人满意度 | ≥90% | 95% | 10 | 10 |
总分 | < | < | < | < | < | 100 | 100 |
"""
NOTE = "注：金额单位为万元，保留两位小数；执行率等于全年执行数除以全年预算数。"
TITLE = "2023年度项目支出绩效自评表"


def form(changes=()) -> list[Part]:
    """Return the form; every change must meet something."""
    return [TITLE, picture(_changed(FORM, changes))]


def report(changes=()) -> list[Part]:
    """Return the report with its form attached."""
    text = _changed("\n".join(REPORT), [c for c in changes if c[0] in "\n".join(REPORT)])
    rest = [c for c in changes if c[0] not in "\n".join(REPORT)]
    return [*text.split("\n"), TITLE, picture(_changed(FORM, rest))]


def pair(changes=()) -> list[Part]:
    """Return the forms of two unlike projects, each with its note."""
    text = _changed(f"{FORM}\f{OTHER}\f{NOTE}\f{NOTE}", changes)
    first, second, one, other = text.split("\f")
    return [TITLE, picture(first), one, TITLE, picture(second), other]


def _changed(text: str, changes) -> str:
    for old, new in changes:
        assert old in text, f"nothing says {old}"
        text = text.replace(old, new)
    return text


BASES = {"form": form, "report": report, "pair": pair}
