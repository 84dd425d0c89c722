"""The account: every difference on a line, and counts that add up."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.document_place import DocumentPlace
from generator.roundtrip.edit_account import (
    Answer,
    Entry,
    Kind,
    account_as_data,
    context_of,
    counted,
    of_answer,
    short,
)

PLACE = DocumentPlace(paragraph=3)
WORDS = st.text("甲乙\n ", max_size=60)
ENTRIES = st.lists(
    st.builds(Entry, st.sampled_from(Answer), st.sampled_from(Kind), st.just(PLACE), WORDS, WORDS)
)


@given(ENTRIES)
def test_counts_add_up(entries):
    counts = counted(entries)
    assert set(counts) == set(Answer)
    assert sum(counts.values()) == len(entries)
    assert all(len(list(of_answer(entries, answer))) == counts[answer] for answer in Answer)


@given(ENTRIES)
def test_data_holds_every_difference_and_the_same_counts(entries):
    data = json.loads(json.dumps(account_as_data(tuple(entries)), ensure_ascii=False))
    assert len(data["differences"]) == len(entries) == sum(data["counts"].values())
    assert set(data["counts"]) == {"kept", "merged", "pulled", "conflict", "not-carried"}
    for entry, told in zip(entries, data["differences"], strict=True):
        assert (told["was"], told["now"]) == (entry.was, entry.now)


@given(ENTRIES)
def test_a_line_is_one_line(entries):
    assert all("\n" not in entry.line() for entry in entries)


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("甲", "乙", "段落“甲”→“乙”"),
        ("", "乙", "段落加“乙”"),
        ("甲", "", "段落删“甲”"),
        ("", "", "段落"),
    ],
)
def test_what_differs_is_said(was, now, said):
    assert Entry(Answer.KEPT, Kind.PARAGRAPH, PLACE, was, now).what() == said


def test_a_reason_stands_at_the_end_and_the_words_around_it_before():
    entry = Entry(Answer.NOT_CARRIED, Kind.WORDS, PLACE, "甲", "乙", "没有地方", "……甲乙丙……")
    assert entry.line() == "第 3 段 没有带过来 文字“甲”→“乙”（……甲乙丙……）：没有地方"


@pytest.mark.parametrize(
    ("length", "is_cut"), [(40, False), (41, True)], ids=["just short", "just too long"]
)
def test_long_words_are_cut(length, is_cut):
    assert short("甲" * length) == ("甲" * 40 + "……" if is_cut else "甲" * length)


@pytest.mark.parametrize(
    ("start", "end", "context"),
    [
        (0, 20, ""),
        (0, 1, "甲" * 9 + "……"),
        (8, 12, "甲" * 20),
        (9, 11, "……" + "甲" * 18 + "……"),
    ],
)
def test_the_words_around_a_stretch(start, end, context):
    assert context_of("甲" * 20, start, end) == context


@pytest.mark.parametrize(("length", "shown"), [(40, "字" * 40), (41, "字" * 40 + "……")])
def test_forty_signs_are_quoted(length, shown):
    assert short("字" * length) == shown


def test_eight_signs_around_a_stretch_are_shown():
    text = "一二三四五六七八九中甲乙丙丁戊己庚辛壬"
    assert context_of(text, 9, 10) == "……二三四五六七八九中甲乙丙丁戊己庚辛……"
    assert context_of(text[1:-1], 8, 9) == text[1:-1]
