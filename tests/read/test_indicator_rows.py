"""Rows below a header: indicators, classes alone, placeholders, parts, subtotals, notes, pages."""

import pytest

from tests.foreign import picture, read_excel, read_word, understood

HEAD = "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因"


def draft_of(*texts):
    tables = [picture(text.replace("HEAD", HEAD)) for text in texts]
    draft = understood(read_word(*tables))
    (account,) = draft.accounts
    return draft, draft.subjects[0], [e for e in account.entries if e.answer == "unread"]


def names(subject):
    return [(row["class"], row["name"]) for row in subject.values["indicator"]]


def test_a_table_goes_on_in_the_next_one_without_a_header():
    _, subject, unread = draft_of(
        """
    项目名称 | < | 河道保洁 | < | < | < | < | <
    HEAD
    产出指标 | 数量指标 | 保洁河长 | ≥30公里 | 31公里 | 30 | 30 |
    ^ | ^ | 清运次数 | ≥48次 | 50次 | 20 | 20 |
    """,
        """
     | 质量指标 | 水面洁净率 | ≥95% | 96% | 20 | 20 |
    效益指标 | 社会效益指标 | 投诉件数 | ≤5件 | 3件 | 20 | 20 |
    """,
    )
    assert names(subject) == [
        ("产出/数量", "保洁河长"),
        ("产出/数量", "清运次数"),
        ("产出/质量", "水面洁净率"),
        ("效益/社会效益", "投诉件数"),
    ]
    assert [row["weight"] for row in subject.values["indicator"]] == [30, 20, 20, 20]
    assert unread == []


def test_a_header_printed_again_on_the_next_page_is_no_row():
    _, subject, unread = draft_of("""
    项目名称 | < | 河道保洁 | < | < | < | < | <
    HEAD
    产出指标 | 数量指标 | 保洁河长 | ≥30公里 | 31公里 | 30 | 30 |
    HEAD
     | 质量指标 | 水面洁净率 | ≥95% | 96% | 20 | 20 |
    """)
    assert names(subject) == [("产出/数量", "保洁河长"), ("产出/质量", "水面洁净率")]
    assert unread == []


def test_a_header_printed_again_in_the_next_table_keeps_the_class():
    _, subject, _ = draft_of(
        """
    项目名称 | < | 河道保洁 | < | < | < | < | <
    HEAD
    产出指标 | 数量指标 | 保洁河长 | ≥30公里 | 31公里 | 30 | 30 |
    """,
        """
    HEAD
     | 质量指标 | 水面洁净率 | ≥95% | 96% | 20 | 20 |
    """,
    )
    assert names(subject)[1] == ("产出/质量", "水面洁净率")


def test_placeholders_and_classes_without_indicators_are_of_the_form():
    _, subject, unread = draft_of("""
    项目名称 | < | 河道保洁 | < | < | < | < | <
    HEAD
    产出指标 | 数量指标 | 指标1：保洁河长 | ≥30公里 | 31公里 | 30 | 30 |
    ^ | ^ | 指标2： |  |  |  |  |
    ^ | ^ | …… |  |  |  |  |
    ^ | 质量指标 | 指标1 |  |  |  |  | （100字以内）
    ^ | 时效指标 |  |  |  |  |  |
    效益指标 | 社会效益指标 | 投诉件数 | ≤5件 | 3件 | 20 | 20 |
    """)
    assert names(subject) == [("产出/数量", "保洁河长"), ("效益/社会效益", "投诉件数")]
    assert unread == []


def test_a_class_over_a_whole_row_holds_for_the_rows_below():
    _, subject, unread = draft_of("""
    项目名称 | < | 河道保洁 | < | <
    三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
    一、产出指标（50分） | < | < | < | <
    （一）数量指标 | < | < | < | <
    保洁河长 | ≥30公里 | 31公里 | 50 | 50
    二、满意度指标（10分） | < | < | < | <
    居民满意度 | ≥90% | 95% | 10 | 10
    """)
    assert names(subject) == [("产出/数量", "保洁河长"), ("满意度", "居民满意度")]
    assert subject.points == {"产出": 50, "满意度": 10}
    assert unread == []


def test_a_part_of_the_row_above_without_points_is_listed_and_no_indicator():
    _, subject, unread = draft_of("""
    项目名称 | < | 河道保洁 | < | < | < | < | <
    HEAD
    产出指标 | 数量指标 | 保洁河长 | ≥30公里 | 31公里 | 30 | 30 |
    ^ | ^ | 其中：主河 | ≥12公里 | 12公里 |  |  |
    ^ | 质量指标 | 水面洁净率 | ≥95% | 96% | 20 | 20 |
    """)
    assert [name for _, name in names(subject)] == ["保洁河长", "水面洁净率"]
    assert [e.text for e in unread] == ["其中：主河", "≥12公里", "12公里"]
    assert "分项" in unread[0].what


def test_a_subtotal_is_no_indicator():
    _, subject, unread = draft_of("""
    项目名称 | < | 河道保洁 | < | < | < | < | <
    HEAD
    产出指标 | 数量指标 | 保洁河长 | ≥30公里 | 31公里 | 30 | 30 |
    小计 | < | < | < | < | 30 | 30 |
    效益指标 | 社会效益指标 | 投诉件数 | ≤5件 | 3件 | 20 | 20 |
    """)
    assert [name for _, name in names(subject)] == ["保洁河长", "投诉件数"]
    assert [(e.text, e.what) for e in unread] == [("30", "小计没有对应的项")] * 2


def test_points_that_a_class_shares_are_points_of_the_class():
    _, subject, unread = draft_of("""
    项目名称 | < | 河道保洁 | < | < | < | < | <
    HEAD
    产出指标 | 数量指标 | 保洁河长 | ≥30公里 | 31公里 | 30 | 29 |
    ^ | ^ | 清运次数 | ≥48次 | 47次 | ^ | ^ |
    ^ | 质量指标 | 水面洁净率 | ≥95% | 96% | 20 | 20 |
    """)
    assert subject.values["shared-score"] == [
        {"class": "产出/数量", "weight": 30, "score": 29, "stated": {"score": 29}}
    ]
    assert [row.get("weight") for row in subject.values["indicator"]] == [None, None, 20]
    assert unread == []


def test_a_value_without_a_name_is_listed():
    _, subject, unread = draft_of("""
    项目名称 | < | 河道保洁 | < | < | < | < | <
    HEAD
    产出指标 | 数量指标 | 保洁河长 | ≥30公里 | 31公里 | 30 | 30 |
    ^ | 质量指标 |  | ≥95% | 96% | 20 | 20 |
    """)
    assert len(subject.values["indicator"]) == 1
    assert [e.text for e in unread] == ["≥95%", "96%", "20", "20"]


def test_a_column_that_nobody_understands_is_listed_cell_by_cell_and_kept_on_the_draft():
    draft, subject, unread = draft_of("""
    项目名称 | < | 河道保洁 | < | < | < | < | <
    一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 天气
    产出指标 | 数量指标 | 保洁河长 | ≥30公里 | 31公里 | 30 | 30 | 3级
    ^ | 质量指标 | 水面洁净率 | ≥95% | 96% | 20 | 20 | 5级
    """)
    assert [(e.text, e.what) for e in unread] == [
        ("3级", "“天气”一栏没有看懂"),
        ("5级", "“天气”一栏没有看懂"),
    ]
    (column,) = draft.unread_columns
    assert (column.heading, column.cells) == ("天气", 2)
    assert any("天气" in remark for remark in subject.remarks)


def test_every_decision_says_why():
    draft, _, _ = draft_of("""
    项目名称 | < | 河道保洁 | < | < | < | < | <
    一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 甲 | 得分 | 偏差原因
    产出指标 | 数量指标 | 保洁河长 | ≥30公里 | 31公里 | 30 | 30 |
    ^ | 质量指标 | 水面洁净率 | ≥95% | 96% | 20 | 20 |
    """)
    (band,) = draft.bands
    weight = band.as_data()["columns"][5]
    assert (weight["role"], weight["heading"]) == ("weight", "甲")
    assert set(weight["evidence"]) == {"words", "contents", "relations"}
    assert weight["runner-up"] != "weight"
    assert [row.kind for row in band.rows] == ["indicator", "indicator"]
    assert all(row.why for row in band.rows)


def test_an_unsure_column_is_said_to_be_unsure():
    draft, subject, _ = draft_of("""
    项目名称 | < | 河道保洁 | < | <
    一级指标 | 二级指标 | 三级指标 | 甲 | 乙
    产出指标 | 数量指标 | 保洁河长 | 30 | 30
    ^ | 质量指标 | 水面洁净率 | 20 | 20
    """)
    unsure = {c.strip.heading for band in draft.bands for c in band.unsure}
    said = {c.strip.heading for band in draft.bands for c in band.columns if c.role}
    for heading in unsure & said:
        assert any(heading in remark and "没有把握" in remark for remark in subject.remarks)
    assert unsure or not {"甲", "乙"} <= said


@pytest.mark.parametrize(
    ("sign", "target"),
    [("≥", "≥90%"), (">=", "≥90%"), ("大于等于", "≥90%"), ("=", "=90%"), ("≦", "≤90%")],
)
def test_a_sign_in_its_own_column_goes_into_the_target(sign, target):
    _, subject, unread = draft_of(f"""
    项目名称 | < | 河道保洁 | < | < | < | <
    一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 实际完成值
    产出指标 | 质量指标 | 水面洁净率 | {sign} | 90 | % | 95
    """)
    (row,) = subject.values["indicator"]
    assert (row["target"], row["actual"]) == (target, "95%")
    assert unread == []


def test_a_second_row_of_scores_under_one_heading_is_a_review():
    _, subject, unread = draft_of("""
    项目名称 | < | < | 河道保洁 | < | < | < | <
    一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值 | 分值 | 单位自评 | 财政审核
    ^ | ^ | ^ | ^ | ^ | ^ | 得分 | 得分
    产出指标 | 数量指标 | 保洁河长 | ≥30公里 | 31公里 | 30 | 30 | 28
    """)
    (row,) = subject.values["indicator"]
    assert (row["stated"]["score"], row["review"]["score"]) == (30, 28)
    assert unread == []


def test_a_field_below_the_rows_is_no_indicator():
    _, subject, _ = draft_of("""
    项目名称 | < | 河道保洁 | < | < | < | < | <
    HEAD
    产出指标 | 数量指标 | 保洁河长 | ≥30公里 | 31公里 | 30 | 30 |
    其他需要说明事项 | < | 下半年换了承包人。 | < | < | < | < | <
    """)
    assert [name for _, name in names(subject)] == ["保洁河长"]


def test_classes_that_a_sheet_does_not_merge_hold_for_blank_cells():
    form = picture(f"""
    项目名称 |  | 河道保洁 |  |  |  |  |
    {HEAD}
    产出指标 | 数量指标 | 保洁河长 | ≥30公里 | 31公里 | 30 | 30 |
     |  | 清运次数 | ≥48次 | 50次 | 20 | 20 |
     | 质量指标 | 水面洁净率 | ≥95% | 96% | 20 | 20 |
    """)
    (subject,) = understood(read_excel(form)).subjects
    assert [path for path, _ in names(subject)] == ["产出/数量", "产出/数量", "产出/质量"]
