"""Two files of one unit: what they say of one quantity is held against each other."""

from pathlib import Path

import pytest

from generator.rules.audience import Audience
from generator.rules.between_files import check_between
from tests.audit.bases import FORM, REPORT, TITLE
from tests.foreign import picture, read_excel, read_word, understood
from tests.rules.forms import BOOK, FAMILIES

TEXTS = {text.id: text for family in FAMILIES for text in family.finding}


def changed(text, *changes):
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text


def form(*changes, file="表.docx"):
    draft = understood(read_word(TITLE, picture(changed(FORM, *changes))))
    draft.stamp(file)
    return draft


def report(*changes, file="报告.docx"):
    draft = understood(read_word(*changed("\n".join(REPORT), *changes).split("\n")))
    draft.stamp(file)
    return draft


def found(*parts):
    findings = list(check_between(parts, BOOK.words))
    assert all(finding.id in TEXTS for finding in findings)
    return [(f.id, f.left, f.right, f.where.file) for f in findings]


def test_a_form_and_its_report_that_agree_have_nothing_to_be_told():
    assert found(form(), report()) == []


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        (
            "购书册数20500册，其中",
            "购书册数21500册，其中",
            ("two-files-quantity", "21500册", "20500册", "报告.docx"),
        ),
        ("预算数100万元", "预算数110万元", ("two-files-budget", "110万元", "100万元", "报告.docx")),
        ("执行数95万元", "执行数96万元", ("two-files-spent", "96万元", "95万元", "报告.docx")),
        (
            "购书册数20500册，其中",
            "购置图书21500册，其中",
            ("two-sentences", "21500册", "20500册", "报告.docx"),
        ),
    ],
)
def test_one_quantity_with_two_values_is_told_where_the_report_says_it(old, new, finding):
    assert found(form(), report((old, new))) == [finding]
    assert found(report((old, new)), form()) == [finding]  # whichever is given first


@pytest.mark.parametrize(("name", "is_told"), [("购书数", False), ("购书总数", True)])
def test_a_name_of_three_signs_means_one_thing_here_and_another_there(name, is_told):
    own = ("购书册数", name)
    told = found(form(own), report(own, (f"{name}20500册，其中", f"{name}21500册，其中")))
    assert bool(told) is is_told


def test_the_place_of_the_other_value_is_named():
    (finding,) = check_between([form(), report(("预算数100万元", "预算数110万元"))], BOOK.words)
    assert finding.how == "表.docx 表 1第 4 行第 5 列"
    assert str(finding.where) == "第 10 段"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("全年预算数100万元，全年执行数95万元", "全年预算数1000000元，全年执行数95.3万元"),
        ("全年预算数100万元", "全年预算数100万元，中央资金预算数40万元"),
        ("全年预算数100万元", "2022年全年预算数90万元，全年预算数100万元"),
        ("购书册数20500册，其中", "购置图书3000册。购置图书20500册，其中"),
        ("购书册数20500册，其中少儿图书5125册，占25%", "册数3000册"),
    ],
)
def test_sizes_of_units_rounding_sources_other_years_and_parts_are_no_second_value(old, new):
    assert found(form(), report((old, new))) == []


def test_every_finding_between_files_has_a_case_here():
    text = Path(__file__).read_text(encoding="utf-8")
    ids = {id for id in TEXTS if id.startswith(("two-files-", "two-forms-"))} | {"two-sentences"}
    assert {id for id in ids if f'"{id}"' not in text} == set()


def test_the_initial_budget_and_actuals_are_compared_as_well():
    (one,) = check_between(
        [form(), report(("全年预算数100万元", "年初预算数90万元，全年预算数100万元"))], BOOK.words
    )
    assert one.id == "two-files-initial"
    (two,) = check_between(
        [form(), form(("≥98% | 99%", "≥98% | 98.2%"), file="二.docx")], BOOK.words
    )
    assert (two.id, two.left) == ("two-forms-actual", "98.2%")


def test_rows_of_two_forms_are_compared_cell_by_cell():
    other = form(("≥98% | 99% | 15 | 15", "≥97% | 99% | 14 | 14"), file="二稿.docx")
    assert found(form(), other) == [
        ("two-forms-target", "≥97%", "≥98%", "二稿.docx"),
        ("two-forms-weight", "14分", "15分", "二稿.docx"),
        ("two-forms-score", "14分", "15分", "二稿.docx"),
    ]


def test_what_differs_in_nearly_every_row_is_told_once():
    rows = [("| 20 | 20 |", "| 21 | 20 |"), ("| 15 | 15 |", "| 14 | 15 |")]
    more = [("| 5 | 5 |", "| 6 | 5 |"), ("| 30 | 24 |", "| 29 | 24 |")]
    findings = check_between([form(), form(*rows, *more, file="二稿.docx")], BOOK.words)
    (problem,) = BOOK.told(findings, Audience(is_document=True, is_sure=False))
    assert "的分值这里是" in problem.message
    assert "共 4 处" in problem.message


def test_a_report_that_names_the_project_of_a_form_otherwise_is_known_by_its_amounts():
    other = ("2023年图书购置绩效", "2023年图书采购绩效")
    named = ("two-files-name", "图书采购", "图书购置", "报告.docx")
    assert found(form(), report(other)) == [named]
    assert found(form(), report(other, ("执行数95万元", "执行数94万元"))) == []
    assert found(form(), report(other), report(file="二.docx")) == []


def test_projects_of_other_names_and_parts_of_one_file_are_not_compared():
    assert (
        found(form(), form(("图书购置", "道路养护"), ("| 95% |", "| 96% |"), file="二.docx")) == []
    )
    assert found(form(), form(("≥98% | 99%", "≥97% | 99%"))) == []


def sheets(*changes, title=TITLE):
    pages = [
        [[heading, *[""] * 8], *picture(text)]
        for heading, text in ((TITLE, FORM), (title, changed(FORM, *changes)))
    ]
    draft = understood(read_excel(*pages))
    draft.stamp("自评.xlsx")
    return draft


@pytest.mark.parametrize(
    ("changes", "title", "told"),
    [
        ((), TITLE, []),
        ((("≥98% | 99%", "≥98% | 98.2%"),), TITLE, ["98.2%"]),
        ((("≥98% | 99%", "≥98% | 98.2%"),), TITLE.replace("2023", "2022"), []),
        ((("图书购置", "道路养护"), ("≥98% | 99%", "≥98% | 98.2%")), TITLE, []),
    ],
)
def test_forms_of_one_project_and_year_on_two_sheets_are_compared(changes, title, told):
    findings = [*check_between([sheets(*changes, title=title)], BOOK.words)]
    assert [f.left for f in findings] == told
    assert {f.where.sheet for f in findings} <= {"表2"}


def test_goals_on_a_sheet_of_their_own_may_have_been_changed_since():
    blank = [
        (f"| {value} |", "|  |") for value in ("20500册", "99%", "100% | 5", "46元", "8%", "93%")
    ]
    goals = [*blank[:2], ("≥98%", "≥97%"), *blank[3:], ("100% | 100%", "100% | ")]
    assert found(sheets(*goals)) == []
