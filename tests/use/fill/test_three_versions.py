"""What becomes of a cell: as it was written, as it is, as the file says, and what was taken before."""

import pytest

from generator.use.fill.taken_before import digest_of
from generator.use.fill.three_versions import Verdict, weigh

NOTHING, TAKE, CONFLICT = Verdict.NOTHING, Verdict.TAKE, Verdict.CONFLICT
CASES = [
    # written, now, file, taken before
    ("1", "1", "1", "", NOTHING),
    ("1", "2", "1", "", TAKE),
    ("1", "2", "2", "", NOTHING),
    ("1", "1", "3", "", NOTHING),
    ("1", "2", "3", "", CONFLICT),
    ("1", "", "1", "", TAKE),
    ("", "2", "", "", TAKE),
    ("1", "2", "2", "2", NOTHING),
    ("1", "3", "2", "2", TAKE),  # filled in further
    ("1", "1", "2", "2", TAKE),  # typed back
    ("1", "2", "1", "2", TAKE),  # undone since
    ("1", "2", "3", "2", NOTHING),  # the file went on, the workbook did not
    ("1", "4", "3", "2", CONFLICT),
    ("甲\n乙 ", "甲\n乙", "丙", "", NOTHING),  # a program dropped the blank at the end
]


@pytest.mark.parametrize(("base", "now", "file", "before", "verdict"), CASES)
def test_the_three_versions_decide(base, now, file, before, verdict):
    assert weigh(base, now, file, digest_of(before) if before else "") is verdict
