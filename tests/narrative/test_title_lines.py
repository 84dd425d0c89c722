"""Long titles break into balanced lines where the eye would break them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.spans import Span, plain_text
from generator.narrative.title_lines import LINE, balance, without_code


def lines(*spans):
    return plain_text(balance(tuple(Span(text) for text in spans))).split("\n")


def test_a_short_title_stays_on_its_line():
    assert lines("项目支出绩效自评报告") == ["项目支出绩效自评报告"]


def test_a_title_breaks_between_the_unit_and_the_year():
    found = lines("中国共产党益阳市资阳区纪律检查委员会", "2022", "年巡察专项支出绩效自评报告")
    assert found == ["中国共产党益阳市资阳区纪律检查委员会", "2022年巡察专项支出绩效自评报告"]


@pytest.mark.parametrize(
    "title", ["某" * 18 + "2022年度工作经费" * 2, "甲" * 17 + "《某某工程》实施情况报告"]
)
def test_numbers_and_marks_are_not_torn(title):
    for line in lines(title)[1:]:
        assert not line.startswith(("02", "22", "年", "》"))
    assert not any(line.endswith(("《", "202", "20")) for line in lines(title))


def test_figures_keep_their_ids():
    made = balance((Span("甲" * 30, "unit/name"), Span("年度报告")))
    assert {span.figure for span in made if span.figure} == {"unit/name"}


@given(st.lists(st.text("甲乙丙2A《》，的", min_size=1, max_size=30), min_size=1, max_size=4))
def test_no_word_is_lost_and_lines_are_never_empty(texts):
    found = lines(*texts)
    assert "".join(found) == "".join(texts)
    assert all(found)


@given(st.integers(min_value=1, max_value=90))
def test_lines_of_plain_words_fit_the_page(length):
    assert all(len(line) <= LINE for line in lines("字" * length))


WORDS = frozenset(("营养改善计划", "义务教育", "学生", "农村", "脱贫地区", "专项", "补助资金"))


def test_a_title_is_not_cut_inside_a_word():
    title = "脱贫地区农村义务教育学生营养改善计划专项补助资金项目支出绩效自评报告"
    found = plain_text(balance((Span(title),), WORDS)).split("\n")
    assert found == ["脱贫地区农村义务教育学生营养改善计划", "专项补助资金项目支出绩效自评报告"]


def test_lines_are_balanced_and_the_last_is_not_a_few_characters():
    found = plain_text(balance((Span("甲" * 20),))).split("\n")
    assert [len(line) for line in found] == [10, 10]


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("430281230000000001-办案经费", "办案经费"),
        ("33010021T000000012345—办公经费", "办公经费"),
        ("2023年办案经费", "2023年办案经费"),
        ("5G-基站建设", "5G-基站建设"),
        ("430281230000000001-", "430281230000000001-"),
    ],
)
def test_the_code_before_a_name_is_left_out(name, printed):
    spans = (Span(name, "p/name"), Span("绩效自评表"))
    assert plain_text(without_code(spans)) == f"{printed}绩效自评表"


def test_a_number_that_is_no_name_stays():
    assert plain_text(without_code((Span("430281230000000001-办案"),))) == "430281230000000001-办案"


@pytest.mark.parametrize("text", ["1" * 150, "，" * 180, "1" * 5000, "甲1" * 2000])
def test_what_can_be_broken_nowhere_or_is_no_title_stays_one_line(text):
    assert balance((Span(text),)) == (Span(text),)


def test_a_title_has_as_few_lines_as_there_can_be():
    (made,) = balance((Span(f"{'9' * 18}甲乙丙丁{'8' * 18}"),), line=20)
    assert made.text.count("\n") == 1
    (made,) = balance((Span(f"{'9' * 15}{'甲' * 8}{'8' * 15}"),), line=18)
    assert made.text.count("\n") == 2  # 38 signs: no line holds what two would have to


def test_a_line_more_is_better_than_one_that_ends_in_a_word():
    words = frozenset(("职业学校", "实训楼", "食堂", "采暖改造", "工程款"))
    text = "某某市职业教育学校2019年度教工实训楼、食堂和水房采暖改造工程款绩效自评报告"
    found = plain_text(balance((Span(text),), words)).split("\n")
    assert found == [
        "某某市职业教育学校2019年度",
        "教工实训楼、食堂和水房采暖改造",
        "工程款绩效自评报告",
    ]


def test_words_are_found_among_many_that_nobody_knows():
    found = plain_text(balance((Span("甲" * 15 + "营养改善" + "乙" * 15),), {"营养改善"}))
    assert found.split("\n") == ["甲" * 15, "营养改善" + "乙" * 15]
