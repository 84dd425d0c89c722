"""Numbers of pages: where there are several, and in letters of the size of the standard."""

import pytest

from generator.model.laid_out import Letters, PageNumber
from generator.rules.page.page_numbers import page_numbers
from tests.rules.page.laid import SENTENCE, pages, said


@pytest.mark.parametrize(("lines", "told"), [(2, []), (3, ["page-number"])])
def test_more_than_one_page_is_numbered(lines, told):
    report = pages(*[said(SENTENCE, line=600, rule="exact")] * lines, height=2 * 600)
    assert [found.id for found in page_numbers(report)] == told


@pytest.mark.parametrize(
    ("size", "told"), [(28, []), (27, ["page-number-size"]), (14, ["page-number-size"])]
)
def test_numbers_are_set_in_fourteen_points(size, told):
    number = PageNumber("default", "outside", "— ", " —", Letters("宋体", "宋体", size))
    report = pages(said(SENTENCE), numbers=(number,))
    assert [found.id for found in page_numbers(report)] == told
