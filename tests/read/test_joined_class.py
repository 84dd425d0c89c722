"""A class that stands with its parent in one cell is both, whatever stands between them."""

import pytest

from tests.foreign import book, picture, read_word, understood

HEADS = {
    "class": "指标类别 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分",
    "lower": "二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分",
}
CLASSES = [
    ("产出", "数量"),
    ("产出", "质量"),
    ("效益", "社会效益"),
    ("满意度", "服务对象满意度"),
    ("成本", "经济成本"),
]
SHAPES = [
    "{0}{1}",
    "{0}指标{1}指标",
    "{0}-{1}",
    "{0}—{1}",
    "{0}指标——{1}指标",
    "{0}/{1}",
    "{0}·{1}",
    "{0}：{1}",
    "{0}（{1}）",
    "{0}\\n{1}",
    "{0}指标 {1}指标",
    "1.{0}{1}指标",
]


def rows_of(head, text):
    rows = f"{head}\n{text} | 清淤长度 | ≥8公里 | 8公里 | 50 | 50\n{text} | 验收次数 | 2次 | 2次 | 40 | 40"
    (subject,) = understood(read_word("2023年度项目支出绩效自评表", picture(rows))).subjects
    return subject


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(("one", "two"), CLASSES)
def test_parent_and_child_in_one_cell(head, shape, one, two):
    subject = rows_of(HEADS[head], shape.format(one, two))
    assert [row["class"] for row in subject.values["indicator"]] == [f"{one}/{two}"] * 2


@pytest.mark.parametrize("shape", SHAPES)
def test_beside_the_column_of_the_parent(shape):
    cell = shape.format("效益", "社会效益")
    rows = picture(f"""一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
产出指标 | 数量指标 | 清淤长度 | ≥8公里 | 8公里 | 50 | 50
效益指标 | {cell} | 排涝能力 | 提升 | 提升 | 40 | 40
""")
    (subject,) = understood(read_word("2023年度项目支出绩效自评表", rows)).subjects
    assert [row["class"] for row in subject.values["indicator"]] == ["产出/数量", "效益/社会效益"]


def test_below_another_parent_both_words_are_one_name():
    rows = picture("""一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
绩效 | 产出数量 | 清淤长度 | ≥8公里 | 8公里 | 50 | 50
^ | 产出质量 | 验收合格率 | 100% | 100% | 40 | 40
""")
    (subject,) = understood(read_word("2023年度项目支出绩效自评表", rows)).subjects
    classes = [row["class"] for row in subject.values["indicator"]]
    assert classes == ["绩效/产出数量", "绩效/产出质量"]


def test_a_cell_over_both_columns_ends_the_class_above():
    rows = picture("""一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
产出指标 | 数量指标 | 清淤长度 | ≥8公里 | 8公里 | 50 | 50
产出指标 | < | 完工验收 | 2次 | 2次 | 20 | 20
效益社会效益 | < | 排涝能力 | 提升 | 提升 | 20 | 20
""")
    (subject,) = understood(read_word("2023年度项目支出绩效自评表", rows)).subjects
    assert [row["class"] for row in subject.values["indicator"]] == [
        "产出/数量",
        "产出",
        "效益/社会效益",
    ]


def test_points_belong_to_the_class_that_they_stand_behind():
    subject = rows_of(HEADS["lower"], "产出（60分）-数量（40分）")
    assert subject.points == {"产出": 60, "产出/数量": 40}


@pytest.mark.parametrize(
    "text", ["社会效益", "服务对象满意度", "产出指标（50分）", "产出数量多", "经济效益显著"]
)
def test_a_single_class_or_other_words_are_one(text):
    assert len(book().classes.words_in(text)) == 1
