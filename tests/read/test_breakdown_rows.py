"""Rows below 按收入性质分 are sources; rows below 按支出性质分 are the same money once more."""

import pytest

from generator.rules.facts import printed_forms
from tests.foreign import picture, read_word, understood
from tests.rules.forms import BOOK, UNITS

FORM = """
部门名称 | 某县林业局 | < | < | < | < | < | <
年度预算申请（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
^ | 年度资金总额 | 540 | 560 | 532 | 10 | 95% | 9.5
^ | {income} | | | | | |
^ | 其中：一般公共预算 | 500 | {general} | 495 | — | {rate} | —
^ | 政府性基金拨款 | 40 | 40 | 37 | — | 92.5% | —
^ | {expenditure} | | | | | |
^ | 其中：基本支出 | 210 | 220 | {basic} | — | — | —
^ | 项目支出 | 330 | 340 | 315 | — | — | —
"""
HEADS = {"income": "按收入性质分：", "expenditure": "按支出性质分："}
RIGHT = {"general": "520", "rate": "95.19%", "basic": "217"}


def draft_of(**words):
    form = FORM.format(**HEADS | RIGHT | words)
    return understood(read_word("2023年度部门整体支出绩效自评表", picture(form)))


def told(draft):
    found = [f for form in printed_forms(draft, UNITS, BOOK.words) for f in BOOK.findings(form)]
    kinds = (
        "sources",
        "parts-of-column",
        "breakdown",
        "rate",
        "overspent",
        "department-parts",
        "department-parts-of-both",
    )
    return {(f.id, f.left, f.right) for f in found if f.id in kinds}


@pytest.mark.parametrize("income", ["按收入性质分：", "按收入来源分", "按资金来源分："])
@pytest.mark.parametrize("expenditure", ["按支出性质分：", "按支出结构分"])
def test_the_rows_of_both_are_read_and_never_added_together(income, expenditure):
    draft = draft_of(income=income, expenditure=expenditure)
    (subject,) = draft.subjects
    sources = subject.get(("funds", "sources"))
    assert [(s["name"], s["budget"]) for s in sources] == [
        ("一般公共预算", 520),
        ("政府性基金拨款", 40),
    ]
    parts = subject.get(("funds", "by-expenditure"))
    assert parts == [{"name": "基本支出", "amount": 220}, {"name": "项目支出", "amount": 340}]
    assert subject.values["fields"]["项目支出·全年执行数"] == "315"
    assert [e.text for e in draft.accounts[0].entries if e.answer == "unread"] == []
    assert told(draft) == set()


@pytest.mark.parametrize(
    ("wrong", "findings"),
    [
        ({"general": "530", "rate": "93.4%"}, {("sources", "560", "570")}),
        ({"basic": "207"}, {("parts-of-column", "532", "522")}),
        ({"basic": "227"}, {("parts-of-column", "532", "542"), ("overspent", "227", "220")}),
        ({"rate": "96.19%"}, {("rate", "96.19%", "95.19%")}),
    ],
)
def test_every_column_is_held_against_its_whole(wrong, findings):
    assert told(draft_of(**wrong)) == findings


def test_a_head_that_bears_the_whole_once_more_is_no_part():
    form = FORM.format(**HEADS | RIGHT).replace(
        "按支出性质分： | | | |", "按支出性质分： | 540 | 560 | 532 |"
    )
    draft = understood(read_word("2023年度部门整体支出绩效自评表", picture(form)))
    assert len(draft.subjects[0].get(("funds", "by-expenditure"))) == 2
    assert draft.subjects[0].values["fields"]["按支出性质分·全年预算数"] == "560"
    assert told(draft) == set()


def test_what_an_expenditure_was_for_is_a_part_of_it():
    form = FORM.format(**HEADS | RIGHT) + "^ | 其中：造林项目 | 200 | 200 | 190 | — | — | —"
    draft = understood(read_word("2023年度部门整体支出绩效自评表", picture(form)))
    assert len(draft.subjects[0].get(("funds", "by-expenditure"))) == 2
    assert draft.subjects[0].values["fields"]["项目支出·造林项目·全年执行数"] == "190"
    assert told(draft) == set()


def test_a_head_that_reaches_down_beside_its_rows():
    draft = understood(
        read_word(
            "2023年度部门整体支出绩效自评表",
            picture("""
            部门名称 | < | 某县林业局 | < | <
            部门资金（万元） | < | 年初预算数 | 全年预算数 | 全年执行数
            年度资金总额 | < | 540 | 560 | 532
            按收入性质分 | 一般公共预算 | 500 | 520 | 495
            ^ | 政府性基金拨款 | 40 | 40 | 37
            按支出性质分 | 基本支出 | 210 | 220 | 217
            ^ | 项目支出 | 330 | 340 | 315
            """),
        )
    )
    (subject,) = draft.subjects
    assert [s["name"] for s in subject.get(("funds", "sources"))] == [
        "一般公共预算",
        "政府性基金拨款",
    ]
    assert [p["amount"] for p in subject.get(("funds", "by-expenditure"))] == [220, 340]
    assert told(draft) == set()


PARTS = """
部门名称 | 某县林业局 | < | < | <
部门资金（万元） | 支出类别 | 年初预算数 | 全年预算数 | 全年执行数
^ | 合计 | 500 | 540 | 520
^ | 基本支出 | 300 | {basic} | 320
^ | 其中：人员经费 | 270 | 290 | 290
^ | 公用经费 | {office} | 30 | 30
^ | 项目支出 | 200 | 220 | 200
"""


@pytest.mark.parametrize(
    ("basic", "office", "names", "parts"),
    [
        ("320", "30", ["基本支出", "项目支出"], set()),
        ("318", "30", ["基本支出", "项目支出"], {("source-parts", "318", "320")}),
        ("320", "31", ["基本支出", "项目支出"], {("source-parts", "300", "301")}),
    ],
)
def test_rows_that_come_to_a_source_in_one_column_are_its_parts_in_all(basic, office, names, parts):
    form = picture(PARTS.format(basic=basic, office=office))
    draft = understood(read_word("2023年度部门整体支出绩效自评表", form))
    found = [f for form in printed_forms(draft, UNITS, BOOK.words) for f in BOOK.findings(form)]
    assert [s["name"] for s in draft.subjects[0].get(("funds", "sources"))] == names
    assert {(f.id, f.left, f.right) for f in found if f.id == "source-parts"} == parts
