"""A workspace with a form of its own: declarations, scheme, and a Word template from a picture with tags."""

from pathlib import Path

from generator.load.packaged import packaged_templates
from tests.foreign import picture, word_bytes

FORM = """
id = "county-form"

[[field]]
key = "项目负责人"
kind = "person"
role = "负责人"
required = true

[[field]]
key = "联系电话"
kind = "phone"

[[field]]
key = "评价方式"
kind = "choice"
options = ["单位自评", "第三方评价"]

[[field]]
key = "公开渠道"
kind = "choice"
several = true
options = ["门户网站", "公告栏", "报纸"]

[[field]]
key = "是否公开"
kind = "yes-no"

[[field]]
key = "受益人数"
kind = "number"
unit = "人"

[[field]]
key = "填表日期"
kind = "date"

[[field]]
key = "财政资金"
kind = "amount"
places = 2

[[field]]
key = "自筹资金"
kind = "amount"
places = 2

[[field]]
key = "资金合计"
kind = "amount"
places = 2
sum-of = ["财政资金", "自筹资金"]

[[field]]
key = "评价结论"
kind = "prose"
longest = 40

[[table]]
key = "三公经费"
corner = "费用"
total = "合计"

[[table.row]]
title = "公务接待费"

[[table.row]]
title = "公务用车费"
sum-of = ["购置费", "运行费"]

[[table.row]]
title = "购置费"

[[table.row]]
title = "运行费"
fixed = { "依据" = "厉行节约条例" }

[[table.column]]
key = "预算"
title = "预算安排"
kind = "amount"
sum = true

[[table.column]]
key = "支出"
title = "实际支出"
kind = "amount"
sum = true

[[table.column]]
key = "依据"
title = "编列依据"

[[table]]
key = "设备清单"
total = "总计"

[[table.column]]
key = "顺序"
kind = "serial"

[[table.column]]
key = "设备"
title = "设备名称"

[[table.column]]
key = "台数"
kind = "number"
unit = "台"
sum = true

[[table.column]]
key = "到货"
title = "到货日期"
kind = "date"
style = "-"

[[indicator-field]]
key = "评分标准"
"""

HEAD = """
项目名称 | {{ form.name }} | < | <
项目负责人 | {{ field("负责人") }} | 联系电话 | {{ field("联系电话") }}
评价方式 | {{ choice("评价方式") }} | 公开渠道 | {{ choice("公开渠道") }}
是否公开 | {{ choice("是否公开")["是"] }}是　{{ choice("是否公开")["否"] }}否 | 受益人数（人） | {{ field("受益人数") }}
财政资金（万元） | {{ field("财政资金") }} | 自筹资金（万元） | {{ field("自筹资金") }}
资金合计（万元） | {{ field("资金合计") }} | 填表日期 | {{ field("填表日期") }}
评价结论 | {{ field("评价结论") }} | < | <
"""
COSTS = """
费用 | 预算安排 | 实际支出 | 编列依据
{%tr for row in table("三公经费") %} | | |
{{ row.label }} | {{ row["预算"] }} | {{ row["支出"] }} | {{ row["依据"] }}
{%tr endfor %} | | |
{{ table("三公经费").total.label }} | {{ table("三公经费").total["预算"] }} | {{ table("三公经费").total["支出"] }} |
"""
LIST = """
顺序 | 设备名称 | 台数 | 到货日期
{%tr for row in table("设备清单") %} | | |
{{ row["顺序"] }} | {{ row["设备"] }} | {{ row["台数"] }} | {{ row["到货"] }}
{%tr endfor %} | | |
总计 | | {{ table("设备清单").total["台数"] }} |
"""
INDICATORS = """
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 评分标准
{%tr for row in rows.indicators %} | | | | | | |
{{ row.level1｜merge }} | {{ row.level2｜merge }} | {{ row.name }} | {{ row.target }} | {{ row.actual }} | {{ row.weight }} | {{ row.score }} | {{ row.field["评分标准"] }}
{%tr endfor %} | | | | | | |
"""
TEMPLATE = ("{{ title }}", HEAD, COSTS, LIST, INDICATORS)

VALUES = """
[fields]
"项目负责人" = "李某"
"联系电话" = "0731-12345678"
"评价方式" = "第三方评价"
"公开渠道" = ["门户网站", "报纸"]
"是否公开" = true
"受益人数" = 1200
"填表日期" = 2024-03-05
"财政资金" = 80
"自筹资金" = 15.5
"评价结论" = "支出{{ funds.spent }}，目标基本实现。"

[tables."三公经费"]
"公务接待费" = { "预算" = 2, "支出" = 1.5, "依据" = "上年数" }
"购置费" = { "预算" = 10, "支出" = 9.5 }
"运行费" = { "预算" = 3, "支出" = 2.25 }

[[tables."设备清单"]]
"设备" = "自助借还机"
"台数" = 2
"到货" = 2023-06-01

[[tables."设备清单"]]
"设备" = "书架"
"台数" = 30
"""


def scheme_text(**change: str) -> str:
    """Return the national scheme with one document: a form with items of its own."""
    text = (packaged_templates() / "schemes" / "mof-2020.toml").read_text("utf-8")
    head, _, _ = text.partition("[[document]]")
    head = head.replace('id = "mof-2020"', 'id = "county-2020"', 1)
    document = """[[document]]
id = "form"
title = "某县项目绩效自评表"
template = "county-form.docx"
for = "project"
signed = false
form = "county-form"
basis = "form"

[[document]]
id = "goals"
title = "项目支出绩效目标表"
template = "goal-table.docx"
for = "project"
stage = "goals"
basis = "derived"
"""
    for old, new in change.items():
        document = document.replace(old, new)
    return head + document


def own_workspace(
    root: Path, form: str = FORM, template: tuple[str, ...] = TEMPLATE, scheme: str = ""
) -> Path:
    """Write scheme, form and template into the templates of a workspace."""
    files = {
        "schemes/county-2020.toml": (scheme or scheme_text()).encode(),
        "forms/county-form.toml": form.encode(),
        "docx/county-form.docx": word_bytes(
            *(picture(part) if "|" in part else part for part in template)
        ),
    }
    for name, data in files.items():
        path = root / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return root / "templates"
