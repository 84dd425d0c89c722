"""What is seen of a candidate beyond how it reads, and what each of it counts."""

import pytest

from generator.wording.slips.candidate import Candidate
from generator.wording.slips.weighing import score_of


@pytest.fixture
def signs(slips):
    """The signs of one candidate that is likely."""
    return next(one.signs for one in slips.weigh(["提高财政资金使用效溢。"]) if one.found == "效溢")


def weighed(slips, text, found):
    return next(one for one in slips.weigh([text]) if one.found == found)


@pytest.mark.parametrize("sign", ["strange", "worded", "listed"])
def test_what_speaks_against_a_slip_lowers_its_score(slips, signs, sign):
    one = Candidate(0, 2, "效益", "plain")
    settings = slips._settings
    changed = score_of(one, signs._replace(**{sign: True}), settings)
    assert changed < score_of(one, signs._replace(**{sign: False}), settings)


@pytest.mark.parametrize(("kind", "less"), [("shape", 0.7), ("swap", 0.5), ("missing", 0.5)])
def test_what_was_never_met_beside_its_neighbours_needs_more(slips, signs, kind, less):
    one = Candidate(0, 2, "效益", kind)
    apart = slips._settings.kinds[f"{kind}-apart"]
    assert apart == pytest.approx(-less)
    bare = slips._settings._replace(kinds=slips._settings.kinds | {f"{kind}-apart": 0.0})
    alone, met = (signs._replace(linked=linked) for linked in (0, 1))
    assert score_of(one, alone, bare) - score_of(one, alone, slips._settings) == pytest.approx(less)
    assert score_of(one, met, bare) == score_of(one, met, slips._settings)


@pytest.mark.parametrize(
    ("text", "is_listed"), [("设备、效溢、数量", True), ("提高效溢，", False), ("效溢、数量", True)]
)
def test_what_stands_beside_the_mark_of_a_list_is_listed(slips, text, is_listed):
    assert weighed(slips, text, "效溢").signs.listed == is_listed


def test_a_word_of_reports_is_not_strange(slips):
    assert not weighed(slips, "提高财政资金使用效溢。", "效溢").signs.strange


@pytest.mark.parametrize(
    ("text", "found", "is_whole"),
    [
        ("巡查发现星媒体账号三个。", "星媒体", True),
        ("检验结果合格女较上年提高。", "合格女", True),
        ("提高财政资金使用效溢。", "效溢", False),
        ("全面实施预算绩效管里。", "绩效管里", False),
    ],
)
def test_a_word_with_one_character_at_its_edge_is_known(slips, text, found, is_whole):
    assert weighed(slips, text, found).signs.whole is is_whole


def test_one_character_at_the_edge_of_a_word_needs_more_unless_it_sounds_the_same(slips):
    own = weighed(slips, "巡查发现星媒体账号三个。", "星媒体")
    scores = [
        score_of(Candidate(0, 3, "新媒体", kind), own.signs._replace(whole=whole), slips._settings)
        for kind in ("near", "tone")
        for whole in (False, True)
    ]
    assert scores[0] > scores[1]
    assert scores[2] == scores[3]
