"""Reports: sections by their headings, whatever became of the numbers; what the text claims."""

import datetime
from decimal import Decimal

import pytest

from generator.read.section_keys import place_sections
from tests.foreign import NATIONAL, book, picture, read_word, understood

TITLES = ("绩效自评工作开展情况", "项目资金到位情况分析", "评价目的", "评价原则")
REPORT = (
    "某县图书馆2023年图书购置项目绩效自评报告",
    "一、项目基本情况",
    "为读者购书。",
    "二、绩效自评工作开展情况",
    "（一）评价目的",
    "看看效果。",
    "（2） 评价原则",
    "1. 公正。依规范评价。",
    "2. 公开。",
    "三、综合评价结论",
    "自评总分为94.17分，评价等级为“优”。",
    "四、存在的问题",
    "1.书架不足",
    "2.人手不足",
    "五、下一步改进措施",
    "增加书架，招聘人员。",
    "6、 结果应用",
    "作为下年预算依据。",
    "某县图书馆",
    "2024年3月1日",
)


def placed(draft, sections=None):
    (subject,) = draft.subjects
    place_sections(subject, book(), sections or {})
    return subject


def test_sections_are_found_by_their_words_also_where_numbers_are_damaged():
    draft = understood(read_word(*REPORT, NATIONAL), *TITLES)
    subject = placed(draft, {"评价目的": "work-purpose", "评价原则": "work-principles"})
    assert subject.values["project"]["overview"] == "为读者购书。"
    assert subject.values["text"] == {
        "work-purpose": "看看效果。",
        "work-principles": "1. 公正。依规范评价。\n2. 公开。",
    }
    assert subject.values["result"] == {"use": "作为下年预算依据。"}


def test_problems_are_told_apart_and_the_measure_stands_below_the_last():
    subject = placed(understood(read_word(*REPORT, NATIONAL), *TITLES))
    assert subject.values["problem"] == [
        {"text": "书架不足"},
        {"text": "人手不足", "measure": "增加书架，招聘人员。"},
    ]


def test_what_the_text_claims_is_stated_and_not_taken_over():
    subject = placed(understood(read_word(*REPORT, NATIONAL), *TITLES))
    assert subject.values["stated"]["narrative"] == {"total": Decimal("94.17"), "grade": "优"}
    assert any("由程序按计分结果写" in u.reason for u in subject.unplaced)


def test_signature_and_date_are_of_the_unit():
    draft = understood(read_word(*REPORT, NATIONAL), *TITLES)
    assert draft.unit == {"name": "某县图书馆", "date": datetime.date(2024, 3, 1)}
    assert draft.year == 2023


def test_a_section_that_no_outline_knows_is_listed_with_all_its_words():
    subject = placed(understood(read_word(*REPORT, NATIONAL), *TITLES))
    assert any(u.quote.startswith("评价目的：看看效果。") for u in subject.unplaced)


def test_run_in_headings_are_sections():
    draft = understood(
        read_word(
            NATIONAL,
            "项目支出绩效自评报告",
            "一、绩效自评工作开展情况",
            "做了。",
            "1.项目资金到位情况分析。全部到位。",
        ),
        *TITLES,
    )
    subject = placed(draft, {"项目资金到位情况分析": "funds-arrival"})
    assert subject.values["text"] == {"funds-arrival": "全部到位。"}


def test_each_report_goes_to_the_form_before_it():
    other = [[cell.replace("图书购置", "新馆设备") for cell in row] for row in NATIONAL]
    draft = understood(
        read_word(
            "项目支出绩效自评表", NATIONAL,
            "项目支出绩效自评报告", "一、项目基本情况", "甲。",
            "项目支出绩效自评表", other,
            "项目支出绩效自评报告", "一、项目基本情况", "乙。",
        )
    )  # fmt: skip
    assert [s.sections[0].text for s in draft.subjects] == ["甲。", "乙。"]


def test_a_report_that_belongs_to_nobody_for_sure_is_kept_with_the_unit_and_told():
    other = [[cell.replace("图书购置", "新馆设备") for cell in row] for row in NATIONAL]
    draft = understood(
        read_word("自评表", NATIONAL, "自评表", other, "绩效自评报告", "一、项目基本情况", "甲。",
                  "绩效自评报告", "一、项目基本情况", "乙。")
    )  # fmt: skip
    assert sum(bool(s.sections) for s in draft.subjects) == 1
    assert [section.text for section in draft.report] == ["乙。"]
    assert any("说不准" in remark for remark in draft.remarks)


def test_a_sentence_that_adds_up_names_the_projects_of_a_report():
    draft = understood(
        read_word(
            "某县纪委项目绩效评价报告",
            "一、项目基本情况",
            "2020年项目支出预算100.5万元，其中：甲经费84万元，乙专项10万元，丙补助6.5万元。",
        )
    )
    assert [(s.name, s.get(("funds", "budget"))) for s in draft.subjects] == [
        ("甲经费", 84),
        ("乙专项", 10),
        ("丙补助", Decimal("6.5")),
    ]
    assert draft.report_title == "某县纪委项目绩效评价报告"
    assert draft.unit["name"] == "某县纪委"


@pytest.mark.parametrize(
    ("said", "unit"),
    [
        ("依据方案，柳溪县水利局（以下简称我局）组织实施。", "柳溪县水利局"),
        ("柳溪县水利局（以下简称“我局”）组织实施。", "柳溪县水利局"),
        ("柳溪县供水站（以下简称我站）组织实施。", None),  # the title begins with another one
        ("柳溪县水利局（以下简称本项目）组织实施。", None),
        ("柳溪县水利局组织实施。", None),
    ],
)
def test_a_unit_that_says_we_of_itself_is_the_one_of_the_title(said, unit):
    draft = understood(
        read_word("柳溪县水利局2023年度管网维护绩效自评报告", "一、项目基本情况", said)
    )
    assert draft.unit.get("name") == unit


def test_a_sentence_that_does_not_add_up_names_nothing():
    draft = understood(
        read_word(
            "项目绩效评价报告",
            "一、项目基本情况",
            "项目支出预算100万元，其中：甲经费84万元，乙专项10万元。",
        )
    )
    assert [s.name for s in draft.subjects] == [""]


def test_duties_and_safeguards_of_a_budget_text_are_understood():
    draft = understood(
        read_word(
            "2021年部门预算绩效文本",
            "一、总体绩效目标",
            "服务读者。",
            "二、分项绩效目标",
            "一、阅览服务",
            "主要职责是借书。",
            "职责目标是方便群众。",
            "绩效目标是人人有书。",
            "绩效指标一是到馆率，绩效标准为到馆人数÷总人数；二是外借率，绩效标准为外借册数÷总册数。",
            "三、工作保障措施",
            "一、加强领导",
            "（一）明确责任。馆长负责。",
            "（二）定期检查。",
        )
    )
    subject = placed(draft)
    assert subject.kind == "department"
    assert subject.values["goal"] == {"expected": "服务读者。"}
    (duty,) = subject.values["duty"]
    assert (duty["name"], duty["responsibility"], duty["goal"]) == (
        "阅览服务",
        "借书。",
        "人人有书。",
    )
    assert [i["name"] for i in duty["indicator"]] == ["到馆率", "外借率"]
    assert subject.values["safeguard"][0]["item"] == [
        {"title": "明确责任", "text": "馆长负责。"},
        {"title": "定期检查"},
    ]


def test_expenditure_is_split_where_a_sentence_adds_up_to_it():
    form = picture("""
    预算部门名称 | < | 某县文化局 | < | <
    年度预算申请（万元） | 年度资金总额 | 年初预算数 | 全年预算数 | 全年执行数
    ^ | ^ | 10 | 30 | 30
    ^ | 按收入性质分： | < | 按支出性质分： | <
    ^ | 一般公共预算：30 | < | 其中：基本支出：20.5 | <
    ^ |  | < | 项目支出：9.5 | <
    """)
    draft = understood(
        read_word(
            "部门整体支出绩效自评表", form, "部门整体支出绩效自评报告", "一、基本支出情况",
            "全年基本支出为20.5万元，其中：工资12.5万元，办公费8万元。",
        )
    )  # fmt: skip
    (subject,) = draft.subjects
    assert subject.values["funds"]["by-expenditure"][0]["parts"] == [
        {"name": "工资", "amount": Decimal("12.5")},
        {"name": "办公费", "amount": 8},
    ]


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("项目得分为99.5分，评价结果为优秀。", Decimal("99.5")),
        ("自评总分为93.5分，评价等级为“优”。", Decimal("93.5")),
        ("综合得分： 88 分", 88),
        ("数量指标得分为10分", None),
        ("总分为90分，也有说总分为91分", None),
        ("共购书100册", None),
    ],
)
def test_a_total_is_claimed_by_its_words(text, total):
    assert book().claims.total(text) == total


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("评价结果为优秀。", "优秀"),
        ("评价等级为“优”", "优"),
        ("综合评价为优良。", "优良"),
        ("综合评价为优质服务打下基础", ""),
        ("评价优秀员工三名", ""),
        ("在市里组织的档案考核中被评为良好等次。", ""),
        ("档案齐全，考核结果被评为良好等次。", "良好"),
        ("自评等级为“中”及以下的，约谈负责人。", ""),
        ("自评等级为“中”，以下分项说明。", "中"),
    ],
)
def test_a_grade_is_claimed_by_its_words(text, grade):
    assert book().claims.grade(text) == grade


def test_a_cover_that_names_the_project_and_its_form_are_of_one_project():
    name = NATIONAL[0][2]
    draft = understood(
        read_word(
            "2023年度项目支出绩效自评报告",
            f"项目名称：{name}",
            "一、项目基本情况",
            "为全县读者购置图书。",
            "2023年度项目支出绩效自评表",
            NATIONAL,
        )
    )
    (subject,) = draft.subjects
    assert subject.name == name
    assert subject.has_indicators
