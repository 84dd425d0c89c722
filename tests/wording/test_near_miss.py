"""Near misses: one slip in a set phrase is found wherever it stands, and marks its own place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.wording_rule import PhraseGroup
from generator.wording.near_miss import NearMisses
from generator.wording.passage import Passage

PHRASE = "习近平新时代中国特色社会主义思想"
LONG = NearMisses([PhraseGroup(source="x", words=(PHRASE,))])
SHORT = NearMisses(
    [PhraseGroup(source="x", words=("稳中求进",), closed=True, except_=("稳中有进",))]
)
OPEN = NearMisses([PhraseGroup(source="x", words=("预算执行率",))])


def found(misses, text):
    return [(hit.start, hit.end, hit.wanted) for hit in misses.find(Passage("paragraph", text))]


@given(
    st.integers(1, len(PHRASE) - 2), st.text("甲乙丙丁", max_size=9), st.text("戊己庚", max_size=9)
)
def test_a_wrong_character_inside_is_found(at, before, after):
    wrong = f"{PHRASE[:at]}辛{PHRASE[at + 1 :]}"
    assert found(LONG, before + wrong + after) == [(len(before), len(before + wrong), PHRASE)]


@given(st.integers(2, len(PHRASE) - 3))
def test_a_missing_or_additional_character_is_found(at):
    assert found(LONG, PHRASE[:at] + PHRASE[at + 1 :]) == [(0, len(PHRASE) - 1, PHRASE)]
    assert found(LONG, f"{PHRASE[:at]}辛{PHRASE[at:]}") == [(0, len(PHRASE) + 1, PHRASE)]


def test_a_dropped_run_and_a_swap_are_found():
    assert found(LONG, PHRASE.replace("新时代", ""))
    assert found(LONG, PHRASE.replace("特色", "色特"))


@given(st.text("习近平新时代中国特色社会主义思想，的", max_size=60))
def test_a_place_is_always_inside_the_text(text):
    for start, end, _ in found(LONG, text):
        assert 0 <= start < end <= len(text)
        assert text[start:end] != PHRASE


@pytest.mark.parametrize("text", ["稳中求百", "隐中求进", "稳申求进"])
def test_a_closed_phrase_bears_no_other_character_at_its_ends(text):
    assert found(SHORT, text)


@pytest.mark.parametrize("text", ["稳中求进", "稳中有进", "稳中求，", "稳中求的"])
def test_exceptions_marks_and_grammar_are_no_misses(text):
    assert not found(SHORT, text)


@pytest.mark.parametrize(
    "text", ["预算执行情况", "预算执行力", "预算执行。", "年预算执行", "预算执行率高"]
)
def test_another_word_at_the_end_of_an_open_phrase_is_none(text):
    assert not found(OPEN, text)


def test_numerals_make_another_thing_and_not_a_slip():
    misses = NearMisses([PhraseGroup(source="x", words=("党的二十大精神",))])
    assert not found(misses, "党的十九大精神")
    assert not found(misses, "党的十大精神")


def test_quoted_figures_are_never_part_of_a_phrase():
    assert not found(SHORT, "稳中求{{ year }}")


def test_an_end_of_an_open_phrase_is_told_when_it_sounds_the_same():
    group = PhraseGroup(source="x", words=("预算绩效管理",))
    misses = NearMisses([group])

    def ends(text):
        pairs = {("里", "理"), ("玉", "预")}
        hits = misses.find(Passage("paragraph", text), lambda one, other: (one, other) in pairs)
        return [hit.wanted for hit in hits]

    assert ends("预算绩效管里") == ["预算绩效管理"]
    assert ends("玉算绩效管理") == ["预算绩效管理"]
    assert not ends("预算绩效管控")
    assert not found(misses, "预算绩效管里")
