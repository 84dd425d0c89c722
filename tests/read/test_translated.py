"""A label with its translation is the label; nothing else is taken for one."""

import pytest

from generator.read.translated import native
from tests.foreign import NATIONAL, book, read_word, understood

ENGLISH = {
    "项目名称": "Project name",
    "主管部门": "Authority",
    "实施单位": "Implementing unit",
    "年初预算数": "Initial budget",
    "全年预算数": "Annual Budget",
    "全年执行数": "Expenditure",
    "执行率": "Rate",
    "年度资金总额": "Total funds",
    "年度总体目标": "Annual goal",
    "预期目标": "Expected",
    "实际完成情况": "Actual completion",
    "绩效指标": "Indicators",
    "一级指标": "Level 1",
    "二级指标": "Level 2",
    "三级指标": "Level 3",
    "年度指标值": "TARGET",
    "实际完成值": "Actual value",
    "分值": "Weight",
    "得分": "Score",
    "偏差原因分析及改进措施": "Reasons & measures",
    "产出指标（50分）": "Output",
    "数量指标": "Quantity",
    "时效指标": "Timeliness",
    "总分": "TOTAL",
}
WAYS = {
    "before": "{en} {zh}",
    "behind": "{zh} {en}",
    "below": "{zh}\n{en}",
    "above": "{en}\n{zh}",
    "slash": "{zh}/{en}",
    "wide slash": "{en} ／ {zh}",
    "glued": "{zh}{en}",
    "brackets": "{zh}（{en}）",
}


def values(rows):
    (subject,) = understood(read_word("2023年度项目支出绩效自评表", rows)).subjects
    return subject.values


@pytest.mark.parametrize("way", WAYS)
def test_a_form_in_two_languages_gives_the_same_values(way):
    def told(cell):
        return WAYS[way].format(zh=cell, en=ENGLISH[cell]) if cell in ENGLISH else cell

    assert values([[told(cell) for cell in row] for row in NATIONAL]) == values(NATIONAL)


@pytest.mark.parametrize(
    "text", ["GDP指标", "PPP项目名称", "APP得分", "IT单位", "5G基站数", "预算"]
)
def test_an_abbreviation_is_no_translation(text):
    assert native(text) == text


@pytest.mark.parametrize("text", ["图书馆Library主楼", "Library", "得分Score评分"])
def test_words_on_both_sides_are_no_label_with_a_translation(text):
    assert native(text) == text


def test_the_role_is_that_of_the_label():
    assert book().role("项目名称 Project name") == "project-name"
    assert book().role("Library") == ""
