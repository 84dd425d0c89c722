"""A line of its own in a text is a heading: short, without a mark at its end."""

import pytest

from generator.rules.wording.worded_texts import _is_heading


@pytest.mark.parametrize(
    ("line", "is_heading"),
    [("好" * 20, True), ("好" * 21, False), (f" {'好' * 20} ", True), ("好。", False)],
)
def test_a_heading_has_twenty_signs(line, is_heading):
    assert _is_heading(line) is is_heading
