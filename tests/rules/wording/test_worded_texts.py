"""A line of its own in a text is a heading: short, without a mark at its end."""

import pytest

from generator.rules.wording.worded_texts import _NUMBERED, _is_heading


@pytest.mark.parametrize(
    ("line", "is_heading"),
    [("好" * 20, True), ("好" * 21, False), (f" {'好' * 20} ", True), ("好。", False)],
)
def test_a_heading_has_twenty_signs(line, is_heading):
    assert _is_heading(line) is is_heading


@pytest.mark.parametrize(
    ("text", "is_number"),
    [
        ("预绩自评02表", True),
        ("预绩自评2表", False),
        ("支出0.5万元", False),
        ("02表，预绩自评", False),
        (f"{'绩' * 12}001", True),
        (f"{'绩' * 13}001", False),
        ("预绩评02表的说明", True),
        ("预绩评02表的说明书", False),
    ],
)
def test_what_is_numbered_from_nought_is_the_number_of_a_form(text, is_number):
    assert (_NUMBERED.fullmatch(text) is not None) is is_number
