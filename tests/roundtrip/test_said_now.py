"""Whether what a person wrote is said by now: the same words, whatever lines and spaces are beside them."""

import pytest

from generator.roundtrip.joined_text import PARAGRAPH
from generator.roundtrip.said_now import SaidNow
from generator.roundtrip.text_changes import changes_between


@pytest.mark.parametrize(
    ("before", "there", "now", "is_said"),
    [
        ("六月底", "六月底前", "六月底", False),
        ("六月底", "六月底前", "六月底前", True),
        ("六月底", "六月底前", "六月底止", False),
        ("六月底", "底", "六月底", False),
        ("六月底", "底", "底", True),
        # A paragraph in a cell is a line of the inputs.
        ("六月底", f"六月底{PARAGRAPH}另议", "六月底\n另议", True),
        ("六月底", f"六月底{PARAGRAPH}另议", "六月底", False),
        # Spaces at the ends of what was typed are not kept in inputs; within words they are told.
        ("六月底", f"六月底{PARAGRAPH}另议 \t", "六月底\n另议", True),
        ("六月底", "六月底前 ", "六月底前", True),
        ("六月底", "六月底 ", "六月底", False),
        ("甲乙丙丁", f"甲乙{PARAGRAPH}丙丁", "甲乙丙丁", False),
        ("甲乙丙丁", f"甲乙{PARAGRAPH}丙丁", f"甲乙{PARAGRAPH}丙丁", True),
    ],
)
def test_what_is_said_by_now(before, there, now, is_said):
    said = SaidNow(there, now)
    assert [said.has(change) for change in changes_between(before, there)] == [is_said]
