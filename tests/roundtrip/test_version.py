"""Two versions of ours beside each other: text is known whatever shape its words give it."""

import pytest

from generator.roundtrip.text_alignment import align
from generator.roundtrip.version import ByKeys
from generator.word.package import DOCUMENT
from tests.roundtrip.builds import OVERVIEW, between

ONE = "- 为全县读者购置图书。另购有声读物。"
PARTED = "- 为全县读者购置图书。\n另购有声读物。"
PLAIN = "为全县读者购置图书。另购有声读物。"


@pytest.mark.parametrize(
    ("before", "after", "left", "right"),
    [
        (ONE, PARTED, ["1.为全县读者购置图书。另购有声读物。"], PARTED.replace("- ", "1.").split()),
        (PARTED, ONE, PARTED.replace("- ", "1.").split(), ["1.为全县读者购置图书。另购有声读物。"]),
        (ONE, PLAIN, ["1.为全县读者购置图书。另购有声读物。"], [PLAIN]),
        (PLAIN, ONE, [PLAIN], ["1.为全县读者购置图书。另购有声读物。"]),
    ],
)
def test_text_with_a_lead_and_text_without_are_the_same_text(before, after, left, right, tmp_path):
    made = [{OVERVIEW: f'overview = """{words}"""'} for words in (before, after)]
    both = between(tmp_path, *made)
    base, now = both.base, both.now
    tied = align(base.blocks(DOCUMENT), now.blocks(DOCUMENT), ByKeys(base, now))
    groups = [([p.text for p in g.left], [p.text for p in g.right]) for g in tied.groups]
    assert (left, right) in groups
    assert not [n.text for n in (*tied.gone, *tied.added) if "有声" in n.text]
