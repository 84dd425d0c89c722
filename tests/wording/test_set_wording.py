"""Set phrases in quotation marks, set orders, and wording that changed on a day."""

import datetime

import pytest

from generator.model.wording_rule import DatedWording, PhraseGroup, WordingRule
from generator.wording.dated import Outdated
from generator.wording.enumeration import Enumeration
from generator.wording.near_quoted import QuotedPhrases
from generator.wording.passage import Context, Passage

QUOTED = QuotedPhrases(
    [
        PhraseGroup(
            source="x",
            quoted=True,
            words=("四个意识", "双随机、一公开", "两个维护"),
            except_=("四个服务",),
        )
    ],
    ["出处"],
)
ORDER = Enumeration(
    WordingRule(
        id="x", code="W01", kind="enumeration", message="m", orders=(("“甲”", "“乙”", "“丙”"),)
    )
)
DATED = Outdated(
    WordingRule(
        id="x", code="W01", kind="outdated", message="m",
        dated=(DatedWording(old="旧局", now="新局", since=datetime.date(2018, 3, 21), source="方案"),),
    )
)  # fmt: skip


def quoted(text):
    return [(hit.found, hit.wanted) for hit in QUOTED.find(Passage("paragraph", text))]


@pytest.mark.parametrize("said", ["四个意思", "思个意识", "四意个识", "四个意识识"])
def test_a_short_phrase_in_quotation_marks_bears_no_slip(said):
    assert quoted(f"增强“{said}”，") == [(said, "四个意识")]


@pytest.mark.parametrize(
    "text",
    [
        "增强“四个意识”",
        "“五个意识”",
        "“四个服务”",
        "“两个坚持”",
        "增强四个意思",
        "“四个”",
        "“四个意识",
    ],
)
def test_the_phrase_itself_other_numbers_and_other_phrases_are_none(text):
    assert quoted(text) == []


def ordered(text):
    return [
        (hit.found, hit.wanted) for _, hit in ORDER.find([Passage("paragraph", text)], Context())
    ]


def test_members_in_another_order_are_told():
    assert ordered("做到“乙”、坚定“甲”。") == [("“乙”、坚定“甲”", "“甲”、“乙”")]


def test_a_comma_between_all_members_is_told():
    assert ordered("增强“甲”，坚定“乙”，做到“丙”。") == [
        ("“甲”，坚定“乙”，做到“丙”", "“甲”、坚定“乙”、做到“丙”")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“甲”“乙”“丙”",
        "“甲”、“丙”",
        "“乙”。“甲”",
        "“乙”是后来说的，先要说说“甲”",
        "“乙”、“甲”和“乙”",
    ],
)
def test_the_order_itself_and_members_apart_are_no_fault(text):
    assert ordered(text) == []


def outdated(text, year):
    passages = [Passage("paragraph", text)]
    return [(hit.found, hit.wanted) for _, hit in DATED.find(passages, Context(year=year))]


def test_old_wording_is_told_in_later_years_alone():
    assert outdated("旧局负责。", 2019) == [("旧局", "新局")]
    assert outdated("旧局负责。", 2018) == outdated("旧局负责。", 0) == []


@pytest.mark.parametrize(
    "text", ["《旧局工作办法》", "“旧局”这块牌子", "2017年由旧局负责。", "新局负责。"]
)
def test_titles_quotations_and_sentences_about_then_keep_it(text):
    assert outdated(text, 2023) == []


def test_a_year_in_another_sentence_excuses_nothing():
    assert outdated("2017年立项。旧局负责。", 2023)


def test_the_basis_says_since_when():
    hits = [hit for _, hit in DATED.find([Passage("paragraph", "旧局")], Context(year=2023))]
    assert hits[0].basis == "方案（2018年3月21日），未与原文核对"
