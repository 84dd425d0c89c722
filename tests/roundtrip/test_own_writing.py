"""A figure that the person only wrote otherwise takes its new number, in their way of writing."""

import pytest

from generator.roundtrip.own_writing import rewritten
from generator.roundtrip.printed_text import Printed, Quoted
from generator.roundtrip.three_way import Reading, weave


@pytest.mark.parametrize(
    ("here", "old", "now", "number"),
    [
        ("1,715.85", "1715.85", "12720.5", "12,720.5"),
        ("28,000.00", "28000.00", "29000.00", "29,000.00"),
        ("５５万元", "55万元", "53.5万元", "５３．５"),
        ("55.00万元", "55万元", "53.5万元", "53.5"),
        ("≥ 1,200人", "≥1200人", "≥1300人", "1,300"),
    ],
)
def test_the_new_number_is_written_as_the_person_wrote_the_old_one(here, old, now, number):
    (start, end), words, was = rewritten(here, old, now)
    assert words == number
    assert was == old.strip("≥万元人")
    assert here[:start] + here[end:] == here.replace(here[start:end], "")


@pytest.mark.parametrize(
    ("here", "old", "now"),
    [
        ("54万元", "55万元", "53.5万元"),
        ("55元", "55万元", "53.5万元"),
        ("550000元", "55万元", "53.5万元"),
        ("28,000.00元", "28000.00", "29000.00"),
        ("五十五万元", "55万元", "53.5万元"),
        ("5至55万元", "55万元", "53.5万元"),
        ("优", "良", "中"),
    ],
)
def test_another_number_or_unit_is_the_persons(here, old, now):
    assert rewritten(here, old, now) is None


def test_a_number_with_separators_follows_the_inputs():
    before = Printed("支出1715.85万元。", (Quoted(2, 11, "f", "a"),))
    after = Printed("支出1720.5万元。", (Quoted(2, 10, "f", "a"),))
    woven = weave(before, Reading("支出1,715.85万元。", {"a": (2, 12)}), after)
    assert not woven.clashes
    (stroke,) = woven.strokes
    assert (stroke.start, stroke.end, stroke.new) == (2, 10, (("1,720.5", ""),))
    assert woven.kept
