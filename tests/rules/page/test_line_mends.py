"""The pitch that a loose text gets."""

from generator.model.page_mend import Pitch
from generator.rules.page.page_mends import page_mends
from tests.rules.page.laid import SENTENCE, pages, said
from tests.rules.page.yard import yard


def test_twenty_two_lines_on_the_paper_of_the_standard_are_set_in_tenths_of_a_point():
    mends = page_mends(pages(said(SENTENCE)).document, yard())
    assert [mend.change.line / 20 for mend in mends if isinstance(mend.change, Pitch)] == [28.9]
