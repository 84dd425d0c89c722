"""Layouts of forms with a trap each: what was lost, wrong or taken for something else."""

import pytest

from tests.foreign import picture, read_excel, read_word, understood

BESIDE = """
项目支出绩效自评表（2023年度） | < | < | < |  | 项目支出绩效自评表（2023年度） | < | < | <
项目名称 | 饮水安全 | < | < |  | 项目名称 | 厕所改造 | < | <
实施单位 | 某县水务局 | < | < |  | 实施单位 | 某县农业局 | < | <
三级指标 | 指标值 | 完成值 | 得分 |  | 三级指标 | 指标值 | 完成值 | 得分
新建水厂 | 2座 | 2座 | 50 |  | 改造户数 | 300户 | 310户 | 60
受益人口 | 8000人 | 8200人 | 40 |  | 满意度 | 90% | 92% | 30
"""


def unread(draft):
    return [e.text for a in draft.accounts for e in a.entries if e.answer == "unread"]


def form(*rows, title="2023年度项目支出绩效自评表"):
    return understood(read_word(title, picture("\n".join(rows))))


@pytest.mark.parametrize("read", [read_word, read_excel])
@pytest.mark.parametrize("is_apart", [True, False])
def test_two_forms_side_by_side_are_two(read, is_apart):
    rows = [row if is_apart else row[:4] + row[5:] for row in picture(BESIDE)]
    draft = understood(read(rows))
    found = [
        (s.name, s.get(("project", "implementer")), [r["name"] for r in s.values["indicator"]])
        for s in draft.subjects
    ]
    assert found == [
        ("饮水安全", "某县水务局", ["新建水厂", "受益人口"]),
        ("厕所改造", "某县农业局", ["改造户数", "满意度"]),
    ]
    at = draft.subjects[1].places["indicator", 0, "name"]
    assert (at.column or " ABCDEF".index(at.cell[:1])) == (6 if is_apart else 5)
    assert unread(draft) == []


def test_an_opinion_of_the_authority_is_not_its_name():
    draft = form(
        "项目名称 | 妇女创业 | < | < | <",
        "三级指标 | 指标值 | 完成值 | 分值 | 得分",
        "扶持人数 | ≥80人 | 82人 | 40 | 40",
        "主管部门意见 | 同意自评结果。 | < | < | <",
    )
    (subject,) = draft.subjects
    assert subject.values["fields"] == {"主管部门意见": "同意自评结果。"}


def test_a_sentence_under_a_conclusion_is_no_grade():
    draft = form("项目名称 | 校舍维修", "自评结论 | 项目按期完成，自评得分92分，等级为优。")
    (subject,) = draft.subjects
    assert subject.get(("stated", "grade")) is None
    assert subject.get(("stated", "narrative", "grade")) == "优"
    assert subject.values["fields"]["自评结论"].startswith("项目按期完成")


def test_a_computed_score_beside_the_own_one_leaves_it_its_place():
    draft = form(
        "项目名称 | 技能培训 | < | < | < | < | <",
        "三级指标 | 指标值 | 完成值 | 分值 | 系统得分 | 扣分 | 自评得分",
        "培训人数 | ≥600人 | 900人 | 60 | 60 | 2 | 58",
        "取证率 | ≥80% | 82% | 40 | 40 | 0 | 40",
    )
    rows = draft.subjects[0].values["indicator"]
    assert [(row["stated"]["score"], "review" in row) for row in rows] == [(58, False), (40, False)]


def test_the_number_of_a_form_is_no_label():
    draft = form(
        "公开14表 | 金额单位：元",
        "项目名称 | 动物防疫",
        "年初预算 | 500000",
        title="项目支出绩效自评表",
    )
    (subject,) = draft.subjects
    assert "fields" not in subject.values
    assert subject.values["funds"]["unit"] == "元"


def test_a_reason_in_a_list_of_projects_is_kept():
    rows = """
    序号 | 项目名称 | 预算数 | 执行数 | 自评得分 | 等级 | 未完成原因
    1 | 村医补助 | 120 | 118 | 98.5 | 优 |
    2 | 设备购置 | 300 | 240 | 88 | 良 | 招标流标
    """
    draft = understood(read_word("2023年度项目绩效自评汇总表", picture(rows)))
    assert draft.subjects[1].values["fields"] == {"未完成原因": "招标流标"}
    assert unread(draft) == []


def test_short_headings_and_a_text_below_a_heading_are_read():
    draft = form(
        "项目名称 | 系统运维 | < | <",
        "一、指标 | < | < | <",
        "指标 | 计划 | 完成 | 得分",
        "运维系统 | 4个 | 4个 | 60",
        "可用率 | ≥99.5% | 99.7% | 40",
        "二、问题和建议 | < | < | <",
        "培训不足，建议增加场次。 | < | < | <",
    )
    (subject,) = draft.subjects
    assert [row["actual"] for row in subject.values["indicator"]] == ["4个", "99.7%"]
    assert subject.values["fields"] == {"问题和建议": "培训不足，建议增加场次。"}
    assert unread(draft) == []


def test_a_goal_that_says_once_more_what_it_is_loses_the_words_of_the_form():
    draft = form("项目名称 | 校舍维修", "年度总体目标 | 年初目标：维修校舍12栋。")
    assert draft.subjects[0].values["goal"]["expected"] == "维修校舍12栋。"


def test_a_grade_in_brackets_is_a_grade():
    draft = form(
        "项目名称 | 动物防疫 | < | < | < | <",
        "三级指标 | 指标值 | 完成值 | 分值 | 得分 | 说明",
        "免疫头数 | 12万头 | 13万头 | 100 | 100 |",
        "总分 | < | < | 100 | 100 | （自评等级：优）",
    )
    assert draft.subjects[0].values["stated"]["grade"] == "优"


@pytest.mark.parametrize(
    ("line", "unit", "left"),
    [
        ("项目名称：渔港维修　　　单位：某市海洋局", "某市海洋局", []),
        ("填报单位：某市海洋局　　　单位：万元", "某市海洋局", []),
        ("填报单位：某市海洋局　　填报日期：    年   月   日", "某市海洋局", []),
        ("填报单位：某市海洋局　　　联系甲方：钱某", "某市海洋局", ["联系甲方：钱某"]),
    ],
)
def test_every_part_of_a_line_above_a_form_is_read_or_listed(line, unit, left):
    rows = [["项目名称", "渔港维修"], ["年初预算", "20"]]
    draft = understood(read_word("2023年度项目支出绩效自评表", line, rows))
    assert draft.unit["name"] == unit
    assert [u.quote for u in draft.unplaced] == left
    assert "fields" not in draft.subjects[0].values


def test_numbers_of_goals_are_no_fields():
    draft = form(
        "项目名称 | 林区防火 | < | <",
        "年度目标 | 序号 | 预期目标 | 完成情况",
        "^ | 1 | 巡护500公里 | 巡护480公里",
        "^ | 2 | 培训60人 | 培训62人",
    )
    (subject,) = draft.subjects
    assert [goal["expected"] for goal in subject.values["goals"]] == ["巡护500公里", "培训60人"]
    assert "fields" not in subject.values
    assert unread(draft) == []


def test_a_year_above_the_date_of_a_form_signs_nothing():
    rows = [["项目名称", "渔港维修"], ["年初预算", "20"]]
    draft = understood(
        read_word("绩效目标自评表", "（2022年度）", "填报日期：2022年12月30日", rows)
    )
    assert (
        "name"
        not in understood(read_word("绩效自评表", "（2022年度）", "2022年12月30日", rows)).unit
    )
    assert draft.year == 2022


def test_a_table_of_monitoring_has_months_in_its_heading():
    draft = form(
        "项目名称 | 文化广场 | < | < | < | <",
        "三级指标 | 年度指标值 | 1-6月执行情况 | 全年预计完成情况 | 完成可能性 | 偏差原因",
        "建成广场 | 12个 | 5个 | 12个 | 确定能 | ",
        "培训管理员 | 24人 | 8人 | 20人 | 可能性较小 | 招聘不足",
        title="2023年度项目绩效运行监控表",
    )
    (subject,) = draft.subjects
    rows = subject.values["indicator"]
    assert [(r["target"], r["actual"]) for r in rows] == [("12个", "5个"), ("24人", "8人")]
    assert rows[1]["reason"] == "招聘不足"
    assert "fields" not in subject.values


def test_labels_behind_the_total_have_their_values():
    draft = form(
        "项目名称 | 文化广场 | < | < | < | <",
        "三级指标 | 指标值 | 完成值 | 分值 | 得分 | 说明",
        "建成广场 | 12个 | 12个 | 100 | 96 |",
        "自评综合得分 | 96 | 评价等次 | 优 | 评价人员 | 吴某、郑某",
    )
    (subject,) = draft.subjects
    assert subject.values["stated"] == {"total": 96, "grade": "优"}
    assert subject.values["fields"] == {"评价人员": "吴某、郑某"}
    assert unread(draft) == []
