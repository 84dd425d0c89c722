"""Classes bear their points in brackets or without, and a heading may name the points with the class."""

import pytest

from tests.foreign import book, picture, read_word, understood

NAMES = ["产出指标", "数量指标", "社会效益指标", "满意度指标", "服务对象满意度", "成本指标"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("points", ["（50分）", "(50)", "50%", " 50%", "50分", "（50%）"])
def test_points_behind_a_class(name, points):
    word = book().classes.word(f"{name}{points}")
    assert word.name == name.removesuffix("指标")
    assert word.points == 50
    assert word.is_level1 or word.is_level2


@pytest.mark.parametrize("text", ["验收合格率100%", "清淤50%", "产出提高10%"])
def test_other_words_keep_their_figures(text):
    assert book().classes.word(text).name == text


@pytest.mark.parametrize("joint", ["及", "和", "、", "与"])
@pytest.mark.parametrize("points", ["权重", "分值"])
def test_a_heading_names_the_class_with_its_points(joint, points):
    rows = picture(f"""一级指标{joint}{points} | 二级指标{joint}{points} | 三级指标 | 指标目标 | 实际达到值 | 单项权重 | 单项得分
产出指标 50% | 数量指标 50% | 清淤长度 | ≥8公里 | 8公里 | 50 | 50
效益指标 40% | 社会效益指标 40% | 排涝能力 | 提升 | 提升 | 40 | 40
""")
    (subject,) = understood(read_word("2023年度项目支出绩效自评表", rows)).subjects
    read = [(r["class"], r["name"], r["weight"]) for r in subject.values["indicator"]]
    assert read == [("产出/数量", "清淤长度", 50), ("效益/社会效益", "排涝能力", 40)]


HEAD = "指标名称 | 目标值 | 完成值 | 分值 | 得分 | 原因"


@pytest.mark.parametrize("is_followed", [True, False])
def test_a_class_above_the_header_is_that_of_the_first_rows(is_followed):
    wide = " | <" * 5
    below = f"{HEAD}\n清淤长度 | 8公里 | 8公里 | 50 | 50 |\n效益（40分）{wide}\n受益人口 | 30人 | 30人 | 40 | 40 |"
    rows = picture(
        f"产出（50分）{wide}\n" + (below if is_followed else "联系人 | 张三 | < | < | < | <")
    )
    draft = understood(read_word("2023年度项目支出绩效自评表", [["项目名称", "河道清淤"]], rows))
    (subject,) = draft.subjects
    if is_followed:
        assert [r["class"] for r in subject.values["indicator"]] == ["产出", "效益"]
        assert subject.points == {"产出": 50, "效益": 40}
    else:
        (entry,) = [e for e in draft.accounts[0].entries if e.text == "产出（50分）"]
        assert entry.answer == "unread"
