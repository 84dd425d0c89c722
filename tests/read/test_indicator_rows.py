"""Rows below a header: indicators, classes alone, placeholders, parts, subtotals, notes, pages."""

import pytest

from generator.load.label_packs import load_labels
from generator.load.packs import find_packs
from generator.model.labels import ColumnLabel, Labels, SignLabel
from generator.model.units import Units
from generator.read.label_book import LabelBook
from generator.read.whole_document import recognise
from tests.foreign import picture, read_excel, read_word, understood

HEAD = "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因"


def draft_of(*texts):
    tables = [picture(text.replace("HEAD", HEAD)) for text in texts]
    draft = understood(read_word(*tables))
    (account,) = draft.accounts
    return draft, draft.subjects[0], [e for e in account.entries if e.answer == "unread"]


def book_labels() -> Labels:
    return load_labels(find_packs(None))[0]


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


def test_the_fourth_level_names_the_indicators_where_there_is_one():
    _, subject, unread = draft_of("""
    项目名称 | < | < | 河道保洁 | < | < | <
    一级指标 | 二级指标 | 三级指标 | 四级指标 | 目标值 | 完成值 | 得分
    产出 | 数量 | 保洁数量 | 保洁河长 | 30公里 | 31公里 | 30
    ^ | ^ | ^ | 清运次数 | 48次 | 50次 | 20
    """)
    assert [name for _, name in names(subject)] == ["保洁河长", "清运次数"]
    assert [(e.text, e.what) for e in unread] == [("保洁数量", "“三级指标”没有对应的项")]


def test_a_total_with_classes_below_it_is_a_subtotal():
    _, subject, unread = draft_of("""
    项目名称 | < | 河道保洁 | < | < | < | < | <
    HEAD
    产出指标 | 数量指标 | 保洁河长 | ≥30公里 | 31公里 | 30 | 30 |
    合计 | < | < | < | < | 30 | 30 |
    效益指标 | 社会效益指标 | 投诉件数 | ≤5件 | 3件 | 20 | 19 |
    总分 | < | < | < | < | 50 | 49 |
    """)
    assert [name for _, name in names(subject)] == ["保洁河长", "投诉件数"]
    assert subject.values["stated"] == {"weight": 50, "total": 49}
    assert [e.text for e in unread] == ["30", "30"]


def test_points_behind_every_name_are_the_weights():
    _, subject, _ = draft_of("""
    项目名称 | < | 河道保洁 | < | < | <
    一级指标 | 二级指标 | 三级指标 | 目标值 | 完成值 | 得分
    产出指标（50分） | 数量指标（30分） | 保洁河长（30分） | 30公里 | 31公里 | 30
    ^ | 质量指标（20分） | 水面洁净率（20分） | 95% | 96% | 20
    """)
    assert [row["weight"] for row in subject.values["indicator"]] == [30, 20]
    assert subject.points == {"产出": 50, "产出/数量": 30, "产出/质量": 20}


def test_target_and_actual_may_each_have_a_column_of_units():
    _, subject, unread = draft_of("""
    项目名称 | < | < | 河道保洁 | < | < | < | < | <
    一级指标 | 二级指标 | 三级指标 | 年初指标值 | < | 全年完成值 | < | 分值 | 得分
    ^ | ^ | ^ | 数值 | 单位 | 数值 | 单位 | ^ | ^
    产出指标 | 数量指标 | 保洁河长 | 30 | 公里 | 31 | 公里 | 30 | 30
    ^ | 质量指标 | 水面洁净率 | 95 | % | 96 | % | 20 | 20
    """)
    assert [(row["target"], row["actual"]) for row in subject.values["indicator"]] == [
        ("30公里", "31公里"),
        ("95%", "96%"),
    ]
    assert unread == []


def test_rows_without_any_header_are_read_and_said_to_be_unsure():
    draft, subject, unread = draft_of("""
    项目名称 | < | 河道保洁 | < | < | < | <
    产出指标 | 数量指标 | 保洁河长 | ≥30公里 | 31公里 | 30 | 30
    ^ | 质量指标 | 水面洁净率 | ≥95% | 96% | 20 | 18
    满意度指标 | 满意度指标 | 居民满意度 | ≥90% | 95% | 10 | 10
    """)
    assert [row["weight"] for row in subject.values["indicator"]] == [30, 20, 10]
    assert all(not column.is_sure for column in draft.bands[0].columns)
    assert any("没有把握" in remark for remark in subject.remarks)
    assert unread == []


def test_an_indicator_whose_name_covers_the_second_level_is_one():
    _, subject, unread = draft_of("""
    项目名称 | < | 河道保洁 | < | < | < | < | <
    HEAD
    产出指标 | 数量指标 | 保洁河长 | ≥30公里 | 31公里 | 30 | 30 |
    满意度指标 | 沿河居民评价 | < | ≥90% | 95% | 10 | 10 |
    """)
    assert names(subject)[1] == ("满意度", "沿河居民评价")
    assert unread == []


def test_a_ticked_word_is_the_value():
    _, subject, _ = draft_of("""
    项目名称 | < | 河道保洁 | < | < | < | < | <
    HEAD
    产出指标 | 数量指标 | 管护制度 | 建立 | ☑建立 □未建立 | 30 | 30 |
    """)
    assert subject.values["indicator"][0]["actual"] == "建立"


def test_words_of_a_users_folder_name_columns_and_signs():
    labels = Labels(
        label=book_labels().label,
        column=(ColumnLabel(role="target", words=("盼头",)), *book_labels().column),
        sign=(SignLabel(sign="≥", words=("起码",)), *book_labels().sign),
        phrase=book_labels().phrase,
        class_=book_labels().class_,
    )
    form = picture("""
    项目名称 | < | 河道保洁 | < | <
    一级指标 | 二级指标 | 三级指标 | 指标性质 | 盼头
    产出指标 | 数量指标 | 保洁河长 | 起码 | 30公里
    """)
    (subject,) = recognise(read_word(form), LabelBook(labels, Units()), frozenset()).subjects
    assert subject.values["indicator"][0]["target"] == "≥30公里"


def test_a_row_of_letters_under_the_headings_is_of_the_form():
    _, subject, unread = draft_of("""
    项目名称 | < | 河道保洁 | < | < | < | < | <
    HEAD
     |  |  | （1） | （2） | A | B |
    产出指标 | 数量指标 | 保洁河长 | ≥30公里 | 31公里 | 30 | 30 |
    """)
    assert len(subject.values["indicator"]) == 1
    assert unread == []


def test_one_heading_over_two_columns_of_classes_is_of_both():
    _, subject, unread = draft_of("""
    项目名称 | < | < | 河道保洁 | < | < | <
    指标类别 | < | 绩效指标 | 目标值 | 权重 | 实际完成值 | 自评分
    投入目标 | 投入管理 | 预算执行率 | 100% | 6 | 94% | 4.2
    产出目标 | 数量 | 保洁河长 | 30公里 | 3.71 | 31公里 | 3.71
    """)
    assert [path for path, _ in names(subject)] == ["投入/投入管理", "产出/数量"]
    assert unread == []
