"""How much two texts have in common, and when that makes one of the other."""

import pytest

from generator.roundtrip.words_in_common import is_same_row, likeness, unnumbered


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("一、项目概况", "项目概况"),
        ("（二）资金", "资金"),
        ("3.问题", "问题"),
        ("3．问题", "问题"),
        ("第三部分　附件", "附件"),
        ("2023年", "2023年"),
        ("一是加强管理", "一是加强管理"),
    ],
)
def test_the_number_before_a_heading_says_little(words, bare):
    assert unnumbered(words) == bare


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("甲乙", "甲乙", 1.0), ("", "", 1.0), ("", "甲", 0.0), ("甲乙", "丙丁", 0.0)],
)
def test_likeness_of_texts(one, other, expected):
    assert likeness(one, other) == expected


@pytest.mark.parametrize(
    ("shared", "length", "is_same"),
    [(6, 10, True), (5, 10, False), (12, 20, True), (11, 20, False)],
)
def test_a_row_is_the_same_by_six_of_ten_signs(shared, length, is_same):
    own = "子丑寅卯辰巳午未申酉戌亥"[:shared]
    rest = length - shared
    assert is_same_row(own + "甲" * rest, own + "乙" * rest) is is_same
