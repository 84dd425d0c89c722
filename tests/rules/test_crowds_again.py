"""The people of the goal told again: two digits changed over, and one more word in common."""

import pytest

from tests.rules.forms import BOOK, form


@pytest.mark.parametrize(
    ("again", "told"),
    [
        ("惠及农村群众1.68万人。", [("1.68万人", "1.86万人")]),
        ("1.68万名农村居民受益。", [("1.68万人", "1.86万人")]),
        ("2023年惠及农村群众1.68万人。", [("1.68万人", "1.86万人")]),
        ("2022年惠及农村群众1.68万人。", []),
        ("惠及农村群众1.87万人。", []),  # another number
        ("惠及城区居民1.68万人。", []),  # other people
        ("接待农村群众1.68万人次。", []),  # visits
        ("上年惠及农村群众1.68万人。", []),
        ("惠及农村群众168人。", []),
        ("其中惠及农村群众1.68万人。", []),
    ],
)
def test_the_same_people_are_known_by_a_word_and_by_their_digits(again, told):
    goal = ["一、项目绩效目标", "改善1.86万农村人口供水条件。"]
    said = form(sentences=[*goal, "二、完成情况", again])
    found = [(f.left, f.right) for f in BOOK.findings(said) if f.id == "crowd-again"]
    assert found == told


@pytest.mark.parametrize(
    "sentences",
    [
        ["一、项目绩效目标", "培训农村人口21人。", "二、完成情况", "培训农村群众12人。"],
        ["为2864名农村人口购买保险。", "为2846名农村人口建立台账。"],
    ],
    ids=["two digits are alike by chance", "two kinds of help"],
)
def test_what_is_no_slip_is_left_alone(sentences):
    said = form(sentences=sentences)
    assert [f.id for f in BOOK.findings(said) if f.id == "crowd-again"] == []
