"""Titles of laws in their marks: nearly as they were issued, or another one's."""

import pytest

from generator.load.packs import find_packs, load_wording_rules
from generator.wording.engine import run_rule

RULE = next(
    rule
    for file in load_wording_rules(find_packs(None))[0]
    for rule in file.rules.rule
    if rule.id == "issued-title"
)


def told(text, slips=None):
    return [one.wanted for one in run_rule(RULE, (), text, slips=slips)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("《政府彩构法》", "政府采购法"),
        ("《中华人民共和国政府彩构法》", "中华人民共和国政府采购法"),
        ("《招标头表法》", "招标投标法"),
        ("《职业病防制法》", "职业病防治法"),
        ("《政府信息法》", None),
        ("《军人保障法》", None),
    ],
)
def test_a_word_of_which_both_characters_are_mistyped_is_told_with_the_title(slips, text, wanted):
    assert told(text, slips) == ([] if wanted is None else [wanted])


def test_without_a_lexicon_another_word_may_be_another_law():
    assert told("《政府彩构法》") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("《预算法条例实施》", ["预算法实施条例"]),
        ("《项目支出绩效管理评价办法》", ["项目支出绩效评价管理办法"]),
        ("《老年人权益保障条例》", []),
        ("《老年人权益保章法》", ["老年人权益保障法"]),
    ],
)
def test_words_in_another_order_are_told_and_a_document_of_another_kind_is_left(text, wanted):
    assert told(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("《预算法条列实施》", ["预算法实施条例"]),
        ("《预算法条规实施》", []),  # 规 is not easily written for 例
        ("《府政采够法》", []),  # too short
    ],
)
def test_one_character_may_be_mistyped_in_another_order(slips, text, wanted):
    assert told(text, slips) == wanted
