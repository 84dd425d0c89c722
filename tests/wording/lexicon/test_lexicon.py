"""The index of a small lexicon, made and asked."""

import pytest

from generator.wording.lexicon.index import Met, OwnWords, Readings, make_index
from generator.wording.lexicon.index_parts import index_of, parts_of
from generator.wording.lexicon.lexicon import Lexicon

GENERAL = {
    "效益": 900,
    "效应": 500,
    "管理": 9000,
    "效": 40,
    "益": 9,
    "理": 300,
    "A股": 5,
    "银行": 800,
}
READINGS = Readings(
    {
        "效": ("xiào",), "益": ("yì",), "应": ("yīng", "yìng"), "管": ("guǎn",), "理": ("lǐ",),
        "里": ("lǐ",), "逻": ("luó", "hòu"), "后": ("hòu",), "银": ("yín",), "行": ("xíng", "háng"), "航": ("háng",), "意": ("yì",),
    },
    {"银行": ("yín", "háng")},
)  # fmt: skip
OWN = OwnWords({"绩效管理": 50, "效用": 5, "高效": 5}, {"之效": 10}, frozenset("效"))


@pytest.fixture(scope="module")
def lexicon():
    general = GENERAL | dict.fromkeys("管里行航意应银逻后", 20)
    met = Met({}, [("绩效管理", "效益"), ("提高", "效益")], ["银行"])
    index = index_of([*parts_of(make_index(general, OWN, READINGS, met))])
    assert index is not None
    return Lexicon(index)


def test_parts_that_are_too_few_or_too_many_are_no_index():
    parts = [*parts_of(make_index(GENERAL, OWN, READINGS, Met({})))]
    assert index_of(parts) is not None
    assert index_of(parts[:-1]) is None
    assert index_of([*parts, b""]) is None


def test_words_of_all_lists_are_known_and_others_are_not(lexicon):
    assert all(map(lexicon.knows, ("效益", "管理", "绩效管理", "之效")))
    assert not any(map(lexicon.knows, ("绩效", "绩效管", "A股", "益效", "龘")))


def test_what_a_word_begins_with_is_told_apart_from_what_goes_on_nowhere(lexicon):
    assert "管" in lexicon.beginnings["绩效"]
    assert "理" not in lexicon.beginnings["绩效"]


def test_a_commoner_word_weighs_more(lexicon):
    weigh = lambda word: lexicon.weights[lexicon.code(word)]  # noqa: E731 - short for three questions
    assert weigh("管理") > weigh("效益") > weigh("之效")


def test_a_character_that_stands_alone_only_here_is_not_lowered(lexicon):
    assert lexicon.weights[lexicon.code("效")] > lexicon.weights[lexicon.code("益")] + 1


def test_a_word_of_ones_own_and_one_that_reports_use_are_familiar(lexicon):
    assert [*map(lexicon.is_familiar, ("绩效管理", "银行", "效益", "之效"))] == [
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("there", "meant"), [("管里", "管理"), ("效意", "效益"), ("银航", "银行"), ("银行", "银行")]
)
def test_words_are_found_by_their_sound_as_read_alone_and_in_the_word(lexicon, there, meant):
    assert meant in lexicon.alike(lexicon.sounds(there))


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [("行", "航", True), ("逻", "后", False)],  # 银行 is a known word, and none has 逻 as hòu
)
def test_a_character_is_read_as_known_words_read_it(lexicon, one, other, is_same):
    assert lexicon.sounds_same(one, other) is is_same


def test_frames_are_never_offered(lexicon):
    assert "之效" not in lexicon.alike(lexicon.sounds("之效"))


@pytest.mark.parametrize(
    ("one", "other", "nature"), [("里", "理", "tone"), ("应", "银", "near"), ("效", "理", "")]
)
def test_characters_sound_alike_in_degrees(lexicon, one, other, nature):
    assert lexicon.nature(one, other) == nature


@pytest.mark.parametrize(
    ("before", "after", "is_met"),
    [
        ("提高", "效益", True),
        ("绩效管理", "效益", True),
        ("效益", "提高", False),
        ("提高", "效", False),
    ],
)
def test_words_that_were_met_beside_each_other_are_remembered_in_their_order(
    lexicon, before, after, is_met
):
    assert lexicon.joined(before, after) is is_met


@pytest.mark.parametrize(
    ("half", "words"), [("效", {"效用", "高效"}), ("理", {"管理"}), ("龘", set())]
)
def test_half_a_word_tells_the_words_of_ones_own_and_the_common_ones_that_it_may_be_of(
    lexicon, half, words
):
    assert {*lexicon.completed[half]} == words
