"""What is said of a file that was brought up to date: every difference is in one count, and has its line."""

import re

from hypothesis import given

from generator.base.problem import Place
from generator.roundtrip.bring import _told
from generator.roundtrip.edit_account import Answer, counted
from tests.roundtrip.test_edit_account import ENTRIES


@given(ENTRIES)
def test_counts_are_of_all_differences_and_what_asks_for_a_look_has_a_line(entries):
    entries = [e for e in entries if e.answer is not Answer.PULLED]  # no merge answers so
    first, *lines = _told(tuple(entries), Place("甲.docx"))
    assert sum(map(int, re.findall(r"(\d+) 处", first.message))) == len(entries)
    counts = counted(entries)
    assert len(lines) == counts[Answer.CONFLICT] + counts[Answer.NOT_CARRIED]
    assert {problem.code for problem in lines} <= {"O08"}
