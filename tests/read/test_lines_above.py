"""Lines above a form: amounts, the rate and the year are read as in its cells."""

import pytest

from tests.foreign import picture, read_word, understood

FORM = picture("""指标名称 | 目标值 | 完成值 | 分值 | 得分
清淤长度 | 8公里 | 8公里 | 50 | 50""")


def read(*lines):
    (subject,) = understood(read_word("项目支出绩效自评表（2023年度）", *lines, FORM)).subjects
    return subject.values["funds"]


@pytest.mark.parametrize("name", [(), ("项目名称：河道清淤",)])
@pytest.mark.parametrize(
    ("lines", "unit", "initial", "budget"),
    [
        (["年初预算数：112.5万元　　全年预算数：118万元"], "万元", "112.5", 118),
        (["年初预算数：112.5", "全年预算数：118"], "万元", "112.5", 118),
        (["年初预算数（元）：1125", "全年预算数（元）：1180"], "元", "1125", 1180),
        (["金额单位：元", "年初预算数：1125　　全年预算数：1180"], "元", "1125", 1180),
        (["金额单位：元", "年初预算数：1125　　全年预算数：1万元"], "元", "1125", 10000),
        (["年初预算数：1.125百万元", "全年预算数：1.18百万元"], "万元", "112.5", 118),
    ],
)
def test_amounts_are_the_money(name, lines, unit, initial, budget):
    funds = read(*name, *lines, "执行率：98.95%")
    assert funds.get("unit", "万元") == unit
    assert f"{funds['initial'].normalize():f}" == initial
    assert funds["budget"] == budget
    assert f"{funds['stated']['rate']}" == "98.95"


@pytest.mark.parametrize(
    "line",
    [
        "填报部门：某县水利局　　评价年度：2022",
        "评价年度：2022年",
        "预算年度：2022年度",
        "（2022年度）　　　　　　　单位：万元",
        "2022年度     金额单位：元",
        "填报部门：某县水利局　　（ 2022 年度）　　单位：万元",
    ],
)
def test_the_year_of_a_line(line):
    draft = understood(read_word("项目支出绩效自评表", line, FORM))
    assert draft.year == 2022


@pytest.mark.parametrize(
    ("said", "grade"), [("优秀等次以上", "优秀等次以上"), ("优秀等次及以上", None)]
)
def test_a_grade_has_six_signs(said, grade):
    draft = understood(read_word("项目支出绩效自评表（2023年度）", f"自评等级：{said}", FORM))
    (subject,) = draft.subjects
    assert subject.get(("stated", "grade")) == grade
