"""Lines of a form outside its tables."""

import pytest

from tests.foreign import picture, word_bytes

TABLE = """
    项目名称 | | 购买方式 |
    一级指标 | 二级指标 | 三级指标 | 目标值
    产出 | 数量 | |
    效益 | 社会效益 | |
"""


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("填报单位（盖章）：　　2023年度　　单位：万元", ["form.unit", "form.year"]),
        ("填报单位（盖章）：　　　　2023年度", ["form.unit", "form.year"]),
        ("填报单位：　　　　2023年", ["form.unit", "form.year"]),
        ("实施期限：2023年度　　填报单位：", ['field("实施期限")', "form.unit"]),
    ],
)
def test_a_year_behind_the_blank_of_a_name_is_the_year_of_the_form(line, tags, planned):
    plan = planned(word_bytes("政府购买服务项目绩效自评表", line, picture(TABLE)))
    said = sorted(e.text.strip("{ }") for e in plan.edits if not e.place.table)
    assert said == sorted(tags)
