"""The row of the total: points are a total, sums of money and of things counted are none."""

import pytest

from tests.foreign import picture, read_word, understood

FORM = """
项目名称 | 便民服务 | < | < | < | <
一级指标 | 二级指标 | 三级指标 | 指标值 | 分值 | 得分
产出 | 数量 | 服务人次 | 500人次 | 50 | 50
效益 | 社会 | 群众方便程度 | 提高 | 50 | 49.5
合计 | < | < | < | 100 | 99.5
"""
LIST = """
序号 | 用途 | {heading}
1 | 设备 | {one}
2 | 材料 | {other}
合计 | | {both}
"""


def total(heading, one, other, both):
    rows = LIST.format(heading=heading, one=one, other=other, both=both)
    draft = understood(read_word("2023年度项目支出绩效自评表", picture(FORM), picture(rows)))
    (subject,) = draft.subjects
    return subject.get(("stated", "total")), [c.keys for c in subject.conflicts]


@pytest.mark.parametrize(
    "heading",
    ["金额（元）", "支付金额（万元）", "金额", "发放人数（人）", "户数（户）", "数量（台）"],
)
def test_a_sum_of_money_or_of_things_is_no_second_total(heading):
    found, conflicts = total(heading, "300", "260", "560")
    assert (str(found), conflicts) == ("99.5", [])


def test_points_of_a_second_list_are():
    assert total("得分", "50", "48", "98")[1] == [("stated", "total")]
    assert total("得分（分）", "50", "48", "98")[1] == [("stated", "total")]


SHIFTED = """
项目名称 | 便民服务 | < | < | < | < | <
一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分
产出 | 数量 | 服务人次 | 500人次 | 500人次 | 50 | 50
效益 | 社会 | 群众方便程度 | 提高 | 提高 | 50 | 49.5
合计 | < | < | < | 100 | {score} | {behind}
"""


@pytest.mark.parametrize(
    ("score", "behind", "found"),
    [
        ("99.5", "自评等级：", "99.5"),
        ("100", "自评等级：", "None"),  # the weight, and no score
        ("101", "自评等级：", "None"),
        ("100", "99.5", "99.5"),
    ],
)
def test_a_hundred_and_a_score_may_stand_left_of_their_columns(score, behind, found):
    rows = SHIFTED.format(score=score, behind=behind)
    (subject,) = understood(read_word("2023年度项目支出绩效自评表", picture(rows))).subjects
    assert str(subject.get(("stated", "total"))) == found


SOURCES = """
项目名称 | 便民服务 | < | < | < | < | <
一级指标 | 二级指标 | 三级指标 | 指标值 | 分值 | 得分 | 出处
产出 | 数量 | 服务人次 | 500人次 | 50 | 50 | 台账
效益 | 社会 | 群众方便程度 | 提高 | 50 | 49.5 | 报表
合计 | < | < | < | 100 | 99.5 | {word}
"""


@pytest.mark.parametrize(
    ("word", "found"), [("优", "优"), ("优良", "优良"), ("台账", None), ("附件2", None)]
)
def test_a_word_without_a_label_is_a_grade_where_it_looks_like_one(word, found):
    rows = SOURCES.format(word=word)
    (subject,) = understood(read_word("2023年度项目支出绩效自评表", picture(rows))).subjects
    assert subject.get(("stated", "grade")) == found


@pytest.mark.parametrize(("grade", "is_read"), [("优秀等次", True), ("优秀等次以", False)])
def test_a_grade_beside_the_total_has_four_signs(grade, is_read):
    form = FORM.replace("合计 | < | < | < | 100 | 99.5", f"合计 | < | {grade} | < | 100 | 99.5")
    (subject,) = understood(read_word("2023年度项目支出绩效自评表", picture(form))).subjects
    assert (subject.get(("stated", "grade")) == grade) is is_read
