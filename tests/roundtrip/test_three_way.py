"""Three versions of a paragraph: what either side changed comes together, and nothing is written over."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.roundtrip.printed_text import Printed, Quoted
from generator.roundtrip.text_changes import changes_between
from generator.roundtrip.three_way import Reading, weave
from tests.roundtrip.sentences import (
    HAND,
    INPUT,
    SENTENCES,
    VALUES,
    applied,
    by_hand,
    by_inputs,
    numbers_and_values,
    only,
    said,
    sentence,
    versions,
)

OPEN = len(SENTENCES) - 1  # ends without a mark, so the next one belongs to it


class TestWeaving:
    @settings(max_examples=100)
    @given(versions(hand=False), st.booleans())
    def test_what_nobody_touched_becomes_the_new_version(self, three, has_marks):
        base, person, new = three
        woven = weave(base.printed(), person.reading(has_marks=has_marks), new.printed())
        assert applied(person.text, woven.strokes) == new.text
        assert woven.clashes == ()
        assert woven.kept == ()

    @settings(max_examples=100)
    @given(versions(inputs=False))
    def test_inputs_that_stand_still_leave_the_person_alone(self, three):
        base, person, new = three
        woven = weave(base.printed(), person.reading(), new.printed())
        assert woven.strokes == ()
        assert woven.clashes == ()
        assert list(woven.kept) == changes_between(base.text, person.text)

    @settings(max_examples=100)
    @given(versions(hand=False), st.booleans())
    def test_what_both_did_alike_is_done(self, three, has_marks):
        base, _, new = three
        woven = weave(base.printed(), new.reading(has_marks=has_marks), new.printed())
        assert woven.strokes == ()
        assert woven.clashes == ()

    @settings(max_examples=150)
    @given(versions(), st.booleans())
    def test_nothing_that_the_person_typed_is_written_over(self, three, has_marks):
        base, person, new = three
        woven = weave(base.printed(), person.reading(has_marks=has_marks), new.printed())
        result = applied(person.text, woven.strokes)
        assert only(result, HAND) == only(person.text, HAND)

    @settings(max_examples=150)
    @given(versions(), st.booleans())
    def test_nothing_that_the_inputs_say_anew_is_lost_without_a_word(self, three, has_marks):
        base, person, new = three
        woven = weave(base.printed(), person.reading(has_marks=has_marks), new.printed())
        result = applied(person.text, woven.strokes)
        told = only(result, INPUT) + "".join(only(c.ours, INPUT) for c in woven.clashes)
        for letter in INPUT:
            assert told.count(letter) >= only(new.text, INPUT).count(letter)

    @settings(max_examples=150)
    @given(versions(), st.booleans())
    def test_every_change_of_the_person_is_kept_or_in_a_clash(self, three, has_marks):
        base, person, new = three
        woven = weave(base.printed(), person.reading(has_marks=has_marks), new.printed())
        told = [*woven.kept, *(change for clash in woven.clashes for change in clash.changes)]
        assert sorted(told) == changes_between(base.text, person.text)

    @settings(max_examples=150)
    @given(versions(), st.booleans())
    def test_strokes_do_not_meet(self, three, has_marks):
        base, person, new = three
        woven = weave(base.printed(), person.reading(has_marks=has_marks), new.printed())
        at = 0
        for stroke in woven.strokes:
            assert at <= stroke.start <= stroke.end <= len(person.text)
            at = stroke.end

    @settings(max_examples=150)
    @given(versions())
    def test_a_woven_text_is_up_to_date(self, three):
        base, person, new = three
        woven = weave(base.printed(), person.reading(), new.printed())
        result = applied(person.text, woven.strokes)
        again = weave(new.printed(), Reading(result, {}), new.printed())
        assert again.strokes == ()
        assert again.clashes == ()

    @settings(max_examples=100)
    @given(st.data())
    def test_changes_of_different_sentences_are_both_there(self, data):
        numbers, values = data.draw(numbers_and_values())
        numbers = [*(n for n in numbers if n != OPEN), 0 if 0 not in numbers else 1, OPEN]
        numbers = list(dict.fromkeys(numbers))
        cut = data.draw(st.integers(1, len(numbers) - 1))
        is_first = data.draw(st.booleans())
        first, last = numbers[:cut], numbers[cut:]
        theirs, ours = (first, last) if is_first else (last, first)
        person = data.draw(by_hand(theirs, values).filter(bool))
        new = data.draw(by_inputs(ours, values).filter(bool))
        base = [sentence(n, values) for n in numbers]
        mine, yours = ([sentence(n, values) for n in own] for own in (theirs, ours))

        def together(own, other):
            return said([*own, *other] if is_first else [*other, *own])

        # The figures of the person's sentences move with the inputs: keep them as they were.
        woven = weave(
            said(base).printed(),
            together(person, yours).reading(),
            together(mine, new).printed(),
        )
        assert applied(together(person, yours).text, woven.strokes) == together(person, new).text
        assert woven.clashes == ()


def figure(was: str, now: str) -> tuple[Printed, Printed]:
    """One sentence with a figure, before and after the figure moved."""
    quoted = (Quoted(2, 2 + len(was), "f", "a"),)
    moved = (Quoted(2, 2 + len(now), "f", "a"),)
    return Printed(f"支出{was}。", quoted), Printed(f"支出{now}。", moved)


class TestFigures:
    @pytest.mark.parametrize(
        ("text", "place", "expected"),
        [
            ("支出95万元。", (2, 6), "支出96万元。"),
            ("共支出95万元。", (3, 7), "共支出96万元。"),
            ("支出约95万元。", (2, 7), "支出约96万元。"),
            ("支出95万元整。", (2, 7), "支出96万元整。"),
            ("支出95万元。", None, "支出96万元。"),
        ],
        ids=["as it was", "moved", "a word before it", "a word behind it", "without anchors"],
    )
    def test_a_figure_moves_where_it_stands(self, text, place, expected):
        woven = weave(
            figure("95万元", "96万元")[0],
            Reading(text, {"a": place} if place else {}),
            figure("95万元", "96万元")[1],
        )
        assert applied(text, woven.strokes) == expected
        assert woven.clashes == ()

    @pytest.mark.parametrize(
        ("text", "place"),
        [
            ("支出195万元。", (3, 7)),
            ("支出195万元。", (2, 7)),
            ("支出95.5万元。", (2, 8)),
            ("支出97万元。", (2, 6)),
            ("支出1,95万元。", (4, 8)),
            ("支出九十五万元。", (2, 7)),
        ],
    )
    def test_a_figure_that_somebody_typed_at_stays_and_is_told(self, text, place):
        base, new = figure("95万元", "96万元")
        woven = weave(base, Reading(text, {"a": place}), new)
        assert woven.strokes == ()
        assert [clash.ours for clash in woven.clashes] == ["96万元"]
        assert woven.clashes[0].is_figure
        assert woven.kept == ()

    def test_a_figure_that_the_person_made_what_it_is_now_is_no_clash(self):
        base, new = figure("95万元", "96万元")
        woven = weave(base, Reading("支出96万元。", {"a": (2, 6)}), new)
        assert woven.strokes == woven.clashes == ()

    def test_only_the_number_of_a_figure_is_written(self):
        base, new = figure("95万元", "96万元")
        (stroke,) = weave(base, Reading(base.text, {"a": (2, 6)}), new).strokes
        assert (stroke.start, stroke.end, stroke.new) == (2, 4, (("96", ""),))

    def test_a_figure_whose_unit_changes_is_written_whole(self):
        base, new = figure("95万元", "1.2亿元")
        (stroke,) = weave(base, Reading(base.text, {"a": (2, 6)}), new).strokes
        assert applied(base.text, (stroke,)) == new.text

    def test_a_figure_quoted_twice_moves_twice(self):
        base = Printed("支出95，付95。", (Quoted(2, 4, "f", "a"), Quoted(6, 8, "f", "b")))
        new = Printed("支出7，付7。", (Quoted(2, 3, "f", "a"), Quoted(5, 6, "f", "b")))
        woven = weave(base, Reading(base.text, {"a": (2, 4), "b": (6, 8)}), new)
        assert applied(base.text, woven.strokes) == new.text


def test_two_sentences_changed_by_either_side_are_both_kept():
    theirs = "甲事早已办。乙事在办。"
    woven = weave(
        Printed("甲事已办。乙事在办。"), Reading(theirs, {}), Printed("甲事已办。乙事办结。")
    )
    assert applied(theirs, woven.strokes) == "甲事早已办。乙事办结。"
    assert len(woven.kept) == 1


def test_one_sentence_changed_by_both_stays_as_the_person_has_it():
    woven = weave(Printed("甲事在办。"), Reading("甲事正在办。", {}), Printed("甲事办结。"))
    assert woven.strokes == ()
    assert [clash.ours for clash in woven.clashes] == ["甲事办结。"]


def test_a_clash_tells_the_whole_sentence_whatever_the_figures_before_it_grew_to():
    text = "支出{}。专款专用。"
    base = Printed(text.format("95万元"), (Quoted(2, 6, "f", "a"),))
    new = Printed("支出1,095.25万元。专款专用，账目清楚。", (Quoted(2, 12, "f", "a"),))
    woven = weave(base, Reading("支出95万元。钱款专用。", {"a": (2, 6)}), new)
    assert [clash.ours for clash in woven.clashes] == ["专款专用，账目清楚。"]
    assert applied("支出95万元。钱款专用。", woven.strokes) == "支出1,095.25万元。钱款专用。"


def test_a_figure_whose_first_sentence_was_dropped_still_moves_in_the_second():
    base = Printed("支出95万元。已付95万元。", (Quoted(2, 6, "f", "a"), Quoted(9, 13, "f", "b")))
    new = Printed("已付96万元。", (Quoted(2, 6, "f", "b"),))
    woven = weave(base, Reading(base.text, {}), new)
    assert applied(base.text, woven.strokes) == new.text


def test_there_is_something_to_draw_from():
    assert {p[1:] for s in SENTENCES for p in s if p.startswith("@")} == set(VALUES)


@pytest.mark.parametrize("marks", [{}, {"n": (4, 8)}])
def test_words_that_both_wrote_are_no_clash_where_a_figure_of_their_sentence_moved(marks):
    figure = (Quoted(4, 8, "f", "n"),)
    base = Printed("全年支出95万元，图书送到每个乡镇。", figure)
    new = Printed("全年支出96万元，图书送到每个村。", figure)
    there = "全年支出95万元，图书送到每个村。"
    woven = weave(base, Reading(there, marks), new)
    assert woven.clashes == ()
    (stroke,) = woven.strokes
    assert there[: stroke.start] + stroke.new[0][0] + there[stroke.end :] == new.text


class TestPulledSince:
    """What a person wrote beside a figure went into the inputs: the figure shows it all by now."""

    @pytest.mark.parametrize(
        ("was", "said", "now", "wanted"),
        [
            ("100%", "100%以上", "100%以上", "100%以上"),
            ("100%", "约100%", "约100%", "约100%"),
            ("某局", "某局（本级）", "某局（本级）", "某局（本级）"),
            ("某局", "原某局（本级）", "原某局（本级）", "原某局（本级）"),
            (
                "100%",
                "100%以上",
                "90%",
                "90%以上",
            ),  # the inputs say something else: it is not theirs
        ],
    )
    @pytest.mark.parametrize("figure", ["f", "renamed"])
    def test_it_is_not_written_twice(self, was, said, now, wanted, figure):
        at = said.index(was)
        found = Reading(said, {"a": (at, at + len(was))})
        base = Printed(was, (Quoted(0, len(was), "a", "f"),))
        new = Printed(now, (Quoted(0, len(now), "a", figure),))
        woven = weave(base, found, new)
        if woven.clashes:
            assert figure == "renamed"
            assert wanted not in (was, now)
        else:
            assert applied(said, woven.strokes) == wanted

    def test_and_moves_on_as_a_whole(self):
        base = Printed("100%以上", (Quoted(0, 6, "a", "f"),))
        new = Printed("95%以上", (Quoted(0, 5, "a", "f"),))
        woven = weave(base, Reading("100%以上", {"a": (0, 4)}), new)
        assert applied("100%以上", woven.strokes) == "95%以上"
        assert woven.clashes == ()

    def test_words_that_stood_there_before_are_no_addition(self):
        base = Printed("共5册册", (Quoted(1, 2, "a", "f"),))
        new = Printed("共5册册册", (Quoted(1, 3, "a", "f"),))
        woven = weave(base, Reading("今共5册册", {"a": (2, 3)}), new)
        assert applied("今共5册册", woven.strokes) == "今共5册册册"


class TestDroppedByTheInputs:
    """What the inputs took out and the person changed stays, and is told; it is not "written already"."""

    @pytest.mark.parametrize(
        ("base", "theirs", "now", "ours"),
        [
            ("甲事已办。乙事在办。", "甲事已办。乙事快办好了。", "甲事已办。", ""),
            ("采购电脑一批。", "采购打印机一批。", "采购一批。", "采购一批。"),
            ("甲事无。乙事有一项。", "甲事无。乙事有两三项。", "甲事无。无。", "无。"),
        ],
        ids=["a sentence", "the very words", "words that stand elsewhere as well"],
    )
    def test_a_clash_is_told(self, base, theirs, now, ours):
        woven = weave(Printed(base), Reading(theirs, {}), Printed(now))
        assert woven.strokes == ()
        assert [clash.ours for clash in woven.clashes] == [ours]

    @pytest.mark.parametrize("theirs", ["甲事已办。", "甲事早已办。", ""])
    def test_what_both_took_out_is_no_clash(self, theirs):
        woven = weave(Printed("甲事已办。乙事在办。"), Reading(theirs, {}), Printed("甲事已办。"))
        assert woven.clashes == ()


class TestFiguresTypedOver:
    BASE = Printed("共15人，其中3人请假。", (Quoted(7, 9, "f", "a"),))
    NEW = Printed("共15人，其中5人请假。", (Quoted(7, 9, "f", "a"),))

    def test_a_value_that_is_part_of_another_number_is_not_the_figure(self):
        woven = weave(self.BASE, Reading("共15人，其中若干请假。", {}), self.NEW)
        assert [clash.ours for clash in woven.clashes] == ["5人"]

    def test_a_value_that_the_person_typed_elsewhere_is_the_figure(self):
        woven = weave(self.BASE, Reading("共15人，其中若干请假，即5人。", {}), self.NEW)
        assert woven.clashes == ()
