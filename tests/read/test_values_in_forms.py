"""How official forms write values: boxes that are ticked, numbers before names, codes, several labels."""

import pytest

from generator.read.values import (
    chosen_word,
    indicator_name,
    is_nothing,
    labelled_parts,
    without_code,
)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("优", "优"),
        ("优□√  良□  中□  差□", "优"),
        ("优□ 良☑ 中□ 差□", "良"),
        ("□优 ☑良 □中 □差", "良"),
        ("优（√）良（ ）中（ ）差（ ）", "优"),
        ("优□ 良□ 中□ 差□", ""),
        ("优☑ 良☑", ""),
    ],
)
def test_the_word_that_is_ticked_is_taken(text, word):
    assert chosen_word(text) == word


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("指标1：新建场地数量", "新建场地数量"),
        ("指标 12.验收合格率", "验收合格率"),
        ("指标2：", ""),
        ("指标完成率", "指标完成率"),
        ("1公里以内覆盖率", "1公里以内覆盖率"),
    ],
)
def test_an_indicator_is_named_without_its_number(text, name):
    assert indicator_name(text) == name


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("某省体育局（088）", ("某省体育局", "088")),
        ("088-某省体育局", ("某省体育局", "088")),
        ("[222001]某县文化局", ("某县文化局", "222001")),
        ("某省体育局（本级）", ("某省体育局（本级）", "")),
        ("某局第2所", ("某局第2所", "")),
    ],
)
def test_the_code_of_a_body_is_no_part_of_its_name(text, parted):
    assert without_code(text) == parted


def test_a_line_with_several_labels_is_cut_before_each():
    line = "填报单位（盖章）：某省体育局　　填报日期：2024年3月15日  单位：万元"
    assert labelled_parts(line) == [
        "填报单位（盖章）：某省体育局",
        "填报日期：2024年3月15日",
        "单位：万元",
    ]
    assert labelled_parts("项目名称：场地 建设") == ["项目名称：场地 建设"]


@pytest.mark.parametrize("text", ["", " 　", "——", "无", "\x1b", "\ufdd0 "])
def test_a_blank_a_dash_and_what_cannot_be_kept_say_nothing(text):
    assert is_nothing(text)


def test_a_zero_says_something():
    assert not is_nothing("0")
