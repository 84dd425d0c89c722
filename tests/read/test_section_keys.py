"""A claim of a report has the place of the line that makes it."""

import pytest

from generator.base.document_place import DocumentPlace
from generator.read.placed_values import SectionText
from generator.read.section_keys import _line_of

LINES = tuple(DocumentPlace(paragraph=number) for number in (2, 3))


@pytest.mark.parametrize(
    ("claim", "paragraph"), [("总分95分。", 2), ("等级为优。", 3), ("别处的话。", 1)]
)
def test_a_claim_stands_in_its_line_or_else_in_its_section(claim, paragraph):
    text = "总分95分。\n等级为优。"
    section = SectionText("结论", 1, text, DocumentPlace(paragraph=1), LINES)
    assert _line_of(section, str.strip, claim).paragraph == paragraph
