"""Letters of a table: how small they may be."""

import pytest

from generator.rules.page.page_cells import small
from tests.rules.page.laid import cell, pages, tabled
from tests.rules.page.yard import yard

LEAST = round(float(yard().house.limits.smallest) * 2)  # half points


@pytest.mark.parametrize(("size", "told"), [(LEAST, []), (LEAST - 1, ["cell-small"])])
def test_letters_of_a_table_can_be_read(size, told):
    table = tabled(cell("产出指标", size=size), widths=(4000,))
    assert [found.id for found in small(pages(table))] == told
