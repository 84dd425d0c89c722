"""The pitch that a loose text gets."""

import pytest

from generator.base.document_place import DocumentPlace
from generator.model.page_mend import Pitch
from generator.rules.page.page_mends import page_mends
from tests.rules.page.laid import SENTENCE, pages, said
from tests.rules.page.yard import yard


def pitched(*paragraphs):
    """Return which lines are set anew, and how far apart in points."""
    lines = [p._replace(place=DocumentPlace(paragraph=n)) for n, p in enumerate(paragraphs, 1)]
    mends = page_mends(pages(*lines).document, yard())
    return [(m.where.paragraph, m.change.line / 20) for m in mends if isinstance(m.change, Pitch)]


def test_twenty_two_lines_on_the_paper_of_the_standard_are_set_in_tenths_of_a_point():
    assert pitched(said(SENTENCE)) == [(1, 28.9)]


@pytest.mark.parametrize(
    ("rule", "line", "is_mended"),
    [("exact", 578, False), ("exact", 577, True), ("atLeast", 578, True), ("auto", 240, True)],
)
def test_a_line_that_is_set_so_already_is_left_alone(rule, line, is_mended):
    lines = (said(SENTENCE), said(SENTENCE), said(SENTENCE, rule=rule, line=line))
    assert ((3, 28.9) in pitched(*lines)) is is_mended
