"""Measures taken apart for columns of their own, and their words as somebody wrote them."""

import pytest

from generator.base.measure_parts import by_the_month, parts_of
from tests.foreign import book

measure = book().units.measure


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("≤10月", ("≤", "10", "月")),
        ("≤10个月", ("≤", "10", "个月")),
        ("10月", ("", "10月", "")),  # without a sign a month is a day in the year
        ("≤12月20日", ("≤", "12月20日", "")),
        ("≥520台（件）", ("≥", "520", "台（件）")),
        ("≥520台(件)", ("≥", "520", "台(件)")),
    ],
)
def test_a_unit_is_what_stands_behind_the_number_as_it_was_written(text, parts):
    assert by_the_month(parts_of(measure(text)))[:3] == parts
